import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { startEmbeddedPostgres } from '../server/src/platform/embedded-postgres.ts';
import { silentLog } from '../server/src/platform/log.ts';
import { migrate } from '../server/src/store/migrate.ts';
import { createPool } from '../server/src/store/pool.ts';

export interface BenchDatabase {
  /** A postgresql:// address. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** The embedded database in a folder of its own, as safe on disk as in daily use, with all tables and no rows. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'liren-bench-'));
  const server = unwrap(await startEmbeddedPostgres({ dataFolder: folder, log: silentLog }));
  const pool = createPool(server.connection, { maxConnections: 1, limitStatementMilliseconds: 0 });
  unwrap(await migrate(pool));
  await pool.end();
  return {
    url: server.connection,
    close: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
