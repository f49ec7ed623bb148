import { err, ok, type Result } from '../basics/result.ts';

/** 统计用区划代码, largest first, each with how many digits of the twelve tell it. */
const levels = [
  ['province', 2],
  ['city', 4],
  ['county', 6],
  ['street', 9],
  ['community', 12],
] as const;
export type DivisionLevel = (typeof levels)[number][0];
export interface Division {
  /** Always twelve digits. */
  readonly code: string;
  readonly level: DivisionLevel;
}

const whole = 12;

/**
 * Reads an official code of twelve digits, or a shorter one as many tables write it (2, 4, 6 or 9 digits). The level is
 * that of the last part that is not all zeros. A city without counties, such as 441900, has streets of its own.
 */
export function readDivisionCode(text: string): Result<Division, 'not-a-division-code'> {
  const said = text.trim();
  const isLong = levels.some(([, digits]) => digits === said.length);
  // Provinces are numbered from 11 (北京) to 82 (澳门), none of them ending in 0 but 50 (重庆).
  if (!/^(?:[1-8][1-9]|50)\d*$/.test(said) || !isLong) return err('not-a-division-code');
  const code = said.padEnd(whole, '0');
  const level = levels.findLast(([, digits], i) => {
    const before = levels[i - 1]?.[1] ?? 0;
    return /[1-9]/.test(code.slice(before, digits));
  })?.[0];
  return level === undefined ? err('not-a-division-code') : ok({ code, level });
}

const digitsOf = (level: DivisionLevel): number => levels.find(([each]) => each === level)?.[1] ?? whole;

/** Whether the division lies in the other: a smaller one whose code begins as the other's does. */
export const liesIn = (inner: Division, outer: Division): boolean =>
  digitsOf(inner.level) > digitsOf(outer.level) &&
  inner.code.startsWith(outer.code.slice(0, digitsOf(outer.level)));
