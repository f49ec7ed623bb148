import { createHmac } from 'node:crypto';
import type { PhoneNumber } from './phone.ts';

/**
 * Finds an encrypted value by equality without storing it: 64 hex of HMAC-SHA256 under a key held outside the
 * database. A plain hash would not do: all mainland mobile numbers can be tried in minutes.
 */
export interface BlindIndex {
  readonly ofPhone: (phone: PhoneNumber) => string;
  /** Staff sign-in names and e-mail addresses; case, width and surrounding blanks do not matter. */
  readonly ofLoginName: (name: string) => string;
  /** Whom an identity provider names; its subject may itself be an identity number. */
  readonly ofIdentity: (issuer: string, subject: string) => string;
}

export const normaliseLoginName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

export function createBlindIndex(key: Uint8Array): BlindIndex {
  if (key.length < 32) throw new Error('a blind index needs a key of at least 32 bytes');
  // The purpose stands first, so that equal texts of two kinds never share an index.
  const indexOf = (purpose: string, text: string): string =>
    createHmac('sha256', key).update(`${purpose}\0${text}`, 'utf8').digest('hex');
  return {
    ofPhone: (phone) => indexOf('phone', phone),
    ofLoginName: (name) => indexOf('login', normaliseLoginName(name)),
    ofIdentity: (issuer, subject) => indexOf('identity', `${issuer}\0${subject}`),
  };
}
