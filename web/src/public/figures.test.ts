import { expect, test } from 'vitest';
import { readFigures } from './figures.ts';

test('a published ranking is read row by row, whatever else it carries', () => {
  const row = {
    key: 'a',
    title: '柳堤社区',
    rank: 1,
    score: '91.20',
    solvedRate: '90.0',
    opened: 12,
    weird: [],
  };
  const figures = readFigures({ month: '2026-10', formula: 'f', rows: [row, 5, { rank: 2 }], total: row });
  expect(figures?.rows).toEqual([
    { key: 'a', title: '柳堤社区', rank: 1, score: '91.20', solvedRate: '90.0', opened: 12 },
  ]);
  expect(figures?.month).toBe('2026-10');
  expect(figures?.total?.title).toBe('柳堤社区');
});

test('what is no table is left out', () => {
  for (const value of [undefined, null, 'x', [], {}, { rows: 3 }]) expect(readFigures(value)).toBeUndefined();
});
