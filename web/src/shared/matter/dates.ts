import type { TFunction } from 'i18next';
import type { Json, OpeningBody } from '../api/bodies.ts';

/** Instants in words, always in the time of the street (Asia/Shanghai, fixed UTC+8). */

/** Chooses words by key. */
export type Say = TFunction;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const streetClock = (at: number): Date => new Date(at + 8 * hourMs);

const two = (n: number): string => String(n).padStart(2, '0');
const clockText = (at: number): string => {
  const clock = streetClock(at);
  return `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}`;
};
const dayNumber = (at: number): number => Math.floor((at + 8 * hourMs) / dayMs);

/** 'YYYY-MM-DD' on the street's calendar. */
export const civilDay = (at: number): string => streetClock(at).toISOString().slice(0, 10);
/** A civil day as an instant inside it. */
export const noonOf = (day: string): number => Date.parse(`${day}T12:00:00+08:00`);
/** 'YYYY-MM' on the street's calendar. */
export const civilMonth = (at: number): string => civilDay(at).slice(0, 7);

/** 11月22日(周日), with the year where it is not this one. */
export function dayText(at: number, now: number, say: Say): string {
  const clock = streetClock(at);
  const sameYear = clock.getUTCFullYear() === streetClock(now).getUTCFullYear();
  return say(sameYear ? 'matter.date.day' : 'matter.date.dayOfYear', {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    monthName: say(`matter.date.month.${clock.getUTCMonth() + 1}`),
    day: clock.getUTCDate(),
    weekday: say(`matter.date.weekday.${clock.getUTCDay()}`),
  });
}

/** Today and yesterday by name, other days by date; always with the time. */
export function momentText(at: number, now: number, say: Say): string {
  const apart = dayNumber(now) - dayNumber(at);
  if (apart === 0) return say('matter.date.todayAt', { time: clockText(at) });
  if (apart === 1) return say('matter.date.yesterdayAt', { time: clockText(at) });
  const clock = streetClock(at);
  const sameYear = clock.getUTCFullYear() === streetClock(now).getUTCFullYear();
  return say(sameYear ? 'matter.date.at' : 'matter.date.atOfYear', {
    year: clock.getUTCFullYear(),
    month: clock.getUTCMonth() + 1,
    monthName: say(`matter.date.month.${clock.getUTCMonth() + 1}`),
    day: clock.getUTCDate(),
    time: clockText(at),
  });
}

/** A length of time in its largest whole unit: 2 天, 3 小时, 20 分钟. */
export function spanText(ms: number, say: Say): string {
  const size = Math.abs(ms);
  if (size >= 2 * dayMs) return say('matter.date.days', { n: Math.floor(size / dayMs) });
  if (size >= hourMs) return say('matter.date.hours', { n: Math.floor(size / hourMs) });
  return say('matter.date.minutes', { n: Math.max(1, Math.floor(size / 60_000)) });
}

/** Time of a limit: what ends at midnight ends with the day before, as people count. */
const endText = (dueAt: number): string => (clockText(dueAt) === '00:00' ? '24:00' : clockText(dueAt));
const lastMoment = (dueAt: number): number => dueAt - 1;

/** When something falls due: 今天 17:30 前, 11月22日(周日)前, 已超 2 天. */
export function dueText(dueAt: number, now: number, say: Say): string {
  if (dueAt <= now) return say('matter.due.over', { span: spanText(now - dueAt, say) });
  const apart = dayNumber(lastMoment(dueAt)) - dayNumber(now);
  if (apart === 0) return say('matter.due.today', { time: endText(dueAt) });
  if (apart === 1) return say('matter.due.tomorrow', { time: endText(dueAt) });
  return say('matter.due.day', { day: dayText(lastMoment(dueAt), now, say) });
}

/** The end of a limit as it was set, whether it has passed or not: 11月22日(周日) 17:30. */
export const limitText = (dueAt: number, now: number, say: Say): string =>
  say('matter.due.end', { day: dayText(lastMoment(dueAt), now, say), time: endText(dueAt) });

/** How pressing: a word and a shape go with it, never colour alone. */
export type Pressure = 'over' | 'today' | 'later';
export function pressureOf(dueAt: number, now: number): Pressure {
  if (dueAt <= now) return 'over';
  return dayNumber(lastMoment(dueAt)) === dayNumber(now) ? 'today' : 'later';
}

/** '3 日', '5 个工作日': a length as the record writes it, one unit and its number; undefined where it writes none. */
export function lengthText(by: Json | undefined, say: Say): string | undefined {
  if (typeof by !== 'object' || by === null || Array.isArray(by)) return undefined;
  const [entry] = Object.entries(by);
  return entry === undefined ? undefined : say(`matter.length.${entry[0]}`, { count: entry[1] });
}
/** The limit that a stage promises; nothing where it has none. */
export const limitOfStage = (limit: OpeningBody['promise'][number]['limit'], say: Say): string =>
  (limit && lengthText({ [limit.unit]: limit.amount }, say)) ?? '';
