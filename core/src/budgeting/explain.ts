import type { Allocation } from './complete.ts';
import { pointsOf } from './greedy.ts';
import { type Election, type Ratio, totalCost } from './types.ts';

/** Why a project was chosen or not, so that anyone can count it again. */
export type ProjectReason =
  /** Bought by its supporters in this round; each pays `price` for every unit of what it is worth to them. */
  | {
      readonly kind: 'shares';
      readonly round: number;
      readonly price: Ratio;
      readonly paying: number;
      readonly drained: number;
    }
  /** By its points, with money that was left. */
  | { readonly kind: 'points'; readonly place: number }
  | { readonly kind: 'nobody' }
  /** Its supporters together had less than it costs, and what the whole budget had left was less, too. */
  | { readonly kind: 'supporters-lack'; readonly have: Ratio }
  | { readonly kind: 'budget-lacks'; readonly have: bigint };

export interface ProjectAccount {
  readonly project: number;
  readonly points: bigint;
  readonly reason: ProjectReason;
}

/** @param completed whether what shares left was used. */
export function explain(
  election: Election,
  { chosen, byShares, shares }: Allocation,
  completed: boolean,
): readonly ProjectAccount[] {
  const points = pointsOf(election);
  const placeOf = new Map(chosen.map((project, at) => [project, at]));
  const left = election.budget - totalCost(election.projects, chosen);
  const reasonOf = (project: number): ProjectReason => {
    const place = placeOf.get(project);
    const round = place === undefined || place >= byShares ? undefined : shares.rounds[place];
    if (round !== undefined && place !== undefined) {
      const { price, paying, drained } = round;
      return { kind: 'shares', round: place + 1, price, paying, drained };
    }
    if (place !== undefined) return { kind: 'points', place: place + 1 };
    if ((points[project] ?? 0n) === 0n) return { kind: 'nobody' };
    return completed
      ? { kind: 'budget-lacks', have: left }
      : { kind: 'supporters-lack', have: shares.left(project) };
  };
  return election.projects.map((_, project) => ({
    project,
    points: points[project] ?? 0n,
    reason: reasonOf(project),
  }));
}
