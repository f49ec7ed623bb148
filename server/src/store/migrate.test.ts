import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase, waitForLockWaiters } from '../testing/postgres.ts';
import { findMigrationLevel, migrate, migrationsFolder } from './migrate.ts';

const setting = "SET LOCAL citus.multi_shard_modify_mode TO 'sequential';\n";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
beforeEach(async () => {
  database = await openTestDatabase('empty');
  folder = await mkdtemp(join(tmpdir(), 'liren-migrations-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const write = (name: string, sql: string) => writeFile(join(folder, name), setting + sql);
const rows = async (sql: string) => (await database.pool.query(sql)).rows;

describe('migrate', () => {
  it('runs what is missing, in order, once', async () => {
    await write('0001-a.sql', 'CREATE TABLE a (n int);');
    expect(await findMigrationLevel(database.pool)).toBeUndefined();
    expect(unwrap(await migrate(database.pool, folder)).applied).toEqual(['0001-a.sql']);
    await write('0002-b.sql', 'INSERT INTO a VALUES (1);');
    const second = unwrap(await migrate(database.pool, folder));
    expect(second).toEqual({ applied: ['0002-b.sql'], level: '0002-b.sql' });
    expect(unwrap(await migrate(database.pool, folder)).applied).toEqual([]);
    expect(await rows('SELECT n FROM a')).toEqual([{ n: 1 }]);
    expect(await findMigrationLevel(database.pool)).toBe('0002-b.sql');
  });

  it('lets several servers start at once', async () => {
    await write('0001-a.sql', 'LOCK TABLE gate; CREATE TABLE a (n int); INSERT INTO a VALUES (1);');
    await database.pool.query('CREATE TABLE gate ()');
    const gate = await database.pool.connect();
    await gate.query('BEGIN; LOCK TABLE gate');
    const running = [1, 2, 3].map(() => migrate(database.pool, folder));
    await waitForLockWaiters(database.pool, 3);
    await gate.query('COMMIT');
    gate.release();
    const applied = (await Promise.all(running)).flatMap((report) => unwrap(report).applied);
    expect(applied).toEqual(['0001-a.sql']);
    expect(await rows('SELECT n FROM a')).toEqual([{ n: 1 }]);
  });

  it('leaves nothing of a migration that cannot be recorded', async () => {
    await write(
      '0001-a.sql',
      `CREATE TABLE a (n int); INSERT INTO migration VALUES ('0001-a.sql', '', now());`,
    );
    expect(await migrate(database.pool, folder)).toMatchObject({ error: { code: 'migration-failed' } });
    expect(await rows(`SELECT to_regclass('a')::text AS found`)).toEqual([{ found: null }]);
  });

  it('leaves nothing of a migration that fails', async () => {
    await write('0001-a.sql', 'CREATE TABLE a (n int); SELECT 1 / 0;');
    expect(await migrate(database.pool, folder)).toMatchObject({
      ok: false,
      error: { code: 'migration-failed', name: '0001-a.sql', problem: 'division by zero' },
    });
    expect(await rows(`SELECT to_regclass('a')::text AS found`)).toEqual([{ found: null }]);
    expect(await rows('SELECT name FROM migration')).toEqual([]);
  });

  it('refuses a file edited after it ran', async () => {
    await write('0001-a.sql', 'CREATE TABLE a (n int);');
    unwrap(await migrate(database.pool, folder));
    await write('0001-a.sql', 'CREATE TABLE a (n bigint);');
    expect(await migrate(database.pool, folder)).toMatchObject({ error: { code: 'migration-changed' } });
  });

  it('refuses a database that a newer version migrated', async () => {
    await write('0001-a.sql', 'SELECT 1;');
    await write('0002-b.sql', 'SELECT 1;');
    unwrap(await migrate(database.pool, folder));
    await rm(join(folder, '0002-b.sql'));
    expect(await migrate(database.pool, folder)).toMatchObject({
      error: { code: 'migration-unknown', name: '0002-b.sql' },
    });
  });

  it.each([
    ['0001-again.sql', `${setting}SELECT 1;`],
    ['first.sql', `${setting}SELECT 1;`],
    ['0002-plain.sql', 'SELECT 1;'],
  ])('refuses the malformed file %s', async (name, text) => {
    await write('0001-a.sql', 'SELECT 1;');
    await writeFile(join(folder, name), text);
    expect(await migrate(database.pool, folder)).toMatchObject({
      error: { code: 'migration-malformed', name },
    });
  });
});

describe('distribute', () => {
  beforeEach(async () => {
    unwrap(await migrate(database.pool, migrationsFolder));
  });
  const distribute = (kind: string) => database.pool.query('SELECT distribute($1, $2)', ['thing', kind]);

  it('accepts a table whose keys all begin with community_id', async () => {
    await database.pool.query(
      'CREATE TABLE thing (community_id uuid, n int, m int, PRIMARY KEY (community_id, n), UNIQUE (community_id, m))',
    );
    await expect(distribute('distributed')).resolves.toBeDefined();
  });

  it('refuses a key that begins with something else', async () => {
    await database.pool.query(
      'CREATE TABLE thing (community_id uuid, n int UNIQUE, PRIMARY KEY (community_id, n))',
    );
    await expect(distribute('distributed')).rejects.toThrow('community_id must stand first in thing_n_key');
    await expect(distribute('reference')).resolves.toBeDefined();
  });

  it('refuses a table without a primary key, and an unknown kind', async () => {
    await database.pool.query('CREATE TABLE thing (community_id uuid)');
    await expect(distribute('distributed')).rejects.toThrow('needs a primary key');
    await expect(distribute('sharded')).rejects.toThrow('kind must be');
  });
});
