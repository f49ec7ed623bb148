import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './shared/api/query.ts';
import common from './shared/i18n/common.zh-CN.json';
import { startI18n } from './shared/i18n/i18n.ts';
import resident from './shared/i18n/resident.zh-CN.json';
import { startMode } from './shared/ui/elder.ts';
import './shared/ui/site.css';
import { fetchAhead, Site } from './site-routes.tsx';

startMode();
fetchAhead(window.location.pathname);
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no place to draw in');
// Not awaited at the top: older WebKit cannot.
startI18n(['common', 'resident'], { common, resident }).then(() =>
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <Site />
      </QueryClientProvider>
    </StrictMode>,
  ),
);
