import { ok, type Result } from '../../basics/result.ts';
import { allocate, type Outcome } from '../../budgeting/allocate.ts';
import { givesPoints, type Ballot as Named, readBallot, rosterOf } from '../../budgeting/ballots.ts';
import { type Conditions, noConditions } from '../../budgeting/conditions.ts';
import { type ConditionsConfig, conditionsOf, formOf, ruleOf } from '../../budgeting/config.ts';
import { withConfig } from '../../budgeting/config-in-file.ts';
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
  const parts = choice.map((each) => /^(.+):(\d{1,7})$/.exec(each));
  return {
    projects: parts.map((part, at) => part?.[1] ?? choice[at] ?? ''),
    points: parts.map((part) => Number(part?.[2] ?? Number.NaN)),
  };
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
    meta: new Map(),
    voterIds: all.map(({ ids }) => ids),
  };
}

/** The conditions of a round without those that speak of a category or a place that nobody proposed anything for. */
export function conditionsAbout(
  { categories = {}, areas = {}, ...others }: ConditionsConfig,
  { projects }: Pick<Election, 'projects'>,
): ConditionsConfig {
  const known = <T>(all: Readonly<Record<string, T>>, has: (project: Project, name: string) => boolean) =>
    Object.fromEntries(
      Object.entries(all).filter(([name]) => projects.some((project) => has(project, name))),
    );
  const own = {
    categories: known(categories, (project, name) => project.categories?.includes(name) === true),
    areas: known(areas, ({ area }, name) => area === name),
  };
  return {
    ...others,
    ...Object.fromEntries(Object.entries(own).filter(([, all]) => Object.keys(all).length > 0)),
  };
}

export const conditionsFor = (config: ConditionsConfig, election: Election): Result<Conditions, string> =>
  conditionsOf(conditionsAbout(config, election), election, 0);

/** Counts them under the step's own rule. */
export function allocationOf({ allocation }: Config, { election }: PabulibElection): Result<Outcome, string> {
  const conditions =
    allocation.conditions === undefined ? ok(noConditions) : conditionsFor(allocation.conditions, election);
  return conditions.ok ? ok(allocate(election, ruleOf(allocation, 0), conditions.value)) : conditions;
}

/** The same election as a file: with the rule and the conditions by which it was counted, for anyone to count again. */
export function asFile({ allocation }: Config, read: PabulibElection): PabulibElection {
  const { conditions, ...rest } = allocation;
  if (conditions === undefined) return withConfig(read, rest);
  const { unused, ...about } = conditionsAbout(conditions, read.election);
  const keeps = Object.values(about.areas ?? {}).some(({ least }) => least !== undefined);
  const own = { ...about, ...(unused !== undefined && keeps && { unused }) };
  return withConfig(read, { ...rest, ...(Object.keys(own).length > 0 && { conditions: own }) });
}
