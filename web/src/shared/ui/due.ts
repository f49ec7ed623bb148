const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const zoneMs = 8 * hourMs;

export interface DueWords {
  /** Key under `common.due`. */
  key: 'hours' | 'minutes' | 'day' | 'lateDays' | 'lateHours' | 'lateMinutes';
  count?: number;
  month?: number;
  day?: number;
  /** 0 is Sunday. */
  weekday?: number;
}

/** How to say when something falls due (epoch milliseconds): hours within a day, else the day on the street's calendar. */
export function dueWords(due: number, now: number): DueWords {
  const left = due - now;
  if (left <= -dayMs) return { key: 'lateDays', count: Math.floor(-left / dayMs) };
  if (left <= -hourMs) return { key: 'lateHours', count: Math.floor(-left / hourMs) };
  if (left <= 0) return { key: 'lateMinutes' };
  if (left < hourMs) return { key: 'minutes', count: Math.max(1, Math.floor(left / minuteMs)) };
  if (left < dayMs) return { key: 'hours', count: Math.floor(left / hourMs) };
  const civil = new Date(due + zoneMs);
  return { key: 'day', month: civil.getUTCMonth() + 1, day: civil.getUTCDate(), weekday: civil.getUTCDay() };
}
