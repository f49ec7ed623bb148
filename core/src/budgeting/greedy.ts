import type { Course } from './course.ts';
import { byId, compareRatios, type Election, type Ratio, type Satisfaction } from './types.ts';

/** Points that each project got. */
export function pointsOf({ projects, ballots }: Election): readonly bigint[] {
  const points = new Float64Array(projects.length);
  for (const { voters, scores } of ballots)
    for (const { project, points: given } of scores)
      points[project] = (points[project] ?? 0) + voters * given;
  return Array.from(points, BigInt);
}

/** What a project is worth to all voters together, by unit of money. */
const worthOf = (points: bigint, cost: bigint, satisfaction: Satisfaction): Ratio =>
  satisfaction === 'cost' ? { top: points, bottom: 1n } : { top: points, bottom: cost };

/**
 * 贪心: of those not decided yet, the project of most worth for its money first, among equals the smaller id; whatever no
 * longer fits the money left is passed over.
 * @returns how many were chosen or passed over beside another of exactly the same worth.
 */
export function greedy(course: Course, satisfaction: Satisfaction): number {
  const { election } = course;
  const points = pointsOf(election);
  const worth = (at: number): Ratio => worthOf(points[at] ?? 0n, course.costOf(at), satisfaction);
  const order = course
    .undecided()
    .flatMap((at) => {
      const project = election.projects[at];
      return project === undefined ? [] : [{ project, at, worth: worth(at) }];
    })
    .toSorted((a, b) => compareRatios(b.worth, a.worth) || byId(a.project, b.project));
  let ties = 0;
  for (const [turn, { at, worth: own }] of order.entries()) {
    // A choice before may have decided it.
    if (course.fates[at] !== undefined) continue;
    const next = order.find((each, place) => place > turn && course.fates[each.at] === undefined);
    if (next !== undefined && compareRatios(own, next.worth) === 0) ties += 1;
    const { left, chosen } = course;
    if (course.costOf(at) > left)
      course.fates[at] = { kind: 'budget-lacks', after: chosen.length, have: left };
    else course.choose(at, { kind: 'points', place: chosen.length + 1, left });
  }
  return ties;
}
