import { createServer } from 'node:net';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import pg from 'pg';
import { type PlatformError, platformError } from './platform-error.ts';

export interface ServerAddress {
  /** A host name or, starting with '/', the folder of a Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
}

export function connectionUrl(address: ServerAddress, database: string): string {
  const credentials = `${encodeURIComponent(address.user)}:${encodeURIComponent(address.password)}`;
  if (!address.host.startsWith('/')) {
    return `postgresql://${credentials}@${address.host}:${address.port}/${database}`;
  }
  return `postgresql://${credentials}@localhost:${address.port}/${database}?host=${encodeURIComponent(address.host)}`;
}

/** The same server, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

/** The address for people to read: without the password. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return '(?)';
  const changed = new URL(url);
  changed.password = '';
  return changed.toString();
}

/** One connection for one task, closed whatever happens. Failure to connect is a value; a failing task throws. */
export async function withClient<T>(
  url: string,
  task: (client: pg.Client) => Promise<T>,
): Promise<Result<T, PlatformError>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away while we hold the connection fails the task's own query; the event adds nothing.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err(platformError('database-unreachable', { address: withoutPassword(url), reason }));
  }
  try {
    return ok(await task(client));
  } finally {
    await client.end().catch(() => {});
  }
}

/** Proves that the server answers with our password, and makes the database on the first start. */
export async function ensureDatabase(
  address: ServerAddress,
  name: string,
): Promise<Result<void, PlatformError>> {
  return withClient(connectionUrl(address, 'postgres'), async (client) => {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

/** A port of the loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
