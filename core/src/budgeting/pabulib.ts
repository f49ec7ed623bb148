import { err, ok, type Result } from '../basics/result.ts';
import {
  type BallotForm,
  type BallotKind,
  type Bounds,
  ballotKinds,
  type Roster,
  readBallot,
  rosterOf,
} from './ballots.ts';
import { decimalsOf, findMoney } from './money.ts';
import type { BallotGroup, Election, Project } from './types.ts';

/** An election as a file of Pabulib tells it, with what its numbers are written in. */
export interface PabulibElection {
  readonly election: Election;
  readonly form: BallotForm;
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

/** Reads the rows of a `.pb` file (semicolons, one row a line). One ballot outside what the file allows refuses it whole. */
export function readPabulib(rows: readonly (readonly string[])[]): Result<PabulibElection, string> {
  if (rows.length > most.rows) return err(`最多 ${most.rows} 行。`);
  const read = readSections(rows);
  if (!read.ok) return read;
  const { META, PROJECTS, VOTES } = read.value;
  const meta = new Map(META.map((row) => [row['key'] ?? '', row['value'] ?? '']));
  const amounts = ['budget', 'min_sum_cost', 'max_sum_cost'].map((name) => meta.get(name) ?? '');
  const decimals = Math.max(...[...amounts, ...PROJECTS.map((row) => row['cost'] ?? '')].map(decimalsOf));
  if (decimals > most.decimals) return err(`金额最多 ${most.decimals} 位小数。`);
  const form = readForm(meta, decimals);
  if (!form.ok) return form;
  const budget = findMoney(meta.get('budget') ?? '', decimals);
  if (budget === undefined) return err('META 里没有 budget，或者不是金额。');
  const projects = readProjects(PROJECTS, decimals);
  if (!projects.ok) return projects;
  if (VOTES.length === 0) return err('VOTES 里没有选票。');
  const ballots = readBallots(VOTES, form.value, rosterOf(projects.value, decimals));
  if (!ballots.ok) return ballots;
  const { groups, voterIds } = ballots.value;
  return ok({
    election: { budget, projects: projects.value, ballots: groups, voters: VOTES.length },
    form: form.value,
    decimals,
    meta,
    voterIds,
  });
}

/** What Pabulib calls each kind of ballot. */
export const voteTypes: Readonly<Record<BallotKind, string>> = {
  approval: 'approval',
  'choose-one': 'choose-1',
  cumulative: 'cumulative',
  scoring: 'scoring',
  ranked: 'ordinal',
};
export const boundNames = {
  projects: 'length',
  points: 'points',
  sum: 'sum_points',
  cost: 'sum_cost',
} as const;

function readForm(meta: ReadonlyMap<string, string>, decimals: number): Result<BallotForm, string> {
  const type = meta.get('vote_type') ?? 'approval';
  const kind = ballotKinds.find((each) => voteTypes[each] === type);
  if (kind === undefined)
    return err(`不认识 vote_type“${type}”，可以是 ${Object.values(voteTypes).join('、')}。`);
  if (Number(meta.get('default_score') ?? 0) !== 0)
    return err('default_score 不是 0：没有写到的项目也有分，这样的选票还不能算。');
  const wrong = Object.values(boundNames)
    .flatMap((name) => [`min_${name}`, `max_${name}`])
    .find((name) => !isBound(meta.get(name) ?? '', name.endsWith('cost') ? decimals : 0));
  if (wrong !== undefined) return err(`META 里的 ${wrong} 不是数。`);
  const boundsOf = <Key extends keyof typeof boundNames, Amount>(
    key: Key,
    read: (text: string) => Amount,
  ) => {
    const [least = '', most = ''] = [meta.get(`min_${boundNames[key]}`), meta.get(`max_${boundNames[key]}`)];
    const bounds = {
      ...(least !== '' && { least: read(least) }),
      ...(most !== '' && { most: read(most) }),
    };
    return (least === '' && most === '' ? {} : { [key]: bounds }) as Partial<Record<Key, Bounds<Amount>>>;
  };
  return ok({
    kind,
    ...boundsOf('projects', Number),
    ...boundsOf('points', Number),
    ...boundsOf('sum', Number),
    ...boundsOf('cost', (text) => findMoney(text, decimals) ?? 0n),
  });
}

const isBound = (text: string, decimals: number): boolean =>
  text === '' || findMoney(text, decimals) !== undefined;

function readProjects(rows: readonly Row[], decimals: number): Result<readonly Project[], string> {
  if (rows.length === 0 || rows.length > most.projects) return err(`项目要有 1 到 ${most.projects} 个。`);
  const projects: Project[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const id = row['project_id'] ?? '';
    const cost = findMoney(row['cost'] ?? '', decimals);
    if (id === '' || id.includes(',') || seen.has(id))
      return err(`项目编号“${id}”空着，有逗号，或者写了两次。`);
    if (cost === undefined || cost === 0n) return err(`项目 ${id} 的 cost 不是大于 0 的金额。`);
    seen.add(id);
    projects.push({ id, cost, ...detailsOf(row) });
  }
  return ok(projects);
}

function detailsOf(row: Row): Omit<Project, 'id' | 'cost'> {
  const name = row['name'] ?? '';
  const categories = listOf(row['category']);
  const area = row['district'] || row['neighborhood'] || '';
  return {
    ...(name !== '' && { name }),
    ...(categories.length > 0 && { categories }),
    ...(area !== '' && { area }),
  };
}

interface Ballots {
  readonly groups: readonly BallotGroup[];
  readonly voterIds: readonly (readonly string[])[];
}
/** Ballots that say the same are one group. */
function readBallots(rows: readonly Row[], form: BallotForm, roster: Roster): Result<Ballots, string> {
  const groups = new Map<string, { scores: BallotGroup['scores']; ids: string[] }>();
  const seen = new Set<string>();
  for (const [at, row] of rows.entries()) {
    const id = row['voter_id'] ?? String(at + 1);
    if (seen.has(id)) return err(`第 ${at + 1} 张选票：选民 ${id} 已经投过一张。`);
    seen.add(id);
    const points = row['points'] === undefined ? {} : { points: listOf(row['points']).map(Number) };
    const scores = readBallot(form, { projects: listOf(row['vote']), ...points }, roster);
    if (!scores.ok) return err(`第 ${at + 1} 张选票（选民 ${id}）不能算：${scores.error}。`);
    const key = scores.value.map(({ project, points: given }) => `${project}*${given}`).join(' ');
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { scores: scores.value, ids: [id] });
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
