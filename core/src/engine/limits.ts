import { type Instant, instant } from '../basics/ids.ts';
import { type Calendar, type Duration, dueAt } from '../calendar/calendar.ts';
import type { AffairRef, Limit } from './types.ts';

/** What a limit may depend on. */
export interface LimitGrounds {
  readonly urgency: string;
  readonly affair?: AffairRef | undefined;
}

/** The duration that holds for this matter; undefined when no case names it, or nothing is promised. */
export function durationFor(limit: Limit, { urgency, affair }: LimitGrounds): Duration | undefined {
  if (!('by' in limit)) return limit;
  return limit.by === 'affair' ? affair?.limit : limit.cases[urgency];
}

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
  grounds: LimitGrounds,
  calendar: Calendar,
  from: Instant,
): Instant | undefined {
  const duration = limit === undefined ? undefined : durationFor(limit, grounds);
  return duration === undefined ? undefined : dueAt(calendar, from, duration);
}
