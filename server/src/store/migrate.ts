import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type pg from 'pg';

/** Why a database could not be brought to this version. In each case it is left as it was before that migration. */
export type MigrationError =
  /** A file that already ran was edited since; write a new migration instead. */
  | { readonly code: 'migration-changed'; readonly name: string }
  /** The database ran a migration that this version does not have: a newer Liren was here. */
  | { readonly code: 'migration-unknown'; readonly name: string }
  /** Names are NNNN-words.sql, each number once; every file begins with the Citus setting. */
  | { readonly code: 'migration-malformed'; readonly name: string; readonly problem: string }
  | { readonly code: 'migration-failed'; readonly name: string; readonly problem: string };

export interface MigrationReport {
  /** Names of the migrations that ran now, in order. */
  readonly applied: readonly string[];
  /** Name of the last migration in the database; backups carry it. */
  readonly level: string;
}

export const migrationsFolder = fileURLToPath(new URL('../../migrations', import.meta.url));

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** Any two servers that start at once queue here; the number only has to be ours. */
const lockNumber = 7_465_001;

/** Runs what the database lacks, each file in a transaction of its own. `pool` must have no statement limit below minutes. */
export async function migrate(
  pool: pg.Pool,
  folder: string = migrationsFolder,
): Promise<Result<MigrationReport, MigrationError>> {
  const migrations = await readMigrations(folder);
  if (!migrations.ok) return migrations;
  const client = await pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [lockNumber]);
    await client.query(migrationTable);
    return await runMissing(client, migrations.value);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [lockNumber]).catch(() => {});
    client.release();
  }
}

/** Name of the last migration that ran, or undefined in a database that is not Liren's yet. */
export async function findMigrationLevel(client: pg.Pool | pg.ClientBase): Promise<string | undefined> {
  const table = await client.query<{ found: string | null }>(
    `SELECT to_regclass('migration')::text AS found`,
  );
  if (table.rows[0]?.found == null) return undefined;
  const last = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY name DESC LIMIT 1');
  return last.rows[0]?.name;
}

/** Columns of the table in which a database remembers what ran. */
export const migrationTable = `CREATE TABLE IF NOT EXISTS migration (
  name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL)`;

async function runMissing(
  client: pg.PoolClient,
  migrations: readonly Migration[],
): Promise<Result<MigrationReport, MigrationError>> {
  const recorded = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM migration ORDER BY name',
  );
  const checksums = new Map(recorded.rows.map((row) => [row.name, row.checksum]));
  const known = new Set(migrations.map((migration) => migration.name));
  for (const name of checksums.keys()) {
    if (!known.has(name)) return err({ code: 'migration-unknown', name });
  }
  const applied: string[] = [];
  for (const migration of migrations) {
    const checksum = checksums.get(migration.name);
    if (checksum === undefined) {
      const problem = await runOne(client, migration);
      if (problem !== undefined) return err({ code: 'migration-failed', name: migration.name, problem });
      applied.push(migration.name);
    } else if (checksum !== migration.checksum) {
      return err({ code: 'migration-changed', name: migration.name });
    }
  }
  return ok({ applied, level: migrations.at(-1)?.name ?? '' });
}

async function runOne(client: pg.PoolClient, migration: Migration): Promise<string | undefined> {
  try {
    await client.query('BEGIN');
    // A long wait for a lock in a live database should end as an error, not as a standstill.
    await client.query("SET LOCAL lock_timeout = '60s'; SET LOCAL statement_timeout = 0");
    await client.query(migration.sql);
    await client.query(
      'INSERT INTO migration (name, checksum, applied_at) VALUES ($1, $2, statement_timestamp())',
      [migration.name, migration.checksum],
    );
    await client.query('COMMIT');
    return undefined;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    return error instanceof Error ? error.message : String(error);
  }
}

const citusSetting = /^(?:\s|--[^\n]*\n)*SET LOCAL citus\.multi_shard_modify_mode TO 'sequential';/i;

/** All migrations of a folder in their order, each checked for its form. */
export async function readMigrations(folder: string): Promise<Result<Migration[], MigrationError>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations: Migration[] = [];
  for (const name of names) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) {
      return err({ code: 'migration-malformed', name, problem: 'expected NNNN-words.sql' });
    }
    if (migrations.at(-1)?.name.slice(0, 4) === name.slice(0, 4)) {
      return err({ code: 'migration-malformed', name, problem: 'its number is taken' });
    }
    // A checkout on Windows may turn line ends: they are no change of meaning.
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    if (!citusSetting.test(sql)) {
      const problem = "must begin with SET LOCAL citus.multi_shard_modify_mode TO 'sequential';";
      return err({ code: 'migration-malformed', name, problem });
    }
    migrations.push({ name, sql, checksum: createHash('sha256').update(sql).digest('hex') });
  }
  return ok(migrations);
}
