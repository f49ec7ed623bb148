import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, chmod, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { PostgresBinaries } from './binaries.ts';
import type { DataFolder } from './data-folder.ts';
import type { OsAccount } from './os-account.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { isCode } from './processes.ts';

const run = promisify(execFile);

/** The database's owner, and the name of the database. */
export const databaseName = 'liren';

/**
 * Makes the database's files where there are none yet. They are written aside and moved into place whole, so an
 * interrupted first start leaves nothing half done; a folder that lacks its vital parts is refused untouched.
 * @returns the password of the database's owner.
 */
export async function ensureCluster(
  folder: DataFolder,
  binaries: PostgresBinaries,
  account: OsAccount,
  safeOnDisk: boolean,
): Promise<Result<string, PlatformError>> {
  const entries = await readdir(folder.database).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  if (entries.length > 0) return readCluster(folder, binaries);
  return createCluster(folder, binaries, account, safeOnDisk);
}

async function readCluster(
  folder: DataFolder,
  binaries: PostgresBinaries,
): Promise<Result<string, PlatformError>> {
  for (const part of ['cluster/PG_VERSION', 'cluster/global/pg_control', 'cluster/base', 'password']) {
    const reason = await access(join(folder.database, part)).then(
      () => undefined,
      (error: unknown) => (isCode(error, 'EACCES') ? 'closed' : 'absent'),
    );
    if (reason === 'absent') {
      return err(platformError('half-written-data', { path: folder.database, missing: part }));
    }
    if (reason === 'closed') return err(closedTo(folder.database));
  }
  const found = (await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8')).trim();
  const running = binaries.version.split('.')[0] ?? '';
  if (found !== running) {
    return err(platformError('other-version-data', { path: folder.database, found, running }));
  }
  return ok((await readFile(folder.databasePassword, 'utf8')).trim());
}

const closedTo = (path: string) =>
  platformError('missing-right', {
    what: `数据目录 ${path} 属于另一个用户`,
    remedy: '请用当初启动里仁的用户（例如 root）启动。',
    path,
  });

async function createCluster(
  folder: DataFolder,
  binaries: PostgresBinaries,
  account: OsAccount,
  safeOnDisk: boolean,
): Promise<Result<string, PlatformError>> {
  const draft = `${folder.database}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await chmod(draft, 0o700);
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(draft, 'password');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.isOther) {
    await chown(draft, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  const made = await runInitdb(binaries, account, join(draft, 'cluster'), passwordFile, safeOnDisk);
  if (!made.ok) {
    await rm(draft, { recursive: true, force: true });
    return made;
  }
  await rm(folder.database, { recursive: true, force: true });
  await rename(draft, folder.database);
  return ok(password);
}

async function runInitdb(
  binaries: PostgresBinaries,
  account: OsAccount,
  cluster: string,
  passwordFile: string,
  safeOnDisk: boolean,
): Promise<Result<void, PlatformError>> {
  const options = [
    `--pgdata=${cluster}`,
    `--username=${databaseName}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    // Without these a machine with no LANG gets SQL_ASCII, and sorting would follow the machine.
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
    '--no-instructions',
    ...(safeOnDisk ? [] : ['--no-sync']),
  ];
  try {
    await run(binaries.initdb, options, { cwd: '/', env: cleanEnvironment(), ...identity(account) });
    return ok(undefined);
  } catch (error) {
    const output = error instanceof Error ? error.message : String(error);
    if (output.includes('No space left')) return err(platformError('disk-full', { path: cluster }));
    return err(platformError('database-start-failed', { output }));
  }
}

/** uid and gid for a child process, when it must not run as ourselves. */
export const identity = (account: OsAccount): { uid?: number; gid?: number } =>
  account.isOther ? { uid: account.uid, gid: account.gid } : {};

/** PGDATA, PGPORT, LC_ALL and their like would change what the database does: none is passed on. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH ?? '/usr/bin:/bin',
  LANG: 'C',
  TZ: 'UTC',
  ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
});
