import type { Json } from '@liren/core/basics/json.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type Attendance, whoIsMissing } from '@liren/core/opinion/missing.ts';
import { type Dweller, dwellers } from '../../store/count-people.ts';
import { type DiscussionRow, keepAttendance, readParts } from '../../store/discussions/discussions.ts';
import { readStanding, titlesOf } from '../standing.ts';
import type { TalkDeps } from './find-talk.ts';

export type Ways = 'age' | 'building';
export type ToldAttendance = Readonly<Record<Ways, Attendance>> & {
  /** Who has shown who they are; and how many took part beside them. */
  readonly of: number;
  readonly others: number;
};

/** From this age on people are asked. */
const grown = 18;
/** The first age of each band; the page words them. */
const bands = [18, 35, 60, 75] as const;

const bandOf = (age: number): string => String(bands.findLast((from) => age >= from) ?? '');

/**
 * 谁没来, by age and by building, of those who have shown who they are. Told anew only when at least `least` more of them take
 * part than when it was told last: whoever compares two of them learns of no fewer.
 */
export async function attendanceOf(
  deps: TalkDeps,
  row: DiscussionRow,
  participants: number,
  least: number,
): Promise<ToldAttendance | undefined> {
  const { pool } = deps.shell;
  const before = (row.attendance as ToldAttendance | null) ?? undefined;
  if (row.closed_at !== null && before !== undefined) return before;
  const parts = await readParts(pool, row.community_id, row.id);
  if (parts.length < row.attended + least) return before;
  const people = await grownPeople(deps, row.community_id);
  const known = parts.flatMap((id) => people.get(id) ?? []);
  const count = (way: Ways): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const key of [...people.values()].map((one) => one[way]).toSorted())
      counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const told: ToldAttendance = {
    ...whoIsMissing(known, { age: count('age'), building: count('building') }, least),
    of: known.length,
    others: Math.max(0, participants - known.length),
  };
  await keepAttendance(pool, row.community_id, row.id, parts.length, told as unknown as Json);
  return told;
}

async function grownPeople(
  deps: TalkDeps,
  community: string,
): Promise<ReadonlyMap<string, Readonly<Record<Ways, string>>>> {
  const { shell, directory } = deps;
  const year = Number(civilDateOf(shell.now()).slice(0, 4));
  const { called } = await readStanding(shell.pool, community, titlesOf(directory));
  const isGrown = ({ born_year }: Dweller): boolean => born_year === null || year - born_year >= grown;
  const people = (await dwellers(shell.pool, community)).filter(isGrown);
  return new Map(
    people.map((one) => {
      const { compound, building } = called({ compound: one.compound, building: one.building });
      const age = one.born_year === null ? '' : bandOf(year - one.born_year);
      return [one.id, { age, building: `${compound} ${building} 号楼`.trim() }];
    }),
  );
}
