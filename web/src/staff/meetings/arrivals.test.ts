import { describe, expect, it } from 'vitest';
import { type Arrival, sendArrivals } from './arrivals.ts';

const three: readonly Arrival[] = [
  { entry: 'a', at: 1 },
  { entry: 'b', at: 2 },
  { entry: 'c', at: 3 },
];
const refusal = (code: string) => ({ refused: { code, message: `因为 ${code}` } });
/** b is answered so, the others are taken. */
const sending = (code: string) =>
  sendArrivals(three, async ({ entry }) => (entry === 'b' ? refusal(code) : 'done'));

describe('check-ins kept while there was no network', () => {
  it('are sent in the order in which people came, with their times', async () => {
    const seen: Arrival[] = [];
    const left = await sendArrivals(three, async (arrival) => {
      seen.push(arrival);
      return 'done';
    });
    expect(seen).toEqual(three);
    expect(left).toEqual([]);
  });
  it('stay from where the network is gone again, none lost and none twice', async () => {
    expect(await sendArrivals(three, async ({ entry }) => (entry === 'b' ? 'no-answer' : 'done'))).toEqual(
      three.slice(1),
    );
  });
  it('are done where somebody else has checked them in meanwhile', async () => {
    expect(await sending('already-there')).toEqual([]);
  });
  it('wait where this clock is ahead of the server, and hold nobody up', async () => {
    expect(await sending('not-passed-yet')).toEqual([{ entry: 'b', at: 2 }]);
  });
  it('stand with the reason where the server refuses them, and are not asked again', async () => {
    const left = await sending('meeting-over');
    expect(left).toEqual([{ entry: 'b', at: 2, refused: '因为 meeting-over' }]);
    expect(await sendArrivals(left, () => Promise.reject(new Error('asked again')))).toEqual(left);
  });
});
