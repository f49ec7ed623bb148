import { electorateOf } from './electorate.ts';
import { equalShares, type Shares } from './equal-shares.ts';
import { greedy, isExhaustive, pointsOf } from './greedy.ts';
import { type Election, type Satisfaction, totalCost } from './types.ts';

/**
 * How money that equal shares leave is used. `greedy`: by points. `add1`: every voter gets one unit of money more, again
 * and again, and the last outcome that the budget can pay counts. `add1-exhaustive`: likewise, but the first outcome that
 * leaves nothing affordable ends it.
 */
export type Completion = 'greedy' | 'add1' | 'add1-exhaustive';

export interface Allocation {
  /** Indices in the order in which they were chosen. */
  readonly chosen: readonly number[];
  /** Of those, how many equal shares chose. */
  readonly byShares: number;
  readonly shares: Shares;
  /** Units of money that each voter got beyond the share. */
  readonly added: bigint;
}

const bought = ({ rounds }: Shares): readonly number[] => rounds.map(({ project }) => project);

/** @param unit one unit of money, in the election's smallest. */
export function allocate(
  election: Election,
  satisfaction: Satisfaction,
  completion: Completion | undefined,
  unit = 1n,
): Allocation {
  const electorate = electorateOf(election);
  const withAdded = (added: bigint): Shares => {
    const top = election.budget + added * unit * BigInt(election.voters);
    return equalShares(election, satisfaction, { top, bottom: BigInt(election.voters) }, electorate);
  };
  const first = withAdded(0n);
  const outcome = (shares: Shares, added: bigint): Allocation => {
    const chosen = bought(shares);
    return { chosen, byShares: chosen.length, shares, added };
  };
  const plain = outcome(first, 0n);
  if (completion === undefined) return plain;
  if (completion === 'greedy')
    return { ...plain, chosen: [...plain.chosen, ...greedy(election, satisfaction, plain.chosen)] };
  return addOnes(election, plain, completion === 'add1-exhaustive', (added) =>
    outcome(withAdded(added), added),
  );
}

function addOnes(
  election: Election,
  plain: Allocation,
  stopsWhenExhaustive: boolean,
  withAdded: (added: bigint) => Allocation,
): Allocation {
  const supported = pointsOf(election).filter((points) => points > 0n).length;
  let best = plain;
  for (let added = 1n; ; added++) {
    if (best.chosen.length === supported) return best;
    if (stopsWhenExhaustive && isExhaustive(election, best.chosen)) return best;
    const next = withAdded(added);
    if (totalCost(election.projects, next.chosen) > election.budget) return best;
    best = next;
  }
}
