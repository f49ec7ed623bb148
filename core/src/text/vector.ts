/** Words and their weights; absent words weigh nothing. */
export type Vector = ReadonlyMap<string, number>;

export function countWords(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Of length 1, unless empty. Summed in word order, so that the order of a text's words never shows in the last digit. */
export function toUnitLength(vector: Vector): Vector {
  const length = Math.sqrt(sortedValues(vector).reduce((sum, weight) => sum + weight * weight, 0));
  if (length === 0) return vector;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}

const sortedValues = (vector: Vector): readonly number[] => [...vector.values()].sort((a, b) => a - b);

/** Frequent words of a text weigh by the logarithm of their count, times how rare the word is anywhere. */
export function weighWords(words: readonly string[], rarity: (word: string) => number): Vector {
  const weights = [...countWords(words)].map(
    ([word, count]) => [word, (1 + Math.log(count)) * rarity(word)] as const,
  );
  return new Map(weights.filter(([, weight]) => weight > 0));
}

/** Unit length; every field counts the same whatever its length, so a title weighs as much as its long text. */
export function joinFields(fields: readonly Vector[]): Vector {
  const total = new Map<string, number>();
  for (const field of fields) {
    for (const [word, weight] of toUnitLength(field)) total.set(word, (total.get(word) ?? 0) + weight);
  }
  return toUnitLength(total);
}
