import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { findMarked } from './own-registry.ts';
import type { Tables } from './schema.ts';

const database = testDatabase<Tables>();
const community = 'c-east';
const one = randomUUID();
beforeAll(async () => {
  await openExampleStreet(database);
  // A town that was imported a moment ago: nothing was vacuumed since.
  await database.pool.query(
    `INSERT INTO resident (community_id, id, name_sealed, tokens)
     SELECT $1, CASE n WHEN 1 THEN $2::uuid ELSE gen_random_uuid() END, repeat('s', 60),
       ARRAY(SELECT md5(n::text || k) FROM generate_series(1, 7) k)
     FROM generate_series(1, 5000) n`,
    [community, one],
  );
  await database.pool.query('ANALYZE resident');
});

/** How often the whole table was read, as PostgreSQL counts within one transaction. */
async function readsOfAll(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT seq_scan::int AS n FROM pg_stat_xact_user_tables WHERE relname = 'resident'`,
  );
  return rows[0]?.n ?? 0;
}

describe('who carries a mark', () => {
  it('is found without reading the whole town, however often it is asked', async () => {
    const { rows } = await database.pool.query<{ mark: string }>(`SELECT md5('1' || 1) AS mark`);
    const marks = rows.map(({ mark }) => mark);
    const client = await database.pool.connect();
    try {
      await client.query('BEGIN');
      // From the sixth time on a prepared statement may have another plan.
      for (let i = 0; i < 8; i += 1)
        expect((await findMarked(client, [community], marks)).map(({ id }) => id)).toEqual([one]);
      expect(await readsOfAll(client)).toBe(0);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});
