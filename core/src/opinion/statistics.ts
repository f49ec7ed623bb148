import { answersOf, type Tally } from './tallies.ts';

/** One-sided, 90 %. */
const significant = 1.2816;
export const isSignificant = (z: number): boolean => z > significant;

export type Side = 'agree' | 'disagree';

/** Of one side of a statement, among some people. */
export interface SideStatistics {
  readonly count: number;
  readonly answers: number;
  /** Share of those who answered, drawn towards a half where few did: (count + 1) ÷ (answers + 2). */
  readonly share: number;
  /** Whether it is more than half: the statistic of a one-proportion test. */
  readonly majorityZ: number;
}

export function sideOf(tally: Tally, side: Side): SideStatistics {
  const count = tally[side];
  const answers = answersOf(tally);
  return {
    count,
    answers,
    share: (count + 1) / (answers + 2),
    majorityZ: 2 * Math.sqrt(answers + 1) * ((count + 1) / (answers + 1) - 0.5),
  };
}

/** How a group's share compares with that of all other groups together. */
export interface Comparison extends SideStatistics {
  /** The group's share ÷ the others'. */
  readonly ratio: number;
  /** The statistic of a two-proportion test. */
  readonly differenceZ: number;
}

export function compare(group: Tally, others: Tally, side: Side): Comparison {
  const here = sideOf(group, side);
  const there = sideOf(others, side);
  return {
    ...here,
    ratio: here.share / there.share,
    differenceZ: twoProportions(here.count + 1, there.count + 1, here.answers + 1, there.answers + 1),
  };
}

function twoProportions(count: number, otherCount: number, answers: number, otherAnswers: number): number {
  const pooled = (count + otherCount) / (answers + otherAnswers);
  if (pooled === 1) return 0;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / answers + 1 / otherAnswers));
  return (count / answers - otherCount / otherAnswers) / spread;
}

export const addTallies = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { agree, disagree, pass }) => ({
      agree: sum.agree + agree,
      disagree: sum.disagree + disagree,
      pass: sum.pass + pass,
    }),
    { agree: 0, disagree: 0, pass: 0 },
  );
