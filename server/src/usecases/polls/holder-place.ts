import type { SealedPlace } from '../../adapters/crypto/sealer.ts';

/** Where the holder of an authority stands: one row for each line of the roll. */
export const holderPlace = (entry: string): SealedPlace => ({
  table: 'authority',
  row: entry,
  column: 'holder_sealed',
});
