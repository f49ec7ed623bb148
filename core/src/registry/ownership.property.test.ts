import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf, isWeaker, readArea, readShare, sharesFit, succession } from './ownership.ts';

describe('an area', () => {
  it.each([
    ['89.5', 895_000],
    ['89.50㎡', 895_000],
    ['89．5平方米', 895_000],
    ['８９.５ m²', 895_000],
    ['0.0001', 1],
    ['89.490000000000009', 894_900],
    ['120', 1_200_000],
  ])('%s', (text, area) => expect(readArea(text)).toBe(area));

  it.each(['', '0', '0.00', '-3', '约90', '1e3', '100001', '89.5.1', '89 90'])('%s is none', (text) =>
    expect(readArea(text)).toBeUndefined(),
  );

  it('is read back whole, however it is written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000_000 }),
        fc.constantFrom('', '㎡', '平方米', ' 平米'),
        (area, unit) => {
          const text = `${Math.floor(area / 10_000)}.${String(area % 10_000).padStart(4, '0')}${unit}`;
          expect(readArea(text)).toBe(area);
        },
      ),
    );
  });

  it('that is registered stands before a surveyed one, and that before the contract’s', () => {
    expect(isWeaker('contract', 'surveyed')).toBe(true);
    expect(isWeaker('surveyed', 'registered')).toBe(true);
    expect(isWeaker('registered', 'registered')).toBe(false);
  });
});

describe('a share', () => {
  it.each([
    ['', 1, 1],
    ['全部', 1, 1],
    ['1/2', 1, 2],
    ['２／４', 1, 2],
    ['50%', 1, 2],
    ['33.33%', 3333, 10_000],
    ['0.25', 1, 4],
    ['1', 1, 1],
    ['二分之一', 1, 2],
    ['三分之二', 2, 3],
    ['百分之五十', 1, 2],
  ])('%s', (text, top, bottom) => expect(readShare(text)).toEqual({ top, bottom }));

  it.each(['0', '0/2', '3/2', '1/0', '101%', '2', '共同共有', '二分之', '1/1000003'])('%s is none', (text) =>
    expect(readShare(text)).toBeUndefined(),
  );

  const share = fc
    .integer({ min: 1, max: 9999 })
    .chain((bottom) => fc.record({ top: fc.integer({ min: 1, max: bottom }), bottom: fc.constant(bottom) }));

  it('is the same in lowest terms', () => {
    fc.assert(
      fc.property(share, ({ top, bottom }) => {
        const read = readShare(`${top}/${bottom}`);
        expect((read?.top ?? 0) * bottom).toBe((read?.bottom ?? 0) * top);
        expect(readShare(`${read?.top}/${read?.bottom}`)).toEqual(read);
      }),
    );
  });

  it('and what is left of the home fit exactly; a hair more does not', () => {
    fc.assert(
      fc.property(share, ({ top, bottom }) => {
        const rest = top === bottom ? [] : [{ top: bottom - top, bottom }];
        expect(sharesFit([{ top, bottom }, ...rest])).toBe(true);
        expect(sharesFit([{ top, bottom }, ...rest, { top: 1, bottom: 1_000_000 }])).toBe(false);
      }),
    );
    expect(sharesFit(Array.from({ length: 3 }, () => ({ top: 1, bottom: 3 })))).toBe(true);
  });
});

describe('owners of a home', () => {
  const owner = fc.record({
    mark: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined }),
    name: fc.constantFrom('王芳', '李四'),
    share: fc.constantFrom({ top: 1, bottom: 2 }, { top: 1, bottom: 3 }),
  });
  const owners = fc.array(owner, { maxLength: 5 });

  it('who are told again stay, and nobody begins', () => {
    fc.assert(
      fc.property(owners, (held) => {
        expect(succession(held, held.toReversed())).toEqual({ ended: [], begun: [] });
      }),
    );
  });

  it('are as many as told, whoever they were', () => {
    fc.assert(
      fc.property(owners, owners, (held, told) => {
        const { ended, begun } = succession(held, told);
        expect(held.length - ended.length + begun.length).toBe(told.length);
      }),
    );
  });

  it('are known by name where the table says no number', () => {
    const share = { top: 1, bottom: 1 };
    const held = { mark: 'a', name: '王芳', share };
    expect(succession([held], [{ mark: undefined, name: '王芳', share }]).begun).toEqual([]);
    expect(succession([held], [{ mark: 'b', name: '王芳', share }]).ended).toEqual([held]);
  });

  it('count as one head for each home, and once where they have several', () => {
    expect(headsOf([['a'], ['a', 'a'], ['a', 'b'], ['b', 'a', 'b'], ['c'], []])).toBe(3);
  });
});
