import { err, ok, type Result } from '../basics/result.ts';
import type { BallotGroup, Election, Project } from './types.ts';

/** An election as a file of Pabulib tells it, with what its numbers are written in. */
export interface PabulibElection {
  readonly election: Election;
  /** How many decimals the election's smallest unit of money stands for: 2 where something costs 12.50. */
  readonly decimals: number;
  readonly meta: ReadonlyMap<string, string>;
  /** The voters of each ballot of the election, in its order. */
  readonly voterIds: readonly (readonly string[])[];
}

const sections = ['META', 'PROJECTS', 'VOTES'] as const;
type Section = (typeof sections)[number];
type Row = Readonly<Record<string, string>>;
const most = { rows: 2_000_000, projects: 10_000, decimals: 4 };

/** Rows of each section under the names that its first row gives to the columns. */
function readSections(rows: readonly (readonly string[])[]): Result<Record<Section, readonly Row[]>, string> {
  const read: Record<Section, Row[]> = { META: [], PROJECTS: [], VOTES: [] };
  let section: Section | undefined;
  let names: readonly string[] | undefined;
  for (const cells of rows) {
    const mark = sections.find((each) => cells.length === 1 && cells[0]?.trim().toUpperCase() === each);
    if (mark !== undefined) {
      section = mark;
      names = undefined;
    } else if (section === undefined) return err('文件开头应当是 META。');
    else if (names === undefined) names = cells.map((cell) => cell.trim());
    else {
      const of = names;
      read[section].push(Object.fromEntries(of.map((name, at) => [name, (cells[at] ?? '').trim()])));
    }
  }
  return ok(read);
}

const money = /^(\d{1,15})(?:\.(\d*?)0*)?$/;
const decimalsOf = (text: string): number => money.exec(text)?.[2]?.length ?? 0;
function findMoney(text: string, decimals: number): bigint | undefined {
  const [, whole, part = ''] = money.exec(text) ?? [];
  return whole === undefined ? undefined : BigInt(whole + part.padEnd(decimals, '0'));
}

/** An amount of the election's smallest unit, as people write it. */
export function showMoney(amount: bigint, decimals: number): string {
  const digits = amount.toString().padStart(decimals + 1, '0');
  const at = digits.length - decimals;
  const part = digits.slice(at).replace(/0+$/, '');
  return part === '' ? digits.slice(0, at) : `${digits.slice(0, at)}.${part}`;
}

/**
 * Reads the rows of a `.pb` file (semicolons, one row a line): approvals, or points where the file gives them. Rankings are
 * refused: they say no amount that shares could be paid by.
 */
export function readPabulib(rows: readonly (readonly string[])[]): Result<PabulibElection, string> {
  if (rows.length > most.rows) return err(`最多 ${most.rows} 行。`);
  const read = readSections(rows);
  if (!read.ok) return read;
  const { META, PROJECTS, VOTES } = read.value;
  const meta = new Map(META.map((row) => [row['key'] ?? '', row['value'] ?? '']));
  const type = meta.get('vote_type') ?? 'approval';
  if (type === 'ordinal')
    return err('这份文件是排序票（vote_type ordinal），还不能算；可以算赞成票和打分票。');
  const decimals = Math.max(
    ...[meta.get('budget') ?? '', ...PROJECTS.map((row) => row['cost'] ?? '')].map(decimalsOf),
  );
  if (decimals > most.decimals) return err(`金额最多 ${most.decimals} 位小数。`);
  const budget = findMoney(meta.get('budget') ?? '', decimals);
  if (budget === undefined) return err('META 里没有 budget，或者不是金额。');
  const projects = readProjects(PROJECTS, decimals);
  if (!projects.ok) return projects;
  const ballots = readBallots(VOTES, projects.value);
  if (!ballots.ok) return ballots;
  const { groups, voterIds } = ballots.value;
  if (VOTES.length === 0) return err('VOTES 里没有选票。');
  return ok({
    election: { budget, projects: projects.value, ballots: groups, voters: VOTES.length },
    decimals,
    meta,
    voterIds,
  });
}

function readProjects(rows: readonly Row[], decimals: number): Result<readonly Project[], string> {
  if (rows.length === 0 || rows.length > most.projects) return err(`项目要有 1 到 ${most.projects} 个。`);
  const projects: Project[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const id = row['project_id'] ?? '';
    const cost = findMoney(row['cost'] ?? '', decimals);
    if (id === '' || seen.has(id)) return err(`项目编号“${id}”空着，或者写了两次。`);
    if (cost === undefined || cost === 0n) return err(`项目 ${id} 的 cost 不是大于 0 的金额。`);
    seen.add(id);
    projects.push({
      id,
      cost,
      ...(row['name'] !== undefined && row['name'] !== '' && { name: row['name'] }),
    });
  }
  return ok(projects);
}

interface Ballots {
  readonly groups: readonly BallotGroup[];
  readonly voterIds: readonly (readonly string[])[];
}
/** Ballots that say the same are one group. */
function readBallots(rows: readonly Row[], projects: readonly Project[]): Result<Ballots, string> {
  const indexOf = new Map(projects.map(({ id }, at) => [id, at]));
  const groups = new Map<string, { scores: BallotGroup['scores']; ids: string[] }>();
  for (const [at, row] of rows.entries()) {
    const scores = readVote(row, indexOf);
    if (scores === undefined) return err(`第 ${at + 1} 张选票有不认识的项目，或者分数不是整数。`);
    const key = scores.map(({ project, points }) => `${project}*${points}`).join(' ');
    const known = groups.get(key);
    const id = row['voter_id'] ?? String(at + 1);
    if (known === undefined) groups.set(key, { scores, ids: [id] });
    else known.ids.push(id);
  }
  const all = [...groups.values()];
  return ok({
    groups: all.map(({ scores, ids }) => ({ voters: ids.length, scores })),
    voterIds: all.map(({ ids }) => ids),
  });
}

const listOf = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** What one voter supports, each project once; undefined where it cannot be read. */
function readVote(row: Row, indexOf: ReadonlyMap<string, number>): BallotGroup['scores'] | undefined {
  const ids = listOf(row['vote']);
  const points = listOf(row['points']);
  const scores = new Map<number, number>();
  for (const [at, id] of ids.entries()) {
    const project = indexOf.get(id);
    const given = points.length === 0 ? 1 : Number(points[at]);
    if (project === undefined || !Number.isInteger(given) || given < 0 || given > 1_000_000) return undefined;
    if (given > 0) scores.set(project, given);
  }
  return [...scores]
    .map(([project, given]) => ({ project, points: given }))
    .toSorted((a, b) => a.project - b.project);
}
