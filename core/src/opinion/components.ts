import { type Centred, timesCovariance } from './centred.ts';
import { tridiagonalEigen } from './tridiagonal.ts';

/** The two directions in which answers differ most, unit vectors over statements; a zero vector where there is none. */
export type Components = readonly [Float64Array, Float64Array];

/** Residual, as a share of the largest eigenvalue, at which a direction is taken as found. */
const tolerance = 1e-10;
const mostSteps = 400;

/**
 * The two main components by Lanczos steps that are kept orthogonal to all earlier ones. It begins from `before`, where
 * there is a map already, else from the same numbers every time: which does not matter for what it finds, only for how soon.
 */
export function mainComponents(x: Centred, before?: Components): Components {
  const next = chance();
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const off: number[] = [];
  const limit = Math.min(x.columns, mostSteps);
  let fresh = startOf(x, before, next);
  let found = findIn(basis, diagonal, off, 0);
  while (basis.length < limit) {
    const vector = unit(fresh, basis) ?? unit(randomVector(x, next), basis);
    if (vector === undefined) break;
    basis.push(vector);
    const product = timesCovariance(x, vector);
    diagonal.push(dot(product, vector));
    takeOut(product, basis);
    takeOut(product, basis);
    const rest = Math.sqrt(dot(product, product));
    off.push(rest);
    fresh = product;
    const isTime = basis.length % 10 === 0 || basis.length === limit;
    // A rest of nothing: what was begun is exhausted, and something else may be left.
    if (rest <= Number.EPSILON * x.columns * Math.max(...diagonal)) off[off.length - 1] = 0;
    else if (isTime) {
      found = findIn(basis, diagonal, off, rest);
      if (found.isDone) break;
    }
  }
  if (!found.isDone) found = findIn(basis, diagonal, off, 0);
  return orient(found.components, x.columns, before);
}

interface Found {
  readonly components: readonly Float64Array[];
  readonly isDone: boolean;
}

function findIn(
  basis: readonly Float64Array[],
  diagonal: readonly number[],
  off: readonly number[],
  rest: number,
): Found {
  const { values, vectors } = tridiagonalEigen(diagonal, off);
  const largest = values[0] ?? 0;
  const last = basis.length - 1;
  const isDone =
    values.length > 2 &&
    [0, 1].every((i) => Math.abs(rest * (vectors[i]?.[last] ?? 1)) <= tolerance * largest);
  const components = [0, 1].flatMap((i) => {
    const weights = vectors[i];
    // Nothing differs in a direction without variance: rounding alone would point somewhere.
    if (weights === undefined || (values[i] ?? 0) <= 1e-12 * Math.max(largest, 1e-300)) return [];
    return [combine(basis, weights)];
  });
  return { components, isDone };
}

function combine(basis: readonly Float64Array[], weights: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0]?.length ?? 0);
  basis.forEach((vector, k) => {
    add(sum, vector, weights[k] ?? 0);
  });
  return sum;
}

/** Turns each to its former side; at first, the statement that weighs most in it weighs as plus. */
function orient(found: readonly Float64Array[], columns: number, before?: Components): Components {
  const side = (i: 0 | 1): Float64Array => {
    const component = found[i] ?? new Float64Array(columns);
    const former = before?.[i];
    const most = component.reduce(
      (best, value) => (Math.abs(value) > Math.abs(best) + 1e-9 ? value : best),
      0,
    );
    const sign = former === undefined ? most : dot(former, component.subarray(0, former.length));
    return sign < 0 ? component.map((value) => -value) : component;
  };
  return [side(0), side(1)];
}

function startOf(x: Centred, before: Components | undefined, next: () => number): Float64Array {
  const start = randomVector(x, next);
  if (before === undefined) return start;
  for (let j = 0; j < start.length; j++)
    start[j] = (before[0][j] ?? 0) + (before[1][j] ?? 0) + (start[j] ?? 0) * 1e-3;
  return start;
}

/** Within what answers span at all: statements without answers have no part in it. */
const randomVector = (x: Centred, next: () => number): Float64Array =>
  timesCovariance(
    x,
    Float64Array.from({ length: x.columns }, () => next() - 0.5),
  );

/** The same numbers every time (xorshift). */
function chance(): () => number {
  let state = 20_261_128;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What is left of a vector beside the basis, of length 1; nothing where it lies in it. */
function unit(vector: Float64Array, basis: readonly Float64Array[]): Float64Array | undefined {
  const before = Math.sqrt(dot(vector, vector));
  const left = vector.slice();
  takeOut(left, basis);
  takeOut(left, basis);
  const length = Math.sqrt(dot(left, left));
  return length <= 1e-10 * before || length === 0 ? undefined : left.map((value) => value / length);
}

function takeOut(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const other of basis) add(vector, other, -dot(vector, other));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < b.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, other: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + times * (other[i] as number);
}
