import { canonical } from '../basics/canonical.ts';
import { leafHash, merkleRoot } from '../record/merkle.ts';
import type { Ballot } from './types.ts';

const line = ({ code, choice, weight }: Ballot): string =>
  leafHash(canonical({ code, choice: [...choice], heads: weight.heads, area: weight.area }));

/** By code, which is random: the list tells nothing of the order in which people voted. */
export const inListOrder = (ballots: readonly Ballot[]): readonly Ballot[] =>
  [...ballots].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

/** Stands in the record when the result is told: nobody can later add, change or drop a ballot of the list unseen. */
export const ballotsDigest = (ballots: readonly Ballot[]): string =>
  merkleRoot(inListOrder(ballots).map(line));

/** Fewer ballots than this tell of themselves how somebody voted. */
export const fewestTold = 5;
/**
 * Whether the count of a secret vote may be told: not of very few ballots, nor where all of them say the same, for then
 * everybody knows everybody's.
 */
export function mayTell(ballots: readonly Ballot[]): boolean {
  const [first] = ballots;
  if (first === undefined || ballots.length < fewestTold) return false;
  const said = (ballot: Ballot): string => [...ballot.choice].sort().join(' ');
  return ballots.some((ballot) => said(ballot) !== said(first));
}
