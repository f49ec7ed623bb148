import { type CivilDate, type Instant, instant } from '../basics/ids.ts';
import {
  epochDayOf,
  epochDayOfInstant,
  millisecondsPerMinute,
  startOfEpochDay,
  weekdayOfEpochDay,
} from './civil-date.ts';
import type { Calendar } from './types.ts';

interface DayIndex {
  readonly holidays: ReadonlySet<number>;
  readonly makeUpDays: ReadonlySet<number>;
}

/** A calendar never changes once made, so what is derived from it is kept as long as it lives. */
const indexes = new WeakMap<Calendar, DayIndex>();

function indexOf(calendar: Calendar): DayIndex {
  const known = indexes.get(calendar);
  if (known !== undefined) return known;
  const years = Object.values(calendar.years);
  const index = {
    holidays: new Set(years.flatMap((year) => year.holidays.map(epochDayOf))),
    makeUpDays: new Set(years.flatMap((year) => year.makeUpDays.map(epochDayOf))),
  };
  indexes.set(calendar, index);
  return index;
}

export const isHolidayEpochDay = (calendar: Calendar, day: number): boolean =>
  indexOf(calendar).holidays.has(day);

export function isWorkingEpochDay(calendar: Calendar, day: number): boolean {
  const index = indexOf(calendar);
  if (index.makeUpDays.has(day)) return true;
  if (index.holidays.has(day)) return false;
  const weekday = weekdayOfEpochDay(day);
  return weekday !== 0 && weekday !== 6;
}

/** A make-up day works, a holiday of the notice does not, else Monday to Friday. */
export const isWorkingDay = (calendar: Calendar, date: CivilDate): boolean =>
  isWorkingEpochDay(calendar, epochDayOf(date));

/** Is the year's notice known? When not, it counts as Monday–Friday and the caller may warn. */
export const covers = (calendar: Calendar, year: number): boolean =>
  Object.hasOwn(calendar.years, String(year));

/** Working minutes of one full working day. */
export const workingMinutesPerDay = (calendar: Calendar): number =>
  calendar.workingHours.reduce((sum, window) => sum + window.toMinute - window.fromMinute, 0);

/** Working milliseconds of one working day that lie in [from, to). */
function workingMillisecondsInDay(calendar: Calendar, day: number, from: number, to: number): number {
  const midnight = startOfEpochDay(day);
  let sum = 0;
  for (const window of calendar.workingHours) {
    const opens = Math.max(from, midnight + window.fromMinute * millisecondsPerMinute);
    const closes = Math.min(to, midnight + window.toMinute * millisecondsPerMinute);
    if (closes > opens) sum += closes - opens;
  }
  return sum;
}

function workingMillisecondsBetween(calendar: Calendar, from: Instant, to: Instant): number {
  if (to <= from) return 0;
  const first = epochDayOfInstant(from);
  const last = epochDayOfInstant(to);
  const perDay = workingMinutesPerDay(calendar) * millisecondsPerMinute;
  let sum = 0;
  for (let day = first; day <= last; day += 1) {
    if (!isWorkingEpochDay(calendar, day)) continue;
    sum += day === first || day === last ? workingMillisecondsInDay(calendar, day, from, to) : perDay;
  }
  return sum;
}

/** Minutes of [from, to) inside working hours of working days, with fractions; 0 when `to` is not after `from`. */
export const workingMinutesBetween = (calendar: Calendar, from: Instant, to: Instant): number =>
  workingMillisecondsBetween(calendar, from, to) / millisecondsPerMinute;

/** Eleven years: longer than any limit in law, so reaching it means a calendar in which nobody ever works. */
const searchDays = 4_018;

/** The earliest working day on or after `day`. Throws when the calendar never works again. */
export function workingEpochDayFrom(calendar: Calendar, day: number): number {
  for (let candidate = day; candidate < day + searchDays; candidate += 1) {
    if (isWorkingEpochDay(calendar, candidate)) return candidate;
  }
  throw new Error(`calendar ${calendar.id} has no working day after epoch day ${day}`);
}

/** The instant inside the day at which `milliseconds` of working time after `from` have passed. */
function instantWithinDay(calendar: Calendar, day: number, from: number, milliseconds: number): Instant {
  const midnight = startOfEpochDay(day);
  let left = milliseconds;
  for (const window of calendar.workingHours) {
    const opens = Math.max(from, midnight + window.fromMinute * millisecondsPerMinute);
    const available = midnight + window.toMinute * millisecondsPerMinute - opens;
    if (available <= 0) continue;
    if (left <= available) return instant(opens + left);
    left -= available;
  }
  throw new Error('less working time in the day than was counted');
}

/** The earliest instant by which that much working time has passed since `from`; a whole day's worth ends at its close. */
export function afterWorkingMilliseconds(calendar: Calendar, from: Instant, milliseconds: number): Instant {
  if (milliseconds === 0) return from;
  const perDay = workingMinutesPerDay(calendar) * millisecondsPerMinute;
  if (perDay <= 0) throw new Error(`calendar ${calendar.id} has no working hours`);
  let left = milliseconds;
  let day = workingEpochDayFrom(calendar, epochDayOfInstant(from));
  let available = workingMillisecondsInDay(calendar, day, from, startOfEpochDay(day + 1));
  while (left > available) {
    left -= available;
    day = workingEpochDayFrom(calendar, day + 1);
    available = perDay;
  }
  return instantWithinDay(calendar, day, from, left);
}
