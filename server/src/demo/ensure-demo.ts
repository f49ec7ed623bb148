import type { FileStore } from '../adapters/files/file-store.ts';
import type { Deps } from '../http/deps.ts';
import { layStreet, settlePeople } from './lay-street.ts';

export interface DemoDeps {
  readonly deps: Pick<Deps, 'shell' | 'directory' | 'library' | 'people'>;
  readonly reloadDirectory: () => Promise<void>;
  /** Keeps the photos of the demonstration; without one they have a row and no bytes. */
  readonly store?: FileStore;
}

/** The demonstration street, built when it is not there yet. */
export async function ensureDemo(
  { deps, reloadDirectory }: DemoDeps,
  _say: (text: string) => void,
): Promise<{ readonly built: boolean; readonly matters: number }> {
  await layStreet(deps.shell.pool);
  await settlePeople(deps.people, deps.shell.now());
  await reloadDirectory();
  return { built: true, matters: 0 };
}
