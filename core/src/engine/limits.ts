import type { Instant } from '../basics/ids.ts';
import { type Calendar, type Duration, dueAt } from '../calendar/calendar.ts';
import type { Limit } from './types.ts';

/** The duration that holds for a matter of this urgency; undefined when no case names it. */
export const durationFor = (limit: Limit, urgency: string): Duration | undefined =>
  'by' in limit ? limit.cases[urgency] : limit;

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
