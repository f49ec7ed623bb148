import { contentWords, normalise, type Segment } from './normalise.ts';
import { type Rarity, rarityOf } from './rarity.ts';

/** An entry of the affair catalogue, as far as words go. */
export interface AffairWords {
  readonly id: string;
  readonly title: string;
  readonly class: string;
  readonly words?: readonly string[];
}

export interface AffairSuggestion {
  readonly id: string;
  readonly title: string;
  readonly class: string;
  readonly score: number;
  /** Words of the entry that stand in the text. */
  readonly why: readonly string[];
}

interface Entry {
  readonly affair: AffairWords;
  /** Title and words, normalised: each found whole in a text is the strongest sign. */
  readonly phrases: readonly string[];
  readonly parts: ReadonlySet<string>;
}

/** The catalogue made ready once, so that every key press only reads. */
export interface AffairIndex {
  readonly entries: readonly Entry[];
  /** Words that many entries share tell little between them. */
  readonly entriesWith: ReadonlyMap<string, number>;
}

const mostSuggested = 5;
/** A whole phrase counts this much more than its parts apart. */
const wholePhrase = 2;

export function indexAffairs(affairs: readonly AffairWords[], segment: Segment): AffairIndex {
  const entries = affairs.map((affair) => {
    const phrases = [affair.title, ...(affair.words ?? [])].map(normalise);
    return { affair, phrases, parts: new Set(phrases.flatMap((phrase) => contentWords(phrase, segment))) };
  });
  const entriesWith = new Map<string, number>();
  for (const { parts } of entries) {
    for (const part of parts) entriesWith.set(part, (entriesWith.get(part) ?? 0) + 1);
  }
  return { entries, entriesWith };
}

/**
 * Entries of the catalogue that the text speaks of, the likeliest first, at most five. `likely` weighs classes (from
 * the class suggestion) and only orders what the words already found.
 */
export function suggestAffairs(
  text: string,
  index: AffairIndex,
  rarity: Rarity,
  segment: Segment,
  likely: (affairClass: string) => number = () => 1,
): readonly AffairSuggestion[] {
  const said = normalise(text);
  const words = new Set(contentWords(said, segment));
  return index.entries
    .map((entry) => scoreEntry(entry, said, words, index, rarity, likely))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSuggested);
}

function scoreEntry(
  { affair, phrases, parts }: Entry,
  said: string,
  words: ReadonlySet<string>,
  index: AffairIndex,
  rarity: Rarity,
  likely: (affairClass: string) => number,
): AffairSuggestion {
  const telling = (word: string): number => rarityOf(rarity, word) / (index.entriesWith.get(word) ?? 1);
  const whole = phrases.filter((phrase) => said.includes(phrase));
  const shared = [...parts].filter((part) => words.has(part));
  const found = [...new Set([...whole, ...shared])];
  const points =
    whole.reduce((sum, phrase) => sum + wholePhrase * [...phrase].length, 0) +
    shared.reduce((sum, part) => sum + telling(part), 0);
  const why = found.filter((word) => !found.some((other) => other !== word && other.includes(word)));
  const { id, title } = affair;
  return { id, title, class: affair.class, score: points * (0.5 + likely(affair.class)), why };
}
