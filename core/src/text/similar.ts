import { contentWords, type Segment } from './normalise.ts';
import { type Rarity, rarityOf } from './rarity.ts';
import { joinFields, toUnitLength, type Vector, weighWords } from './vector.ts';

/**
 * From this score on, two texts are shown as telling of the same. Of random pairs of 4,326 real complaints, those that
 * tell of different things stay below 0.3; two thirds of the pairs within a hot topic lie above.
 */
export const similarFrom = 0.3;

const mostWhy = 6;

export interface Likeness {
  /** 0 nothing in common … 1 the same words. */
  readonly score: number;
  /** Words both texts share, the most telling first. */
  readonly why: readonly string[];
}

/**
 * The words of a text by how much each tells: frequent in it, rare elsewhere. Of unit length. The first line, where a
 * title stands, counts as much as the whole.
 */
export function profile(text: string, rarity: Rarity, segment: Segment): Vector {
  const weigh = (part: string): Vector =>
    weighWords(contentWords(part, segment), (word) => tellingOf(rarity, word));
  return joinFields([weigh(text.split('\n', 1)[0] ?? ''), weigh(text)]);
}

/** Words that stand in a tenth of all texts tell nothing of one matter (‘请问’, ‘领导’, ‘问题’). */
const commonShare = 0.1;

function tellingOf(rarity: Rarity, word: string): number {
  if ((rarity.textsWith.get(word) ?? 0) > rarity.texts * commonShare) return 0;
  return rarityOf(rarity, word);
}

/** Cosine of two profiles, with the shared words; the same whichever comes first. */
export function likeness(a: Vector, b: Vector): Likeness {
  const shared = [...a]
    .map(([word, weight]) => ({ word, part: weight * (b.get(word) ?? 0) }))
    .filter(({ part }) => part > 0)
    .sort((x, y) => y.part - x.part || (x.word < y.word ? -1 : 1));
  const score = shared.reduce((sum, { part }) => sum + part, 0);
  return { score: Math.min(1, score), why: shared.slice(0, mostWhy).map(({ word }) => word) };
}

export function similarity(a: string, b: string, rarity: Rarity, segment: Segment): Likeness {
  return likeness(profile(a, rarity, segment), profile(b, rarity, segment));
}

/** The most telling words of a text, for a query that fetches what may say the same; at most `most`. */
export function tellingWords(text: string, rarity: Rarity, segment: Segment, most = 8): readonly string[] {
  return [...profile(text, rarity, segment)]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word);
}

/** Two texts this alike are one text with small changes: they must not teach and judge at once. */
const nearlySame = 0.6;

/** A number for each text (its words given); texts nearly the same, even through others, have the same number. */
export function groupAlike(texts: readonly (readonly string[])[], rarity: Rarity): readonly number[] {
  const profiles = texts.map((words) => toUnitLength(weighWords(words, (word) => tellingOf(rarity, word))));
  const group = texts.map((_, at) => at);
  profiles.forEach((a, at) => {
    for (let other = 0; other < at; other += 1) {
      const b = profiles[other];
      const [mine = at, theirs = other] = [group[at], group[other]];
      if (b === undefined || mine === theirs || likeness(a, b).score < nearlySame) continue;
      for (const [place, each] of group.entries()) if (each === mine) group[place] = theirs;
    }
  });
  return group;
}
