import type { Brand } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';

/** E.164: '+' and 7–15 digits. */
export type PhoneNumber = Brand<string, 'PhoneNumber'>;

/**
 * One spelling per number: mainland mobiles (11 digits, with or without +86/0086/86), mainland landlines with area
 * code (010-6512 3456), and anything written with '+'. Full-width digits, blanks, dots, hyphens and brackets are accepted.
 */
export function normalisePhone(text: string): Result<PhoneNumber, 'not-a-phone'> {
  const bare = text.normalize('NFKC').replace(/[\s\-‐-―.()]/g, '');
  const international = bare.replace(/^00(?=[1-9])/, '+');
  if (/^1[3-9]\d{9}$/.test(bare)) return ok(`+86${bare}` as PhoneNumber);
  if (/^861[3-9]\d{9}$/.test(bare)) return ok(`+${bare}` as PhoneNumber);
  // A landline keeps no leading zero abroad: 010-65123456 is +86 10 65123456.
  if (/^0[1-9]\d{8,10}$/.test(bare)) return ok(`+86${bare.slice(1)}` as PhoneNumber);
  if (/^\+86/.test(international) && !/^\+86(1[3-9]\d{9}|0?[1-9]\d{8,10})$/.test(international))
    return err('not-a-phone');
  if (/^\+[1-9]\d{6,14}$/.test(international))
    return ok(international.replace(/^\+860/, '+86') as PhoneNumber);
  return err('not-a-phone');
}

/** A mainland mobile, the only kind a text message code is sent to. */
export const isMainlandMobile = (phone: PhoneNumber): boolean => /^\+861[3-9]\d{9}$/.test(phone);
