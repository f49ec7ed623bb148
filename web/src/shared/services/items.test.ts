import { expect, test } from 'vitest';
import type { ServiceItem } from '../api/bodies.ts';
import { asTitle } from '../i18n/titles.ts';
import { byGroup, itemsLike, slugOf } from './items.ts';

const item = (id: string, title: string, group: string, words: readonly string[]): ServiceItem => ({
  id: `item/${id}`,
  title: asTitle(title),
  group: { id: group, title: asTitle(group) },
  words: [...words],
  decides: asTitle('民政局'),
  asks: ['self'],
  ways: ['window'],
  materials: [],
  lookedUp: [],
  limit: { amount: 5, unit: 'workingDays' },
  result: asTitle('证'),
  source: { law: '法', article: '1', date: '2026-01-01' },
});
const items = [
  item('elder-card', '老年人优待证', '老年人', ['老年证', '坐车免费']),
  item('birth', '生育登记', '生育', ['生孩子登记', '准生证']),
  item('elder-allowance', '高龄津贴', '老年人', ['老年津贴', '八十岁补贴']),
];
const found = (words: string) => itemsLike(items, words).map(slugOf);

test('an item is found by what people call it, by its title, its group, or inside a whole sentence', () => {
  expect(found('准生证')).toEqual(['birth']);
  expect(found('老年')).toEqual(['elder-card', 'elder-allowance']);
  expect(found('优待')).toEqual(['elder-card']);
  expect(found('我想办老年证怎么办')).toEqual(['elder-card']);
  expect(found('老年人 补贴')).toEqual(['elder-allowance']);
  expect(found('护照')).toEqual([]);
  expect(found('  ')).toHaveLength(3);
});

test('groups stand in the order of the catalogue', () => {
  expect(byGroup(items).map(({ group, items: inside }) => [group.id, inside.length])).toEqual([
    ['老年人', 2],
    ['生育', 1],
  ]);
});
