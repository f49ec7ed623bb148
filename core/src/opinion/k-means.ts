import { nearestSearch } from './nearest.ts';

/** Points in the plane: x and y, one after the other. */
export type Points = Float64Array;

export interface Clustering {
  /** Of each point, the number of its cluster. */
  readonly of: Int32Array;
  readonly centres: Points;
}

/** The first `most` points that differ. */
export function firstDistinct(points: Points, most: number): Points {
  const seen = new Set<string>();
  const chosen: number[] = [];
  for (let i = 0; i < points.length && seen.size < most; i += 2) {
    const key = `${points[i]} ${points[i + 1]}`;
    if (seen.has(key)) continue;
    seen.add(key);
    chosen.push(points[i] ?? 0, points[i + 1] ?? 0);
  }
  return Float64Array.from(chosen);
}

/**
 * k-means from given centres until nothing moves, at most `rounds` times. Clusters that nobody is in any more are left out;
 * the others keep their order. Of two equally near centres the earlier one is taken.
 */
export function kMeans(points: Points, weights: Float64Array, start: Points, rounds = 100): Clustering {
  const nearest = nearestSearch(points);
  let centres = start;
  for (let round = 0; round < rounds; round++) {
    const moved = meansOf(points, weights, nearest(centres), centres);
    const isStill = moved.every((value, i) => value === centres[i]);
    centres = moved;
    if (isStill) break;
  }
  return withoutEmpty(nearest(centres), centres);
}

function meansOf(points: Points, weights: Float64Array, of: Int32Array, before: Points): Points {
  const sums = new Float64Array(before.length);
  const weight = new Float64Array(before.length / 2);
  for (let i = 0; i < of.length; i++) {
    const k = of[i] as number;
    const w = weights[i] as number;
    sums[2 * k] = (sums[2 * k] as number) + w * (points[2 * i] as number);
    sums[2 * k + 1] = (sums[2 * k + 1] as number) + w * (points[2 * i + 1] as number);
    weight[k] = (weight[k] as number) + w;
  }
  return sums.map((sum, i) => {
    const total = weight[i >> 1] ?? 0;
    return total === 0 ? (before[i] ?? 0) : sum / total;
  });
}

function withoutEmpty(of: Int32Array, centres: Points): Clustering {
  const used = new Set(of);
  const kept = Array.from({ length: centres.length / 2 }, (_, k) => k).filter((k) => used.has(k));
  const numberOf = new Map(kept.map((k, i) => [k, i]));
  return {
    of: of.map((k) => numberOf.get(k) ?? 0),
    centres: Float64Array.from(kept.flatMap((k) => [centres[2 * k] ?? 0, centres[2 * k + 1] ?? 0])),
  };
}

/** Centres of before, and as many more as there may be: each time the point that lies farthest from all of them. */
export function withFarthest(points: Points, before: Points, most: number): Points {
  const gap = new Float64Array(points.length / 2).fill(Number.POSITIVE_INFINITY);
  const centres: number[] = [];
  const take = (x: number, y: number): void => {
    centres.push(x, y);
    gap.forEach((least, i) => {
      gap[i] = Math.min(least, ((points[2 * i] ?? 0) - x) ** 2 + ((points[2 * i + 1] ?? 0) - y) ** 2);
    });
  };
  for (let k = 0; k < before.length; k += 2) take(before[k] ?? 0, before[k + 1] ?? 0);
  while (centres.length < 2 * most) {
    const farthest = gap.reduce((best, distance, i) => (distance > (gap[best] ?? 0) ? i : best), 0);
    if (!((gap[farthest] ?? 0) > 0)) break;
    take(points[2 * farthest] ?? 0, points[2 * farthest + 1] ?? 0);
  }
  return Float64Array.from(centres);
}
