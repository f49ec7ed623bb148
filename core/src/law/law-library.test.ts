import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { civilDate } from '../basics/ids.ts';
import { unwrap } from '../basics/result.ts';
import { type Problem, problemsText } from '../checker/problem.ts';
import { noCounts } from '../projections/measures.ts';
import { compareFractions, percent, ratesOf } from '../projections/rates.ts';
import { findFraction, fractionText } from './fraction.ts';
import { bindingRules, findParameter, findRule, getParameter, type LawValue } from './law.ts';
import { buildLawBook, parseLawBook, parseLawFile } from './parse-law.ts';
import { rateWeights } from './three-rates.ts';
import { urgencyGrades } from './urgency-grades.ts';

const line = (problem: Problem): string => problemsText([problem]);
const folder = new URL('../../../charters/law/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
const sources = names.map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const plain = (text: string): unknown => parse(text);
const book = unwrap(parseLawBook(sources.map(([name, text]) => [`charters/law/${name}`, plain(text)])));
const today = civilDate('2026-11-22');
const share = (value: LawValue | undefined): string =>
  value?.kind === 'share' ? `${value.op} ${fractionText(value.share)} ${value.of}` : 'no share';

describe('the law library that ships', () => {
  it.each(names)('%s loads', (name) => {
    const text = sources.find(([file]) => file === name)?.[1] ?? '';
    const result = parseLawFile(name, plain(text));
    expect(result.ok ? [] : result.error.map(line)).toEqual([]);
  });

  it('has a file for each of the thirteen sections of the rulebook and for the window, and a rule in every series', () => {
    expect(names).toHaveLength(14);
    const series = new Set([...book.rules.keys()].map((id) => id.split('-')[0]));
    expect([...series].sort()).toEqual(
      [
        'BUY',
        'COL',
        'DEL',
        'FOUR',
        'GOV',
        'HOT',
        'LIST',
        'MED',
        'OWN',
        'PET',
        'PIPL',
        'PRJ',
        'RES',
        'SEC',
      ].concat(['URB', 'VIL', 'VOL', 'WIN']),
    );
  });

  it('cites law, article and date for every rule and parameter, with no day in the future', () => {
    const cited = [...book.rules.values()].flat().flatMap((rule) => [rule.source, ...rule.also]);
    for (const source of [...cited, ...[...book.parameters.values()].map((parameter) => parameter.source)]) {
      expect(source.law.length * source.article.length, JSON.stringify(source)).toBeGreaterThan(0);
      expect(source.date <= today, JSON.stringify(source)).toBe(true);
    }
    expect(cited.length).toBeGreaterThan(100);
  });

  it('says each rule in one sentence', () => {
    for (const rule of [...book.rules.values()].flat())
      expect(rule.text, rule.id).toMatch(/^[^。]*。[^。]{0,20}。?$/);
  });

  it('keeps the costliest numbers apart', () => {
    const value = (id: string, name: string) => share(findRule(book, id, today)?.values[name]);
    expect(value('OWN-1', 'area')).toBe('>= 2/3 total-area');
    expect(value('OWN-2', 'heads')).toBe('>= 3/4 participating-heads');
    expect(value('OWN-3', 'area')).toBe('> 1/2 participating-area');
    expect(value('URB-6', 'turnoutOfRepresentatives')).toBe('> 2/3 all-representatives');
    expect(value('URB-4', 'quorum')).toBe('>= 2/3 all-members');
    expect(value('COL-3', 'pass')).toBe('>= 2/3 all-members');
    expect(value('VIL-10', 'elected')).toBe('> 1/2 ballots-cast');
  });

  it('binds nobody by local practice', () => {
    const binding = bindingRules(book, today);
    expect(binding.length).toBeGreaterThan(70);
    expect(binding.filter((rule) => rule.jurisdiction !== 'national')).toEqual([]);
    expect(binding.map((rule) => rule.id)).not.toContain('FOUR-1');
  });

  it('knows the committee laws only from the day they came into force', () => {
    expect(findRule(book, 'VIL-5', civilDate('2025-12-31'))).toBeUndefined();
    expect(findRule(book, 'VIL-5', civilDate('2026-01-01'))?.source.article).toBe('30');
  });

  it('writes shares as fractions only', () => {
    for (const [name, text] of sources) expect(text, name).not.toMatch(/(share|ratio): *(0?\.\d|\d+%)/);
  });
});

const source = { law: '测试法', article: '1', date: '2020-01-01' };
const version = (response: string, from: string) => ({
  from,
  values: {
    response: { ratio: response },
    solved: { ratio: '1/2' },
    satisfied: { ratio: '2/5' },
    basicallySatisfiedCounts: { ratio: '9/10' },
    denominator: { word: 'valid-call-backs' },
  },
});
const rates = (versions: unknown) => ({
  title: '测试',
  parameters: [{ id: 'three-rates', title: '三率', text: '测试。', source, status: 'local', versions }],
});
const rule = { id: 'TST-1', title: '规则', text: '测试。', source, status: 'confirmed', from: '2020-01-01' };

describe('dated lookup', () => {
  const twice = unwrap(
    parseLawBook([
      ['rates.yaml', rates([version('1/10', '2021-09-24'), version('1/10', '2026-01-01')])],
      [
        'rules.yaml',
        {
          title: '测试',
          rules: [
            { ...rule, until: '2022-12-31' },
            { ...rule, title: '新规则', from: '2023-01-01' },
          ],
        },
      ],
    ]),
  );

  it.each([
    ['2021-09-23', undefined],
    ['2021-09-24', '2021-09-24'],
    ['2025-12-31', '2021-09-24'],
    ['2026-01-01', '2026-01-01'],
  ])('on %s the version from %s is in force', (on, from) => {
    expect(findParameter(twice, 'three-rates', civilDate(on))?.from).toBe(from);
  });

  it('throws where a library must not lack the parameter', () => {
    expect(() => getParameter(twice, 'three-rates', civilDate('2020-01-01'))).toThrow(/no version in force/);
    expect(() => getParameter(twice, 'nothing', today)).toThrow(/no version in force/);
  });

  it('counts the last day of a rule in and the next one out', () => {
    expect(findRule(twice, 'TST-1', civilDate('2022-12-31'))?.title).toBe('规则');
    expect(findRule(twice, 'TST-1', civilDate('2023-01-01'))?.title).toBe('新规则');
    expect(findRule(twice, 'TST-1', civilDate('2019-12-31'))).toBeUndefined();
  });

  it('never binds by an open question', () => {
    const open = unwrap(parseLawBook([['a.yaml', { title: '测试', rules: [{ ...rule, status: 'open' }] }]]));
    expect(findRule(open, 'TST-1', today)?.status).toBe('open');
    expect(bindingRules(open, today)).toEqual([]);
  });
});

describe('broken files', () => {
  const complaints = (file: unknown): string[] => {
    const result = parseLawFile('charters/law/broken.yaml', file);
    return result.ok ? [] : result.error.map(line);
  };
  const withRule = (change: object) => ({ title: '坏文件', rules: [{ ...rule, ...change }] });

  it.each([
    [
      { values: { pass: { op: '>', share: '0.67', of: 'attendees' } } },
      'rules › 0 › values › pass › share：比例要写成分数',
    ],
    [{ values: { pass: { op: '≥', share: '2/3', of: 'attendees' } } }, 'rules › 0 › values › pass › op：'],
    [{ values: { pass: { op: '>', share: '4/3', of: 'attendees' } } }, 'share：比例不能大于 1'],
    [{ values: { pass: { op: '>', share: '2/3', of: 'everyone' } } }, 'rules › 0 › values › pass › of：'],
    [
      { values: { notice: { op: '>=', days: 1.5 } } },
      'rules › 0 › values › notice › days：应当是不小于 1 的整数',
    ],
    [{ values: { notice: { op: '>=', day: 15 } } }, 'rules › 0 › values › notice › day：不认识这个字段'],
    [{ values: { notice: { op: '>=', days: 15, hours: 3 } } }, 'rules › 0 › values › notice：要写一个'],
    [{ source: { law: '测试法', date: '2020-01-01' } }, 'rules › 0 › source › article：缺少这一项'],
    [{ source: undefined }, 'rules › 0 › source：缺少出处'],
    [{ from: '2026-02-30' }, 'rules › 0 › from：应当是存在的日期'],
    [{ until: '2019-12-31' }, 'rules › 0 › until：早于施行日 2020-01-01'],
    [{ id: '一号' }, 'rules › 0 › id：'],
    [{ jurisdiction: '北京市' }, 'rules › 0 › jurisdiction：只有全国适用的规则才能写 confirmed'],
  ])('%j is refused with file, path and reason', (change, message) => {
    const found = complaints(withRule(change));
    expect(found.join('\n')).toContain(message);
    expect(found.every((each) => each.startsWith('charters/law/broken.yaml\n  '))).toBe(true);
  });

  it.each([[null], ['文字'], [[]], [{ title: '空' }], [{ title: '错', rules: {} }]])(
    '%j is refused',
    (file) => {
      expect(complaints(file)).not.toEqual([]);
    },
  );

  it('tells all faults at once', () => {
    expect(
      complaints({
        title: '坏文件',
        rules: [
          { ...rule, id: 'x' },
          { ...rule, title: '' },
        ],
      }),
    ).toHaveLength(2);
  });

  it('refuses overlapping versions of one id and versions out of order', () => {
    const file = unwrap(parseLawFile('a.yaml', withRule({})));
    const clash = buildLawBook([file, { ...file, file: 'b.yaml' }]);
    expect(clash.ok ? '' : clash.error.map(line).join()).toContain('b.yaml\n  TST-1：与另一条 TST-1');
    const messages = complaints(rates([version('1/10', '2026-01-01'), version('1/10', '2021-09-24')]));
    expect(messages.join()).toContain('parameters › 0 › versions：版本要按施行日从早到晚写');
  });
});

describe('three rates', () => {
  it('computes the worked example of docs/community/three-rates.md exactly', () => {
    const counts = { ...noCounts, calls: 40, contacted: 39, solved: 32, satisfied: 20, basically: 10 };
    const rates = ratesOf(counts, rateWeights(book, today));
    expect(rates && [rates.contacted, rates.solved, rates.satisfied].map((rate) => percent(rate, 1))).toEqual(
      ['97.5', '80.0', '72.5'],
    );
    expect(rates && percent(rates.score, 2)).toBe('78.75');
  });

  it('gives a perfect unit exactly 1', () => {
    const all = { ...noCounts, calls: 7, contacted: 7, solved: 7, satisfied: 7 };
    const score = ratesOf(all, rateWeights(book, today))?.score;
    expect(score && compareFractions(score, { numerator: 1n, denominator: 1n })).toBe(0);
  });

  it('tells from which day its weights hold and refuses weights that do not add up to 1', () => {
    expect(rateWeights(book, today).from).toBe('2021-09-24');
    const wrong = unwrap(parseLawBook([['rates.yaml', rates([version('1/5', '2021-09-24')])]]));
    expect(() => rateWeights(wrong, today)).toThrow(/do not add up to 1/);
  });
});

it('gives each grade of urgency its limit, most urgent first', () => {
  expect(urgencyGrades(book, today)).toEqual([
    { value: 'critical', title: '特急', limit: { hours: 2 } },
    { value: 'urgent', title: '紧急', limit: { hours: 24 } },
    { value: 'normal', title: '一般', limit: { days: 7 } },
    { value: 'hard', title: '疑难', limit: { days: 15 } },
  ]);
});

it('reads fractions exactly and nothing else', () => {
  expect(findFraction('4/6')).toEqual({ numerator: 2n, denominator: 3n });
  for (const text of ['0.67', '66%', '2/0', '-1/2', ' 2/3', '2', ''])
    expect(findFraction(text)).toBeUndefined();
});
