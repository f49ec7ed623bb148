import type { CivilDate } from '../basics/ids.ts';
import type { Fraction, RateWeights } from '../projections/rates.ts';
import { getParameter, type LawBook, type ParameterVersion } from './law.ts';

/**
 * 三率 weights in force on the day, with the day from which that version holds, which stands beside every figure
 * computed with it. Throws if the library shipped without usable ones, which is a bug in the data.
 */
export function rateWeights(book: LawBook, on: CivilDate): RateWeights & { readonly from: CivilDate } {
  const version = getParameter(book, 'three-rates', on);
  const weights = {
    from: version.from,
    contacted: ratioOf(version, 'response'),
    solved: ratioOf(version, 'solved'),
    satisfied: ratioOf(version, 'satisfied'),
    basically: ratioOf(version, 'basicallySatisfiedCounts'),
  };
  if (!addUpToOne([weights.contacted, weights.solved, weights.satisfied])) {
    throw new Error(`three-rates from ${version.from} do not add up to 1`);
  }
  const denominator = version.values.denominator;
  if (denominator?.kind !== 'word' || denominator.word !== 'valid-call-backs') {
    throw new Error(`three-rates from ${version.from} use a denominator that is not known`);
  }
  return weights;
}

function addUpToOne(weights: readonly Fraction[]): boolean {
  const common = weights.reduce((product, weight) => product * weight.denominator, 1n);
  const sum = weights.reduce((total, weight) => total + (weight.numerator * common) / weight.denominator, 0n);
  return sum === common;
}

function ratioOf(version: ParameterVersion, name: string): Fraction {
  const value = version.values[name];
  if (value?.kind !== 'ratio') throw new Error(`three-rates from ${version.from} lack the ratio ${name}`);
  return value.ratio;
}
