import { civilDate, type Instant, instant } from '@liren/core/basics/ids.ts';
import { instantOf, isCivilDate } from '@liren/core/calendar/calendar.ts';

/** Reads a time of the community's zone by one written pattern, such as `YYYY/M/D H:m:s`. */
export type TimeReader = (text: string) => Instant | undefined;

/** One letter takes one or two digits, two letters take exactly two. */
const tokens: Readonly<Record<string, string>> = {
  YYYY: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  DD: '(?<day>\\d{2})',
  D: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  H: '(?<hour>\\d{1,2})',
  mm: '(?<minute>\\d{2})',
  m: '(?<minute>\\d{1,2})',
  ss: '(?<second>\\d{2})',
  s: '(?<second>\\d{1,2})',
};

export function createTimeReader(pattern: string): TimeReader {
  const source = pattern
    .split(/(YYYY|MM?|DD?|HH?|mm?|ss?)/)
    .map(
      (part) =>
        tokens[part] ?? part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/ +/g, '[ T\\u3000]+'),
    )
    .join('');
  const expression = new RegExp(`^${source}$`);
  return (text) => {
    const {
      year,
      month = '1',
      day = '1',
      hour = '0',
      minute = '0',
      second = '0',
    } = expression.exec(text.trim())?.groups ?? {};
    if (year === undefined) return undefined;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const [h, m, s] = [Number(hour), Number(minute), Number(second)];
    if (!isCivilDate(date) || h > 23 || m > 59 || s > 59) return undefined;
    return instant(instantOf(civilDate(date), h * 60 + m) + s * 1000);
  };
}

/** Each part of a time at most once, and at least the whole date. */
export function isTimePattern(pattern: string): boolean {
  const parts = pattern.match(/YYYY|M+|D+|H+|m+|s+/g) ?? [];
  const letters = parts.map((part) => part.charAt(0));
  return (
    parts.every((part) => tokens[part] !== undefined) &&
    new Set(letters).size === letters.length &&
    ['Y', 'M', 'D'].every((letter) => letters.includes(letter))
  );
}

/** The first pattern that fits; every text that two patterns fit, they read alike. */
export const readTime = (readers: readonly TimeReader[], text: string): Instant | undefined =>
  readers.map((read) => read(text)).find((at) => at !== undefined);

/** Days as tables and people write them. */
export const dayReaders = [
  'YYYY-M-D',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYY年M月D日',
  'YYYY-M-D H:m:s',
  'YYYYMMDD',
  'YYYY-M',
  'YYYY.M',
  'YYYY年M月',
].map(createTimeReader);
