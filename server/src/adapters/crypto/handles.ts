import { createHmac } from 'node:crypto';
import { type Handle, handle, type MatterId, type PersonId } from '@liren/core/basics/ids.ts';
import { base32 } from './base32.ts';

/**
 * A person's pseudonym inside one matter: the same each time there, and without `key` not to be tied to the person
 * nor to the pseudonym in any other matter. 26 characters of base32 (128 bits of HMAC-SHA256).
 */
export function handleOf(key: Uint8Array, matter: MatterId, person: PersonId): Handle {
  const digest = createHmac('sha256', key).update(`handle\0${matter}\0${person}`, 'utf8').digest();
  return handle(base32(digest.subarray(0, 16)));
}
