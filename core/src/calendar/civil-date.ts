import { type CivilDate, civilDate, type Instant, instant } from '../basics/ids.ts';

export const millisecondsPerMinute = 60_000;
export const millisecondsPerDay = 86_400_000;
/** UTC+8 all year: mainland China has had no summer time since 1991. */
const zoneOffsetMilliseconds = 8 * 60 * millisecondsPerMinute;

/** Whole civil days since 1970-01-01 in UTC+8. */
export const epochDayOfInstant = (at: Instant): number =>
  Math.floor((at + zoneOffsetMilliseconds) / millisecondsPerDay);

/** Local midnight at which the given epoch day begins, epoch milliseconds. */
export const startOfEpochDay = (day: number): number => day * millisecondsPerDay - zoneOffsetMilliseconds;

export function civilDateOfEpochDay(day: number): CivilDate {
  return civilDate(new Date(day * millisecondsPerDay).toISOString().slice(0, 10));
}

/** Is it a date that exists, written 'YYYY-MM-DD', years 1000–9999? '2026-02-30' is not. */
export function isCivilDate(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text;
}

/** Throws on a text that is no date: a `CivilDate` was checked where it came in. */
export function epochDayOf(date: CivilDate): number {
  if (!isCivilDate(date)) throw new Error(`not a civil date: ${JSON.stringify(date)}`);
  return Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay;
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOfEpochDay = (day: number): number => (((day + 4) % 7) + 7) % 7;

/** The civil day, in UTC+8, in which the instant falls; midnight belongs to the day it begins. */
export const civilDateOf = (at: Instant): CivilDate => civilDateOfEpochDay(epochDayOfInstant(at));

/** `minuteOfDay` counts from local midnight; 1440 is 24:00, the same instant as 0:00 of the next day. */
export const instantOf = (date: CivilDate, minuteOfDay: number): Instant =>
  instant(startOfEpochDay(epochDayOf(date)) + minuteOfDay * millisecondsPerMinute);

/** `n` may be negative. */
export const addDays = (date: CivilDate, n: number): CivilDate => civilDateOfEpochDay(epochDayOf(date) + n);

/** The same day so many years on; 29 February becomes 28 where the year has none. */
export function addYears(date: CivilDate, n: number): CivilDate {
  const year = String(Number(date.slice(0, 4)) + n).padStart(4, '0');
  const same = `${year}${date.slice(4)}`;
  return civilDate(isCivilDate(same) ? same : `${year}-02-28`);
}

/** The day a person should read on a due instant: 24:00 of the 5th is printed as the 5th, not the 6th. */
export const lastCivilDateOf = (due: Instant): CivilDate => civilDateOf(instant(due - 1));
