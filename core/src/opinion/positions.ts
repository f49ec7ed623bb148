import type { Ballots } from './ballots.ts';
import type { Centred } from './centred.ts';
import type { Components } from './components.ts';

/**
 * Where each row stands: x and y, one after the other. Who answered few statements would stand near the middle only because
 * of that, so everybody is pushed out by √(statements ÷ answered). A statement that was taken out counts as answered by all,
 * as in Polis.
 */
export function positionsOf(
  ballots: Ballots,
  x: Centred,
  [first, second]: Components,
  rows: Int32Array,
  out: number,
): Float64Array {
  const statements = ballots.statements.length;
  const points = new Float64Array(rows.length * 2);
  rows.forEach((row, i) => {
    const from = x.start[row] ?? 0;
    const to = x.start[row + 1] ?? from;
    let a = 0;
    let b = 0;
    for (let cell = from; cell < to; cell++) {
      const value = x.value[cell] ?? 0;
      const j = x.column[cell] ?? 0;
      a += value * (first[j] ?? 0);
      b += value * (second[j] ?? 0);
    }
    const push = Math.sqrt(statements / Math.max(1, to - from + out));
    points[2 * i] = a * push;
    points[2 * i + 1] = b * push;
  });
  return points;
}
