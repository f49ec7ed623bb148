import { describe, expect, it } from 'vitest';
import { type Arrival, sendArrivals } from './arrivals.ts';

const three: readonly Arrival[] = [
  { entry: 'a', at: 1 },
  { entry: 'b', at: 2 },
  { entry: 'c', at: 3 },
];

describe('check-ins kept while there was no network', () => {
  it('are sent in the order in which people came, with their times', async () => {
    const seen: Arrival[] = [];
    const done = await sendArrivals(three, async (arrival) => {
      seen.push(arrival);
      return 'done';
    });
    expect(seen).toEqual(three);
    expect(done).toEqual({ left: [], refused: [] });
  });
  it('stay from where the network is gone again, none lost and none twice', async () => {
    const first = await sendArrivals(three, async ({ entry }) => (entry === 'b' ? 'no-answer' : 'done'));
    expect(first.left).toEqual(three.slice(1));
  });
  it('whom the server refuses is told, and does not hold up the others', async () => {
    const done = await sendArrivals(three, async ({ entry }) =>
      entry === 'b' ? { refused: '已经签过到了。' } : 'done',
    );
    expect(done).toEqual({ left: [], refused: ['已经签过到了。'] });
  });
});
