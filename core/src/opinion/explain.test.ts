import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain } from './explain.ts';
import type { MappedStatement } from './opinion-map.ts';
import { standingOf } from './statements.ts';
import { addTallies, type Side } from './statistics.ts';
import type { Tally } from './tallies.ts';

const of = (agree: number, disagree: number, pass = 0): Tally => ({ agree, disagree, pass });
function statement(
  groups: readonly Tally[],
  more: { readonly others?: Tally; readonly represents?: readonly { group: number; side: Side }[] } = {},
): MappedStatement {
  return {
    statement: 's',
    isOut: false,
    all: addTallies([...groups, more.others ?? of(0, 0)]),
    groups,
    represents: more.represents ?? [],
    ...standingOf(groups),
  };
}

describe('what is said of a statement', () => {
  it('that unites: how many of each group', () => {
    expect(explain(statement([of(11, 1), of(9, 2, 1)]))).toEqual({
      kind: 'unites',
      side: 'agree',
      groups: [
        { group: 0, count: 11, answers: 12 },
        { group: 1, count: 9, answers: 12 },
      ],
    });
    expect(explain(statement([of(0, 8), of(1, 9)]))).toMatchObject({ kind: 'unites', side: 'disagree' });
  });

  it('that divides: who is for it and who against; a group that is neither is not named', () => {
    expect(explain(statement([of(20, 2), of(6, 6), of(1, 9)]))).toEqual({
      kind: 'divides',
      agree: [{ group: 0, count: 20, answers: 22 }],
      disagree: [{ group: 2, count: 9, answers: 10 }],
    });
  });

  it('that one group stands for: beside all others together', () => {
    const one = statement([of(20, 2), of(6, 6), of(5, 7)], { represents: [{ group: 0, side: 'agree' }] });
    expect(explain(one)).toEqual({
      kind: 'represents',
      side: 'agree',
      group: { group: 0, count: 20, answers: 22 },
      others: { count: 11, answers: 24 },
    });
  });

  it('that most are for, but not each group', () => {
    expect(explain(statement([of(30, 5), of(6, 6)]))).toEqual({
      kind: 'most',
      side: 'agree',
      all: { count: 36, answers: 47 },
    });
  });

  it('of which nothing can be said yet', () => {
    expect(explain(statement([of(6, 6), of(5, 7, 3)]))).toEqual({
      kind: 'open',
      agree: 11,
      disagree: 13,
      answers: 27,
    });
    expect(explain(statement([of(2, 0), of(2, 0)]))).toEqual({ kind: 'few', answers: 4 });
    expect(explain({ ...statement([of(11, 1), of(9, 2)]), isOut: true })).toEqual({ kind: 'out' });
  });
});

describe('a majority', () => {
  it.each([
    [of(2, 0), undefined],
    [of(3, 0), 'agree'],
    [of(4, 1), undefined],
    [of(5, 1), 'agree'],
    [of(1, 5), 'disagree'],
    [of(0, 0), undefined],
    [of(600, 520), 'agree'],
    // Who passes over it is not for it.
    [of(6, 0, 6), undefined],
  ] as const)('of %j is %s', (tally, side) => {
    expect(standingOf([tally]).unites).toBe(side);
  });

  const groups = fc.array(
    fc.tuple(fc.nat({ max: 30 }), fc.nat({ max: 10 }), fc.nat({ max: 4 })).map(([a, d, p]) => of(a, d, p)),
    { minLength: 1, maxLength: 3 },
  );
  it('unites and divides never at once, and more agreement never ends a unity in agreement', () => {
    let united = 0;
    fc.assert(
      fc.property(groups, fc.integer({ min: 1, max: 9 }), (tallies, more) => {
        const one = standingOf(tallies);
        expect(one.unites !== undefined && one.divides !== undefined).toBe(false);
        if (one.unites !== 'agree') return;
        united++;
        const after = standingOf(tallies.map((tally) => ({ ...tally, agree: tally.agree + more })));
        expect(after.unites).toBe('agree');
      }),
      { numRuns: 400 },
    );
    expect(united).toBeGreaterThan(5);
  });
});
