import { vi } from 'vitest';

const wish = process.env['LIREN_RUNS'];
vi.setConfig({ testTimeout: wish === undefined ? 180_000 : 36_000_000 });

/** How many random runs an invariant is held against: as many as usual, or `LIREN_RUNS=100000` for a night. */
export const runsOr = (usual: number): number => Number(wish ?? usual);
