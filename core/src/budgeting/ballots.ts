import { err, ok, type Result } from '../basics/result.ts';
import { showMoney } from './money.ts';
import { type BallotGroup, type Project, totalCost } from './types.ts';

/**
 * 赞成票 names projects; 单选票 one; 分数票 (`cumulative`) deals out points; 打分票 (`scoring`) gives each project its points;
 * 排序票 (`ranked`) puts projects in order.
 */
export const ballotKinds = ['approval', 'choose-one', 'cumulative', 'scoring', 'ranked'] as const;
export type BallotKind = (typeof ballotKinds)[number];

export interface Bounds<Amount = number> {
  readonly least?: Amount;
  readonly most?: Amount;
}
/** What a ballot may say. */
export interface BallotForm {
  readonly kind: BallotKind;
  /** How many projects it names. */
  readonly projects?: Bounds;
  /** Points of one project, and of all together; only where points are given. */
  readonly points?: Bounds;
  readonly sum?: Bounds;
  /** What all that it names costs together. */
  readonly cost?: Bounds<bigint>;
}
/** What one voter wrote. */
export interface Ballot {
  /** Ids; of a ranking, the dearest first. */
  readonly projects: readonly string[];
  /** Of each project, where the kind gives points. */
  readonly points?: readonly number[];
}

/** The projects that can be voted on. */
export interface Roster {
  readonly projects: readonly Project[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** Of the money that they cost. */
  readonly decimals: number;
}
export const rosterOf = (projects: readonly Project[], decimals = 0): Roster => ({
  projects,
  indexOf: new Map(projects.map(({ id }, at) => [id, at])),
  decimals,
});

const mostPoints = 1_000_000;
export const givesPoints = (kind: BallotKind): boolean => kind === 'cumulative' || kind === 'scoring';

/**
 * What a ballot says of each project, as points that every rule counts by; or why the ballot cannot be accepted. An approval
 * is one point; given points stand as they are; of a ranking of `n` projects the first gets `n` and the last one, as Pabulib
 * counts (Borda): whoever is named is wanted, were it last.
 */
export function readBallot(
  form: BallotForm,
  { projects, points }: Ballot,
  roster: Roster,
): Result<BallotGroup['scores'], string> {
  if (new Set(projects).size < projects.length) return err('同一个项目写了两次');
  const given = pointsOf(form, projects, points);
  if (!given.ok) return given;
  const scores: { project: number; points: number }[] = [];
  for (const [at, id] of projects.entries()) {
    const project = roster.indexOf.get(id);
    if (project === undefined) return err(`没有编号是“${id}”的项目`);
    scores.push({ project, points: given.value[at] ?? 0 });
  }
  const outside = outsideOf(form, scores, roster);
  return outside === undefined ? ok(scores.toSorted((a, b) => a.project - b.project)) : err(outside);
}

function outsideOf(
  form: BallotForm,
  scores: BallotGroup['scores'],
  { projects, decimals }: Roster,
): string | undefined {
  const length = { ...form.projects, ...(form.kind === 'choose-one' && { most: 1 }) };
  const named = scores.map(({ project }) => project);
  return (
    boundsProblem('写了', named.length, length, (count) => `${count} 项`) ??
    boundsProblem('写了的项目一共要', totalCost(projects, named), form.cost, (sum) =>
      showMoney(sum, decimals),
    )
  );
}

function pointsOf(
  { kind, points: one, sum }: BallotForm,
  projects: readonly string[],
  points: readonly number[] | undefined,
): Result<readonly number[], string> {
  if (kind === 'ranked') return ok(projects.map((_, at) => projects.length - at));
  if (!givesPoints(kind)) return ok(projects.map(() => 1));
  if (points?.length !== projects.length)
    return err(`写了 ${projects.length} 个项目、${points?.length ?? 0} 个分数`);
  for (const each of points) {
    if (!Number.isInteger(each) || each < 0 || each > mostPoints)
      return err(`分数要是 0 到 ${mostPoints} 的整数`);
    const outside = boundsProblem('一个项目', each, one, inPoints);
    if (outside !== undefined) return err(outside);
  }
  const total = points.reduce((all, each) => all + each, 0);
  const outside = boundsProblem('分数加起来', total, sum, inPoints);
  return outside === undefined ? ok(points) : err(outside);
}

const inPoints = (points: number): string => `${points} 分`;

function boundsProblem<Amount extends number | bigint>(
  what: string,
  value: Amount,
  { least, most }: Bounds<Amount> = {},
  show: (amount: Amount) => string,
): string | undefined {
  if (least !== undefined && value < least) return `${what} ${show(value)}，至少要 ${show(least)}`;
  if (most !== undefined && value > most) return `${what} ${show(value)}，最多 ${show(most)}`;
  return undefined;
}

/** A ballot again from what it said: reading it gives the same. */
export function writeBallot(
  kind: BallotKind,
  scores: BallotGroup['scores'],
  projects: readonly Project[],
): Ballot {
  const order = kind === 'ranked' ? scores.toSorted((a, b) => b.points - a.points) : scores;
  return {
    projects: order.map(({ project }) => projects[project]?.id ?? ''),
    ...(givesPoints(kind) && { points: order.map(({ points }) => points) }),
  };
}
