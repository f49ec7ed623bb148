import { type Comparison, compare, isSignificant, type Side, sideOf } from './statistics.ts';
import type { Tally } from './tallies.ts';

/** A statement that tells a group from the others, and by which side. */
export interface Representative extends Comparison {
  /** The statement's number. */
  readonly column: number;
  readonly side: Side;
}
/** At most so many are told of a group. */
const mostTold = 5;

interface Both {
  readonly column: number;
  readonly agree: Comparison;
  readonly disagree: Comparison;
}

/**
 * What a group stands for, as Polis chooses it: statements that most of the group are for (or against) and that they are so
 * significantly more often than the others; the five strongest, what they are for before what they are against. The
 * statement that they are most clearly for comes first even where it does not tell them apart. A group of which nothing can
 * be said significantly has the one statement that comes nearest.
 *
 * @param columns statements that may be told.
 */
export function representativeOf(
  group: readonly Tally[],
  others: readonly Tally[],
  columns: readonly number[],
): readonly Representative[] {
  const all = columns.flatMap((column): Both[] => {
    const here = group[column];
    const there = others[column];
    if (here === undefined || there === undefined) return [];
    return [{ column, agree: compare(here, there, 'agree'), disagree: compare(here, there, 'disagree') }];
  });
  const enough = all.filter(({ agree, disagree }) => isClear(agree) || isClear(disagree));
  const agreed = mostAgreed(all);
  const first = agreed === undefined ? [] : [told(agreed)];
  if (enough.length === 0) return first.length > 0 ? first : nearest(all).map(told);
  const chosen = [
    ...first,
    ...enough
      .filter(({ column }) => column !== agreed?.column)
      .map(told)
      .sort((a, b) => strength(b) - strength(a)),
  ].slice(0, mostTold);
  return [
    ...chosen.filter(({ side }) => side === 'agree'),
    ...chosen.filter(({ side }) => side === 'disagree'),
  ];
}

const isClear = ({ majorityZ, differenceZ }: Comparison): boolean =>
  isSignificant(majorityZ) && isSignificant(differenceZ);

const told = ({ column, agree, disagree }: Both): Representative =>
  agree.differenceZ > disagree.differenceZ
    ? { column, side: 'agree', ...agree }
    : { column, side: 'disagree', ...disagree };

const strength = ({ ratio, differenceZ, share, majorityZ }: Comparison): number =>
  ratio * differenceZ * share * majorityZ;

/** Once one is found that the group is for more than others, the next must beat it in strength; before, in clearness alone. */
function mostAgreed(all: readonly Both[]): Both | undefined {
  let best: Both | undefined;
  for (const one of all) {
    if (one.agree.count === 0 && one.disagree.count === 0) continue;
    if (best === undefined ? isAgreed(one.agree) : beats(one.agree, best.agree)) best = one;
  }
  return best;
}
const isAgreed = ({ majorityZ, ratio, share }: Comparison): boolean =>
  isSignificant(majorityZ) || (ratio > 1 && share > 0.5);
const beats = (one: Comparison, best: Comparison): boolean =>
  best.ratio > 1 ? strength(one) > strength(best) : one.share * one.majorityZ > best.share * best.majorityZ;

function nearest(all: readonly Both[]): readonly Both[] {
  const most = ({ agree, disagree }: Both): number => Math.max(agree.differenceZ, disagree.differenceZ);
  return all.toSorted((a, b) => most(b) - most(a)).slice(0, 1);
}

/** Statements that a significant majority of everybody is for (or against), the clearest first; five at most. */
export function consensusOf(
  everybody: readonly Tally[],
  columns: readonly number[],
  side: Side,
): readonly number[] {
  const clearness = columns.flatMap((column) => {
    const counted = everybody[column];
    if (counted === undefined) return [];
    const { share, majorityZ } = sideOf(counted, side);
    return share > 0.5 && isSignificant(majorityZ) ? [{ column, by: share * majorityZ }] : [];
  });
  return clearness
    .sort((a, b) => b.by - a.by)
    .slice(0, mostTold)
    .map(({ column }) => column);
}
