import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Outline, outlines } from './outline.ts';

const square = [
  [116, 40],
  [116.01, 40],
  [116.01, 40.01],
  [116, 40.01],
  [116, 40],
] as const;
const ringsOf = (outline: Outline | undefined) =>
  outline === undefined ? [] : outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
const area = (outline: Outline | undefined): number =>
  ringsOf(outline).reduce((all, [ring = []]) => {
    let twice = 0;
    for (const [i, [x, y]] of ring.entries()) {
      const [x0, y0] = ring[i - 1] ?? [x, y];
      twice += (x0 - 116) * (y - 40) - (x - 116) * (y0 - 40);
    }
    return all + twice / 2;
  }, 0);
const whole = 0.01 * 0.01;

describe('the ground of grids, from where their buildings stand', () => {
  it('two buildings halve a square', () => {
    const found = outlines([
      {
        ring: square,
        sites: [
          { at: [116.002, 40.005], grid: 'a' },
          { at: [116.008, 40.005], grid: 'b' },
        ],
      },
    ]);
    expect(found.get('a')).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [116, 40.01],
          [116, 40],
          [116.005, 40],
          [116.005, 40.01],
          [116, 40.01],
        ],
      ],
    });
    expect(area(found.get('b'))).toBeCloseTo(whole / 2, 9);
  });

  it('no ground is lost and none is given twice; buildings stand on their own', () => {
    const spot = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    const sites = fc.uniqueArray(fc.tuple(spot, fc.constantFrom('a', 'b', 'c')), {
      minLength: 1,
      maxLength: 9,
      selector: ([at]) => at.join(),
    });
    let joined = 0;
    fc.assert(
      fc.property(sites, (drawn) => {
        const found = outlines([
          {
            ring: square,
            sites: drawn.map(([[x, y], grid]) => ({ at: [116 + x / 1000, 40 + y / 1000], grid })),
          },
        ]);
        const total = [...found.values()].reduce((all, outline) => all + area(outline), 0);
        expect(total).toBeCloseTo(whole, 9);
        for (const [, grid] of drawn) expect(area(found.get(grid))).toBeGreaterThan(0);
        joined += Number(
          [...found].some(
            ([grid, { type }]) => type === 'Polygon' && drawn.filter(([, own]) => own === grid).length > 1,
          ),
        );
      }),
    );
    expect(joined).toBeGreaterThan(20);
  });

  it('two grids with a common border become one without a seam', () => {
    const east = square.map(([long, lat]) => [long + 0.01, lat] as const);
    const found = outlines([
      { ring: square, sites: [{ at: [116.002, 40.005], grid: 'a' }] },
      { ring: east, sites: [{ at: [116.018, 40.005], grid: 'a' }] },
    ]);
    expect(found.get('a')?.type).toBe('Polygon');
    expect(area(found.get('a'))).toBeCloseTo(2 * whole, 9);
  });
});
