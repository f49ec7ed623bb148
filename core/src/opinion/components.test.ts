import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Centred } from './centred.ts';
import { mainComponents } from './components.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

type Matrix = readonly (readonly number[])[];

const value = fc.integer({ min: -9, max: 9 });
const matrix = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(value, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );

function centred(rows: Matrix): Centred {
  const columns = rows[0]?.length ?? 0;
  return {
    rows: rows.length,
    columns,
    start: Int32Array.from({ length: rows.length + 1 }, (_, i) => i * columns),
    column: Int32Array.from(rows.flatMap((row) => row.map((_, j) => j))),
    value: Float64Array.from(rows.flat()),
  };
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, one, i) => sum + one * (b[i] ?? 0), 0);
const times = (rows: Matrix, vector: ArrayLike<number>): readonly number[] => {
  const along = rows.map((row) => dot(row, vector));
  return (rows[0] ?? []).map((_, j) =>
    rows.reduce((sum, row, i) => sum + (row[j] ?? 0) * (along[i] ?? 0), 0),
  );
};

/** The largest eigenvalue by many plain steps from several starts; a check, not a way. */
function largest(rows: Matrix, without: ArrayLike<number>): number {
  const size = rows[0]?.length ?? 0;
  let best = 0;
  for (let begin = 0; begin < size; begin++) {
    let vector = Array.from({ length: size }, (_, j) => (j === begin ? 1 : 0.01 * (j + 1)));
    for (let step = 0; step < 600; step++) {
      const off = dot(vector, without);
      const next = times(
        rows,
        vector.map((one, j) => one - off * (without[j] ?? 0)),
      );
      const back = dot(next, without);
      vector = next.map((one, j) => one - back * (without[j] ?? 0));
      const length = Math.sqrt(dot(vector, vector));
      if (length < 1e-9) break;
      if (step === 599) best = Math.max(best, length);
      vector = vector.map((one) => one / length);
    }
  }
  return best;
}

describe('main components', () => {
  it('are of length one, at right angles, and of the largest variance there is', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const [first, second] = mainComponents(centred(rows));
        const variance = [first, second].map((one) => dot(times(rows, one), one));
        const size = Math.max(1, variance[0] ?? 0);
        for (const one of [first, second]) {
          const length = dot(one, one);
          expect(length === 0 || Math.abs(length - 1) < 1e-9).toBe(true);
        }
        expect(Math.abs(dot(first, second))).toBeLessThan(1e-8);
        expect(
          Math.abs(
            (variance[0] ?? 0) -
              largest(
                rows,
                first.map(() => 0),
              ),
          ),
        ).toBeLessThan(1e-4 * size);
        expect(Math.abs((variance[1] ?? 0) - largest(rows, first))).toBeLessThan(1e-4 * size);
      }),
      { numRuns: 80 },
    );
  });

  it('are found the same from the former ones, on the same side', () => {
    fc.assert(
      fc.property(matrix, (rows) => {
        const x = centred(rows);
        const found = mainComponents(x);
        const mirrored = [found[0].map((one) => -one), found[1]] as const;
        const again = mainComponents(x, mirrored);
        const variance = (one: Float64Array): number => dot(times(rows, one), one);
        const size = Math.max(1, variance(found[0]));
        for (const i of [0, 1] as const)
          expect(Math.abs(variance(again[i]) - variance(found[i]))).toBeLessThan(1e-7 * size);
        expect(dot(again[0], mirrored[0])).toBeGreaterThanOrEqual(-1e-9);
      }),
      { numRuns: 200 },
    );
  });
});

describe('eigenvalues of a tridiagonal matrix', () => {
  it('make each vector a multiple of itself', () => {
    const numbers = fc.array(value, { minLength: 1, maxLength: 14 });
    fc.assert(
      fc.property(numbers, numbers, (diagonal, beside) => {
        const off = diagonal.slice(1).map((_, i) => beside[i] ?? 0);
        const { values, vectors } = tridiagonalEigen(diagonal, off);
        vectors.forEach((vector, i) => {
          expect(Math.abs(dot(vector, vector) - 1)).toBeLessThan(1e-9);
          diagonal.forEach((here, row) => {
            const product =
              here * (vector[row] ?? 0) +
              (off[row - 1] ?? 0) * (vector[row - 1] ?? 0) +
              (off[row] ?? 0) * (vector[row + 1] ?? 0);
            expect(Math.abs(product - (values[i] ?? 0) * (vector[row] ?? 0))).toBeLessThan(1e-8);
          });
        });
      }),
      { numRuns: 300 },
    );
  });
});
