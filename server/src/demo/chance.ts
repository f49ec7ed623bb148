/** Chance that falls the same way every time it is asked with the same seed. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  readonly next: () => number;
  /** A whole number between both, both included. */
  readonly between: (least: number, most: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly weighted: <T extends { readonly weight: number }>(items: readonly T[]) => T;
}

/** FNV-1a, 32 bits. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const unit of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ unit, 0x01000193);
  return hash >>> 0;
}

export function chanceOf(seed: string): Chance {
  let state = seedOf(seed);
  // mulberry32
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <T>(items: readonly T[]): T => {
    const found = items[Math.floor(next() * items.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const weighted = <T extends { readonly weight: number }>(items: readonly T[]): T => {
    let left = next() * items.reduce((sum, item) => sum + item.weight, 0);
    for (const item of items) {
      left -= item.weight;
      if (left < 0) return item;
    }
    return pick(items);
  };
  return { next, between, happens: (probability) => next() < probability, pick, weighted };
}
