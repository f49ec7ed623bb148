import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { gridShell, gridWorker } from './scripts/grid-shell.ts';

const server = process.env.LIREN_API ?? 'http://127.0.0.1:8080';

/** In production the server answers every address under /staff with staff.html; here the development server does. */
const pageAddresses: Plugin = {
  name: 'liren-page-addresses',
  configureServer(dev) {
    dev.middlewares.use((request, _response, next) => {
      const page = /^\/(staff|grid)(\/|\?|$)/.exec(request.url ?? '')?.[1];
      if (page !== undefined) request.url = `/${page}.html`;
      next();
    });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), pageAddresses, gridShell],
  server: {
    port: 5173,
    host: '127.0.0.1',
    proxy: { '/api': server, '/open311': server },
  },
  build: {
    // What cheap phones and the WeChat browser run.
    target: ['chrome87', 'safari14.1'],
    manifest: true,
    // The charts' library, fetched only where there is a chart.
    chunkSizeWarningLimit: 600,
    // A data: address would need its own exception in the content security policy.
    assetsInlineLimit: 0,
    // A polyfill would be the only thing that runs before the modules; every target has module preload or does without.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // A service worker rules from where it lies, and its name never changes.
        entryFileNames: ({ name }) => (name === gridWorker ? `${gridWorker}.js` : 'assets/[name]-[hash].js'),
        // One file for what both entries always run, instead of a dozen small ones that wait for each other.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              test: /node_modules\/(react|react-dom|scheduler|i18next|react-i18next|@tanstack|wouter|regexparam|use-sync-external-store)\//,
            },
          ],
        },
      },
      input: {
        site: `${import.meta.dirname}/index.html`,
        staff: `${import.meta.dirname}/staff.html`,
        grid: `${import.meta.dirname}/grid.html`,
        [gridWorker]: `${import.meta.dirname}/src/grid/worker/worker.ts`,
      },
    },
  },
});
