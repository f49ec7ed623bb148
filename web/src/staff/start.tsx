import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from '../shared/api/query.ts';
import { startI18n } from '../shared/i18n/i18n.ts';
import '../shared/ui/site.css';
import './frame/frame.css';
import { StaffApp } from './app.tsx';

/** Begins the workplace in the element given. */
export async function startStaff(root: HTMLElement): Promise<void> {
  document.documentElement.dataset['face'] = 'staff';
  await startI18n(['common', 'matter', 'staff']);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <StaffApp />
      </QueryClientProvider>
    </StrictMode>,
  );
}
