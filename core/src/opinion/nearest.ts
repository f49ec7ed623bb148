import type { Points } from './k-means.ts';

/**
 * Finds of each point the nearest centre, again and again while centres move a little. What it knows of a point spares most of
 * the work: as long as its own centre cannot be farther than any other can have come near, it is not looked at (Hamerly 2010).
 */
export function nearestSearch(points: Points): (centres: Points) => Int32Array {
  const count = points.length / 2;
  const of = new Int32Array(count);
  /** No farther than this from its own centre; no other centre nearer than that. */
  const own = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const other = new Float64Array(count);
  let before: Points | undefined;

  const look = (i: number, centres: Points): void => {
    const x = points[2 * i] as number;
    const y = points[2 * i + 1] as number;
    let nearest = 0;
    let least = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    for (let k = 0; k < centres.length; k += 2) {
      const dx = x - (centres[k] as number);
      const dy = y - (centres[k + 1] as number);
      const distance = dx * dx + dy * dy;
      if (distance < least) {
        second = least;
        least = distance;
        nearest = k;
      } else if (distance < second) second = distance;
    }
    of[i] = nearest / 2;
    own[i] = Math.sqrt(least);
    other[i] = Math.sqrt(second);
  };

  const distanceTo = (i: number, k: number, centres: Points): number => {
    const dx = (points[2 * i] as number) - (centres[2 * k] as number);
    const dy = (points[2 * i + 1] as number) - (centres[2 * k + 1] as number);
    return Math.sqrt(dx * dx + dy * dy);
  };

  return (centres) => {
    const moves = before === undefined ? new Float64Array(centres.length / 2) : movesOf(before, centres);
    const farthest = moves.reduce((most, move) => Math.max(most, move), 0);
    const halfWay = halfWays(centres);
    for (let i = 0; i < count; i++) {
      const k = of[i] as number;
      own[i] = (own[i] as number) + (moves[k] as number);
      other[i] = (other[i] as number) - farthest;
      const safe = Math.max(other[i] as number, halfWay[k] as number);
      if ((own[i] as number) < safe) continue;
      own[i] = distanceTo(i, k, centres);
      if ((own[i] as number) >= safe) look(i, centres);
    }
    before = centres;
    return of;
  };
}

function movesOf(before: Points, after: Points): Float64Array {
  return Float64Array.from({ length: after.length / 2 }, (_, k) =>
    Math.hypot(
      (after[2 * k] ?? 0) - (before[2 * k] ?? 0),
      (after[2 * k + 1] ?? 0) - (before[2 * k + 1] ?? 0),
    ),
  );
}

/** Of each centre, half the way to the one nearest to it. */
function halfWays(centres: Points): Float64Array {
  const half = new Float64Array(centres.length / 2).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < half.length; a++) {
    for (let b = 0; b < a; b++) {
      const dx = (centres[2 * a] as number) - (centres[2 * b] as number);
      const dy = (centres[2 * a + 1] as number) - (centres[2 * b + 1] as number);
      const way = Math.sqrt(dx * dx + dy * dy) / 2;
      half[a] = Math.min(half[a] as number, way);
      half[b] = Math.min(half[b] as number, way);
    }
  }
  return half;
}
