import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Router } from 'wouter';
import { Gate } from './grid/gate.tsx';
import { keepShell } from './grid/worker/keep-shell.ts';
import { createQueryClient } from './shared/api/query.ts';
import common from './shared/i18n/common.zh-CN.json';
import grid from './shared/i18n/grid.zh-CN.json';
import { startI18n } from './shared/i18n/i18n.ts';
import { startMode } from './shared/ui/elder.ts';
import './shared/ui/site.css';
import './grid/grid.css';

startMode();
keepShell();
const root = document.getElementById('root');
if (root === null) throw new Error('grid.html has no place to draw in');
// Not awaited at the top: older WebKit cannot.
startI18n(['common', 'grid'], { common, grid }).then(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Router base="/grid">
          <Gate />
        </Router>
      </QueryClientProvider>
    </StrictMode>,
  ),
);
