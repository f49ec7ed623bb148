import { civilDate, type Instant } from '../basics/ids.ts';
import { instantOf, isCivilDate } from '../calendar/calendar.ts';

const pattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;
/** A day and a time of the wall clock, as people write a meeting down: 2026-12-05T19:30. */
export const isMoment = (text: string): boolean => isCivilDate(pattern.exec(text)?.[1] ?? '');

/** @param text for which `isMoment` holds */
export function instantOfMoment(text: string): Instant {
  const [, day = '', hour, minute] = pattern.exec(text) ?? [];
  return instantOf(civilDate(day), Number(hour) * 60 + Number(minute));
}
