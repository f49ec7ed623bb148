import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestSearch } from './nearest.ts';

const coordinate = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 7);
const points = (minLength: number, maxLength: number) =>
  fc
    .array(fc.tuple(coordinate, coordinate), { minLength, maxLength })
    .map((pairs) => Float64Array.from(pairs.flat()));

describe('the nearest centres', () => {
  it('are those that looking at every centre finds, however centres move', () => {
    fc.assert(
      fc.property(
        points(1, 60),
        points(2, 8),
        fc.array(fc.tuple(fc.nat(7), coordinate, coordinate), { maxLength: 12 }),
        (people, start, moves) => {
          const search = nearestSearch(people);
          let centres = start;
          for (const [which, x, y] of [[0, start[0] ?? 0, start[1] ?? 0] as const, ...moves]) {
            centres = centres.slice();
            const k = which % (centres.length / 2);
            centres.set([x, y], 2 * k);
            const of = search(centres);
            const far = (i: number, c: number): number =>
              Math.hypot(
                (people[2 * i] ?? 0) - (centres[2 * c] ?? 0),
                (people[2 * i + 1] ?? 0) - (centres[2 * c + 1] ?? 0),
              );
            of.forEach((chosen, i) => {
              for (let c = 0; c < centres.length / 2; c++)
                expect(far(i, chosen)).toBeLessThanOrEqual(far(i, c) + 1e-9);
            });
          }
        },
      ),
    );
  });
});
