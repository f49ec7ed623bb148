import { createHash } from 'node:crypto';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Matter } from '@liren/core/engine/types.ts';
import { base32 } from '../adapters/crypto/base32.ts';

/** What people read out on the telephone: day and four signs without look-alikes, e.g. 261122-K7QP. */
export function numberOf(matter: Pick<Matter, 'id' | 'openedAt'>): string {
  const day = civilDateOf(matter.openedAt).replaceAll('-', '').slice(2);
  return `${day}-${base32(createHash('sha256').update(matter.id).digest()).slice(0, 5).toUpperCase()}`;
}
