import { randomUUID } from 'node:crypto';
import type { Instant, PersonId } from '@liren/core/basics/ids.ts';
import type { Pool } from 'pg';

/** What may happen to a staff member's account. */
export type TrailEvent =
  | 'entered-password'
  | 'entered-provider'
  | 'entered-passkey'
  /** Without a second factor: good for binding one, and for nothing else. */
  | 'entered-to-enrol'
  | 'refused-password'
  | 'refused-second-factor'
  | 'refused-provider'
  | 'refused-passkey'
  | 'password-changed'
  | 'factor-bound'
  | 'factor-reset'
  | 'passkey-added'
  | 'passkey-removed'
  | 'provider-linked'
  | 'provider-unlinked';

export interface TrailEntry {
  readonly what: TrailEvent;
  readonly at: Instant;
}

/**
 * GB/T 22239-2019 8.1.4.3 asks for an audit of sign-ins, the Cybersecurity Law (art. 23) for six months of it; how long it is
 * kept stands in the law book (retention).
 */
export interface Trail {
  readonly note: (person: PersonId | string, what: TrailEvent) => Promise<void>;
  /** Newest first. */
  readonly list: (person: PersonId, most: number) => Promise<readonly TrailEntry[]>;
}

export function createTrail(pool: Pool, now: () => Instant): Trail {
  return {
    note: async (person, what) => {
      await pool.query('insert into sign_in_trail (id, person_id, what, at) values ($1, $2, $3, $4)', [
        randomUUID(),
        person,
        what,
        now(),
      ]);
    },
    list: async (person, most) => {
      const { rows } = await pool.query<TrailEntry>(
        'select what, at from sign_in_trail where person_id = $1 order by at desc, id limit $2',
        [person, most],
      );
      return rows;
    },
  };
}
