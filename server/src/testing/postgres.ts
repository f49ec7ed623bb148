import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import type { Kysely } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { withClient, withDatabase } from '../platform/connection.ts';
import { waitUntil } from '../platform/processes.ts';
import { createDatabase, createPool } from '../store/pool.ts';

export interface TestDatabase<Tables> {
  /** A postgresql:// address, for code that opens its own sessions. */
  readonly url: string;
  readonly pool: pg.Pool;
  readonly db: Kysely<Tables>;
}

/**
 * A migrated, empty database for the file or `describe` block that calls this; made before its first test and
 * dropped after its last. Read the fields inside tests and hooks, not while the file loads.
 */
export function testDatabase<Tables>(): TestDatabase<Tables> {
  let opened: (TestDatabase<Tables> & { close(): Promise<void> }) | undefined;
  beforeAll(async () => {
    opened = await openTestDatabase<Tables>();
  });
  afterAll(async () => {
    await opened?.close();
  });
  const current = (): TestDatabase<Tables> => {
    if (opened === undefined) throw new Error('testDatabase() is ready only inside tests and hooks');
    return opened;
  };
  return {
    get url() {
      return current().url;
    },
    get pool() {
      return current().pool;
    },
    get db() {
      return current().db;
    },
  };
}

/** The same for a single test that needs a database to itself; `close` drops it. `empty` leaves the migrations out. */
export async function openTestDatabase<Tables>(
  kind: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase<Tables> & { close(): Promise<void> }> {
  const serverUrl = inject('serverUrl');
  const template = kind === 'migrated' ? inject('templateName') : 'template0';
  const name = `liren_test_${randomUUID().replaceAll('-', '')}`;
  const run = async (sql: string) => unwrap(await withClient(serverUrl, (client) => client.query(sql)));
  await run(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const url = withDatabase(serverUrl, name);
  const pool = createPool(url, { maxConnections: 5 });
  const close = async () => {
    await pool.end();
    await run(`DROP DATABASE ${name} WITH (FORCE)`);
  };
  return { url, pool, db: createDatabase<Tables>(pool), close };
}

/** Waits until `count` sessions of this database stand before a lock: the moment that a test of concurrency needs. */
export async function waitForLockWaiters(pool: pg.Pool, count: number): Promise<void> {
  const waiting = async () => {
    const answer = await pool.query<{ n: number }>(
      `SELECT count(*) AS n FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return (answer.rows[0]?.n ?? 0) >= count;
  };
  if (!(await waitUntil(waiting, 20_000, 5))) throw new Error(`never saw ${count} sessions wait for a lock`);
}
