import type { Brand } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { plainWidth } from './plain-width.ts';

/** 统一社会信用代码 (GB 32100-2015): 18 characters, the last of them a check character. */
export type CreditCode = Brand<string, 'CreditCode'>;

/** `wrong-length`: not 18 characters. `wrong-character`: I, O, S, V, Z and signs are not used. `wrong-check-character`: mistyped. */
export type CreditCodeFault = 'wrong-length' | 'wrong-character' | 'wrong-check-character';

const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The 18th character of 17: the weights are the powers of 3 modulo 31 (GB 32100 5.5). */
export function creditCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17.slice(0, 17)) {
    sum += characters.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return characters[(31 - (sum % 31)) % 31] ?? '';
}

export function readCreditCode(text: string): Result<CreditCode, CreditCodeFault> {
  const code = plainWidth(text).replaceAll(/[\s-]/g, '').toUpperCase();
  if (code.length !== 18) return err('wrong-length');
  if ([...code].some((character) => !characters.includes(character))) return err('wrong-character');
  return creditCheckCharacter(code) === code[17] ? ok(code as CreditCode) : err('wrong-check-character');
}
