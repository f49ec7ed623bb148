import { readBallot, rosterOf } from '@liren/core/budgeting/ballots.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Choice,
  type Form,
  lackOf,
  mostFor,
  moved,
  orderOf,
  pointsOf,
  toggled,
  withPoints,
} from './marks.ts';

const projects = ['p1', 'p2', 'p3'].map((id, i) => ({ id, cost: 10 * (i + 1) }));
const formOf = (kind: Form['kind'], more: Partial<Form> = {}): Form => ({
  kind,
  projects: {},
  points: {},
  sum: {},
  cost: {},
  ...more,
});

describe('marks on a ballot', () => {
  it('with points: each project has its own, none is no mark', () => {
    const choice = withPoints(withPoints(['p1:2'], 'p3', 5), 'p1', 1);
    expect(choice).toEqual(['p3:5', 'p1:1']);
    expect([pointsOf(choice, 'p3'), pointsOf(choice, 'p2')]).toEqual([5, 0]);
    expect(withPoints(choice, 'p3', 0)).toEqual(['p1:1']);
  });

  it('of a ranking: last comes what is pressed last, and each moves by one place', () => {
    const choice = toggled(toggled(['p2'], 'p1'), 'p3');
    expect(choice).toEqual(['p2', 'p1', 'p3']);
    expect(moved(choice, 'p3', -1)).toEqual(['p2', 'p3', 'p1']);
    expect(moved(choice, 'p3', 1)).toEqual(choice);
    expect(moved(choice, 'p2', -1)).toEqual(choice);
    expect(toggled(choice, 'p1')).toEqual(['p2', 'p3']);
  });

  it('of a paper with numbers: their order, gaps or not; the same number twice is no order', () => {
    expect(orderOf({ p1: 3, p2: 1, p3: 7 })).toEqual(['p2', 'p1', 'p3']);
    expect(orderOf({ p1: 1, p2: 1 })).toBeUndefined();
    expect(orderOf({})).toEqual([]);
  });

  it('one project gets no more than is left', () => {
    const form = formOf('cumulative', { sum: { most: 10 }, points: { most: 6 } });
    expect(mostFor(form, ['p1:6', 'p2:1'], 'p2')).toBe(4);
    expect(mostFor(form, ['p2:1'], 'p1')).toBe(6);
  });

  it.each<[Form, Choice, string, number]>([
    [formOf('approval'), [], 'projectsLeast', 1],
    [formOf('choose-one'), ['p1', 'p2'], 'projectsMost', 1],
    [formOf('ranked', { projects: { least: 2 } }), ['p1'], 'projectsLeast', 2],
    [formOf('approval', { cost: { most: 25 } }), ['p1', 'p2'], 'costMost', 5],
    [formOf('cumulative', { sum: { least: 10, most: 10 } }), ['p1:7'], 'sumLeast', 3],
    [formOf('cumulative', { sum: { most: 10 } }), ['p1:7', 'p2:5'], 'sumMost', 2],
    [formOf('scoring', { points: { most: 5 } }), ['p1:7'], 'pointsMost', 5],
    [formOf('scoring', { points: { least: 2 } }), ['p1:1'], 'pointsLeast', 2],
  ])('say why they cannot be cast: %#', (form, choice, key, count) => {
    expect(lackOf(form, projects, choice)).toEqual({ key, count });
  });

  it('can be cast exactly when the count takes them', () => {
    const bounds = fc.record(
      { least: fc.integer({ min: 0, max: 3 }), most: fc.integer({ min: 1, max: 6 }) },
      { requiredKeys: [] },
    );
    const forms = fc.record({
      kind: fc.constantFrom<Form['kind']>('approval', 'choose-one', 'cumulative', 'scoring', 'ranked'),
      projects: bounds,
      points: bounds,
      sum: bounds,
      cost: fc.record({ most: fc.integer({ min: 5, max: 60 }) }, { requiredKeys: [] }),
    });
    const marked = fc.array(fc.tuple(fc.constantFrom('p1', 'p2', 'p3'), fc.integer({ min: 1, max: 6 })), {
      minLength: 1,
      maxLength: 3,
    });
    const roster = rosterOf(projects.map(({ id, cost }) => ({ id, cost: BigInt(cost) })));
    const seen = new Set<boolean>();
    fc.assert(
      fc.property(forms, marked, (form, pairs) => {
        const points = new Map(pairs);
        const ids = [...points.keys()];
        const has = form.kind === 'cumulative' || form.kind === 'scoring';
        const choice = has ? [...points].map(([id, given]) => `${id}:${given}`) : ids;
        const { cost, points: one, sum, ...rest } = form;
        const asked = {
          ...rest,
          ...(has && { points: one, sum }),
          ...(cost.most !== undefined && { cost: { most: BigInt(cost.most) } }),
        };
        const taken = readBallot(
          asked,
          { projects: ids, ...(has && { points: [...points.values()] }) },
          roster,
        );
        seen.add(taken.ok);
        expect(lackOf(form, projects, choice) === undefined).toBe(taken.ok);
      }),
      { numRuns: 400 },
    );
    expect(seen.size).toBe(2);
  });
});
