/** Eigenvalues, largest first, and of each its vector's entries. */
export interface Eigen {
  readonly values: readonly number[];
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigenvalues and vectors of a symmetric tridiagonal matrix by implicit QL steps (Golub & Van Loan, Matrix Computations,
 * 8.3). `off[i]` stands beside `diagonal[i]` and `diagonal[i + 1]`.
 */
export function tridiagonalEigen(diagonal: readonly number[], off: readonly number[]): Eigen {
  const size = diagonal.length;
  const d = Float64Array.from(diagonal);
  const e = new Float64Array(size);
  for (let i = 0; i + 1 < size; i++) e[i] = off[i] ?? 0;
  const vectors = diagonal.map((_, i) => new Float64Array(size).fill(1, i, i + 1));
  for (let low = 0; low < size; low++) {
    for (let round = 0; round < 100; round++) {
      const high = blockEnd(d, e, low);
      if (high === low) break;
      step(d, e, vectors, low, high);
    }
  }
  const order = diagonal.map((_, i) => i).sort((a, b) => at(d, b) - at(d, a));
  return {
    values: order.map((i) => at(d, i)),
    vectors: order.map((i) => vectors[i] ?? new Float64Array(size)),
  };
}

const at = (values: Float64Array, i: number): number => values[i] as number;

/** Where the block that begins at `low` falls apart. */
function blockEnd(d: Float64Array, e: Float64Array, low: number): number {
  let high = low;
  while (high + 1 < d.length) {
    const size = Math.abs(at(d, high)) + Math.abs(at(d, high + 1));
    if (Math.abs(at(e, high)) <= Number.EPSILON * size) break;
    high++;
  }
  return high;
}

/** One step with Wilkinson's shift; `vectors[i]` turns along with row i. */
function step(
  d: Float64Array,
  e: Float64Array,
  vectors: readonly Float64Array[],
  low: number,
  high: number,
): void {
  const half = (at(d, low + 1) - at(d, low)) / (2 * at(e, low));
  const shift = Math.hypot(half, 1);
  let g = at(d, high) - at(d, low) + at(e, low) / (half + (half < 0 ? -shift : shift));
  let sine = 1;
  let cosine = 1;
  let p = 0;
  for (let i = high - 1; i >= low; i--) {
    const f = sine * at(e, i);
    const b = cosine * at(e, i);
    const length = Math.hypot(f, g);
    e[i + 1] = length;
    if (length === 0) {
      d[i + 1] = at(d, i + 1) - p;
      e[high] = 0;
      return;
    }
    sine = f / length;
    cosine = g / length;
    g = at(d, i + 1) - p;
    const r = (at(d, i) - g) * sine + 2 * cosine * b;
    p = sine * r;
    d[i + 1] = g + p;
    g = cosine * r - b;
    turn(vectors[i], vectors[i + 1], sine, cosine);
  }
  d[low] = at(d, low) - p;
  e[low] = g;
  e[high] = 0;
}

function turn(a: Float64Array | undefined, b: Float64Array | undefined, sine: number, cosine: number): void {
  if (a === undefined || b === undefined) return;
  for (let k = 0; k < a.length; k++) {
    const f = at(b, k);
    b[k] = sine * at(a, k) + cosine * f;
    a[k] = cosine * at(a, k) - sine * f;
  }
}
