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

const item = (id: string, body = {}): OutboxItem => ({ id, at: 1, kind: 'entry', body });
const no = (id: string) => ({
  id,
  status: 'refused' as const,
  refusal: { code: 'not-yours', message: '不行' },
});
const box = (...ids: readonly string[]) => ids.map((id) => item(id)).reduce(addItem, emptyOutbox);
const ids = (items: readonly OutboxItem[]) => items.map(({ id }) => id);

describe('the outbox of a phone', () => {
  it('holds an item once and sends in the order of doing', () => {
    expect(ids(nextBatch(box('a', 'b', 'a')))).toEqual(['a', 'b']);
    expect(ids(nextBatch(box('a', 'b'), 1))).toEqual(['a']);
  });

  it('lets go only of what was answered', () => {
    expect(ids(settleBatch(box('a', 'b'), [{ id: 'b', status: 'again' }]).waiting)).toEqual(['a']);
  });

  it('keeps what was refused, with the reason, and sends the others', () => {
    const after = settleBatch(box('a', 'b'), [no('a')]);
    expect(after.refused).toEqual([{ item: item('a'), refusal: no('a').refusal }]);
    expect(ids(nextBatch(after))).toEqual(['b']);
  });

  it('sends a mended item anew, or lays it aside', () => {
    const refused = settleBatch(box('a', 'b'), [no('a')]);
    const mended = sendAnew(refused, item('a', { met: 'someone' }));
    expect(mended.refused).toEqual([]);
    expect(nextBatch(mended)).toEqual([item('b'), item('a', { met: 'someone' })]);
    expect(layAside(refused, 'a')).toEqual({ waiting: [item('b')], refused: [] });
  });
});
