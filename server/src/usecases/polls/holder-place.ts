import type { SealedPlace } from '../../adapters/crypto/sealer.ts';
import type { VoterDeps } from './own-entries.ts';

/** Where the holder of an authority stands: one row for each line of the roll. */
export const holderPlace = (entry: string): SealedPlace => ({
  table: 'authority',
  row: entry,
  column: 'holder_sealed',
});

/** What the holder of a line's authority is called, for whoever keeps the roll. */
export function holderIn({ shell }: Pick<VoterDeps, 'shell'>, entry: string, sealed: string): string {
  const opened = shell.sealer.open(holderPlace(entry), sealed);
  if (!opened.ok) throw new Error(`the authority of roll entry ${entry} does not open: ${opened.error}`);
  return (JSON.parse(opened.value) as { readonly name: string }).name;
}
