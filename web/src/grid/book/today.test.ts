import { addItem, type OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import { expect, test } from 'vitest';
import type { DayBody } from '../../shared/api/bodies.ts';
import { asTitle } from '../../shared/i18n/titles.ts';
import { type Box, emptyBox } from './book.ts';
import { isFound, toDay } from './day.ts';
import { doingsOf, dueHomes } from './today.ts';

const now = Date.parse('2026-11-09T10:00:00+08:00');
const day = 86_400_000;
const home = (id: string, risk: string, dueOn: string, visitedAt?: number) => ({
  id,
  grid: 'g1',
  address: `柳荫里 3 号楼 2 单元 ${id}`,
  building: '3',
  unit: '2',
  number: id,
  risk,
  dueOn,
  ...(visitedAt !== undefined && { visitedAt }),
  people: [{ id: `${id}-p`, name: `王${id}`, relation: 'head' }],
});
const body: DayBody = {
  wipe: false,
  servedAt: now,
  tasks: [],
  seats: [
    {
      community: { id: 'c1', title: '柳荫社区' },
      organ: { id: 'o', title: '一网格' },
      grids: [{ id: 'g1', title: '柳荫一网格' }],
      mostOfflineDays: 14,
      risks: [
        { id: 'high', title: asTitle('高风险'), visitEveryDays: 7 },
        { id: 'ordinary', title: asTitle('一般'), visitEveryDays: 90 },
      ],
      rounds: [],
      organisations: [],
      homes: [
        home('501', 'ordinary', '2026-11-09'),
        home('502', 'high', '2026-11-09', now - 7 * day),
        home('503', 'ordinary', '2026-11-01', now - 98 * day),
        home('504', 'ordinary', '2026-11-10', now - 89 * day),
      ],
      raises: [],
      duties: [],
    },
  ],
};
const known = toDay(body, '吴刚', []);
const visit = (id: string, of: string, at: number): OutboxItem => ({
  id,
  at,
  kind: 'entry',
  body: { home: of },
});
const withWaiting = (...items: OutboxItem[]): Box => ({
  ...emptyBox,
  outbox: items.reduce(addItem, emptyBox.outbox),
});

test('doors are due by their day, the longest overdue first, of one day the most urgent', () => {
  expect(dueHomes(known, emptyBox, now).map(({ id }) => id)).toEqual(['503', '502', '501']);
});

test('a door where one has been today is due no longer, though the office does not know it yet', () => {
  const box = withWaiting(visit('v', '503', now - 3_600_000), visit('w', '501', now - 2 * day));
  expect(dueHomes(known, box, now).map(({ id }) => id)).toEqual(['502', '501']);
});

test('what was done is told latest first, whatever became of it', () => {
  const box: Box = {
    ...withWaiting(visit('new', '501', now)),
    done: [{ item: visit('old', '502', now - day), settledAt: now, told: [] }],
  };
  expect(doingsOf(box).map(({ item, state }) => [item.id, state])).toEqual([
    ['new', 'waiting'],
    ['old', 'done'],
  ]);
});

test('a door is found by its number as people say it, and by a name', () => {
  const [first] = known.homes;
  if (first === undefined) throw new Error('no home');
  for (const words of ['3号楼', '3-2-501', '3 2 501', '王501', '单元 501'])
    expect(isFound(first, words), words).toBe(true);
  for (const words of ['4号楼', '502', '李']) expect(isFound(first, words), words).toBe(false);
});
