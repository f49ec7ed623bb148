import { type CivilDate, personId } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Matter } from '@liren/core/engine/types.ts';
import { type HomeAddress, showHomeAddress, walkingOrder } from '@liren/core/registry/address.ts';
import type { Listed } from '@liren/core/voting/listed.ts';
import { ownerBallots } from '@liren/core/voting/roll.ts';
import type { RollRule, Sum } from '@liren/core/voting/types.ts';
import { normalisePhone } from '../../adapters/crypto/phone.ts';
import type { NewEntry } from '../../store/polls/polls.ts';
import {
  gridsIn,
  type OwnedLine,
  type ResidentLine,
  type RollArea,
  readHomeLines,
  readOwnedLines,
  readResidentLines,
} from '../../store/polls/roll-lines.ts';
import { readHolders } from '../../store/posts.ts';
import { openResident } from '../../store/registry.ts';
import { readMembers } from '../../store/resident-groups.ts';
import { sealedPlacePerson } from '../person-names.ts';
import { newId } from '../seal.ts';
import type { Shell } from '../shell.ts';
import { phoneKey } from './phone-key.ts';

/** A line of the roll before it has its number. */
interface Line {
  readonly label: string;
  readonly keys: readonly string[];
  readonly weight: Sum;
}
const oneHead: Sum = { heads: 1, area: 0 };

/** Over which homes the roll reaches: those of the compound or building that the matter names, of its grid, or of its community. */
export async function areaOf({ pool }: Shell, matter: Matter): Promise<RollArea> {
  const { rows } = await pool.query<{ compound: string | null; building: string | null }>(
    `SELECT nullif(data->>'compound', '') AS compound, nullif(data->>'building', '') AS building FROM event
     WHERE community_id = $1 AND matter_id = $2::uuid AND seq = 1`,
    [matter.community, matter.id],
  );
  const { compound, building } = rows[0] ?? {};
  const smallest = matter.placePath.at(-1);
  const inGrid = smallest?.level === 'grid';
  return {
    community: matter.community,
    ...(compound && { compound }),
    ...(building && { building }),
    ...(inGrid && { grids: await gridsIn(pool, smallest.id) }),
  };
}

/** Years completed on the day. The year of birth settles most; only where it leaves a doubt is the number opened. */
function isOld(
  shell: Shell,
  { id, born_year, identity_sealed }: ResidentLine,
  age: number,
  on: CivilDate,
): boolean {
  if (born_year === null) return false;
  const years = Number(on.slice(0, 4)) - born_year;
  if (years !== age) return years > age;
  if (identity_sealed === null) return false;
  const number = openResident(shell.sealer, id, 'identity', identity_sealed);
  return number.slice(10, 14) <= on.slice(5).replace('-', '');
}

function inWalkingOrder<L extends HomeAddress>(lines: readonly L[]): readonly L[] {
  const placed = lines.map((line) => ({ line, at: walkingOrder(line) }));
  return placed.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).map(({ line }) => line);
}

async function residents(
  shell: Shell,
  rule: RollRule,
  area: RollArea,
  on: CivilDate,
): Promise<readonly Line[]> {
  const { age, group } = rule;
  // Whoever belongs to a group belongs to it also while away.
  const lines = inWalkingOrder(await readResidentLines(shell.pool, area, group !== undefined));
  const members =
    group === undefined ? undefined : await readMembers(shell.pool, shell.sealer, area.community, group);
  return lines
    .filter(({ id }) => members?.has(id) ?? true)
    .filter((line) => age === undefined || isOld(shell, line, age, on))
    .map((line) => ({
      label: `${openResident(shell.sealer, line.id, 'name', line.name_sealed)} ${showHomeAddress(line)}`,
      keys: [`resident:${line.id}`],
      weight: oneHead,
    }));
}

/** One vote a home; whoever of its grown people comes first speaks for it. */
async function households(
  shell: Shell,
  rule: RollRule,
  area: RollArea,
  on: CivilDate,
): Promise<readonly Line[]> {
  const grown = new Set(
    (await readResidentLines(shell.pool, area))
      .filter((line) => isOld(shell, line, rule.age ?? 18, on))
      .map(({ id }) => id),
  );
  return inWalkingOrder(await readHomeLines(shell.pool, area)).map((line) => ({
    label: showHomeAddress(line),
    keys: line.residents.filter((id) => grown.has(id)).map((id) => `resident:${id}`),
    weight: oneHead,
  }));
}

/** 一套房一票, several homes of the same owners together (区分所有权解释 9). Homes of unknown owners have no line. */
async function owners(shell: Shell, area: RollArea, on: CivilDate): Promise<readonly Line[]> {
  const homes = inWalkingOrder(await readOwnedLines(shell.pool, area, on));
  const doors = new Map(homes.map((line: OwnedLine) => [line.home, showHomeAddress(line)]));
  return ownerBallots(homes).ballots.map(({ owners: marks, homes: own, weight }) => ({
    label: own.map((home) => doors.get(home) ?? '').join('、'),
    keys: marks.map((mark) => `owner:${mark}`),
    weight,
  }));
}

/** Whoever sits in one of these posts, once, in the organs that serve the place. */
async function posts(shell: Shell, rule: RollRule, matter: Matter, on: CivilDate): Promise<readonly Line[]> {
  const places = new Set(matter.placePath.map(({ id }) => id));
  const organs = shell.directory
    .organsAround(matter.community)
    .filter(({ area }) => places.has(area))
    .map(({ id }) => id);
  const people = new Set<string>();
  for (const post of rule.posts ?? [])
    for (const person of (await readHolders(shell.pool, post, organs, on)).keys()) people.add(person);
  const { rows } = await shell.pool.query<{ id: string; name_sealed: string | null }>(
    'SELECT id, name_sealed FROM person WHERE id = ANY($1::uuid[]) ORDER BY id',
    [[...people]],
  );
  return rows.map(({ id, name_sealed }) => ({
    label: name_sealed === null ? '' : openName(shell, id, name_sealed),
    keys: [`person:${id}`],
    weight: oneHead,
  }));
}

function openName({ sealer }: Shell, id: string, sealed: string): string {
  const opened = sealer.open(sealedPlacePerson(personId(id)), sealed);
  if (!opened.ok) throw new Error(`the name of ${id} does not open: ${opened.error}`);
  return opened.value;
}

/** Whoever is named, and found again by the telephone that stands beside the name. */
const listed = (shell: Shell, { community }: Matter, people: readonly Listed[]): readonly Line[] =>
  people.map(({ name, phone }) => {
    const read = phone === undefined ? undefined : normalisePhone(phone);
    return {
      label: name,
      keys: read?.ok === true ? [phoneKey(shell, community, read.value)] : [],
      weight: oneHead,
    };
  });

async function linesOf(
  shell: Shell,
  rule: RollRule,
  matter: Matter,
  people: readonly Listed[],
): Promise<readonly Line[]> {
  const on = civilDateOf(shell.now());
  if (rule.from === 'posts') return posts(shell, rule, matter, on);
  if (rule.from === 'listed') return listed(shell, matter, people);
  const area = await areaOf(shell, matter);
  if (rule.within === 'grid' && area.grids === undefined) return [];
  switch (rule.from) {
    case 'owners':
      return owners(shell, area, on);
    case 'households':
      return households(shell, rule, area, on);
    case 'residents':
      return residents(shell, rule, area, on);
  }
}

/** 名册: whoever the rule names today, numbered in the order of their doors; of a list, whoever stands on it. */
export async function newRoll(
  shell: Shell,
  rule: RollRule,
  matter: Matter,
  { people = [] }: { readonly people?: readonly Listed[] } = {},
): Promise<readonly NewEntry[]> {
  const lines = await linesOf(shell, rule, matter, people);
  return lines.map((line, i) => ({ ...line, id: newId(), no: i + 1, recused: false }));
}
