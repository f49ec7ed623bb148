import { useSyncExternalStore } from 'react';

const listen = (onChange: () => void): (() => void) => {
  window.addEventListener('online', onChange);
  window.addEventListener('offline', onChange);
  return () => {
    window.removeEventListener('online', onChange);
    window.removeEventListener('offline', onChange);
  };
};

/** Whether the machine has a network at all; a network that leads nowhere shows only in answers that do not come. */
export const useOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine);
