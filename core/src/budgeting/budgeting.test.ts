import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate } from './complete.ts';
import { equalShares } from './equal-shares.ts';
import { explain } from './explain.ts';
import { greedy, isExhaustive } from './greedy.ts';
import { type Election, type Ratio, type Satisfaction, totalCost } from './types.ts';

/** Fractions in lowest terms, the slow way. */
const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
const of = (top: bigint, bottom: bigint): Ratio => {
  const size = gcd(top, bottom);
  return { top: top / size, bottom: bottom / size };
};
const minus = (a: Ratio, b: Ratio): Ratio => of(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
const plus = (a: Ratio, b: Ratio): Ratio => of(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
const times = (a: Ratio, b: bigint): Ratio => of(a.top * b, a.bottom);
const less = (a: Ratio, b: Ratio): boolean => a.top * b.bottom < b.top * a.bottom;

interface Person {
  money: Ratio;
  readonly scores: Election['ballots'][number]['scores'];
}
interface Payer {
  readonly person: Person;
  readonly units: bigint;
}
const moneyFor = ({ person, units }: Payer): Ratio => of(person.money.top, person.money.bottom * units);

/** The lowest price at which these can pay the cost, poorest first; undefined where they cannot. */
function slowPrice(payers: readonly Payer[], cost: bigint): Ratio | undefined {
  let rest: Ratio = of(cost, 1n);
  let units = payers.reduce((sum, payer) => sum + payer.units, 0n);
  const poorestFirst = payers.toSorted((a, b) => (less(moneyFor(a), moneyFor(b)) ? -1 : 1));
  for (const payer of poorestFirst) {
    const asked = of(rest.top, rest.bottom * units);
    if (!less(moneyFor(payer), asked)) return asked;
    rest = minus(rest, payer.person.money);
    units -= payer.units;
  }
  return undefined;
}

/** The rule as the paper tells it, voter by voter, looking at everybody for every project in every round. */
function slowShares(election: Election, satisfaction: Satisfaction): readonly string[] {
  const { budget, projects, voters } = election;
  const people = election.ballots.flatMap(({ voters: many, scores }) =>
    Array.from({ length: many }, (): Person => ({ money: of(budget, BigInt(voters)), scores })),
  );
  const payersOf = (project: number, cost: bigint): readonly Payer[] =>
    people.flatMap((person) => {
      const points = person.scores.find((score) => score.project === project)?.points ?? 0;
      return points === 0 ? [] : [{ person, units: BigInt(points) * (satisfaction === 'cost' ? cost : 1n) }];
    });
  const open = projects.map((project, at) => ({ ...project, at })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const chosen: string[] = [];
  for (;;) {
    let best: { readonly id: string; readonly payers: readonly Payer[]; readonly price: Ratio } | undefined;
    for (const { id, at, cost } of open.filter((project) => !chosen.includes(project.id))) {
      const payers = payersOf(at, cost);
      const price = slowPrice(payers, cost);
      // Smaller ids come first: whoever only equals the best so far has the greater.
      if (price !== undefined && (best === undefined || less(price, best.price)))
        best = { id, payers, price };
    }
    if (best === undefined) return chosen;
    chosen.push(best.id);
    for (const { person, units } of best.payers) {
      const owed = times(best.price, units);
      person.money = less(person.money, owed) ? of(0n, 1n) : minus(person.money, owed);
    }
  }
}

const arbitraryElection = (
  mostPoints: number,
  budget = fc.bigInt({ min: 1n, max: 60n }),
  cost = fc.bigInt({ min: 1n, max: 30n }),
): fc.Arbitrary<Election> =>
  fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc
      .record({
        budget,
        costs: fc.array(cost, { minLength: count, maxLength: count }),
        ballots: fc.array(
          fc.record({
            voters: fc.integer({ min: 1, max: 4 }),
            points: fc.array(fc.integer({ min: 0, max: mostPoints }), { minLength: count, maxLength: count }),
          }),
          { minLength: 1, maxLength: 7 },
        ),
      })
      .map(({ budget, costs, ballots }) => ({
        budget,
        projects: costs.map((cost, at) => ({ id: String.fromCodePoint(102 - at), cost })),
        ballots: ballots.map(({ voters, points }) => ({
          voters,
          scores: points.flatMap((given, project) => (given === 0 ? [] : [{ project, points: given }])),
        })),
        voters: ballots.reduce((sum, { voters }) => sum + voters, 0),
      })),
  );
const satisfactions = fc.constantFrom<Satisfaction>('cost', 'cardinality');
const idsOf = ({ projects }: Election, chosen: readonly number[]): readonly string[] =>
  chosen.map((at) => projects[at]?.id ?? '');
const share = ({ budget, voters }: Election): Ratio => ({ top: budget, bottom: BigInt(voters) });

describe('equal shares', () => {
  it('buy what the rule of the paper buys, counted voter by voter, with approvals and with points', () => {
    const met = { ties: 0, drained: 0 };
    fc.assert(
      fc.property(fc.constantFrom(1, 3).chain(arbitraryElection), satisfactions, (election, satisfaction) => {
        const { rounds, ties } = equalShares(election, satisfaction, share(election));
        met.ties += ties;
        met.drained += rounds.filter(({ drained }) => drained > 0).length;
        expect(
          idsOf(
            election,
            rounds.map(({ project }) => project),
          ),
        ).toEqual(slowShares(election, satisfaction));
      }),
      { numRuns: 1000 },
    );
    expect(met.ties).toBeGreaterThan(20);
    expect(met.drained).toBeGreaterThan(20);
  });

  it('decide in whole numbers where doubles see no difference', () => {
    const around = (least: bigint) => fc.bigInt({ min: 0n, max: 12n }).map((more) => least + more);
    const met = { different: 0 };
    fc.assert(
      fc.property(
        arbitraryElection(2, around(4n * 10n ** 17n), around(10n ** 17n)),
        satisfactions,
        (election, satisfaction) => {
          const { rounds, ties } = equalShares(election, satisfaction, share(election));
          if (ties === 0 && rounds.length > 1) met.different += 1;
          const chosen = rounds.map(({ project }) => project);
          expect(idsOf(election, chosen)).toEqual(slowShares(election, satisfaction));
        },
      ),
      { numRuns: 1000 },
    );
    expect(met.different).toBeGreaterThan(20);
  });

  it('do not depend on the order of ballots, nor on how they are bundled', () => {
    fc.assert(
      fc.property(arbitraryElection(1), satisfactions, (election, satisfaction) => {
        const single = election.ballots.flatMap(({ voters, scores }) =>
          Array.from({ length: voters }, () => ({ voters: 1, scores })),
        );
        const apart = equalShares(
          { ...election, ballots: single.toReversed() },
          satisfaction,
          share(election),
        );
        const bundled = equalShares(election, satisfaction, share(election));
        expect(apart.rounds.map(({ project }) => project)).toEqual(
          bundled.rounds.map(({ project }) => project),
        );
      }),
    );
  });

  it('take from nobody more than their share: what is bought and what is left is the budget', () => {
    fc.assert(
      fc.property(arbitraryElection(2), satisfactions, (election, satisfaction) => {
        const whole: Election = {
          ...election,
          projects: [...election.projects, { id: 'z', cost: election.budget + 1n }],
          ballots: election.ballots.map(({ voters, scores }) => ({
            voters,
            scores: [...scores, { project: election.projects.length, points: 1 }],
          })),
        };
        const { rounds, left } = equalShares(whole, satisfaction, share(whole));
        const spent = totalCost(
          whole.projects,
          rounds.map(({ project }) => project),
        );
        expect(plus(of(spent, 1n), left(election.projects.length))).toEqual(of(whole.budget, 1n));
      }),
    );
  });
});

describe('what is left over', () => {
  const choose = (completion: 'greedy' | 'add1' | 'add1-exhaustive') =>
    fc.property(arbitraryElection(1), satisfactions, (election, satisfaction) => {
      const { chosen, byShares } = allocate(election, satisfaction, completion);
      expect(totalCost(election.projects, chosen)).toBeLessThanOrEqual(election.budget);
      expect(new Set(chosen).size).toBe(chosen.length);
      if (completion === 'greedy') expect(isExhaustive(election, chosen)).toBe(true);
      else expect(byShares).toBe(chosen.length);
    });
  it.each(['greedy', 'add1', 'add1-exhaustive'] as const)(
    '%s never spends beyond the budget',
    (completion) => {
      fc.assert(choose(completion), { numRuns: 300 });
    },
  );

  it('adding ones ends where nobody can be given more', () => {
    const election: Election = {
      budget: 10n,
      projects: [{ id: 'a', cost: 10n }],
      ballots: [{ voters: 2, scores: [] }],
      voters: 2,
    };
    expect(allocate(election, 'cost', 'add1').chosen).toEqual([]);
  });
});

describe('by points', () => {
  it('takes the most wanted first, passes over what no longer fits, and leaves nothing affordable', () => {
    const election: Election = {
      budget: 10n,
      projects: [
        { id: 'a', cost: 6n },
        { id: 'b', cost: 5n },
        { id: 'c', cost: 4n },
      ],
      ballots: [
        { voters: 3, scores: [{ project: 0, points: 1 }] },
        { voters: 2, scores: [{ project: 1, points: 1 }] },
        { voters: 1, scores: [{ project: 2, points: 1 }] },
      ],
      voters: 6,
    };
    expect(idsOf(election, greedy(election, 'cost'))).toEqual(['a', 'c']);
    expect(isExhaustive(election, [0, 2])).toBe(true);
    expect(isExhaustive(election, [0])).toBe(false);
  });

  it('explains every project', () => {
    fc.assert(
      fc.property(arbitraryElection(1), satisfactions, fc.boolean(), (election, satisfaction, completed) => {
        const allocation = allocate(election, satisfaction, completed ? 'greedy' : undefined);
        for (const { project, reason } of explain(election, allocation, completed)) {
          const isChosen = allocation.chosen.includes(project);
          expect(['shares', 'points'].includes(reason.kind)).toBe(isChosen);
          const cost = election.projects[project]?.cost ?? 0n;
          if (reason.kind === 'supporters-lack') expect(less(reason.have, of(cost, 1n))).toBe(true);
          if (reason.kind === 'budget-lacks') expect(reason.have < cost).toBe(true);
        }
      }),
    );
  });
});
