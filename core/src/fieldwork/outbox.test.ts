import { describe, expect, it } from 'vitest';
import {
  addItem,
  emptyOutbox,
  layAside,
  nextBatch,
  type OutboxItem,
  sendAnew,
  settleBatch,
} from './outbox.ts';

const item = (id: string, needs?: readonly string[]): OutboxItem => ({
  id,
  at: 1,
  kind: 'entry',
  body: {},
  ...(needs !== undefined && { needs }),
});
const no = (id: string) => ({
  id,
  status: 'refused' as const,
  refusal: { code: 'not-yours', message: '不行' },
});
const box = (...items: readonly OutboxItem[]) => items.reduce(addItem, emptyOutbox);
const ids = (items: readonly OutboxItem[]) => items.map(({ id }) => id);

describe('the outbox of a phone', () => {
  it('holds an item once and sends in the order of doing', () => {
    expect(ids(nextBatch(box(item('a'), item('b'), item('a'))))).toEqual(['a', 'b']);
    expect(ids(nextBatch(box(item('a'), item('b')), 1))).toEqual(['a']);
  });

  it('lets go only of what was answered', () => {
    const after = settleBatch(box(item('a'), item('b')), [{ id: 'b', status: 'again' }]);
    expect(ids(after.waiting)).toEqual(['a']);
  });

  it('keeps what was refused, and holds back what needs it, whatever the depth', () => {
    const after = settleBatch(box(item('a'), item('b', ['a']), item('c', ['b']), item('d')), [no('a')]);
    expect(after.refused.map(({ item: each }) => each.id)).toEqual(['a']);
    expect(ids(nextBatch(after))).toEqual(['d']);
    expect(ids(after.waiting)).toEqual(['b', 'c', 'd']);
  });

  it('sends a mended item under a new id, and what needed the old one after it', () => {
    const refused = settleBatch(box(item('a'), item('b', ['a'])), [no('a')]);
    const mended = sendAnew(refused, 'a', item('a2'));
    expect(mended.refused).toEqual([]);
    expect(nextBatch(mended)).toEqual([item('a2'), item('b', ['a2'])]);
  });

  it('lays aside an item with what waited for it alone, and tells what', () => {
    const refused = settleBatch(box(item('a'), item('b', ['a']), item('c', ['b']), item('d')), [no('a')]);
    const { outbox, aside } = layAside(refused, 'a');
    expect(ids(aside)).toEqual(['a', 'b', 'c']);
    expect(ids(outbox.waiting)).toEqual(['d']);
    expect(outbox.refused).toEqual([]);
  });
});
