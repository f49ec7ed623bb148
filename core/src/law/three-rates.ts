import type { CivilDate } from '../basics/ids.ts';
import { compareFractions, type Fraction, fraction, one, plus, times } from './fraction.ts';
import { getParameter, type LawBook, type ParameterVersion } from './law.ts';

/** 三率: the weights in force, as shares that add up to 1. */
export interface ThreeRateWeights {
  /** The day from which this version holds: shown beside every figure computed with it. */
  readonly from: CivilDate;
  readonly response: Fraction;
  readonly solved: Fraction;
  readonly satisfied: Fraction;
  /** What one 基本满意 counts for, 满意 being 1. */
  readonly basicallySatisfiedCounts: Fraction;
}

/** Counts over one unit and period. All others are at most `validCallBacks`; excluded matters (剔除) are in none. */
export interface RatingCounts {
  readonly validCallBacks: number;
  readonly contacted: number;
  readonly solved: number;
  readonly satisfied: number;
  readonly basicallySatisfied: number;
}

/** Exact shares between 0 and 1. */
export interface ThreeRates {
  readonly response: Fraction;
  readonly solved: Fraction;
  readonly satisfied: Fraction;
  readonly score: Fraction;
}

/** The weights in force on the day; throws if the library shipped without usable ones, which is a bug in the data. */
export function threeRateWeights(book: LawBook, on: CivilDate): ThreeRateWeights {
  const version = getParameter(book, 'three-rates', on);
  const weights = {
    from: version.from,
    response: ratioOf(version, 'response'),
    solved: ratioOf(version, 'solved'),
    satisfied: ratioOf(version, 'satisfied'),
    basicallySatisfiedCounts: ratioOf(version, 'basicallySatisfiedCounts'),
  };
  const total = plus(plus(weights.response, weights.solved), weights.satisfied);
  if (compareFractions(total, one) !== 0)
    throw new Error(`three-rates from ${version.from} do not add up to 1`);
  const denominator = version.values.denominator;
  if (denominator?.kind !== 'word' || denominator.word !== 'valid-call-backs') {
    throw new Error(`three-rates from ${version.from} use a denominator that is not known`);
  }
  return weights;
}

/** Undefined without a single valid call-back: a unit nobody rated has no rate, not a rate of nought. */
export function findThreeRates(counts: RatingCounts, weights: ThreeRateWeights): ThreeRates | undefined {
  if (counts.validCallBacks === 0) return undefined;
  const share = (count: number): Fraction => fraction(count, counts.validCallBacks);
  const response = share(counts.contacted);
  const solved = share(counts.solved);
  const satisfied = plus(
    share(counts.satisfied),
    times(weights.basicallySatisfiedCounts, share(counts.basicallySatisfied)),
  );
  const score = plus(
    plus(times(weights.response, response), times(weights.solved, solved)),
    times(weights.satisfied, satisfied),
  );
  return { response, solved, satisfied, score };
}

function ratioOf(version: ParameterVersion, name: string): Fraction {
  const value = version.values[name];
  if (value?.kind !== 'ratio') throw new Error(`three-rates from ${version.from} lack the ratio ${name}`);
  return value.ratio;
}
