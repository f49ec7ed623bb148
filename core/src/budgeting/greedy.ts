import { byId, compareRatios, type Election, type Ratio, type Satisfaction, totalCost } from './types.ts';

/** Points that each project got. */
export function pointsOf({ projects, ballots }: Election): readonly bigint[] {
  const points = projects.map(() => 0n);
  for (const { voters, scores } of ballots)
    for (const { project, points: given } of scores)
      points[project] = (points[project] ?? 0n) + BigInt(voters) * BigInt(given);
  return points;
}

/** What a project is worth to all voters together, by unit of money. */
const worthOf = (points: bigint, cost: bigint, satisfaction: Satisfaction): Ratio =>
  satisfaction === 'cost' ? { top: points, bottom: 1n } : { top: points, bottom: cost };

/**
 * 贪心: the project of most worth for its money first; whatever no longer fits the money left is passed over.
 * @param taken projects that are chosen already; their cost is spent.
 * @returns indices in the order in which they were chosen; whoever nobody supports is never chosen.
 */
export function greedy(
  election: Election,
  satisfaction: Satisfaction,
  taken: readonly number[] = [],
): readonly number[] {
  const { projects } = election;
  const points = pointsOf(election);
  const worth = (at: number): Ratio => worthOf(points[at] ?? 0n, projects[at]?.cost ?? 1n, satisfaction);
  const isTaken = new Set(taken);
  const order = projects
    .map((project, at) => ({ project, at }))
    .filter(({ at }) => !isTaken.has(at) && (points[at] ?? 0n) > 0n)
    .toSorted((a, b) => compareRatios(worth(b.at), worth(a.at)) || byId(a.project, b.project));
  let left = election.budget - totalCost(projects, taken);
  const chosen: number[] = [];
  for (const { project, at } of order) {
    if (project.cost > left) continue;
    left -= project.cost;
    chosen.push(at);
  }
  return chosen;
}

/** Whether nothing that somebody supports fits the money left. */
export function isExhaustive(election: Election, chosen: readonly number[]): boolean {
  const left = election.budget - totalCost(election.projects, chosen);
  const points = pointsOf(election);
  const isChosen = new Set(chosen);
  return election.projects.every(
    ({ cost }, at) => isChosen.has(at) || (points[at] ?? 0n) === 0n || cost > left,
  );
}
