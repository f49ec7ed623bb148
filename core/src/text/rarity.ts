import { countWords } from './vector.ts';

/** How rare words are, as `ln((1 + texts) / (1 + texts with the word)) + 1`. */
export interface Rarity {
  readonly texts: number;
  readonly textsWith: ReadonlyMap<string, number>;
}

export function countRarity(texts: readonly (readonly string[])[]): Rarity {
  return { texts: texts.length, textsWith: countWords(texts.flatMap((words) => [...new Set(words)])) };
}

export const rarityOf = ({ texts, textsWith }: Rarity, word: string): number =>
  Math.log((1 + texts) / (1 + (textsWith.get(word) ?? 0))) + 1;
