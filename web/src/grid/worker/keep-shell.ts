const listeners = new Set<() => void>();
let waiting: ServiceWorker | undefined;

const found = (worker: ServiceWorker | null): void => {
  // The first one takes over by itself; only one after it waits for a page to agree.
  if (worker === null || navigator.serviceWorker.controller === null) return;
  waiting = worker;
  for (const listener of listeners) listener();
};

/** Has the browser keep the app's files, so that it opens without a network. */
export function keepShell(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  navigator.serviceWorker.register('/grid-worker.js', { scope: '/grid', updateViaCache: 'none' }).then(
    (registration) => {
      found(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const fresh = registration.installing;
        fresh?.addEventListener('statechange', () => {
          if (fresh.state === 'installed') found(fresh);
        });
      });
    },
    () => undefined,
  );
}

/** For `useSyncExternalStore`: whether a newer app is ready. */
export const newerApp = {
  follow: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  isReady: (): boolean => waiting !== undefined,
};

/** Begins anew with the newer app. */
export function takeNewer(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload());
  waiting?.postMessage('take-over');
}
