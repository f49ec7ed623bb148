/** An exact ratio in lowest terms; the denominator is positive. Legal shares never pass through floating point. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b);

/** Lowest terms. A zero denominator is a bug of the caller and throws. */
export function fraction(numerator: bigint | number, denominator: bigint | number): Fraction {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new Error('a fraction needs a denominator other than 0');
  const sign = bottom < 0n ? -1n : 1n;
  const size = greatestCommonDivisor(top < 0n ? -top : top, bottom * sign);
  return { numerator: (top * sign) / size, denominator: (bottom * sign) / size };
}

const pattern = /^(\d{1,9})\/([1-9]\d{0,8})$/;
/** Reads 'a/b' only: decimals and percentages are refused so that nobody writes 0.67 for 2/3. */
export function findFraction(text: string): Fraction | undefined {
  const [, top, bottom] = pattern.exec(text) ?? [];
  return top === undefined || bottom === undefined ? undefined : fraction(BigInt(top), BigInt(bottom));
}

export const zero: Fraction = fraction(0, 1);
export const one: Fraction = fraction(1, 1);

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const times = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.numerator * b.numerator, a.denominator * b.denominator);

/** Negative, zero or positive, as `Array.sort` wants it. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const fractionText = (value: Fraction): string => `${value.numerator}/${value.denominator}`;

/** A percentage rounded half up to `decimals` places, for reading only: '97.70'. */
export function percentText(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const scaled = value.numerator * 100n * scale;
  const rounded = (scaled * 2n + value.denominator) / (value.denominator * 2n);
  const whole = rounded / scale;
  return decimals === 0 ? `${whole}` : `${whole}.${(rounded % scale).toString().padStart(decimals, '0')}`;
}
