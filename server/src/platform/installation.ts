import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type MigrationError, migrate } from '../store/migrate.ts';
import { createPool } from '../store/pool.ts';
import { attachOrStart, foreignDatabase, type OpenDatabase } from './attach.ts';
import { type Config, readConfig } from './config.ts';
import { withClient, withoutPassword } from './connection.ts';
import { type DataFolder, dataFolder, ensureWritable } from './data-folder.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { type Keys, loadKeys } from './keys.ts';
import type { Log } from './log.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { settleKeys } from './settle-keys.ts';

/** Everything a command needs before it can do its work. */
export interface Installation {
  readonly config: Config;
  readonly folder: DataFolder;
  readonly database: OpenDatabase;
  readonly keys: Keys;
}

export interface InstallationOptions {
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
  /** Epoch milliseconds, written at the first start. */
  readonly now: number;
  /** 'alone' for the server; 'beside' for tools, which may share the database of a running server. */
  readonly access: 'alone' | 'beside';
}

/** The oldest PostgreSQL we promise to run on. */
const oldestVersion = 15;

/** Reads the configuration, opens the database at this version and loads the keys that belong to it. */
export async function openInstallation(
  options: InstallationOptions,
): Promise<Result<Installation, PlatformError>> {
  const config = readConfig(options.environment);
  if (!config.ok) return config;
  const folder = dataFolder(config.value.dataFolder);
  const database = await openDatabase(config.value, options);
  if (!database.ok) return database;
  const keys = await prepareDatabase(config.value, folder, database.value, options.now).catch(
    async (error: unknown) => {
      await database.value.stop();
      throw error;
    },
  );
  if (!keys.ok) {
    await database.value.stop();
    return keys;
  }
  return ok({ config: config.value, folder, database: database.value, keys: keys.value });
}

/** The database of `DATABASE_URL`, else the embedded one; neither migrated nor matched with a key. */
export async function openDatabase(
  config: Config,
  options: Pick<InstallationOptions, 'log' | 'access'>,
): Promise<Result<OpenDatabase, PlatformError>> {
  if (config.databaseUrl === undefined) {
    const embedded = { dataFolder: config.dataFolder, log: options.log };
    return options.access === 'alone' ? startEmbeddedPostgres(embedded) : attachOrStart(embedded);
  }
  const writable = await ensureWritable(dataFolder(config.dataFolder));
  if (!writable.ok) return writable;
  const version = await withClient(config.databaseUrl, async (client) => {
    const answer = await client.query<{ found: string }>(
      `SELECT current_setting('server_version_num') AS found`,
    );
    return Math.floor(Number(answer.rows[0]?.found) / 10_000);
  });
  if (!version.ok) return version;
  if (version.value < oldestVersion) {
    const values = { found: String(version.value), needed: String(oldestVersion) };
    return err(platformError('database-too-old', values));
  }
  options.log.info({ address: withoutPassword(config.databaseUrl) }, 'using the database of DATABASE_URL');
  return ok(foreignDatabase(config.databaseUrl));
}

async function prepareDatabase(
  config: Config,
  folder: DataFolder,
  database: OpenDatabase,
  now: number,
): Promise<Result<Keys, PlatformError>> {
  const pool = createPool(database.connection, { maxConnections: 1, limitStatementMilliseconds: 0 });
  try {
    const migrated = await migrate(pool);
    if (!migrated.ok) return err(notMigrated(migrated.error));
    const { rowCount } = await pool.query('SELECT FROM installation');
    const keys = await loadKeys(folder.masterKey, config.key, rowCount === 0 ? 'make' : 'refuse');
    if (!keys.ok) return keys;
    const path = config.key === undefined ? folder.masterKey : 'LIREN_KEY';
    return await settleKeys(pool, { keys: keys.value, path }, now);
  } finally {
    await pool.end();
  }
}

export const notMigrated = (error: MigrationError): PlatformError => {
  const problem = 'problem' in error ? ` ${error.problem}` : '';
  return platformError('database-not-migrated', { problem: `${error.code} ${error.name}${problem}` });
};
