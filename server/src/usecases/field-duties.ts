import { groupBy } from '@liren/core/basics/group-by.ts';
import { civilDate } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type DutyFigure, dutyFigures, periodOf } from '@liren/core/fieldwork/duties.ts';
import type { CountedEntry } from '@liren/core/fieldwork/types.ts';
import { type CountedRow, readCounted } from '../store/read-fieldwork.ts';
import type { FieldworkSeat } from './fieldwork-seats.ts';
import type { Shell } from './shell.ts';

const countedOf = ({ round, home_id, met, day }: CountedRow): CountedEntry => ({
  round,
  met,
  day: civilDate(day),
  ...(home_id !== null && { home: home_id }),
});

/**
 * How far each worker is with the duties of their seat, in the week, month or quarter of today.
 *
 * @param homes - how many homes the grids of each worker have
 */
export async function dutiesOf(
  shell: Shell,
  { community, fieldwork }: Pick<FieldworkSeat, 'community' | 'fieldwork'>,
  homes: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<string, readonly DutyFigure[]>> {
  const today = civilDateOf(shell.now());
  const periods = fieldwork.duties.map(({ per }) => periodOf(today, per));
  const from = periods.map((each) => each.from).toSorted()[0];
  if (from === undefined) return new Map();
  const rows = await readCounted(shell.pool, community, [...homes.keys()], { from, until: today });
  const own = groupBy(rows, ({ person_id }) => person_id);
  return new Map(
    [...homes].map(([person, count]) => [
      person,
      dutyFigures(fieldwork.duties, (own.get(person) ?? []).map(countedOf), count, today),
    ]),
  );
}
