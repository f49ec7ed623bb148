import { expect, test } from 'vitest';
import { readFigures } from './figures.ts';

const row = { title: '柳堤社区', rank: 1, score: '91.20', solved: '90.0', calls: 12 };

test('a published ranking is read row by row, whatever else it carries', () => {
  const figures = readFigures({
    month: '2026-10',
    formula: 'f',
    by: 'community',
    rows: [{ ...row, weird: [], contacted: null }, 5, { rank: 2 }],
    total: { ...row, title: '合计', rank: null },
  });
  expect(figures?.month).toBe('2026-10');
  expect(figures?.rankings).toEqual([
    { by: 'community', rows: [row], total: { title: '合计', score: '91.20', solved: '90.0', calls: 12 } },
  ]);
});

test('rankings by other measures come along', () => {
  const figures = readFigures({ by: 'organ', rows: [row], others: [{ by: 'class', rows: [row] }, 3] });
  expect(figures?.rankings.map(({ by }) => by)).toEqual(['organ', 'class']);
});

test('what is no table is left out', () => {
  for (const value of [undefined, null, 'x', [], {}, { rows: 3 }]) expect(readFigures(value)).toBeUndefined();
});
