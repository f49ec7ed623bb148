import { type Instant, instant } from '../basics/ids.ts';
import { type Calendar, type Duration, dueAt } from '../calendar/calendar.ts';
import type { Limit } from './types.ts';

/** The duration that holds for a matter of this urgency; undefined when no case names it. */
export const durationFor = (limit: Limit, urgency: string): Duration | undefined =>
  'by' in limit ? limit.cases[urgency] : limit;

/**
 * When a limit that ended at `end` ends with the extension added. A limit in days ends at midnight, which already
 * belongs to the next day: the extension counts from the day that the limit gave (民法典 201).
 */
export function extendedFrom(calendar: Calendar, end: Instant, by: Duration): Instant {
  const inDays = 'days' in by || 'workingDays' in by;
  return dueAt(calendar, instant(inDays ? end - 1 : end), by);
}

/** When a limit that begins now runs out. */
export function limitEnds(
  limit: Limit | undefined,
  urgency: string,
  calendar: Calendar,
  from: Instant,
): Instant | undefined {
  const duration = limit === undefined ? undefined : durationFor(limit, urgency);
  return duration === undefined ? undefined : dueAt(calendar, from, duration);
}
