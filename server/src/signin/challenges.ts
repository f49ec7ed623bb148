import { randomUUID } from 'node:crypto';
import type { Instant } from '@liren/core/basics/ids.ts';
import type { Pool } from 'pg';

const challengeSeconds = 300;

/** Random texts that a key must sign, each good once and for five minutes; in the database, for all servers. */
export interface Challenges {
  /** @param subject a person, or '' where it is not known yet who signs. */
  readonly issue: (purpose: string, challenge: string, subject: string) => Promise<void>;
  /** True once, for the purpose and subject that it was issued for. */
  readonly spend: (purpose: string, challenge: string, subject: string) => Promise<boolean>;
}

export function createChallenges(pool: Pool, now: () => Instant): Challenges {
  const nameOf = (purpose: string, challenge: string): string => `${purpose}-${challenge}`;
  return {
    issue: async (purpose, challenge, subject) => {
      const at = new Date(now());
      await pool.query(
        `insert into auth_verification (id, identifier, value, expires_at, created_at, updated_at)
         values ($1, $2, $3, $4, $5, $5)`,
        [randomUUID(), nameOf(purpose, challenge), subject, new Date(now() + challengeSeconds * 1000), at],
      );
    },
    spend: async (purpose, challenge, subject) => {
      const { rows } = await pool.query<{ value: string; isFresh: boolean }>(
        `delete from auth_verification where identifier = $1 returning value, expires_at > $2 as "isFresh"`,
        [nameOf(purpose, challenge), new Date(now())],
      );
      return rows[0]?.value === subject && rows[0].isFresh;
    },
  };
}
