import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { legs, Seen } from './arbitrary-polls.ts';
import { allMet, consentOf, findMeasure, isNoWeaker, turnoutOf } from './legs.ts';
import type { Bases, Leg, Sum } from './types.ts';

/** The condition by cross-multiplication, as one would do it on paper. Of nothing, somebody must still be for it. */
function holds({ op, share }: Leg, have: number, base: number): boolean {
  const [top = 0n, bottom = 1n] = share.split('/').map(BigInt);
  const [part, whole] = [BigInt(have) * bottom, BigInt(base) * top];
  return base === 0 ? have >= 1 : op === '>' ? part > whole : part >= whole;
}

const sizes = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 12 }),
  fc.integer({ min: 0, max: 5000 }),
  fc.integer({ min: 0, max: 9_000_000_000_000 }),
);
/** Each often the whole of the next, or exactly half or two thirds of it. */
const parts = fc.constantFrom(0, 1, 1, 1, 1 / 2, 2 / 3, 0.9, 0.51);
const shrinking = fc.tuple(sizes, parts, parts, parts).map(([whole, came, voted, agree]) => {
  const present = Math.ceil(whole * came);
  const cast = Math.ceil(present * voted);
  return { whole, present, cast, agreed: Math.ceil(cast * agree) };
});
/** agreed ≤ cast ≤ present ≤ whole, by both measures. */
const counts = fc.tuple(shrinking, shrinking).map(([heads, area]) => {
  const at = (name: keyof typeof heads): Sum => ({ heads: heads[name], area: area[name] });
  const bases: Bases = { whole: at('whole'), present: at('present'), cast: at('cast') };
  return { agreed: at('agreed'), bases };
});
const baseOf = (leg: Leg, bases: Bases): number => {
  const { base, by } = findMeasure(leg.of) ?? { base: 'whole', by: 'heads' };
  return bases[base][by];
};
const byOf = (leg: Leg): keyof Sum => findMeasure(leg.of)?.by ?? 'heads';

describe('a condition', () => {
  it('is met exactly when the share is, with the least number that meets it and none smaller', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(legs, counts, (leg, { agreed, bases }) => {
        const [found] = consentOf([leg], bases, agreed);
        const base = baseOf(leg, bases);
        expect(found).toMatchObject({ have: agreed[byOf(leg)], base });
        expect(found?.met).toBe(holds(leg, agreed[byOf(leg)], base));
        const needed = found?.needed ?? -1;
        expect(holds(leg, needed, base)).toBe(true);
        expect(needed).toBeGreaterThan(0);
        if (needed > 1) expect(holds(leg, needed - 1, base)).toBe(false);
        seen.add('met', found?.met);
        seen.add('not met', found?.met === false);
        seen.add('of nothing', base === 0);
        seen.add('beyond the whole', needed > base);
      }),
      { numRuns: 4000 },
    );
    expect(seen.rare(50, 'met', 'not met', 'of nothing', 'beyond the whole')).toEqual([]);
  });

  it('is strict where the law says more than, and inclusive where it says at least', () => {
    const seen = new Seen();
    const exact = fc.record({
      bottom: fc.integer({ min: 1, max: 12 }),
      part: fc.nat({ max: 12 }),
      times: fc.integer({ min: 1, max: 400_000_000 }),
    });
    fc.assert(
      fc.property(exact, ({ bottom, part, times }) => {
        const top = Math.min(part, bottom);
        const whole = { heads: bottom * times, area: 0 };
        const agreed = { heads: top * times, area: 0 };
        const bases = { whole, present: whole, cast: whole };
        const meets = (op: Leg['op']): boolean | undefined =>
          consentOf([{ op, share: `${top}/${bottom}`, of: 'adults' }], bases, agreed)[0]?.met;
        expect(meets('>')).toBe(false);
        expect(meets('>=')).toBe(top > 0);
        seen.add('none', top === 0);
        seen.add('all', top === bottom);
      }),
    );
    expect(seen.rare(3, 'none', 'all')).toEqual([]);
  });

  it('of turnout counts those present, of consent those who agree', () => {
    fc.assert(
      fc.property(legs, counts, (leg, { agreed, bases }) => {
        expect(turnoutOf([leg], bases)[0]?.have).toBe(bases.present[byOf(leg)]);
        expect(consentOf([leg], bases, agreed)[0]?.have).toBe(agreed[byOf(leg)]);
      }),
    );
  });

  it('stands beside another: each must hold alone, so that area never makes up for heads', () => {
    const seen = new Seen();
    const twoLegs = fc.tuple(
      fc.constantFrom<Leg>(
        { op: '>', share: '1/2', of: 'participating-area' },
        { op: '>=', share: '3/4', of: 'total-area' },
      ),
      fc.constantFrom<Leg>(
        { op: '>', share: '1/2', of: 'participating-heads' },
        { op: '>=', share: '3/4', of: 'total-heads' },
      ),
    );
    fc.assert(
      fc.property(twoLegs, counts, ([area, heads], { agreed, bases }) => {
        const alone = [area, heads].map((leg) => allMet(consentOf([leg], bases, agreed)));
        expect(allMet(consentOf([area, heads], bases, agreed))).toBe(alone.every(Boolean));
        seen.add(`area ${alone[0]}, heads ${alone[1]}`);
      }),
      { numRuns: 5000 },
    );
    const corners = [true, false].flatMap((a) => [true, false].map((b) => `area ${a}, heads ${b}`));
    expect(seen.rare(50, ...corners)).toEqual([]);
  });
});

describe('a condition that is no weaker than the law’s', () => {
  it('is met by nobody who does not meet the law’s, whatever the numbers', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(legs, legs, counts, (leg, floor, { agreed, bases }) => {
        const [own, law] = consentOf([leg, floor], bases, agreed);
        const claimed = isNoWeaker(leg, floor);
        if (claimed && own?.met === true) expect(law?.met).toBe(true);
        seen.add('claimed and met', claimed && own?.met === true && leg.share !== floor.share);
        seen.add('claimed at the same share', claimed && leg.share === floor.share);
        seen.add('wider base', claimed && findMeasure(leg.of)?.base !== findMeasure(floor.of)?.base);
        seen.add('not claimed', !claimed);
      }),
      { numRuns: 40_000 },
    );
    const corners = ['claimed and met', 'claimed at the same share', 'wider base', 'not claimed'];
    expect(seen.rare(200, ...corners)).toEqual([]);
  });

  /** All small counts: agreed ≤ cast ≤ present ≤ whole. */
  function* smallCounts(most: number): Generator<{ agreed: Sum; bases: Bases }> {
    const both = (n: number): Sum => ({ heads: n, area: n });
    for (let whole = 1; whole <= most; whole += 1)
      for (let present = 1; present <= whole; present += 1)
        for (let cast = 1; cast <= present; cast += 1)
          for (let agreed = 0; agreed <= cast; agreed += 1)
            yield {
              agreed: both(agreed),
              bases: { whole: both(whole), present: both(present), cast: both(cast) },
            };
  }
  const everyLeg: readonly Leg[] = (['>', '>='] as const).flatMap((op) =>
    ['1/3', '1/2', '2/3', '3/4'].flatMap((share) =>
      (['total-area', 'total-heads', 'attendees', 'ballots-cast'] as const).map((of) => ({ op, share, of })),
    ),
  );
  it('and none is refused that is strong enough: some numbers meet it and break the law', () => {
    const all = [...smallCounts(12)];
    const meeting = everyLeg.map((leg) =>
      all.map(({ agreed, bases }) => consentOf([leg], bases, agreed)[0]?.met === true),
    );
    for (const [i, leg] of everyLeg.entries())
      for (const [j, floor] of everyLeg.entries()) {
        if (byOf(leg) !== byOf(floor)) continue;
        const breaks = all.some((_, at) => meeting[i]?.[at] === true && meeting[j]?.[at] === false);
        expect({ leg, floor, breaks }).toEqual({ leg, floor, breaks: !isNoWeaker(leg, floor) });
      }
  });
});
