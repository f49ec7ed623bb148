import { type Clustering, firstDistinct, kMeans, type Points, withFarthest } from './k-means.ts';
import { silhouette } from './silhouette.ts';
import { defaultOptions } from './types.ts';

/** People who stand close together are first taken as one point: so many points at most. */
const mostPoints = 100;
/** Two groups may always be told apart; one more for every so many points. */
const pointsPerGroup = 12;
/** A silhouette above this is a strong structure (Kaufman and Rousseeuw 1990). */
const clearlyApart = 0.7;

export interface Grouping {
  /** Of each point given, the number of its group, from 0. */
  readonly of: Int32Array;
  readonly groups: number;
  /** Of the chosen number of groups; -1 where there is one group only. */
  readonly silhouette: number;
}

/**
 * Groups by k-means over at most a hundred points, weighted by how many people stand there; as many groups as are apart best
 * by the silhouette. Points must stand in the order in which people came onto the map: the first ones are where the search
 * begins, so that the same votes always give the same groups.
 */
export function groupPoints(points: Points, maxGroups: number): Grouping {
  const everyone = new Float64Array(points.length / 2).fill(1);
  const close = kMeans(points, everyone, firstDistinct(points, mostPoints));
  const weights = new Float64Array(close.centres.length / 2);
  for (const k of close.of) weights[k] = (weights[k] ?? 0) + 1;
  const most = Math.min(maxGroups, 2 + Math.floor(weights.length / pointsPerGroup));
  const found = Array.from({ length: Math.max(0, most - 1) }, (_, i) => i + 2).flatMap((groups) =>
    candidates(close.centres, weights, groups),
  );
  const best = found.reduce<Candidate | undefined>(
    (one, other) => (one === undefined || other.width > one.width ? other : one),
    undefined,
  );
  const groupOf = best?.clustering.of ?? new Int32Array(weights.length);
  return {
    of: close.of.map((k) => groupOf[k] ?? 0),
    groups: (best?.clustering.centres.length ?? 2) / 2,
    silhouette: best?.width ?? -1,
  };
}

interface Candidate {
  readonly clustering: Clustering;
  readonly width: number;
}

/**
 * Beginning from those who came first, as Polis does; which finds the better of groups that flow into one another about as
 * often as not. Beginning from points far from each other finds groups that are clearly apart, and among many groups those who
 * came first would seldom be of different ones: so it counts there, and only there.
 */
function candidates(points: Points, weights: Float64Array, groups: number): readonly Candidate[] {
  const isMany = groups > defaultOptions.maxGroups;
  const apart = withoutLoners(points, weights, groups, (of) => withFarthest(of, of.subarray(0, 2), groups));
  return [
    ...(isMany ? [] : [withoutLoners(points, weights, groups, (of) => firstDistinct(of, groups))]),
    ...(isMany || apart.width > clearlyApart ? [apart] : []),
  ];
}

/**
 * Whoever would be a group of their own is left out while groups are looked for, and belongs to the nearest: who thinks as
 * nobody else does is no side, and what they answered would be told with the side.
 */
function withoutLoners(
  points: Points,
  weights: Float64Array,
  groups: number,
  startOf: (points: Points) => Points,
): Candidate {
  const counted = weights.slice();
  for (;;) {
    const start = startOf(points.filter((_, i) => counted[i >> 1] !== 0));
    const clustering = kMeans(points, counted, start);
    const alone = pointsAlone(clustering, counted);
    if (alone.length === 0 || counted.filter((weight) => weight > 0).length - alone.length < groups)
      return { clustering, width: silhouette(points, clustering) };
    for (const i of alone) counted[i] = 0;
  }
}

function pointsAlone({ of, centres }: Clustering, counted: Float64Array): readonly number[] {
  const people = new Float64Array(centres.length / 2);
  of.forEach((k, i) => {
    people[k] = (people[k] ?? 0) + (counted[i] ?? 0);
  });
  return [...of.keys()].filter((i) => (people[of[i] ?? 0] ?? 0) < 2 && counted[i] !== 0);
}
