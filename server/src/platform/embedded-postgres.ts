import { realpath } from 'node:fs/promises';
import { ok, type Result } from '@liren/core/basics/result.ts';
import { ensureRunnable, findBinaries } from './binaries.ts';
import { databaseName, ensureCluster } from './cluster.ts';
import { connectionUrl, ensureDatabase, freePort } from './connection.ts';
import {
  checkPassable,
  type DataFolder,
  dataFolder,
  ensureSocketFolder,
  ensureWritable,
  removeSocketFolder,
  socketFolderPath,
  systemFolder,
} from './data-folder.ts';
import { type LaunchOptions, launchPostgres } from './launch.ts';
import { clearLeftovers } from './leftovers.ts';
import { acquireLock } from './lock-file.ts';
import type { Log } from './log.ts';
import { chooseAccount, type OsAccount } from './os-account.ts';
import type { PlatformError } from './platform-error.ts';
import { type Supervised, supervise } from './supervise.ts';

export interface EmbeddedPostgresOptions {
  /** Path of the data folder; made when missing. */
  readonly dataFolder: string;
  readonly log: Log;
  /** Server settings over ours, for example `{ fsync: 'off' }` in tests that lose nothing by a power cut. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly limitStartSeconds?: number;
}

export interface EmbeddedPostgres {
  /** A postgresql:// address with its password, as `DATABASE_URL` would hold. */
  readonly connection: string;
  /** Process number of the database server; another one after it was started again. */
  pid(): number;
  /** Settles after `stop`, or when the server ended and could not be started again; with the last lines it wrote. */
  readonly exited: Promise<string>;
  /** Ends all sessions, stops the server and frees the data folder. Close pools first. */
  stop(): Promise<void>;
}

/** Starts the PostgreSQL that comes with Liren on `dataFolder`, making the database on the first start. */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<Result<EmbeddedPostgres, PlatformError>> {
  const folder = dataFolder(options.dataFolder);
  const writable = await ensureWritable(folder);
  if (!writable.ok) return writable;
  const lock = await acquireLock(folder.lock);
  if (!lock.ok) return lock;
  const started = await startLocked(folder, options).catch(async (error: unknown) => {
    await lock.value.release();
    throw error;
  });
  if (!started.ok) {
    await lock.value.release();
    return started;
  }
  const { server, connection } = started.value;
  const stop = async () => {
    await server.stop();
    await removeSocketFolder(folder);
    await lock.value.release();
  };
  return ok({ connection, pid: server.pid, exited: server.exited, stop });
}

interface Started {
  readonly server: Supervised;
  readonly connection: string;
}

async function startLocked(
  folder: DataFolder,
  options: EmbeddedPostgresOptions,
): Promise<Result<Started, PlatformError>> {
  const found = await findBinaries();
  if (!found.ok) return found;
  const account = await chooseAccount(folder.cluster);
  if (!account.ok) return account;
  const passable = await checkPassable(folder, account.value);
  if (!passable.ok) return passable;
  const binaries = await ensureRunnable(found.value, account.value, systemFolder);
  if (!binaries.ok) return binaries;
  const cleared = await clearLeftovers(folder.cluster, socketFolderPath(folder), options.log);
  if (!cleared.ok) return cleared;
  const safeOnDisk = options.settings?.fsync !== 'off';
  const password = await ensureCluster(folder, binaries.value, account.value, safeOnDisk);
  if (!password.ok) return password;
  return launch(folder, options, account.value, password.value, binaries.value);
}

async function launch(
  folder: DataFolder,
  options: EmbeddedPostgresOptions,
  account: OsAccount,
  password: string,
  binaries: LaunchOptions['binaries'],
): Promise<Result<Started, PlatformError>> {
  const place = await connectionPlace(folder, account);
  if (!place.ok) return place;
  const how: LaunchOptions = {
    binaries,
    account,
    cluster: await realpath(folder.cluster),
    settings: { ...usualSettings, ...place.value.settings, ...options.settings },
    limitStartSeconds: options.limitStartSeconds ?? 180,
  };
  const launched = await launchPostgres(how);
  if (!launched.ok) return launched;
  const address = { ...place.value, user: databaseName, password };
  const ready = await ensureDatabase(address, databaseName);
  if (!ready.ok) {
    await launched.value.stop();
    return ready;
  }
  const relaunch = async () => {
    const cleared = await clearLeftovers(folder.cluster, socketFolderPath(folder), options.log);
    return cleared.ok ? launchPostgres(how) : cleared;
  };
  const server = supervise(launched.value, relaunch, options.log);
  return ok({ server, connection: connectionUrl(address, databaseName) });
}

const usualSettings: Readonly<Record<string, string>> = {
  cluster_name: 'liren',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Our own pool is the only client; a few sessions stay free for backup and an operator's psql.
  max_connections: '60',
  // After a power cut one sync of the file system stands in for opening every file (minutes on a large database).
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};

interface ConnectionPlace {
  readonly host: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** A Unix socket in a private folder; where there is none, a free port of the loopback. */
async function connectionPlace(
  folder: DataFolder,
  account: OsAccount,
): Promise<Result<ConnectionPlace, PlatformError>> {
  if (process.platform === 'win32') {
    const port = await freePort();
    return ok({ host: '127.0.0.1', port, settings: { listen_addresses: '127.0.0.1', port: String(port) } });
  }
  const socketFolder = await ensureSocketFolder(folder, account);
  if (!socketFolder.ok) return socketFolder;
  const settings = {
    listen_addresses: '',
    port: '5432',
    unix_socket_directories: socketFolder.value,
    unix_socket_permissions: '0700',
  };
  return ok({ host: socketFolder.value, port: 5432, settings });
}
