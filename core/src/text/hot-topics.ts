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

export interface TopicOptions {
  /** Fewer matters than this are no topic. */
  readonly least?: number;
  /** How like the mean of a topic a matter is at least. */
  readonly from?: number;
  /** A word that only says where it is or who is meant: such words alone make no topic. */
  readonly isName?: (word: string) => boolean;
}

/**
 * A matter is at least this like the mean of its topic. At 0.3, real complaints of different matters that only share a
 * way of asking (‘请加快…力度’) fall together; at 0.4 they stay apart.
 */
export const topicFrom = 0.4;
/**
 * Two topics whose means are this alike are one: which matters came first must not decide whether the mixing plant
 * beside one estate is one topic or two.
 */
const sameTopicFrom = 0.55;
/** At least this part of a likeness comes from words that are no names: one estate may have many troubles. */
const leastTelling = 0.4;
/** The most telling words of a matter; the rest only cost time. */
const mostWords = 24;
const mostWhy = 6;

/**
 * Matters that tell of the same, the largest group first. A matter joins the group whose mean it is most like, if it is
 * at least `from` like it; groups that turn out alike become one. Taken in the order given, so the same list gives the
 * same topics. Bounded work: of each matter the most telling words count, and no word that everybody uses is followed.
 */
export function hotTopics(matters: readonly Told[], options: TopicOptions = {}): readonly Topic[] {
  const { least = 3, from = topicFrom, isName = () => false } = options;
  const order = new Map(matters.map(({ id }, at) => [id, at]));
  const found = gather(matters.map(seedOf), from, isName);
  const merged = gather(found, sameTopicFrom, isName);
  return merged
    .filter(({ members }) => members.length >= least)
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ members, sum }) => ({
      members: members.map(({ id }) => id).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
      why: sharedBy(members, sum),
    }));
}

interface Group {
  readonly members: Told[];
  readonly sum: Map<string, number>;
  /** Squared length of `sum`, kept as members join. */
  square: number;
}

function seedOf({ id, words }: Told): Group {
  const top = [...words].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, mostWords);
  const told = { id, words: new Map(top) };
  return { members: [told], sum: new Map(top), square: top.reduce((sum, [, each]) => sum + each * each, 0) };
}

/** Joins each to the group before it that it is most like. */
function gather(seeds: readonly Group[], from: number, isName: (word: string) => boolean): readonly Group[] {
  const groups: Group[] = [];
  const groupsWith = new Map<string, Set<Group>>();
  for (const seed of seeds) {
    const best = closest(seed, groupsWith, from, isName);
    if (best === undefined) groups.push(seed);
    else join(best.group, seed, best.overlap);
    const home = best?.group ?? seed;
    for (const word of seed.sum.keys()) groupsWith.set(word, (groupsWith.get(word) ?? new Set()).add(home));
  }
  return groups;
}

function join(group: Group, seed: Group, overlap: number): void {
  group.members.push(...seed.members);
  group.square += seed.square + 2 * overlap;
  for (const [word, weight] of seed.sum) group.sum.set(word, (group.sum.get(word) ?? 0) + weight);
}

interface Overlap {
  all: number;
  /** Of it, by words that are no names. */
  telling: number;
}

function overlapsOf(
  { sum }: Group,
  groupsWith: ReadonlyMap<string, ReadonlySet<Group>>,
  isName: (word: string) => boolean,
): ReadonlyMap<Group, Overlap> {
  const overlaps = new Map<Group, Overlap>();
  for (const [word, weight] of sum) {
    const tells = isName(word) ? 0 : 1;
    for (const group of groupsWith.get(word) ?? []) {
      const part = weight * (group.sum.get(word) ?? 0);
      const overlap = overlaps.get(group) ?? { all: 0, telling: 0 };
      overlap.all += part;
      overlap.telling += part * tells;
      overlaps.set(group, overlap);
    }
  }
  return overlaps;
}

/** The group most like the seed, and the product of their words; of equals any, the same each time. */
function closest(
  seed: Group,
  groupsWith: ReadonlyMap<string, ReadonlySet<Group>>,
  from: number,
  isName: (word: string) => boolean,
): { readonly group: Group; readonly overlap: number } | undefined {
  let best: { readonly group: Group; readonly overlap: number; readonly score: number } | undefined;
  for (const [group, { all, telling }] of overlapsOf(seed, groupsWith, isName)) {
    const score = all / Math.sqrt(group.square * seed.square);
    if (score < from || telling < all * leastTelling) continue;
    if (best === undefined || score > best.score) best = { group, overlap: all, score };
  }
  return best;
}

const sharedBy = (members: readonly Told[], sum: ReadonlyMap<string, number>): readonly string[] =>
  withoutParts(
    [...sum]
      .filter(([word]) => members.filter(({ words }) => words.has(word)).length * 2 > members.length)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word),
  ).slice(0, mostWhy);

/** A long word and its parts are told once, as the whole: 捆绑销售, not 捆绑, 销售 besides. */
const withoutParts = (words: readonly string[]): readonly string[] =>
  words.filter((word) => words.every((other) => other === word || !other.includes(word)));
