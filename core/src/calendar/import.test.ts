import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { civilDate } from '../basics/ids.ts';
import { unwrap } from '../basics/result.ts';
import { addDays, covers, isWorkingDay } from './calendar.ts';
import { exampleCalendar } from './example-calendar.ts';
import { describeCalendarFault, usualWorkingHours, withYear } from './import.ts';
import { parseCalendarTable, readCalendarYear } from './import-text.ts';
import type { Calendar } from './types.ts';

const published = (year: number): unknown =>
  parse(readFileSync(new URL(`../../../charters/calendars/cn-${year}.yaml`, import.meta.url), 'utf8'));

const national = [2024, 2025, 2026]
  .map((year) => unwrap(readCalendarYear(published(year))))
  .reduce(withYear, { id: 'cn', years: {}, workingHours: usualWorkingHours } satisfies Calendar as Calendar);

describe('the published years', () => {
  it.each([
    [2024, 366, 251],
    [2025, 365, 248],
    [2026, 365, 248],
  ])('%i has %i days of which %i are worked', (year, length, worked) => {
    const days = Array.from({ length }, (_, n) => addDays(civilDate(`${year}-01-01`), n));
    expect(days.filter((day) => isWorkingDay(national, day))).toHaveLength(worked);
    expect(covers(national, year)).toBe(true);
  });

  it('works on the make-up days of 2026 and rests on its moved weekdays', () => {
    for (const day of ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10']) {
      expect(isWorkingDay(national, civilDate(`2026-${day}`)), day).toBe(true);
    }
    for (const day of ['01-02', '02-16', '02-23', '05-05', '06-19', '09-25', '10-07']) {
      expect(isWorkingDay(national, civilDate(`2026-${day}`)), day).toBe(false);
    }
  });

  it('counts a year without a notice as Monday to Friday', () => {
    expect(covers(national, 2030)).toBe(false);
    expect(isWorkingDay(national, civilDate('2030-10-01'))).toBe(true);
    expect(isWorkingDay(national, civilDate('2030-10-05'))).toBe(false);
  });
});

const table = `开始,结束,安排,名称
2027/1/1,2027/1/3,放假,元旦
2027-05-01,2027-05-05,放假,劳动节
2027-05-08,,上班,劳动节
2027-10-01，2027-10-07，放假，国庆节
`;

describe('a table that an operator typed', () => {
  it('becomes a year of the calendar', () => {
    const imported = unwrap(parseCalendarTable(`\uFEFF${table.replaceAll('\n', '\r\n')}`, 2027, '某通知'));
    const calendar = withYear(exampleCalendar, imported);
    expect(covers(calendar, 2027)).toBe(true);
    expect(isWorkingDay(calendar, civilDate('2027-05-08'))).toBe(true);
    expect(isWorkingDay(calendar, civilDate('2027-10-07'))).toBe(false);
    expect(imported.days.holidays).toHaveLength(15);
  });

  it.each([
    ['2027-02-30,,放假,春节', 'unknown-date', '2027-02-30'],
    ['2027-02-10,2027-02-05,放假,春节', 'backwards', '2027-02-10–2027-02-05'],
    ['2027-02-01,2027-03-01,放假,春节', 'backwards', '2027-02-01–2027-03-01'],
    ['2027-02-01,2027-02-16,放假,春节', 'backwards', '2027-02-01–2027-02-16'],
    ['2027-02-17,,上班,春节', 'works-anyway', '2027-02-17'],
    ['2027-10-02,,上班,国庆节', 'contradiction', '2027-10-02'],
    ['2027-10-07,,放假,中秋节', 'twice', '2027-10-07'],
    ['2028-05-01,,放假,劳动节', 'outside-year', '2028-05-01'],
    ['2027-02-05,,休假,春节', 'malformed', '2027-02-05,,休假,春节'],
  ])('with the line %s is refused as %s', (line, code, found) => {
    const result = parseCalendarTable(`${table}${line}\n`, 2027, '某通知');
    expect(result).toEqual({ ok: false, error: [{ code, where: '第 6 行', found }] });
  });

  it('may name a holiday of fifteen days', () => {
    expect(parseCalendarTable(`${table}2027-02-01,2027-02-15,放假,春节`, 2027, '某通知').ok).toBe(true);
  });

  it('without a holiday that the law fixes is refused, and every fault is told at once', () => {
    const result = parseCalendarTable('2027-01-01,,放假,元旦\n2027-02-30,,放假,春节', 2027, '某通知');
    const codes = result.ok ? [] : result.error.map((fault) => `${fault.code} ${fault.found}`);
    expect(codes).toEqual([
      'unknown-date 2027-02-30',
      'missing 2027-05-01',
      'missing 2027-10-01',
      'missing 2027-10-02',
      'missing 2027-10-03',
    ]);
  });

  it('is told in one plain line', () => {
    const line = describeCalendarFault({ code: 'unknown-date', where: '第 6 行', found: '2027-02-30' });
    expect(line).toBe('第 6 行：“2027-02-30” 没有这一天，日期写作 2027-01-01。');
  });
});

describe('a document of the wrong shape', () => {
  it.each<[string, unknown]>([
    ['文件', 'text'],
    ['year', { year: '2027', source: 'x', holidays: [] }],
    ['source', { year: 2027, source: ' ', holidays: [] }],
    ['holidays', { year: 2027, source: 'x', holidays: {} }],
    ['holidays[0]', { year: 2027, source: 'x', holidays: [{ from: '2027-01-01' }] }],
    [
      'holidays[0]',
      { year: 2027, source: 'x', holidays: [{ from: '2027-01-01', to: '2027-01-01', makeUpDays: [1] }] },
    ],
  ])('is refused at %s', (where, document) => {
    const result = readCalendarYear(document);
    expect(result.ok ? [] : result.error.map((fault) => [fault.code, fault.where])).toEqual([
      ['malformed', where],
    ]);
  });
});
