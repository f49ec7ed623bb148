import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf, contains, labelPoint, projectionAt, ringsOf, type Shape } from './project.ts';
import { fit, toPlane, toScreen, zoom } from './view.ts';

const square: Shape = {
  type: 'Polygon',
  coordinates: [
    [
      [116.1, 39.9],
      [116.2, 39.9],
      [116.2, 40],
      [116.1, 40],
      [116.1, 39.9],
    ],
    [
      [116.14, 39.94],
      [116.16, 39.94],
      [116.16, 39.96],
      [116.14, 39.96],
      [116.14, 39.94],
    ],
  ],
};

test('a place is inside its shape and a hole is not', () => {
  expect(contains(square, [116.12, 39.92])).toBe(true);
  expect(contains(square, [116.15, 39.95])).toBe(false);
  expect(contains(square, [116.25, 39.95])).toBe(false);
  expect(ringsOf(square)).toHaveLength(2);
  const label = labelPoint(square);
  expect(label?.[0]).toBeCloseTo(116.15, 6);
  expect(label?.[1]).toBeCloseTo(39.95, 6);
});

test('fitting shows the whole shape on any screen', () => {
  const bounds = boundsOf(ringsOf(square).flat());
  if (bounds === undefined) throw new Error('a square has bounds');
  const projection = projectionAt(39.95);
  fc.assert(
    fc.property(fc.integer({ min: 200, max: 2000 }), fc.integer({ min: 200, max: 2000 }), (width, height) => {
      const view = fit(bounds, projection, { width, height });
      for (const corner of ringsOf(square).flat()) {
        const { x, y } = toScreen(view, { width, height }, projection.toPlane(corner));
        expect(x).toBeGreaterThanOrEqual(15.9);
        expect(x).toBeLessThanOrEqual(width - 15.9);
        expect(y).toBeGreaterThanOrEqual(15.9);
        expect(y).toBeLessThanOrEqual(height - 15.9);
      }
    }),
  );
});

test('zooming keeps what is under the finger there', () => {
  const size = { width: 360, height: 300 };
  const home = { centre: { x: 88, y: -40 }, scale: 3000 };
  fc.assert(
    fc.property(fc.nat(360), fc.nat(300), fc.double({ min: 0.3, max: 5, noNaN: true }), (x, y, factor) => {
      const under = toPlane(home, size, { x, y });
      const after = toScreen(zoom(home, size, factor, { x, y }, home), size, under);
      expect(after.x).toBeCloseTo(x, 4);
      expect(after.y).toBeCloseTo(y, 4);
    }),
  );
});
