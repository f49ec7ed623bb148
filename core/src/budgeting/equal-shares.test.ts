import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noConditions } from './conditions.ts';
import { Course } from './course.ts';
import { electorateOf } from './electorate.ts';
import { equalShares, type Shares } from './equal-shares.ts';
import { arbitraryElection, idsOf, of, plus, satisfactions, slowAllocate } from './testing-budgeting.ts';
import { type Election, type Satisfaction, totalCost } from './types.ts';

function sharesOf(election: Election, satisfaction: Satisfaction): Shares {
  const electorate = electorateOf(election);
  const share = { top: election.budget, bottom: BigInt(election.voters) };
  return equalShares(new Course(election, noConditions, electorate), satisfaction, share, electorate);
}
const slowIds = (election: Election, satisfaction: Satisfaction): readonly string[] =>
  idsOf(election, slowAllocate(election, { method: 'shares', satisfaction }, noConditions));

describe('equal shares', () => {
  it('buy what the rule of the paper buys, counted voter by voter, with approvals and with points', () => {
    const met = { ties: 0, drained: 0 };
    fc.assert(
      fc.property(fc.constantFrom(1, 3).chain(arbitraryElection), satisfactions, (election, satisfaction) => {
        const { rounds, ties } = sharesOf(election, satisfaction);
        met.ties += ties;
        met.drained += rounds.filter(({ drained }) => drained > 0).length;
        expect(
          idsOf(
            election,
            rounds.map(({ project }) => project),
          ),
        ).toEqual(slowIds(election, satisfaction));
      }),
      { numRuns: 1000 },
    );
    expect(met.ties).toBeGreaterThan(0);
    expect(met.drained).toBeGreaterThan(0);
  });

  it('decide in whole numbers where doubles see no difference', () => {
    const around = (least: bigint) => fc.bigInt({ min: 0n, max: 12n }).map((more) => least + more);
    const met = { different: 0 };
    fc.assert(
      fc.property(
        arbitraryElection(2, around(4n * 10n ** 17n), around(10n ** 17n)),
        satisfactions,
        (election, satisfaction) => {
          const { rounds, ties } = sharesOf(election, satisfaction);
          if (ties === 0 && rounds.length > 1) met.different += 1;
          const chosen = rounds.map(({ project }) => project);
          expect(idsOf(election, chosen)).toEqual(slowIds(election, satisfaction));
        },
      ),
      { numRuns: 1000 },
    );
    expect(met.different).toBeGreaterThan(0);
  });

  it('do not depend on the order of ballots, nor on how they are bundled', () => {
    fc.assert(
      fc.property(arbitraryElection(1), satisfactions, (election, satisfaction) => {
        const single = election.ballots.flatMap(({ voters, scores }) =>
          Array.from({ length: voters }, () => ({ voters: 1, scores })),
        );
        const apart = sharesOf({ ...election, ballots: single.toReversed() }, satisfaction);
        const bundled = sharesOf(election, satisfaction);
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
        const { rounds, left } = sharesOf(whole, satisfaction);
        const spent = totalCost(
          whole.projects,
          rounds.map(({ project }) => project),
        );
        expect(plus(of(spent, 1n), left(election.projects.length))).toEqual(of(whole.budget, 1n));
      }),
    );
  });
});
