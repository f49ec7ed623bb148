import type { Json, JsonObject } from '../basics/json.ts';
import type { LegResult } from '../voting/legs.ts';
import type { RollSum } from '../voting/roll.ts';
import type { Bases, Sum, Tally } from '../voting/types.ts';
import type { Block, PaperEvent } from './types.ts';

const weekdays = ['日', '一', '二', '三', '四', '五', '六'];
const two = (n: number): string => String(n).padStart(2, '0');
/** UTC+8, as the street's own clocks. */
const clockOf = (at: number): Date => new Date(at + 8 * 3_600_000);

/** 2026年12月5日 */
export function dayOn(at: number): string {
  const clock = clockOf(at);
  return `${clock.getUTCFullYear()}年${clock.getUTCMonth() + 1}月${clock.getUTCDate()}日`;
}
/** 2026年12月5日 @param date as calendars write it: 2026-12-05 */
export function civilDayOn(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year ?? ''}年${month ?? ''}月${day ?? ''}日`;
}
export function timeOn(at: number): string {
  const clock = clockOf(at);
  return `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}`;
}
/** 2026年12月5日（星期六）19:30 */
export const momentOn = (at: number): string =>
  `${dayOn(at)}（星期${weekdays[clockOf(at).getUTCDay()] ?? ''}）${timeOn(at)}`;

/** An end that is not inside: midnight is the 24:00 of the day before it. */
export const untilOn = (at: number): string =>
  timeOn(at) === '00:00' ? momentOn(at - 1).replace('23:59', '24:00') : momentOn(at);

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
/** 一、议题 … numbers the headings of those parts that are there. */
export const numbered = (
  parts: readonly { readonly title: string; readonly blocks: readonly Block[] }[],
): readonly Block[] =>
  parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ title, blocks }, i) => [heading(`${ordinals[i] ?? String(i + 1)}、${title}`), ...blocks]);

export const heading = (text: string): Block => ({ kind: 'heading', text });
export const note = (text: string): Block => ({ kind: 'note', text });
/** One paragraph a line; blank lines are none. */
export const lines = (text: string): readonly Block[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'text', text: line }));

export const saidIn = (event: PaperEvent | undefined, name: string): string => {
  const value = event?.said[name] ?? event?.data[name];
  return typeof value === 'string' ? value : '';
};
/** 陈（社区工作者）: as far as the reader may know who it was. */
export function personIn({ by }: PaperEvent): string {
  const { post, name } = by;
  if (name !== undefined && post !== undefined) return `${name}（${post}）`;
  return name ?? post ?? '';
}
export const organIn = (event: PaperEvent | undefined, community: string): string =>
  event?.by.organ ?? community;

const part = <T>(data: JsonObject, name: string): T | undefined =>
  data[name] === undefined ? undefined : (data[name] as Json as unknown as T);
export const rollIn = ({ data }: PaperEvent): RollSum | undefined => part(data, 'roll');
export const presentIn = ({ data }: PaperEvent): Sum | undefined => part(data, 'present');
export const legsIn = ({ data }: PaperEvent, name: 'turnout' | 'consent'): readonly LegResult[] =>
  part(data, name) ?? [];
export const tallyIn = ({ data }: PaperEvent): Tally | undefined => part(data, 'tally');
export const basesIn = ({ data }: PaperEvent): Bases | undefined => part(data, 'bases');
