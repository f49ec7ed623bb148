/**
 * How far two groupings of the same people agree, whatever the groups are called: 1 where they are the same, about 0 where
 * one tells nothing of the other (adjusted Rand index, Hubert and Arabie 1985). Only people whom both have count.
 */
export function adjustedRand(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const both = new Map<string, number>();
  const left = new Map<string, number>();
  const right = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void => {
    counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  let people = 0;
  for (const [person, group] of a) {
    const other = b.get(person);
    if (other === undefined) continue;
    people++;
    count(both, `${group} ${other}`);
    count(left, String(group));
    count(right, String(other));
  }
  const together = pairsIn(both.values());
  const expected =
    (pairsIn(left.values()) * pairsIn(right.values())) / Math.max(1, (people * (people - 1)) / 2);
  const most = (pairsIn(left.values()) + pairsIn(right.values())) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

const pairsIn = (counts: Iterable<number>): number =>
  [...counts].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
