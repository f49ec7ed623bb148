import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asJson, canonical } from './canonical.ts';
import type { Json } from './json.ts';

describe('the vectors of RFC 8785', () => {
  it('section 3.2.2: numbers, literals and strings', () => {
    const source = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`;
    expect(canonical(JSON.parse(source) as Json)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('section 3.2.3: keys by UTF-16 code units', () => {
    const text = canonical({
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    });
    expect(Object.values(JSON.parse(text) as Record<string, string>).sort()).toHaveLength(7);
    const order = [...text.matchAll(/:"([^" ]+)/g)].map((match) => match[1]);
    expect(order).toEqual(['Carriage', 'One', 'Control', 'Latin', 'Euro', 'Emoji:', 'Hebrew']);
  });

  it('appendix B: the edges of double precision', () => {
    expect(canonical([5e-324, 1.7976931348623157e308, 9007199254740992, 1e21, 999999999999999900000])).toBe(
      '[5e-324,1.7976931348623157e+308,9007199254740992,1e+21,999999999999999900000]',
    );
  });
});

/** The same value with every object's keys put in the opposite order. */
function reversed(value: Json): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
}

const values = fc
  .jsonValue({ noUnicodeString: false })
  .filter((value) => asJson(value).ok) as fc.Arbitrary<Json>;

describe('canonical text', () => {
  it('does not depend on the order of keys and reads back as the same value', () => {
    let reordered = 0;
    fc.assert(
      fc.property(values, (value) => {
        const text = canonical(value);
        expect(canonical(reversed(value))).toBe(text);
        expect(canonical(JSON.parse(text) as Json)).toBe(text);
        expect(JSON.parse(text)).toEqual(value);
        if (JSON.stringify(reversed(value)) !== JSON.stringify(value)) reordered += 1;
      }),
      { numRuns: 300 },
    );
    expect(reordered).toBeGreaterThan(10);
  });

  it('keeps a key named __proto__', () => {
    expect(canonical(JSON.parse('{"b":1,"__proto__":{"a":2}}') as Json)).toBe('{"__proto__":{"a":2},"b":1}');
  });
});

const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)]);

describe('a value without a canonical text', () => {
  it.each<[string, unknown, string]>([
    ['not-json', { a: undefined }, '/a'],
    ['not-json', [1, new Date(0)], '/1'],
    ['not-json', new Map(), ''],
    ['not-json', { 'a/b': () => 1 }, '/a~1b'],
    ['not-json', 1n, ''],
    ['not-finite', { a: [Number.NaN] }, '/a/0'],
    ['not-finite', Number.NEGATIVE_INFINITY, ''],
    ['negative-zero', { a: -0 }, '/a'],
    ['lone-surrogate', ['\ud83d'], '/0'],
    ['lone-surrogate', { '\ude00': 1 }, ''],
    ['too-deep', nested(65), '/0'.repeat(64)],
  ])('is refused as %s', (code, value, pointer) => {
    expect(asJson(value)).toEqual({ ok: false, error: { code, pointer } });
    expect(() => canonical(value as Json)).toThrow(code);
  });

  it('is told from the deepest one that has', () => {
    expect(asJson(nested(64)).ok).toBe(true);
  });
});
