import type { Vector } from './vector.ts';

export interface Told {
  readonly id: string;
  /** From `profile`. */
  readonly words: Vector;
}

export interface Topic {
  /** Ids of its matters, in the order given. */
  readonly members: readonly string[];
  /** Words that most of its matters share, the most telling first. */
  readonly why: readonly string[];
}

/**
 * A matter is at least this like the mean of its topic. At 0.3, real complaints of different matters that only share a
 * way of asking (‘请加快…力度’) fall together; at 0.4 they stay apart.
 */
export const topicFrom = 0.4;
const mostWhy = 6;

/**
 * Matters that tell of the same, the largest group first. A matter joins the group whose mean it is most like, if it is
 * at least `from` like it; matters are taken in the order given, so the same list gives the same topics.
 */
export function hotTopics(matters: readonly Told[], least = 3, from = topicFrom): readonly Topic[] {
  const groups: Group[] = [];
  const groupsWith = new Map<string, Set<Group>>();
  for (const matter of matters) {
    const { group, overlap } = closest(matter, groupsWith, from) ?? { group: emptyGroup(), overlap: 0 };
    if (group.members.length === 0) groups.push(group);
    join(group, matter, overlap);
    for (const word of matter.words.keys()) {
      groupsWith.set(word, (groupsWith.get(word) ?? new Set()).add(group));
    }
  }
  return groups
    .filter(({ members }) => members.length >= least)
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ members, sum }) => ({ members: members.map(({ id }) => id), why: sharedBy(members, sum) }));
}

interface Group {
  readonly members: Told[];
  readonly sum: Map<string, number>;
  /** Squared length of `sum`, kept as members join. */
  square: number;
}

const emptyGroup = (): Group => ({ members: [], sum: new Map(), square: 0 });

function join(group: Group, matter: Told, overlap: number): void {
  group.members.push(matter);
  group.square += 1 + 2 * overlap;
  for (const [word, weight] of matter.words) group.sum.set(word, (group.sum.get(word) ?? 0) + weight);
}

/** The group most like the matter, and the product of their words; of equals any, the same each time. */
function closest(
  { words }: Told,
  groupsWith: ReadonlyMap<string, ReadonlySet<Group>>,
  from: number,
): { readonly group: Group; readonly overlap: number } | undefined {
  const overlaps = new Map<Group, number>();
  for (const [word, weight] of words) {
    for (const group of groupsWith.get(word) ?? []) {
      overlaps.set(group, (overlaps.get(group) ?? 0) + weight * (group.sum.get(word) ?? 0));
    }
  }
  let best: { readonly group: Group; readonly overlap: number; readonly score: number } | undefined;
  for (const [group, overlap] of overlaps) {
    const score = overlap / Math.sqrt(group.square);
    if (score >= from && (best === undefined || score > best.score)) best = { group, overlap, score };
  }
  return best;
}

const sharedBy = (members: readonly Told[], sum: ReadonlyMap<string, number>): readonly string[] =>
  [...sum]
    .filter(([word]) => members.filter(({ words }) => words.has(word)).length * 2 > members.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWhy)
    .map(([word]) => word);
