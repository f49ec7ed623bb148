import { useSyncExternalStore } from 'react';
import { keep, kept } from './keep.ts';

const key = 'liren.mode';
const listeners = new Set<() => void>();
const root = (): HTMLElement => document.documentElement;

/** Put the page into the mode that was chosen last; before anything is drawn. */
export function startMode(): void {
  if (kept(key) === 'elder') root().dataset['mode'] = 'elder';
}

/** 长者版: larger type, stronger contrast, fewer choices. Kept for the next visit. */
export function setElder(on: boolean): void {
  if (on) root().dataset['mode'] = 'elder';
  else delete root().dataset['mode'];
  keep(key, on ? 'elder' : undefined);
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useElder = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => root().dataset['mode'] === 'elder',
    () => false,
  );
