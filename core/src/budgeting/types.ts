/** A project that people vote on. */
export interface Project {
  readonly id: string;
  /** In the smallest unit of the election's money, above 0. */
  readonly cost: bigint;
  readonly name?: string;
  /** What it is about; a project may be of several. */
  readonly categories?: readonly string[];
  /** Where it is: a district, an estate, a building. */
  readonly area?: string;
}
/** One ballot, or several that say the same. */
export interface BallotGroup {
  /** How many voters cast it, at least 1. */
  readonly voters: number;
  /** Index of each project that the ballot names, ascending, with its points (1 for an approval); 0 supports nothing. */
  readonly scores: readonly { readonly project: number; readonly points: number }[];
}
export interface Election {
  readonly budget: bigint;
  readonly projects: readonly Project[];
  readonly ballots: readonly BallotGroup[];
  /** How many voters there are, those with an empty ballot too: each has the same share of the budget. */
  readonly voters: number;
}

/**
 * What a chosen project is worth to a voter: `cost` counts the money that goes where they asked for it, `cardinality` the
 * projects (or the points that they gave).
 */
export type Satisfaction = 'cost' | 'cardinality';

/** Exact; both above or equal 0, the denominator above 0. Not in lowest terms. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}
/** Which of two is smaller: below 0 for the first. */
export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function inLowestTerms({ top, bottom }: Ratio): Ratio {
  let [common, rest] = [top, bottom];
  while (rest !== 0n) [common, rest] = [rest, common % rest];
  return { top: top / common, bottom: bottom / common };
}

/** 并列时: whoever has the smaller id comes first, as text. */
export const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
export const byId = (a: Project, b: Project): number => compareIds(a.id, b.id);

export const totalCost = (projects: readonly Project[], chosen: Iterable<number>): bigint => {
  let sum = 0n;
  for (const at of chosen) sum += projects[at]?.cost ?? 0n;
  return sum;
};
