import { addItem, emptyOutbox, type OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import { expect, test } from 'vitest';
import { type Box, emptyBox, photosIn, unsyncedOf } from '../book/book.ts';
import { settled } from './run.ts';

const item = (id: string, photo?: string): OutboxItem => ({
  id,
  at: 1,
  kind: 'open',
  body: { input: { title: id, ...(photo !== undefined && { photos: [{ photo }] }) } },
});
const now = Date.parse('2026-11-09T10:00:00+08:00');
const kept = { community: 'c1', name: 'x.jpg', takenAt: now };
const label = { title: '上报', about: '3 号楼', says: [] };

const box: Box = {
  ...emptyBox,
  outbox: [item('a', 'p1'), item('b', 'p2'), item('c')].reduce(addItem, emptyOutbox),
  photos: { p1: kept, p2: kept },
  labels: { a: label, b: label, c: label, gone: label },
};

test('what was taken in leaves with its photos; what was refused stays with its own; the unanswered waits', () => {
  const after = settled(
    box,
    [
      {
        id: 'a',
        status: 'done',
        remarks: [{ code: 'clock-wrong', message: '…' }],
        matter: { community: 'c1', id: 'm', number: '261109-A' },
      },
      { id: 'b', status: 'refused', refusal: { code: 'field-invalid', message: '…' }, remarks: [] },
    ],
    now,
  );
  expect(after.outbox.waiting.map(({ id }) => id)).toEqual(['c']);
  expect(after.outbox.refused.map(({ item: { id } }) => id)).toEqual(['b']);
  expect(after.done).toMatchObject([
    { item: { id: 'a' }, number: '261109-A', told: [{ code: 'clock-wrong' }] },
  ]);
  expect(Object.keys(after.photos)).toEqual(['p2']);
  expect(unsyncedOf(after)).toBe(2);
  expect(Object.keys(after.labels).sort()).toEqual(['a', 'b', 'c']);
});

test('an answer that came twice changes nothing more', () => {
  const answer = [{ id: 'a', status: 'done' as const, remarks: [] }];
  const once = settled(box, answer, now);
  expect(settled(once, answer, now)).toEqual(once);
});

test('photos are found wherever an answer names them', () => {
  expect(photosIn({ input: { photos: [{ photo: 'p' }], more: [[{ photo: 'q' }]] }, photo: 'r' })).toEqual([
    'r',
  ]);
  expect(photosIn([{ x: { photo: 'p' } }, { y: [{ photo: 'q' }] }, 'photo', null])).toEqual(['p', 'q']);
});
