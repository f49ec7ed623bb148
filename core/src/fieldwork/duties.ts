import { type CivilDate, civilDate } from '../basics/ids.ts';
import { addDays } from '../calendar/calendar.ts';
import type { CountedEntry, Duty } from './types.ts';

/** First and last day of a period, both inside. */
export interface Period {
  readonly from: CivilDate;
  readonly until: CivilDate;
}
const pad = (n: number): string => String(n).padStart(2, '0');

/** The week (Monday to Sunday), month or quarter that holds the day. */
export function periodOf(day: CivilDate, per: Duty['per']): Period {
  const [year = 0, month = 1] = day.split('-').map(Number);
  if (per === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
    const from = addDays(day, -weekday);
    return { from, until: addDays(from, 6) };
  }
  const length = per === 'month' ? 1 : 3;
  const first = month - ((month - 1) % length);
  const [nextYear, next] = first + length > 12 ? [year + 1, first + length - 12] : [year, first + length];
  return {
    from: civilDate(`${year}-${pad(first)}-01`),
    until: addDays(civilDate(`${nextYear}-${pad(next)}-01`), -1),
  };
}

export interface DutyFigure extends Period {
  readonly id: string;
  readonly title: string;
  readonly counts: Duty['counts'];
  readonly per: Duty['per'];
  readonly done: number;
  /** What is owed by the end of the period. */
  readonly least: number;
}

const owed = ({ least }: Duty, homes: number): number =>
  'number' in least ? least.number : Math.ceil((homes * least.percentOfHomes) / 100);

/**
 * How far a worker is with each duty in the period that holds `today`.
 *
 * @param entries - the worker's own; days and homes count once however often they stand there
 * @param homes - number of homes in the worker's grids
 */
export function dutyFigures(
  duties: readonly Duty[],
  entries: readonly CountedEntry[],
  homes: number,
  today: CivilDate,
): readonly DutyFigure[] {
  return duties.map((duty) => {
    const { from, until } = periodOf(today, duty.per);
    const own = entries.filter(
      ({ round, met, day }) => round === duty.of && met && from <= day && day <= until,
    );
    const counted = {
      days: () => new Set(own.map(({ day }) => day)).size,
      homes: () => new Set(own.flatMap(({ home }) => home ?? [])).size,
      entries: () => own.length,
    }[duty.counts]();
    const { id, title, counts, per } = duty;
    return { id, title, counts, per, from, until, done: counted, least: owed(duty, homes) };
  });
}
