import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type Outcome, type Rule } from './allocate.ts';
import { type Conditions, noConditions } from './conditions.ts';
import { explainVoter } from './explain-voter.ts';
import {
  addingRules,
  arbitraryElection,
  conditionsFor,
  idsOf,
  less,
  of,
  plus,
  rules,
  satisfactions,
  slowAllocate,
} from './testing-budgeting.ts';
import { type Election, totalCost } from './types.ts';

const greedyByCost: Rule = { method: 'greedy', satisfaction: 'cost' };
const elections = fc.constantFrom(1, 3).chain((points) => arbitraryElection(points));
const withConditions = elections.chain((election) =>
  fc.tuple(fc.constant(election), conditionsFor(election)),
);
const chosenIds = (outcome: Outcome): readonly string[] => idsOf(outcome.election, outcome.chosen);

/** Three projects of 6, 5 and 4, wanted by three, two and one. */
const small: Election = {
  budget: 10n,
  projects: [
    { id: 'a', cost: 6n, area: '东', categories: ['路'] },
    { id: 'b', cost: 5n, area: '西', categories: ['路', '灯'] },
    { id: 'c', cost: 4n, area: '西' },
  ],
  ballots: [
    { voters: 3, scores: [{ project: 0, points: 1 }] },
    { voters: 2, scores: [{ project: 1, points: 1 }] },
    { voters: 1, scores: [{ project: 2, points: 1 }] },
  ],
  voters: 6,
};

describe('an allocation', () => {
  it('is what a patient person counts, under any conditions', () => {
    const met = { blocked: 0, reserved: 0, released: 0 };
    fc.assert(
      fc.property(withConditions, fc.oneof(rules, addingRules), ([election, conditions], rule) => {
        const outcome = allocate(election, rule, conditions);
        const blocks = outcome.fates.flatMap((fate) => (fate.kind === 'blocked' ? [fate.block.kind] : []));
        met.blocked += blocks.length;
        met.reserved += blocks.filter((kind) => kind === 'reserved').length;
        const kept = allocate(election, rule, { ...conditions, isReleased: false });
        if (outcome.chosen.length > kept.chosen.length) met.released += 1;
        expect(chosenIds(outcome)).toEqual(idsOf(election, slowAllocate(election, rule, conditions)));
      }),
      { numRuns: 2000 },
    );
    // Chance says how often; that it happened at all is what makes the sameness above say something.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(0);
  });

  it('never spends beyond the budget nor against a condition, and says why of every project', () => {
    fc.assert(
      fc.property(withConditions, fc.oneof(rules, addingRules), ([election, conditions], rule) => {
        const { chosen, left, fates } = allocate(election, rule, conditions);
        const { projects, budget } = election;
        expect(new Set(chosen).size).toBe(chosen.length);
        expect(left).toBe(budget - totalCost(projects, chosen));
        expect(left >= 0n).toBe(true);
        for (const { of: kind, name, most = budget } of conditions.portions) {
          const inside = chosen.filter((at) =>
            kind === 'area' ? projects[at]?.area === name : projects[at]?.categories?.includes(name),
          );
          expect(totalCost(projects, inside) <= most).toBe(true);
        }
        for (const all of conditions.exclusions)
          expect(all.filter((at) => chosen.includes(at)).length).toBeLessThanOrEqual(1);
        for (const at of chosen) expect((projects[at]?.cost ?? 0n) <= (conditions.cap ?? 30n)).toBe(true);
        for (const [at, fate] of fates.entries())
          expect(['shares', 'points'].includes(fate.kind)).toBe(chosen.includes(at));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps for each area what it must have at least, as long as others ask for it', () => {
    fc.assert(
      fc.property(withConditions, rules, ([election, conditions], rule) => {
        const { chosen, left } = allocate(election, rule, { ...conditions, isReleased: false });
        const missing = conditions.portions
          .map(({ name, least = 0n }) => {
            const inside = chosen.filter((at) => election.projects[at]?.area === name);
            return least - totalCost(election.projects, inside);
          })
          .reduce((sum, rest) => (rest > 0n ? sum + rest : sum), 0n);
        expect(missing <= left).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('does not change under conditions that bind nothing', () => {
    fc.assert(
      fc.property(elections, fc.oneof(rules, addingRules), (election, rule) => {
        const { budget, projects } = election;
        const whole = projects.reduce((sum, { cost }) => sum + cost, budget);
        const loose: Conditions = {
          cap: whole,
          portions: [
            { of: 'area', name: '东', least: 0n, most: whole },
            { of: 'category', name: '路', most: whole },
          ],
          exclusions: projects.map((_, at) => [at]),
          leastVotes: 1,
          isReleased: true,
        };
        const [free, bound] = [allocate(election, rule), allocate(election, rule, loose)];
        expect(bound.chosen).toEqual(free.chosen);
        expect(bound.ties).toEqual(free.ties);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of projects or ballots', () => {
    fc.assert(
      fc.property(withConditions, fc.oneof(rules, addingRules), ([election, conditions], rule) => {
        const last = election.projects.length - 1;
        const turned: Election = {
          ...election,
          projects: election.projects.toReversed(),
          ballots: election.ballots.toReversed().map(({ voters, scores }) => ({
            voters,
            scores: scores.map(({ project, points }) => ({ project: last - project, points })).toReversed(),
          })),
        };
        const exclusions = conditions.exclusions.map((all) => all.map((at) => last - at));
        const again = allocate(turned, rule, { ...conditions, exclusions });
        const once = allocate(election, rule, conditions);
        expect(chosenIds(again)).toEqual(chosenIds(once));
        expect(again.ties).toEqual(once.ties);
      }),
      { numRuns: 500 },
    );
  });

  it('by points keeps whoever gets one vote more', () => {
    fc.assert(
      fc.property(withConditions, satisfactions, fc.nat(), ([election, conditions], satisfaction, pick) => {
        const rule: Rule = { method: 'greedy', satisfaction };
        const { chosen } = allocate(election, rule, { ...conditions, isReleased: false });
        const winner = chosen[pick % Math.max(1, chosen.length)];
        fc.pre(winner !== undefined);
        const ballots = election.ballots.map(({ voters, scores }, at) => ({
          voters,
          scores: scores.map((score) =>
            at === 0 && score.project === winner ? { ...score, points: score.points + 1 } : score,
          ),
        }));
        const more = allocate({ ...election, ballots }, rule, { ...conditions, isReleased: false });
        expect(more.chosen).toContain(winner);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what is left over', () => {
  it('goes by points until nothing that is free fits, and by adding ones to nobody beyond the budget', () => {
    fc.assert(
      fc.property(elections, satisfactions, (election, satisfaction) => {
        const rule: Rule = { method: 'shares', satisfaction, completion: 'greedy' };
        const { left, fates } = allocate(election, rule);
        for (const [at, fate] of fates.entries())
          if (fate.kind === 'budget-lacks') expect((election.projects[at]?.cost ?? 0n) > left).toBe(true);
        expect(fates.some(({ kind }) => kind === 'supporters-lack')).toBe(false);
      }),
    );
  });

  it('adding ones goes on where one outcome leaves nothing affordable, unless the rule ends there', () => {
    const supports = (voters: number, ...projects: readonly number[]) => ({
      voters,
      scores: projects.map((project) => ({ project, points: 1 })),
    });
    const election: Election = {
      budget: 35n,
      projects: [1n, 12n, 25n, 6n, 20n].map((cost, at) => ({ id: 'fedcb'[at] ?? '', cost })),
      ballots: [
        supports(3, 1, 2, 4),
        supports(4, 2, 4),
        supports(2, 2),
        supports(3, 2, 3),
        supports(3, 0, 3, 4),
      ],
      voters: 15,
    };
    const by = (completion: 'add1' | 'add1-exhaustive') => {
      const rule: Rule = { method: 'shares', satisfaction: 'cardinality', completion };
      const { added } = allocate(election, rule);
      expect(allocate(election, rule).chosen).toEqual(slowAllocate(election, rule, noConditions));
      return added;
    };
    expect(by('add1')).toBeGreaterThan(Number(by('add1-exhaustive')));
  });

  it('adding ones ends where nobody can be given more', () => {
    const rule: Rule = { method: 'shares', satisfaction: 'cost', completion: 'add1' };
    const nobody: Election = { ...small, ballots: [{ voters: 6, scores: [] }] };
    expect(allocate(nobody, rule).chosen).toEqual([]);
    const most = { portions: [{ of: 'area' as const, name: '西', most: 4n }], exclusions: [[0, 2]] };
    const bound = allocate(small, rule, { ...noConditions, ...most });
    expect(chosenIds(bound)).toEqual(['a']);
    expect(bound.fates.map(({ kind }) => kind)).toEqual(['shares', 'blocked', 'blocked']);
  });
});

describe('every project has its reason', () => {
  const reasons = (conditions: Partial<Conditions>, rule = greedyByCost) =>
    allocate(small, rule, { ...noConditions, ...conditions }).fates;

  it('by points', () => {
    expect(reasons({})).toEqual([
      { kind: 'points', place: 1, left: 10n },
      { kind: 'budget-lacks', after: 1, have: 4n },
      { kind: 'points', place: 2, left: 4n },
    ]);
  });

  it('by a condition', () => {
    const road = { of: 'category' as const, name: '路', most: 7n };
    const west = { of: 'area' as const, name: '西', least: 5n };
    const blocked = (after: number, block: object) => ({ kind: 'blocked', after, block });
    expect(reasons({ cap: 5n })[0]).toEqual(blocked(0, { kind: 'cap', most: 5n }));
    expect(reasons({ leastVotes: 2 })[2]).toEqual(blocked(0, { kind: 'support', votes: 1, least: 2 }));
    expect(reasons({ exclusions: [[0, 2]] })[2]).toEqual(blocked(1, { kind: 'excluded', by: 0 }));
    expect(reasons({ portions: [road] })[1]).toEqual(
      blocked(1, { kind: 'portion', portion: road, spent: 6n, lacks: 4n }),
    );
    expect(reasons({ portions: [west] })[0]).toEqual(blocked(0, { kind: 'reserved', have: 5n, lacks: 1n }));
  });

  it('money kept for an area that finds no use goes to others in the end, if so ruled', () => {
    const west = { of: 'area' as const, name: '西', least: 9n };
    const bound = { ...noConditions, portions: [west], exclusions: [[1, 2]] };
    expect(chosenIds(allocate(small, greedyByCost, bound))).toEqual(['b']);
    const dear: Election = { ...small, budget: 11n };
    expect(chosenIds(allocate(dear, greedyByCost, bound))).toEqual(['b']);
    expect(chosenIds(allocate(dear, greedyByCost, { ...bound, isReleased: true }))).toEqual(['b', 'a']);
  });

  it('by what its supporters have, counted exactly', () => {
    fc.assert(
      fc.property(withConditions, satisfactions, ([election, conditions], satisfaction) => {
        const { fates } = allocate(election, { method: 'shares', satisfaction }, conditions);
        for (const [at, fate] of fates.entries()) {
          const cost = of(election.projects[at]?.cost ?? 0n, 1n);
          if (fate.kind === 'supporters-lack') expect(less(fate.have, cost)).toBe(true);
          if (fate.kind === 'shares') expect(plus(fate.round.paid, fate.round.given)).toEqual(cost);
        }
      }),
    );
  });
});

describe('every voter has an account', () => {
  it('that adds up over all voters to all that was spent', () => {
    fc.assert(
      fc.property(withConditions, fc.oneof(rules, addingRules), ([election, conditions], rule) => {
        const outcome = allocate(election, rule, conditions);
        const spent = totalCost(election.projects, outcome.chosen);
        let carried = of(0n, 1n);
        for (const [at, { voters }] of election.ballots.entries()) {
          const account = explainVoter(outcome, at);
          const { top, bottom } = account.carried;
          carried = plus(carried, of(top * BigInt(voters), bottom));
          for (const { project, isChosen } of account.projects)
            expect(isChosen).toBe(outcome.chosen.includes(project));
          if (
            account.share !== undefined &&
            account.left !== undefined &&
            rule.completion !== 'greedy' &&
            !conditions.isReleased
          )
            expect(plus(account.carried, account.left)).toEqual(of(account.share.top, account.share.bottom));
        }
        expect(carried).toEqual(of(spent, 1n));
      }),
      { numRuns: 500 },
    );
  });

  it('of the part that one vote is of all', () => {
    const { projects, part } = explainVoter(allocate(small, greedyByCost), 0);
    expect(projects).toEqual([{ project: 0, points: 1, isChosen: true, carried: { top: 6n, bottom: 3n } }]);
    expect(of(part.top, part.bottom)).toEqual(of(1n, 5n));
  });
});
