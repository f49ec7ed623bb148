import { type Brand, type CivilDate, civilDate } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { isCivilDate } from '../calendar/calendar.ts';
import { plainWidth } from './plain-width.ts';

/** 公民身份号码: 17 digits and a check character, as GB 11643-1999 gives it. Never shown whole without a logged reason. */
export type IdentityNumber = Brand<string, 'IdentityNumber'>;

/** What the number itself tells. */
export interface ReadIdentityNumber {
  readonly number: IdentityNumber;
  /** Code of the county where it was first given out; 6 digits. */
  readonly countyCode: string;
  readonly bornOn: CivilDate;
  readonly sex: 'female' | 'male';
}

/**
 * `wrong-length`: not 18 characters. `old-form`: 15 digits, void since 2013. `rounded`: a spreadsheet kept it as a
 * number and its last digits are lost. `not-digits`: a letter before the end. `no-such-date`: born on no day.
 * `wrong-check-digit`: one character is mistyped.
 */
export type IdentityNumberFault =
  | 'wrong-length'
  | 'old-form'
  | 'rounded'
  | 'not-digits'
  | 'no-such-date'
  | 'wrong-check-digit';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** The 18th character (GB 11643 4.2, ISO 7064 MOD 11-2) of 17 digits. */
export function identityCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return checkCharacters[sum % 11] ?? '';
}

function shapeFault(text: string): IdentityNumberFault | undefined {
  // 1.10101E+17: the cell was a number, and a double keeps 15 to 17 digits.
  if (/^\d(\.\d+)?E\+?17$/.test(text)) return 'rounded';
  if (/^\d{15}$/.test(text)) return 'old-form';
  if (text.length !== 18) return 'wrong-length';
  return /^\d{17}[\dX]$/.test(text) ? undefined : 'not-digits';
}

/** Reads a number as people type it: full-width digits, spaces, hyphens and a small x are put right. */
export function readIdentityNumber(text: string): Result<ReadIdentityNumber, IdentityNumberFault> {
  const number = plainWidth(text)
    .replaceAll(/[\s\-'’]/g, '')
    .toUpperCase();
  const fault = shapeFault(number);
  if (fault !== undefined) return err(fault);
  const bornOn = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCivilDate(bornOn) || bornOn < '1850-01-01') return err('no-such-date');
  if (identityCheckCharacter(number) !== number[17])
    return err(number.endsWith('000') ? 'rounded' : 'wrong-check-digit');
  return ok({
    number: number as IdentityNumber,
    countyCode: number.slice(0, 6),
    bornOn: civilDate(bornOn),
    sex: Number(number[16]) % 2 === 0 ? 'female' : 'male',
  });
}

/** What may stand on a screen: 110***********0030. */
export const maskIdentityNumber = (number: IdentityNumber): string =>
  `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(-4)}`;
