import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import type { TestProject } from 'vitest/node';
import { withClient, withDatabase } from '../platform/connection.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded-postgres.ts';
import { silentLog } from '../platform/log.ts';
import { describePlatformError } from '../platform/platform-error.ts';
import { migrate } from '../store/migrate.ts';
import { createPool } from '../store/pool.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the server, at its maintenance database. */
    readonly serverUrl: string;
    /** Name of the migrated database that every test database is copied from. */
    readonly templateName: string;
  }
}

/** What makes tests quick and would lose data in a power cut. */
const fastSettings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  checkpoint_timeout: '1h',
  autovacuum: 'off',
  max_connections: '200',
};

/** Once per run: one server (our own, or that of DATABASE_URL) and one migrated template. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startServer();
  const templateName = `liren_test_template_${process.pid}`;
  try {
    await createTemplate(server.url, templateName);
  } catch (error) {
    await server.stop();
    throw error;
  }
  project.provide('serverUrl', server.url);
  project.provide('templateName', templateName);
  return async () => {
    unwrap(
      await withClient(server.url, (client) => client.query(`DROP DATABASE ${templateName} WITH (FORCE)`)),
    );
    await server.stop();
  };
}

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const own = process.env.DATABASE_URL;
  if (own !== undefined && own !== '') return { url: own, stop: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), 'liren-test-'));
  const started = await startEmbeddedPostgres({
    dataFolder: folder,
    log: silentLog,
    settings: fastSettings,
  });
  if (!started.ok) throw new Error(describePlatformError(started.error));
  const server: EmbeddedPostgres = started.value;
  return {
    url: withDatabase(server.connection, 'postgres'),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function createTemplate(serverUrl: string, name: string): Promise<void> {
  unwrap(await withClient(serverUrl, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE template0`)));
  const pool = createPool(withDatabase(serverUrl, name), { limitStatementMilliseconds: 0 });
  try {
    unwrap(await migrate(pool));
  } finally {
    await pool.end();
  }
}
