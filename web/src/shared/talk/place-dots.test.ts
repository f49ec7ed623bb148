import { describe, expect, it } from 'vitest';
import { board, placeDots } from './place-dots.ts';

const crowd = Array.from({ length: 3000 }, (_, i) => ({
  x: Math.sin(i) * 4,
  y: Math.cos(i * 7),
  group: i % 2,
  ...(i === 2999 && { me: true }),
}));

describe('people on the board', () => {
  it('stand inside it, however the plane lies', () => {
    for (const { x, y } of placeDots(crowd).dots) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(board.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(board.height);
    }
    const [one] = placeDots([{ x: 3, y: 3, group: 0 }]).dots;
    expect(Number.isFinite(one?.x)).toBe(true);
  });

  it('are no more than can be told apart, and the reader is among them', () => {
    const { dots, middles } = placeDots(crowd);
    expect(dots.length).toBeLessThanOrEqual(801);
    expect(dots.filter(({ me }) => me)).toHaveLength(1);
    expect([...middles.keys()].toSorted()).toEqual([0, 1]);
  });
});
