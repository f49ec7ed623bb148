/** Numbers in [0, 1) that follow from the seed alone (mulberry32): training and folds repeat exactly. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A shuffled copy (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  const mixed = [...items];
  for (const [at, item] of items.entries()) {
    const other = Math.floor(random() * (at + 1));
    mixed[at] = mixed[other] ?? item;
    mixed[other] = item;
  }
  return mixed;
}
