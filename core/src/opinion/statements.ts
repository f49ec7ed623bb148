import { isSignificant, type Side, sideOf } from './statistics.ts';
import { answersOf, type Tally } from './tallies.ts';

/** What a statement does among groups. */
export interface Standing {
  /** 共识: in each group most are on this side. */
  readonly unites: Side | undefined;
  /** 分歧: groups of which most are for it and groups of which most are against it. */
  readonly divides: { readonly agree: readonly number[]; readonly disagree: readonly number[] } | undefined;
  /** Group-aware consensus of Polis: the product of the groups' shares, so that no large group can outvote a small one. */
  readonly consensus: Readonly<Record<Side, number>>;
}

export function standingOf(groups: readonly Tally[]): Standing {
  const withMost = (side: Side): readonly number[] =>
    groups.flatMap((tally, group) => (isMost(tally, side) ? [group] : []));
  const agree = withMost('agree');
  const disagree = withMost('disagree');
  const everywhere = (of: readonly number[]): boolean => groups.length > 0 && of.length === groups.length;
  return {
    unites: everywhere(agree) ? 'agree' : everywhere(disagree) ? 'disagree' : undefined,
    divides: agree.length > 0 && disagree.length > 0 ? { agree, disagree } : undefined,
    consensus: { agree: product(groups, 'agree'), disagree: product(groups, 'disagree') },
  };
}

/**
 * Whether most of them are on this side, and enough answered to say so (90 %, one-sided, as Agresti and Coull count): three
 * of three, five of six. The test by which Polis ranks statements would take a single answer for a majority.
 */
export function isMost(tally: Tally, side: Side): boolean {
  const { share } = sideOf(tally, side);
  return isSignificant(2 * Math.sqrt(answersOf(tally) + 2) * (share - 0.5));
}

const product = (groups: readonly Tally[], side: Side): number =>
  groups.reduce((share, tally) => share * sideOf(tally, side).share, 1);
