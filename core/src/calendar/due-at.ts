import { type Instant, instant } from '../basics/ids.ts';
import { epochDayOfInstant, millisecondsPerMinute, startOfEpochDay } from './civil-date.ts';
import type { Calendar, DueOptions, Duration } from './types.ts';
import {
  afterWorkingMilliseconds,
  isHolidayEpochDay,
  isWorkingEpochDay,
  workingEpochDayFrom,
} from './working-time.ts';

const amount = (value: number, unit: string, wholeOnly: boolean): number => {
  if (!Number.isFinite(value) || value < 0 || (wholeOnly && !Number.isInteger(value))) {
    throw new Error(`a limit of ${value} ${unit}: expected zero or more${wholeOnly ? ', whole' : ''}`);
  }
  return value;
};

/** Hours may be fractions; an instant is a whole millisecond. */
const milliseconds = (minutes: number): number => Math.round(minutes * millisecondsPerMinute);

function endOfDay(calendar: Calendar, day: number, options: DueOptions): number {
  const closing = calendar.workingHours.at(-1);
  if (options.lastDayEnds === 'close-of-business' && closing && isWorkingEpochDay(calendar, day)) {
    return startOfEpochDay(day) + milliseconds(closing.toMinute);
  }
  return startOfEpochDay(day + 1);
}

function rolledOver(calendar: Calendar, day: number, options: DueOptions): number {
  const reading = options.rollOver ?? calendar.rollOver ?? 'statutory-holiday';
  const rolls = reading === 'rest-day' ? !isWorkingEpochDay(calendar, day) : isHolidayEpochDay(calendar, day);
  return rolls ? workingEpochDayFrom(calendar, day) : day;
}

/** The n-th working day after `day`, which itself is not counted; for 0, the first working day from `day` on. */
function afterWorkingDays(calendar: Calendar, day: number, n: number): number {
  if (n === 0) return workingEpochDayFrom(calendar, day);
  let reached = day;
  for (let counted = 0; counted < n; counted += 1) reached = workingEpochDayFrom(calendar, reached + 1);
  return reached;
}

/**
 * When a limit that began at `from` ends. It is kept by whoever acts before that instant and missed from it on.
 *
 * Counting follows 民法典 200–203. `days`: the day of `from` is not counted (201), the last day may roll over
 * (203, see `RollOver`) and ends at 24:00. `workingDays`: the day of `from` is not counted either and the n-th
 * working day ends at 24:00, whatever the working hours, because the law gives the whole day. `workingMinutes` and
 * `workingHours` run only inside working hours, so one that fills a day ends at its close and not at the next opening.
 * `minutes` and `hours` run through nights and holidays.
 *
 * Never before `from`. Throws on a negative or broken limit and on a calendar without working time.
 */
export function dueAt(calendar: Calendar, from: Instant, limit: Duration, options: DueOptions = {}): Instant {
  if ('minutes' in limit) return instant(from + milliseconds(amount(limit.minutes, 'minutes', false)));
  if ('hours' in limit) return instant(from + milliseconds(amount(limit.hours, 'hours', false) * 60));
  if ('workingMinutes' in limit) {
    const minutes = amount(limit.workingMinutes, 'workingMinutes', false);
    return afterWorkingMilliseconds(calendar, from, milliseconds(minutes));
  }
  if ('workingHours' in limit) {
    const minutes = amount(limit.workingHours, 'workingHours', false) * 60;
    return afterWorkingMilliseconds(calendar, from, milliseconds(minutes));
  }
  const today = epochDayOfInstant(from);
  const last =
    'days' in limit
      ? rolledOver(calendar, today + amount(limit.days, 'days', true), options)
      : afterWorkingDays(calendar, today, amount(limit.workingDays, 'workingDays', true));
  return instant(Math.max(from, endOfDay(calendar, last, options)));
}
