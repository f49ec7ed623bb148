import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, runsOf } from './normalise.ts';
import { anyOf, segmentForIndex, segmentForQuery } from './search.ts';

/** Every two characters a word: what a dictionary would do to names it does not know. */
const byTwo = (text: string): readonly string[] => text.match(/.{1,2}/gsu) ?? [];
const byOne = (text: string): readonly string[] => [...text];
/** Any code points at all, halves of pairs, controls and unassigned ones among them. */
const anything = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0x10ffff }), fc.integer({ min: 0, max: 0x17f })), {
    maxLength: 60,
  })
  .map((points) => String.fromCodePoint(...points));
const han = fc.stringMatching(/^[\u4e00-\u9fff]{1,12}$/);

/** Whether a query of `&` and `:*` holds for an index. */
function finds(query: string | undefined, index: string): boolean {
  const entries = index.split(' ');
  return (
    query?.split(' & ').every((term) => {
      const wanted = term.replace(/^'|'(:\*)?$/g, '');
      return entries.some((entry) => (term.endsWith(':*') ? entry.startsWith(wanted) : entry === wanted));
    }) ?? false
  );
}

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }),
  );
});

test('full-width becomes half-width, traditional stays, unseen characters go', () => {
  expect(normalise('　ＫＴＶ１２３，臺灣\u200b路\u0000 ')).toBe('ktv123,臺灣 路');
});

test('any stretch of Chinese is found, wherever a dictionary would cut it', () => {
  let longer = 0;
  fc.assert(
    fc.property(han, han, han, fc.constantFrom(byTwo, byOne), (before, wanted, after, segment) => {
      if (wanted.length > 2) longer += 1;
      expect(finds(segmentForQuery(wanted, segment), segmentForIndex(before + wanted + after))).toBe(true);
    }),
  );
  expect(longer).toBeGreaterThan(20);
});

test('what a text does not hold is not found', () => {
  const index = segmentForIndex('月亮岛路沿线架设110kV高压线杆');
  for (const typed of ['月亮岛', '亮岛路', '高压', '线', '110', '110kv', 'ＫＶ', '１１０ 高压线']) {
    expect(finds(segmentForQuery(typed, byTwo), index), typed).toBe(true);
  }
  for (const typed of ['太阳岛', '220', '110 低压', '岛月']) {
    expect(finds(segmentForQuery(typed, byTwo), index), typed).toBe(false);
  }
});

test('a query is only quoted letters and digits, and bounded', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const query = segmentForQuery(text, byTwo);
      if (query === undefined) return;
      for (const term of query.split(' & ')) expect(term).toMatch(/^'[\p{L}\p{N}]+'(:\*)?$/u);
      expect(query.split(' & ').length).toBeLessThanOrEqual(24);
    }),
  );
  expect(segmentForQuery(`' | !(x) <-> \\`, byTwo)).toBe(`'x':*`);
  expect(segmentForQuery('。！ &', byTwo)).toBeUndefined();
  expect(segmentForQuery('⺀', byTwo)).toBeUndefined();
});

test('telephone and identity numbers are not indexed', () => {
  const index = segmentForIndex('请打13800138000或者11010519491231002X，三栋201');
  expect(index).not.toMatch(/138|1101/);
  expect(index.split(' ')).toContain('201');
});

test('grammar between words loosens a query, a name unknown to the dictionary does not', () => {
  const cut = (text: string): readonly string[] => text.match(/路灯|小区|./gu) ?? [];
  expect(segmentForQuery('小区的路灯坏了', cut)).toBe(`'小区' & '路灯'`);
  expect(segmentForQuery('丽发小区', cut)).toBe(`'丽发' & '小区'`);
});

test('any of several words, each whole', () => {
  expect(anyOf(['搅拌站', '噪音'])).toBe(`('搅拌' & '拌站') | ('噪音')`);
  expect(anyOf([`'`, ''])).toBeUndefined();
  expect(runsOf('a1路')).toEqual([
    { script: 'latin', text: 'a1' },
    { script: 'han', text: '路' },
  ]);
});
