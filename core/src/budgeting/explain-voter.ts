import type { Outcome } from './allocate.ts';
import { pointsOf } from './greedy.ts';
import { type Ratio, totalCost } from './types.ts';

/** What became of one project that a voter supports. */
export interface VoterProject {
  readonly project: number;
  readonly points: number;
  readonly isChosen: boolean;
  /**
   * The money that the vote carried to it: what the voter paid of their share; of money that is everybody's, the part that
   * their points are of all points that the project got.
   */
  readonly carried: Ratio;
}
/** What one vote did. */
export interface VoterAccount {
  readonly projects: readonly VoterProject[];
  /** Of all that was spent, the money that this vote carried; sums up to all of it over the voters. */
  readonly carried: Ratio;
  /** Of all money spent, the part that this vote carried. */
  readonly part: Ratio;
  /** What the voter had, and has left; only where the rule gives voters money. */
  readonly share?: Ratio;
  readonly left?: Ratio;
}

/** @param ballot index of the voter's ballot in the election. */
export function explainVoter(outcome: Outcome, ballot: number): VoterAccount {
  const { election, fates, shares, chosen } = outcome;
  const purse = shares?.purseOf(ballot);
  const points = pointsOf(election);
  const carriedTo = (project: number, given: number): Ratio => {
    const fate = fates[project];
    if (fate?.kind === 'shares') return purse?.paid.get(fate.place - 1) ?? nothing;
    if (fate?.kind !== 'points') return nothing;
    const cost = election.projects[project]?.cost ?? 0n;
    return { top: cost * BigInt(given), bottom: points[project] ?? 1n };
  };
  const projects = (election.ballots[ballot]?.scores ?? [])
    .filter((score) => score.points > 0)
    .map(({ project, points: given }) => ({
      project,
      points: given,
      isChosen: chosen.includes(project),
      carried: carriedTo(project, given),
    }));
  const carried = projects.map((each) => each.carried).reduce(plus, nothing);
  const spent = totalCost(election.projects, chosen);
  return {
    projects,
    carried,
    part: spent === 0n ? nothing : { top: carried.top, bottom: carried.bottom * spent },
    ...(purse !== undefined && shares !== undefined && { share: shares.share, left: purse.left }),
  };
}

const nothing: Ratio = { top: 0n, bottom: 1n };
/** Amounts of equal shares have one denominator. */
const plus = (a: Ratio, b: Ratio): Ratio =>
  a.bottom === b.bottom
    ? { top: a.top + b.top, bottom: a.bottom }
    : { top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom };
