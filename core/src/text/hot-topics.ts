import { likeness } from './similar.ts';
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

/** Two matters of a topic share this much; measured in docs/contributor. */
export const topicFrom = 0.4;
const mostWhy = 6;

/**
 * Matters that tell of the same, the largest group first. A matter joins the group whose mean it is most like, if it is
 * at least `topicFrom` like it; matters are taken in the order given, so the same list gives the same topics.
 */
export function hotTopics(matters: readonly Told[], least = 3, from = topicFrom): readonly Topic[] {
  const groups: Group[] = [];
  const groupsWith = new Map<string, Set<Group>>();
  for (const matter of matters) {
    const candidates = new Set([...matter.words.keys()].flatMap((word) => [...(groupsWith.get(word) ?? [])]));
    const group: Group = closest(matter, candidates, from) ?? { members: [], sum: new Map() };
    if (group.members.length === 0) groups.push(group);
    group.members.push(matter);
    for (const [word, weight] of matter.words) {
      group.sum.set(word, (group.sum.get(word) ?? 0) + weight);
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
}

function closest(matter: Told, groups: Iterable<Group>, from: number): Group | undefined {
  let best: { readonly group: Group; readonly score: number } | undefined;
  for (const group of groups) {
    const { score } = likeness(matter.words, centreOf(group.sum));
    if (score >= from && (best === undefined || score > best.score)) best = { group, score };
  }
  return best?.group;
}

function centreOf(sum: ReadonlyMap<string, number>): Vector {
  const length = Math.sqrt([...sum.values()].reduce((total, weight) => total + weight * weight, 0));
  return new Map([...sum].map(([word, weight]) => [word, weight / length]));
}

const sharedBy = (members: readonly Told[], sum: ReadonlyMap<string, number>): readonly string[] =>
  [...sum]
    .filter(([word]) => members.filter(({ words }) => words.has(word)).length * 2 > members.length)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWhy)
    .map(([word]) => word);
