import type { Clustering, Points } from './k-means.ts';

/**
 * How well clusters are apart, from -1 to 1: of each point, how much nearer its own cluster's others are than those of the
 * next cluster, on average. A point alone in its cluster counts 0. (Rousseeuw 1987)
 */
export function silhouette(points: Points, { of, centres }: Clustering): number {
  const clusters = centres.length / 2;
  if (clusters < 2) return -1;
  const sizes = new Int32Array(clusters);
  for (const k of of) sizes[k] = (sizes[k] ?? 0) + 1;
  let sum = 0;
  for (let i = 0; i < of.length; i++) sum += widthOf(i, points, of, sizes);
  return sum / of.length;
}

function widthOf(i: number, points: Points, of: Int32Array, sizes: Int32Array): number {
  const own = of[i] ?? 0;
  if (sizes[own] === 1) return 0;
  const total = new Float64Array(sizes.length);
  for (let j = 0; j < of.length; j++) {
    const k = of[j] ?? 0;
    const dx = (points[2 * i] ?? 0) - (points[2 * j] ?? 0);
    const dy = (points[2 * i + 1] ?? 0) - (points[2 * j + 1] ?? 0);
    total[k] = (total[k] ?? 0) + Math.hypot(dx, dy);
  }
  const inside = (total[own] ?? 0) / ((sizes[own] ?? 0) - 1);
  let next = Number.POSITIVE_INFINITY;
  sizes.forEach((size, k) => {
    if (k !== own && size > 0) next = Math.min(next, (total[k] ?? 0) / size);
  });
  const larger = Math.max(inside, next);
  return larger === 0 ? 0 : (next - inside) / larger;
}
