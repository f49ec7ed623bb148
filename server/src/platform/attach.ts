import { access, readFile } from 'node:fs/promises';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { databaseName } from './cluster.ts';
import { connectionUrl, withClient } from './connection.ts';
import { dataFolder, socketFolderPath } from './data-folder.ts';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';
import type { PlatformError } from './platform-error.ts';

export interface OpenDatabase {
  readonly connection: string;
  /** Settles when a server that we started ended; never for a server that is not ours. */
  readonly exited: Promise<string>;
  stop(): Promise<void>;
}

const never = new Promise<string>(() => {});

/** A database that somebody else runs: nothing of ours to stop. */
export const foreignDatabase = (connection: string): OpenDatabase => ({
  connection,
  exited: never,
  stop: async () => {},
});

/**
 * For tools such as backup: the database of a Liren that is running on this data folder or, when none runs, one
 * that we start and `stop` ends.
 */
export async function attachOrStart(
  options: EmbeddedPostgresOptions,
): Promise<Result<OpenDatabase, PlatformError>> {
  const started = await startEmbeddedPostgres(options);
  if (started.ok || started.error.code !== 'second-copy') return started;
  const connection = await findRunning(options.dataFolder);
  return connection === undefined ? err(started.error) : ok(foreignDatabase(connection));
}

async function findRunning(path: string): Promise<string | undefined> {
  const folder = dataFolder(path);
  const host = socketFolderPath(folder);
  const password = await readFile(folder.databasePassword, 'utf8').catch(() => undefined);
  const reachable = await access(host).then(
    () => true,
    () => false,
  );
  if (password === undefined || !reachable) return undefined;
  const address = { host, port: 5432, user: databaseName, password: password.trim() };
  const connection = connectionUrl(address, databaseName);
  const answer = await withClient(connection, (client) => client.query('SELECT 1'));
  return answer.ok ? connection : undefined;
}
