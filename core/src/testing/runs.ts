import { vi } from 'vitest';

const wish = process.env['LIREN_RUNS'];

/** How many random runs an invariant is held against: as many as usual, or `LIREN_RUNS=100000` for a night, without a limit of time. */
export function runsOr(usual: number): number {
  if (wish === undefined) return usual;
  vi.setConfig({ testTimeout: 36_000_000 });
  return Number(wish);
}
