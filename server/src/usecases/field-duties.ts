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

/** How far one worker is with each duty of their seat, in the week, month or quarter of today. */
export async function ownDuties(
  shell: Shell,
  { community, fieldwork }: Pick<FieldworkSeat, 'community' | 'fieldwork'>,
  person: string,
  homes: number,
): Promise<readonly DutyFigure[]> {
  const today = civilDateOf(shell.now());
  const periods = fieldwork.duties.map(({ per }) => periodOf(today, per));
  const from = periods.map((each) => each.from).toSorted()[0];
  if (from === undefined) return [];
  const rows = await readCounted(shell.pool, community, person, { from, until: today });
  return dutyFigures(fieldwork.duties, rows.map(countedOf), homes, today);
}
