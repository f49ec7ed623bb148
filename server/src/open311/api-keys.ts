import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { uuidFromHash } from '@liren/core/basics/hash.ts';
import {
  type CivilDate,
  civilDate,
  type Instant,
  type OrganId,
  type PersonId,
  personId,
} from '@liren/core/basics/ids.ts';
import type { Pool, PoolClient } from 'pg';
import { givePost } from '../signin/people.ts';
import { inTransaction } from '../usecases/transact.ts';
import { postId } from './door.ts';

/** A program that may report: its account holds a post, and its key stands here only as a hash. */
export interface KeyHolder {
  readonly person: PersonId;
  /** The hash: names the key in limits and idempotency without being it. */
  readonly key: string;
}

export const hashOfKey = (key: string): string => createHash('sha256').update(key, 'utf8').digest('hex');

/** Undefined for a key that is unknown or revoked. */
export async function findKeyHolder(pool: Pool, key: string): Promise<KeyHolder | undefined> {
  const hash = hashOfKey(key);
  const { rows } = await pool.query<{ person_id: string }>({
    name: 'api-key',
    text: 'SELECT person_id FROM api_key WHERE key_hash = $1 AND revoked_at IS NULL',
    values: [hash],
  });
  return rows[0] && { person: personId(rows[0].person_id), key: hash };
}

/** A new key for a program; the only time that the key itself is seen. The program sits in the organ from `from` on. */
export async function addKey(
  pool: Pool,
  entry: { readonly label: string; readonly organ: OrganId; readonly from: CivilDate },
  now: Instant,
): Promise<string> {
  const key = `liren-${randomBytes(32).toString('base64url')}`;
  const account = personId(randomUUID());
  await inTransaction(pool, async (client) => {
    await client.query(`INSERT INTO person (id, kind, created_at) VALUES ($1, 'staff', $2)`, [account, now]);
    await givePost(client as PoolClient, {
      person: account,
      post: postId,
      organ: entry.organ,
      from: entry.from,
    });
    await client.query(
      'INSERT INTO api_key (key_hash, person_id, label, created_at) VALUES ($1, $2, $3, $4)',
      [hashOfKey(key), account, entry.label, now],
    );
  });
  return key;
}

export interface KeyLine {
  /** First digits of the hash: enough to tell keys apart and to revoke one. */
  readonly id: string;
  readonly label: string;
  readonly createdAt: Instant;
  readonly revokedAt: Instant | undefined;
}

export async function listKeys(pool: Pool): Promise<readonly KeyLine[]> {
  const { rows } = await pool.query<{
    id: string;
    label: string;
    created_at: Instant;
    revoked_at: Instant | null;
  }>(
    'SELECT left(key_hash, 12) AS id, label, created_at, revoked_at FROM api_key ORDER BY created_at, key_hash',
  );
  return rows.map(({ id, label, created_at, revoked_at }) => ({
    id,
    label,
    createdAt: created_at,
    revokedAt: revoked_at ?? undefined,
  }));
}

/** False when no living key begins with these digits. Matters that came through it stay. */
export async function revokeKey(pool: Pool, id: string, now: Instant): Promise<boolean> {
  const { rowCount } = await pool.query(
    'UPDATE api_key SET revoked_at = $2 WHERE left(key_hash, 12) = $1 AND revoked_at IS NULL',
    [id, now],
  );
  return (rowCount ?? 0) > 0;
}

const demoAccount = personId(uuidFromHash('liren/demonstration/open311-client'));

/** The account behind the key `demo`; call it in a demonstration only. Calling again changes nothing. */
export async function ensureDemoHolder(pool: Pool, organ: OrganId, now: Instant): Promise<KeyHolder> {
  await pool.query(
    `INSERT INTO person (id, kind, demo, created_at) VALUES ($1, 'staff', true, $2) ON CONFLICT DO NOTHING`,
    [demoAccount, now],
  );
  await pool.query(
    `INSERT INTO post (person_id, post, organ_id, from_date) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [demoAccount, postId, organ, civilDate('2026-01-01')],
  );
  return { person: demoAccount, key: 'demo' };
}
