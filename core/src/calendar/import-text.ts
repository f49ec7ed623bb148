import { err, type Result } from '../basics/result.ts';
import { type CalendarEntry, type CalendarFault, type ImportedYear, yearFromEntries } from './import.ts';

/** Far more than a year's notice needs; a longer text is not a notice. */
const longestText = 20_000;
const mostEntries = 400;

const malformed = (where: string, found: string): Result<never, readonly CalendarFault[]> =>
  err([{ code: 'malformed', where, found: found.slice(0, 80) }]);

const kinds: Readonly<Record<string, 'off' | 'work'>> = {
  放假: 'off',
  休: 'off',
  off: 'off',
  上班: 'work',
  班: 'work',
  work: 'work',
};

/** Spreadsheets write 2027/2/5 or 2027.2.5; leave anything else as it is, to be refused with its own words. */
function tidyDate(text: string): string {
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
  if (parts === null) return text.trim();
  const [, year = '', month = '', day = ''] = parts;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Read a year from a table that an operator typed from the notice, one line each, header optional:
 *
 *     开始,结束,安排,名称
 *     2027-02-05,2027-02-11,放假,春节
 *     2027-02-20,,上班,春节
 *
 * An empty end means one day. Byte order mark, CRLF, tabs, 全角逗号 and dates as spreadsheets write them are accepted.
 */
export function parseCalendarTable(
  text: string,
  year: number,
  source: string,
): Result<ImportedYear, readonly CalendarFault[]> {
  if (text.length > longestText) return malformed('表格', `${text.length} 个字符`);
  const entries: CalendarEntry[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const cells = raw.split(/[,，\t]/).map((cell) => cell.trim());
    const [from = '', to = '', kindText = ''] = cells;
    const isHeader = index === 0 && !/\d/.test(from);
    if (isHeader || raw.trim() === '' || raw.trim().startsWith('#')) continue;
    const where = `第 ${index + 1} 行`;
    const kind = Object.hasOwn(kinds, kindText) ? kinds[kindText] : undefined;
    if (kind === undefined || cells.length > 4) return malformed(where, raw);
    entries.push({ where, kind, from: tidyDate(from), to: tidyDate(to === '' ? from : to) });
  }
  return yearFromEntries(year, source, entries);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function entriesOfHoliday(value: unknown, where: string): readonly CalendarEntry[] | undefined {
  if (!isObject(value)) return undefined;
  const { from, to, makeUpDays } = value;
  if (typeof from !== 'string' || typeof to !== 'string' || !Array.isArray(makeUpDays)) return undefined;
  const worked = makeUpDays.map((day: unknown): CalendarEntry | undefined =>
    typeof day === 'string' ? { where: `${where}.makeUpDays`, kind: 'work', from: day, to: day } : undefined,
  );
  if (worked.some((entry) => entry === undefined)) return undefined;
  return [{ where, kind: 'off', from, to }, ...worked.flatMap((entry) => entry ?? [])];
}

/**
 * Read a year from a parsed YAML or JSON document of the shape in `charters/calendars/cn-2026.yaml`:
 * `{ year, source, holidays: [{ name, from, to, makeUpDays }] }`, dates as text. Other fields are ignored.
 */
export function readCalendarYear(document: unknown): Result<ImportedYear, readonly CalendarFault[]> {
  if (!isObject(document)) return malformed('文件', typeof document);
  const { year, source, holidays } = document;
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 2000 || year > 2999) {
    return malformed('year', String(year));
  }
  if (typeof source !== 'string' || source.trim() === '') return malformed('source', '空');
  if (!Array.isArray(holidays) || holidays.length > mostEntries)
    return malformed('holidays', typeof holidays);
  const entries: CalendarEntry[] = [];
  for (const [index, holiday] of holidays.entries()) {
    const where = `holidays[${index}]`;
    const found = entriesOfHoliday(holiday, where);
    if (found === undefined || found.length > mostEntries) return malformed(where, 'from, to, makeUpDays');
    entries.push(...found);
  }
  return yearFromEntries(year, source, entries);
}
