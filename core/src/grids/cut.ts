import type { SizeRange } from './types.ts';

/** What is never cut: a building, or one stairwell of a building that had to be taken apart. */
export interface Piece {
  readonly key: string;
  readonly households: number;
  readonly points: number;
  /** Place along each axis; one axis where nothing is drawn. */
  readonly along: readonly number[];
}

/** How good a division is: households beyond the range first, then how unevenly the work is shared. Less is better. */
export interface Cost {
  readonly beyond: number;
  readonly uneven: number;
}
export const less = (a: Cost, b: Cost): boolean =>
  a.beyond !== b.beyond ? a.beyond < b.beyond : a.uneven < b.uneven;

const sum = (pieces: readonly Piece[], of: 'households' | 'points'): number =>
  pieces.reduce((total, piece) => total + piece[of], 0);

const beyond = (households: number, grids: number, { least, most }: SizeRange): number =>
  Math.max(0, grids * least - households, households - grids * most);

export function costOf(groups: readonly (readonly Piece[])[], range: SizeRange): Cost {
  const points = groups.map((group) => sum(group, 'points'));
  const total = points.reduce((a, b) => a + b, 0);
  return {
    beyond: groups.reduce((all, group) => all + beyond(sum(group, 'households'), 1, range), 0),
    // Whole numbers, so that no machine rounds otherwise: the deviation from the mean, times the number of groups.
    uneven: points.reduce((all, each) => all + (each * groups.length - total) ** 2, 0),
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
const inOrder = (pieces: readonly Piece[], axis: number): readonly Piece[] =>
  pieces.toSorted((a, b) => (a.along[axis] ?? 0) - (b.along[axis] ?? 0) || compare(a.key, b.key));

/** 0, the first, the first two together, and so on. */
function runningSum(numbers: readonly number[]): readonly number[] {
  const sums = [0];
  let all = 0;
  for (const each of numbers) {
    all += each;
    sums.push(all);
  }
  return sums;
}

/**
 * Cuts a row of pieces into `count` runs at the least cost there is. Every run has a piece.
 * `count` is at least 1 and at most the number of pieces.
 */
export function cutRow(
  row: readonly Piece[],
  count: number,
  range: SizeRange,
): readonly (readonly Piece[])[] {
  const sums = (of: 'households' | 'points'): readonly number[] => runningSum(row.map((piece) => piece[of]));
  const households = sums('households');
  const points = sums('points');
  const total = points.at(-1) ?? 0;
  const runCost = (from: number, to: number): Cost => ({
    beyond: beyond((households[to] ?? 0) - (households[from] ?? 0), 1, range),
    uneven: (((points[to] ?? 0) - (points[from] ?? 0)) * count - total) ** 2,
  });
  type Best = Cost & { readonly cuts: readonly number[] };
  let best: readonly (Best | undefined)[] = row.map((_, i) => ({ ...runCost(0, i + 1), cuts: [] }));
  for (let runs = 2; runs <= count; runs++) {
    const before = best;
    best = row.map((_, i) => {
      let found: Best | undefined;
      for (let cut = runs - 2; cut < i; cut++) {
        const left = before[cut];
        if (left === undefined) continue;
        const right = runCost(cut + 1, i + 1);
        const both = { beyond: left.beyond + right.beyond, uneven: left.uneven + right.uneven };
        if (found === undefined || less(both, found)) found = { ...both, cuts: [...left.cuts, cut + 1] };
      }
      return found;
    });
  }
  const cuts = [0, ...(best.at(-1)?.cuts ?? []), row.length];
  return cuts.slice(1).map((end, i) => row.slice(cuts[i] ?? 0, end));
}

/** Halves the ground again and again, each time by the straight line that serves best: compact groups. */
export function halve(
  pieces: readonly Piece[],
  count: number,
  range: SizeRange,
): readonly (readonly Piece[])[] {
  if (count === 1) return [pieces];
  let best:
    | (Cost & { readonly left: readonly Piece[]; readonly right: readonly Piece[]; readonly k: number })
    | undefined;
  for (const k of new Set([Math.floor(count / 2), Math.ceil(count / 2)]))
    for (const axis of pieces[0]?.along.keys() ?? []) {
      const row = inOrder(pieces, axis);
      for (let cut = k; cut <= row.length - (count - k); cut++) {
        const [left, right] = [row.slice(0, cut), row.slice(cut)];
        const cost = {
          beyond:
            beyond(sum(left, 'households'), k, range) + beyond(sum(right, 'households'), count - k, range),
          uneven: (sum(left, 'points') * (count - k) - sum(right, 'points') * k) ** 2,
        };
        if (best === undefined || less(cost, best)) best = { ...cost, left, right, k };
      }
    }
  if (best === undefined) return [pieces];
  return [...halve(best.left, best.k, range), ...halve(best.right, count - best.k, range)];
}

/** The best division of these pieces into `count` groups that straight lines can part. */
export function divide(
  pieces: readonly Piece[],
  count: number,
  range: SizeRange,
): readonly (readonly Piece[])[] {
  const axes = [...(pieces[0]?.along.keys() ?? [])];
  const rows = axes.map((axis) => cutRow(inOrder(pieces, axis), count, range));
  const halved = axes.length > 1 ? halve(pieces, count, range) : undefined;
  // Compact ground before strips, as long as the strips hold no size better.
  const first = halved ?? rows[0] ?? [pieces];
  return rows.reduce(
    (best, each) => (costOf(each, range).beyond < costOf(best, range).beyond ? each : best),
    first,
  );
}
