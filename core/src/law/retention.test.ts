import { describe, expect, it } from 'vitest';
import { civilDate } from '../basics/ids.ts';
import { unwrap } from '../basics/result.ts';
import { parseLawBook } from './parse-law.ts';
import { monthsBefore, retentionProblems, retentionRules, retentionTerms } from './retention.ts';

const on = civilDate('2026-11-09');
const source = { law: '试行办法', article: '1', date: '2021-11-01' };
const floor = (id: string, values: object) => ({
  id,
  title: id,
  text: '不少于。',
  source,
  status: 'confirmed',
  from: '2021-11-01',
  values,
});
const bookOf = (terms: Readonly<Record<string, number>>) =>
  unwrap(
    parseLawBook([
      [
        'law/personal-data.yaml',
        {
          title: '试',
          rules: [
            floor('SEC-1', { keepLogs: { op: '>=', months: 6 } }),
            floor('PIPL-7', { keepRecords: { op: '>=', years: 3 } }),
          ],
          parameters: [
            {
              id: 'retention',
              title: '保存多久',
              text: '试。',
              source,
              status: 'local',
              versions: [
                {
                  from: '2021-11-01',
                  values: Object.fromEntries(
                    Object.entries(terms).map(([rule, months]) => [rule, { op: '=', months }]),
                  ),
                },
              ],
            },
          ],
        },
      ],
    ]),
  );
const usual = Object.fromEntries(retentionRules.map((rule) => [rule, 36]));

describe('terms of keeping', () => {
  it('are read in months', () => {
    expect(retentionTerms(bookOf({ ...usual, messages: 12 }), on)).toEqual({ ...usual, messages: 12 });
    expect(retentionProblems(bookOf(usual), on)).toEqual([]);
  });

  it('are refused where the law asks for longer, or where one is missing', () => {
    const problems = retentionProblems(bookOf({ ...usual, looks: 35, signInTrail: 5 }), on);
    expect(problems.map(({ path }) => path)).toEqual([
      'parameters.retention.signInTrail',
      'parameters.retention.looks',
    ]);
    expect(problems[1]?.reason).toContain('36');
    const { fieldWords: _, ...rest } = usual;
    expect(retentionProblems(bookOf(rest), on)).toHaveLength(1);
  });

  it('count back by the calendar, to the last day of a shorter month', () => {
    expect(monthsBefore(civilDate('2028-03-31'), 1)).toBe('2028-02-29');
    expect(monthsBefore(civilDate('2026-01-15'), 12)).toBe('2025-01-15');
    expect(monthsBefore(civilDate('2026-01-15'), 13)).toBe('2024-12-15');
  });
});
