import { ok, type Result } from '../../basics/result.ts';
import { allocate, type Outcome } from '../../budgeting/allocate.ts';
import { givesPoints, type Ballot as Named, readBallot, rosterOf } from '../../budgeting/ballots.ts';
import { type Conditions, noConditions } from '../../budgeting/conditions.ts';
import { type ConditionsConfig, conditionsOf, formOf, ruleOf } from '../../budgeting/config.ts';
import type { PabulibElection } from '../../budgeting/pabulib.ts';
import type { BallotGroup, Election, Project } from '../../budgeting/types.ts';
import type { Ballot } from '../../voting/types.ts';
import type { AllocateConfig, ProjectOption } from './config.ts';

/** What is voted on, as it was announced. */
export interface Announced {
  readonly options: readonly ProjectOption[];
  readonly budget: number;
}
type Config = Pick<AllocateConfig, 'allocation'>;

const projectOf = ({ id, title, cost, category, area }: ProjectOption): Project => ({
  id,
  cost: BigInt(cost),
  name: title,
  ...(category !== undefined && { categories: [category] }),
  ...(area !== undefined && { area }),
});

/**
 * What a ballot of the box says of the projects: their ids, of a ranking the dearest first; where points are given, each id
 * with its points behind a colon: `p3:5`.
 */
function named(choice: readonly string[], hasPoints: boolean): Named {
  if (!hasPoints) return { projects: choice };
  const parts = choice.map((each) => each.split(':'));
  return { projects: parts.map(([id = '']) => id), points: parts.map(([, points]) => Number(points)) };
}

/** Whether a ballot may say this, with the reason where it may not. */
export function readChoice(
  { allocation }: Config,
  { options, budget }: Announced,
  choice: readonly string[],
): Result<BallotGroup['scores'], string> {
  const form = formOf(allocation.ballot, BigInt(budget), 0);
  return readBallot(form, named(choice, givesPoints(form.kind)), rosterOf(options.map(projectOf)));
}

/** The ballots as an election that anybody can count again; those that say nothing valid are no part of it. */
export function electionOf(
  config: Config,
  announced: Announced,
  ballots: readonly Ballot[],
): PabulibElection {
  const groups = new Map<string, { scores: BallotGroup['scores']; ids: string[] }>();
  for (const { code, choice, weight } of ballots) {
    const read = readChoice(config, announced, choice);
    if (!read.ok) continue;
    const key = read.value.map(({ project, points }) => `${project}*${points}`).join(' ');
    const group = groups.get(key) ?? { scores: read.value, ids: [] };
    for (let n = 1; n <= weight.heads; n++) group.ids.push(n === 1 ? code : `${code}-${n}`);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  return {
    election: {
      budget: BigInt(announced.budget),
      projects: announced.options.map(projectOf),
      ballots: all.map(({ scores, ids }) => ({ voters: ids.length, scores })),
      voters: all.reduce((sum, { ids }) => sum + ids.length, 0),
    },
    form: formOf(config.allocation.ballot, BigInt(announced.budget), 0),
    decimals: 0,
    meta: new Map([['rule', config.allocation.rule]]),
    voterIds: all.map(({ ids }) => ids),
  };
}

/** The conditions of a round; those that speak of a category or a place that nobody proposed anything for say nothing. */
export function conditionsFor(config: ConditionsConfig, election: Election): Result<Conditions, string> {
  const { categories = {}, areas = {}, ...others } = config;
  const known = <T>(all: Readonly<Record<string, T>>, has: (project: Project, name: string) => boolean) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => election.projects.some((project) => has(project, name))),
    );
  return conditionsOf(
    {
      ...others,
      categories: known(categories, (project, name) => project.categories?.includes(name) === true),
      areas: known(areas, ({ area }, name) => area === name),
    },
    election,
    0,
  );
}

/** Counts them under the step's own rule. */
export function allocationOf({ allocation }: Config, { election }: PabulibElection): Result<Outcome, string> {
  const conditions =
    allocation.conditions === undefined ? ok(noConditions) : conditionsFor(allocation.conditions, election);
  return conditions.ok ? ok(allocate(election, ruleOf(allocation, 0), conditions.value)) : conditions;
}
