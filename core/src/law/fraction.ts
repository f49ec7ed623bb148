import type { Fraction } from '../projections/rates.ts';

export type { Fraction };

const greatestCommonDivisor = (a: bigint, b: bigint): bigint =>
  b === 0n ? a : greatestCommonDivisor(b, a % b);

const pattern = /^(\d{1,9})\/([1-9]\d{0,8})$/;
/** Reads 'a/b' only, in lowest terms: decimals and percentages are refused so that nobody writes 0.67 for 2/3. */
export function findFraction(text: string): Fraction | undefined {
  const [, top, bottom] = pattern.exec(text) ?? [];
  if (top === undefined || bottom === undefined) return undefined;
  const [numerator, denominator] = [BigInt(top), BigInt(bottom)];
  const size = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / size, denominator: denominator / size };
}

export const zero: Fraction = { numerator: 0n, denominator: 1n };

export const fractionText = (value: Fraction): string => `${value.numerator}/${value.denominator}`;
