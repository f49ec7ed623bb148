import { createHmac } from 'node:crypto';
import type { Instant } from '@liren/core/basics/ids.ts';
import type { Pool } from 'pg';

/** At most `limit` attempts within `windowSeconds` of the first. */
export interface AttemptRule {
  /** Names the rule in the table: each has windows of its own. */
  readonly purpose: string;
  readonly limit: number;
  readonly windowSeconds: number;
}

/** What an attempt met: allowed, or refused until a moment. */
export type AttemptOutcome =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Counts attempts in the database, so that limits outlive a restart and hold over all servers together. */
export interface Attempts {
  /** Counts one attempt by `subject` (a phone index, a login index, an address), then says whether it was within the rule. */
  readonly take: (rule: AttemptRule, subject: string, now: Instant) => Promise<AttemptOutcome>;
  /** Takes under several rules at once; the longest refusal counts. */
  readonly takeAll: (
    rules: readonly (readonly [rule: AttemptRule, subject: string])[],
    now: Instant,
  ) => Promise<AttemptOutcome>;
  /** Forgets the attempts: after a success only failures in a row should count. */
  readonly clear: (rule: AttemptRule, subject: string) => Promise<void>;
  readonly removeExpired: (now: Instant) => Promise<number>;
}

/** @param key keeps addresses and names out of the table: they stand there only as HMAC. */
export function createAttempts(pool: Pool, key: Uint8Array): Attempts {
  const bucketOf = (rule: AttemptRule, subject: string): string =>
    `${rule.purpose}:${createHmac('sha256', key).update(subject, 'utf8').digest('base64url').slice(0, 32)}`;

  const take: Attempts['take'] = async (rule, subject, now) => {
    // One statement: of any number at once, exactly `limit` are let through.
    const { rows } = await pool.query<{ count: number; resetsAt: number }>(
      `insert into sign_in_attempt as held (bucket, count, resets_at) values ($1, 1, $2)
       on conflict (bucket) do update set
         count = case when held.resets_at <= $3 then 1 else least(held.count, 1000000) + 1 end,
         resets_at = case when held.resets_at <= $3 then excluded.resets_at else held.resets_at end
       returning count, resets_at as "resetsAt"`,
      [bucketOf(rule, subject), now + rule.windowSeconds * 1000, now],
    );
    const [held] = rows;
    if (!held || held.count <= rule.limit) return { allowed: true };
    return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil((held.resetsAt - now) / 1000)) };
  };

  return {
    take,
    takeAll: async (rules, now) => {
      let longest = 0;
      for (const [rule, subject] of rules) {
        const outcome = await take(rule, subject, now);
        if (!outcome.allowed) longest = Math.max(longest, outcome.retryAfterSeconds);
      }
      return longest === 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: longest };
    },
    clear: async (rule, subject) => {
      await pool.query('delete from sign_in_attempt where bucket = $1', [bucketOf(rule, subject)]);
    },
    removeExpired: async (now) => {
      const { rowCount } = await pool.query('delete from sign_in_attempt where resets_at <= $1', [now]);
      return rowCount ?? 0;
    },
  };
}
