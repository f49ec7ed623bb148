import { type CivilDate, civilDate } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { addDays, epochDayOf, isCivilDate, weekdayOfEpochDay } from './civil-date.ts';
import type { Calendar, CalendarYear } from './types.ts';

/** A year's notice as it was read: what to add to a calendar, and where it comes from. */
export interface ImportedYear {
  readonly year: number;
  /** The notice's number, for example 国办发明电〔2025〕7号. */
  readonly source: string;
  readonly days: CalendarYear;
}

/**
 * Why a year's calendar was refused.
 * `malformed`: the text or object has not the shape that is asked for. `unknown-date`: no such day.
 * `outside-year`: more than a month away from the year. `backwards`: a holiday ends before it begins or lasts over
 * 15 days. `works-anyway`: a make-up day that is Monday to Friday. `contradiction`: the same day is off and worked.
 * `twice`: a day is listed twice. `missing`: a day that the law itself makes a holiday every year is absent.
 */
export type CalendarFaultCode =
  | 'malformed'
  | 'unknown-date'
  | 'outside-year'
  | 'backwards'
  | 'works-anyway'
  | 'contradiction'
  | 'twice'
  | 'missing';

export interface CalendarFault {
  readonly code: CalendarFaultCode;
  /** Where to look: '第 3 行' of a table, 'holidays[2]' of a document. */
  readonly where: string;
  /** The text that was found there, or what is missing. */
  readonly found: string;
}

const explanations: Readonly<Record<CalendarFaultCode, string>> = {
  malformed: '格式不对',
  'unknown-date': '没有这一天，日期写作 2027-01-01',
  'outside-year': '不在这一年',
  backwards: '结束早于开始，或者超过 15 天',
  'works-anyway': '本来就是周一至周五，不用调休上班',
  contradiction: '同一天既放假又上班',
  twice: '重复写了',
  missing: '法律规定的假日没有写上',
};

/** One line for the person who imports. */
export const describeCalendarFault = (fault: CalendarFault): string =>
  `${fault.where}：“${fault.found}” ${explanations[fault.code]}。`;

/** Holidays with a fixed date in 全国年节及纪念日放假办法 (2024-11 修订) 第二条; a list without them was mistyped. */
const fixedHolidays = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/** One line of a notice, as text that was not checked yet. */
export interface CalendarEntry {
  readonly where: string;
  readonly kind: 'off' | 'work';
  readonly from: string;
  readonly to: string;
}

const longestHolidayDays = 15;

function daysOfEntry(entry: CalendarEntry, year: number): Result<readonly CivilDate[], CalendarFault> {
  const fault = (code: CalendarFaultCode, found: string) => err({ code, where: entry.where, found });
  for (const text of [entry.from, entry.to]) if (!isCivilDate(text)) return fault('unknown-date', text);
  const first = epochDayOf(civilDate(entry.from));
  const last = epochDayOf(civilDate(entry.to));
  if (last < first || last - first >= longestHolidayDays) {
    return fault('backwards', `${entry.from}–${entry.to}`);
  }
  // New Year's holiday may begin in December and its make-up day lie there, so a month on either side is allowed.
  if (entry.from < `${year - 1}-12-01` || entry.to > `${year + 1}-01-31`)
    return fault('outside-year', entry.from);
  const days = Array.from({ length: last - first + 1 }, (_, n) => addDays(civilDate(entry.from), n));
  if (entry.kind === 'work') {
    const weekday = days.find((day) => ![0, 6].includes(weekdayOfEpochDay(epochDayOf(day))));
    if (weekday !== undefined) return fault('works-anyway', weekday);
  }
  return ok(days);
}

type Arranged = Map<CivilDate, CalendarEntry['kind']>;

/** Note the entry's days, and what is wrong with them against the days noted so far. */
function arrange(arranged: Arranged, entry: CalendarEntry, year: number): readonly CalendarFault[] {
  const days = daysOfEntry(entry, year);
  if (!days.ok) return [days.error];
  return days.value.flatMap((day) => {
    const before = arranged.get(day);
    if (before === undefined) arranged.set(day, entry.kind);
    if (before === undefined) return [];
    return [{ code: before === entry.kind ? 'twice' : 'contradiction', where: entry.where, found: day }];
  });
}

/** Check a notice's lines together and turn them into a calendar year. All faults are reported, not the first alone. */
export function yearFromEntries(
  year: number,
  source: string,
  entries: readonly CalendarEntry[],
): Result<ImportedYear, readonly CalendarFault[]> {
  const arranged: Arranged = new Map();
  const faults = entries.flatMap((entry) => arrange(arranged, entry, year));
  const absent = fixedHolidays
    .map((day) => civilDate(`${year}-${day}`))
    .filter((day) => arranged.get(day) !== 'off')
    .map((day): CalendarFault => ({ code: 'missing', where: `${year} 年`, found: day }));
  if (faults.length + absent.length > 0) return err([...faults, ...absent]);
  const listed = (kind: 'off' | 'work') =>
    [...arranged].flatMap(([day, k]) => (k === kind ? [day] : [])).sort();
  return ok({ year, source, days: { holidays: listed('off'), makeUpDays: listed('work') } });
}

/** The calendar with one more year, or with that year replaced. */
export const withYear = (calendar: Calendar, imported: ImportedYear): Calendar => ({
  ...calendar,
  years: { ...calendar.years, [String(imported.year)]: imported.days },
});

/** 9:00–12:00 and 13:00–18:00, a preset where a charter names no hours. */
export const usualWorkingHours: Calendar['workingHours'] = [
  { fromMinute: 540, toMinute: 720 },
  { fromMinute: 780, toMinute: 1080 },
];
