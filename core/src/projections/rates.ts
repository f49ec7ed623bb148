import type { Counts } from './measures.ts';

/** An exact non-negative fraction. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}
/** 三率 weights as the parameter in force gives them; the three weights sum to 1. */
export interface RateWeights {
  readonly contacted: Fraction;
  readonly solved: Fraction;
  readonly satisfied: Fraction;
  /** What a 基本满意 counts for, between 0 and 1. */
  readonly basically: Fraction;
}
/** 响应率, 解决率, 满意率 and the score, each between 0 and 1; undefined without a valid call-back. */
export interface Rates {
  readonly contacted: Fraction;
  readonly solved: Fraction;
  readonly satisfied: Fraction;
  readonly score: Fraction;
}

const times = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.numerator,
  denominator: a.denominator * b.denominator,
});
const plus = (a: Fraction, b: Fraction): Fraction => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
const whole = (count: number): Fraction => ({ numerator: BigInt(count), denominator: 1n });

/** Negative, zero or positive as a is less than, equal to or greater than b. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** '2/3', '0.4' or '1' as an exact fraction. */
export function parseFraction(text: string): Fraction | undefined {
  const ratio = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(text);
  if (ratio?.[1] !== undefined && ratio[2] !== undefined)
    return { numerator: BigInt(ratio[1]), denominator: BigInt(ratio[2]) };
  const decimal = /^(\d{1,9})(?:\.(\d{1,9}))?$/.exec(text);
  if (decimal?.[1] === undefined) return undefined;
  const digits = decimal[2] ?? '';
  return { numerator: BigInt(decimal[1] + digits), denominator: 10n ** BigInt(digits.length) };
}

/** Percent with `digits` decimals, rounded half up on the exact value: 0.97725 → '97.7'. */
export function percent(value: Fraction, digits = 1): string {
  const scale = 10n ** BigInt(digits);
  const scaled = (value.numerator * 100n * scale * 2n + value.denominator) / (value.denominator * 2n);
  const text = scaled.toString().padStart(digits + 1, '0');
  return digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Denominator: valid call-backs. 满意 = satisfied + basically × its worth. */
export function ratesOf(counts: Counts, weights: RateWeights): Rates | undefined {
  if (counts.calls === 0) return undefined;
  const share = (count: Fraction): Fraction =>
    times(count, { numerator: 1n, denominator: BigInt(counts.calls) });
  const contacted = share(whole(counts.contacted));
  const solved = share(whole(counts.solved));
  const satisfied = share(plus(whole(counts.satisfied), times(whole(counts.basically), weights.basically)));
  const score = plus(
    plus(times(contacted, weights.contacted), times(solved, weights.solved)),
    times(satisfied, weights.satisfied),
  );
  return { contacted, solved, satisfied, score };
}

/** Best score first; equal scores share a rank (1, 2, 2, 4); units without a call-back come last, unranked. */
export function ranked<T extends { readonly rates: Rates | undefined }>(
  rows: readonly T[],
): readonly (T & { readonly rank: number | undefined })[] {
  const scored = rows.filter((row) => row.rates !== undefined);
  const sorted = [...scored].sort((a, b) =>
    a.rates && b.rates ? compareFractions(b.rates.score, a.rates.score) : 0,
  );
  const withRank = sorted.map((row) => ({
    ...row,
    rank:
      1 +
      sorted.filter(
        (other) => other.rates && row.rates && compareFractions(other.rates.score, row.rates.score) > 0,
      ).length,
  }));
  return [
    ...withRank,
    ...rows.filter((row) => row.rates === undefined).map((row) => ({ ...row, rank: undefined })),
  ];
}
