import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { civilDate, instant } from '../basics/ids.ts';
import { unwrap } from '../basics/result.ts';
import { type Calendar, dueAt, lastCivilDateOf } from '../calendar/calendar.ts';
import { usualWorkingHours, withYear } from '../calendar/import.ts';
import { readCalendarYear } from '../calendar/import-text.ts';
import { parseCatalogue } from '../catalogue/parse-catalogue.ts';
import { noCounts } from '../projections/measures.ts';
import { percent, ratesOf } from '../projections/rates.ts';
import { parseLawBook } from './parse-law.ts';
import { rateWeights } from './three-rates.ts';
import { urgencyGrades } from './urgency-grades.ts';

const root = new URL('../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const guide = (page: string): string => read(`docs/community/${page}.md`);
const book = unwrap(parseLawBook([['responding.yaml', parse(read('charters/law/responding.yaml'))]]));
const today = civilDate('2026-11-22');

it('works out the three rates as the rules do', () => {
  const counts = { ...noCounts, calls: 40, contacted: 39, solved: 32, satisfied: 20, basically: 10 };
  const rates = ratesOf(counts, rateWeights(book, today));
  if (rates === undefined) throw new Error('forty call-backs must give rates');
  const page = guide('three-rates');
  expect(page).toContain(`39 ÷ 40 ＝ ${percent(rates.contacted, 1)}%`);
  expect(page).toContain(`32 ÷ 40 ＝ ${percent(rates.solved, 0)}%`);
  expect(page).toContain(`29 ÷ 40 ＝ ${percent(rates.satisfied, 1)}%`);
  expect(page).toContain(`**${percent(rates.score, 2)} 分**`);
});

it('tells the limits of each grade as the parameters do', () => {
  for (const { title, limit } of urgencyGrades(book, today)) {
    const words =
      'hours' in limit ? `${limit.hours} 小时` : 'days' in limit ? `${limit.days} 日` : 'no words';
    expect(guide('limits')).toContain(`| ${title} | ${words} |`);
  }
});

it('counts days in its examples as the clock does', () => {
  const year = unwrap(readCalendarYear(parse(read('charters/calendars/cn-2026.yaml'))));
  const empty: Calendar = { id: 'guide', years: {}, workingHours: usualWorkingHours };
  const due = (from: string) =>
    lastCivilDateOf(dueAt(withYear(empty, year), instant(Date.parse(`${from}T10:00:00+08:00`)), { days: 7 }));
  expect([due('2026-11-02'), due('2026-09-24')]).toEqual(['2026-11-09', '2026-10-08']);
  expect(guide('limits')).toMatch(/例一：11 月 2 日.*11 月 9 日晚上 12 点到期/);
  expect(guide('limits')).toMatch(/例二：9 月 24 日.*10 月 8 日晚上 12 点到期/);
});

it('counts the affairs of the catalogue and shows an entry as it stands there', () => {
  const text = read('charters/catalogues/affairs.yaml');
  const { affairs } = unwrap(parseCatalogue('affairs.yaml', parse(text)));
  expect(guide('library')).toContain(`一共 ${affairs.size} 种`);
  expect(affairs.get('event/exposed-rubbish')?.description).toBe(
    '路面、绿地或者楼前没有及时清走的生活垃圾。',
  );
  expect(guide('library')).toContain('description: 路面、绿地或者楼前没有及时清走的生活垃圾。');
});

it('links only to pages that are there', () => {
  const pages = readdirSync(new URL('docs/community/', root));
  for (const page of pages) {
    const links = [...guide(page.replace(/\.md$/, '')).matchAll(/\]\(([^)#]+)\)/g)].map(
      ([, link]) => link ?? '',
    );
    for (const link of links) expect(pages, `${page} → ${link}`).toContain(link);
  }
});
