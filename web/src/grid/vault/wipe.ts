import { keep, kept } from '../../shared/ui/keep.ts';
import { eraseStore } from './store.ts';

/** What stays after a wipe, in the open: that there was one, and whom to tell. */
export interface Wiped {
  readonly by: 'office' | 'pin' | 'self';
  /** Id of this phone, until the office has heard of it. */
  readonly device?: string;
}
const key = 'liren.grid.wiped';

export function findWiped(): Wiped | undefined {
  const text = kept(key);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Wiped);
  } catch {
    return { by: 'office' };
  }
}
export const noteWiped = (wiped: Wiped | undefined): void =>
  keep(key, wiped === undefined ? undefined : JSON.stringify(wiped));

/** Erases everything that is kept; what was to be told is noted first, so that a cut in between forgets nothing. */
export async function eraseAll(by: Wiped['by'], device: string | undefined): Promise<void> {
  noteWiped({ by, ...(device !== undefined && { device }) });
  await eraseStore();
}
