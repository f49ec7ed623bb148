import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { access, chmod, chown, constants, lstat, mkdir, rm, stat } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { findImpassableParent, type OsAccount } from './os-account.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { isCode } from './processes.ts';

/** Everything that Liren keeps outside the database lies under one folder. */
export interface DataFolder {
  readonly root: string;
  /** Holds the cluster and the password of its owner: made and moved as one. */
  readonly database: string;
  readonly cluster: string;
  readonly databasePassword: string;
  readonly lock: string;
  readonly masterKey: string;
  /** Photos and documents that people attached. */
  readonly files: string;
}

/** For what cannot lie in the project when root keeps that closed to others, as /root is. */
export const systemFolder = '/var/lib/liren';

const projectFolder = fileURLToPath(new URL('../../../', import.meta.url));

/** Where data lie unless LIREN_DATA says otherwise: beside the program or, for root in a closed folder, in the system's place. */
export function usualDataFolder(): string {
  const beside = join(projectFolder, '.liren');
  if (process.getuid?.() !== 0 || existsSync(beside)) return beside;
  for (let folder = projectFolder; ; folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return join(systemFolder, 'data');
    if (folder === dirname(folder)) return beside;
  }
}

export function dataFolder(path: string): DataFolder {
  const root = resolve(path);
  const database = join(root, 'database');
  return {
    root,
    database,
    cluster: join(database, 'cluster'),
    databasePassword: join(database, 'password'),
    lock: join(root, 'liren.lock'),
    masterKey: join(root, 'master.key'),
    files: join(root, 'files'),
  };
}

/** Makes the folder, or says who may not write there. */
export async function ensureWritable(folder: DataFolder): Promise<Result<void, PlatformError>> {
  try {
    await mkdir(folder.root, { recursive: true });
    // The database's own user must pass through; nobody needs to list it.
    const { uid } = await stat(folder.root);
    if (uid === process.getuid?.()) await chmod(folder.root, 0o711);
    await access(folder.root, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(undefined);
  } catch (error) {
    if (isCode(error, 'ENOSPC')) return err(platformError('disk-full', { path: folder.root }));
    return err(
      platformError('missing-right', {
        what: `${userInfo().username} 不能写入数据目录 ${folder.root}`,
        remedy: '请把该目录的所有者改为运行里仁的用户，或用 LIREN_DATA 指定另一个目录。',
        path: folder.root,
      }),
    );
  }
}

/** Refuses a folder that the database's user could not reach. */
export async function checkPassable(
  folder: DataFolder,
  account: OsAccount,
): Promise<Result<void, PlatformError>> {
  if (!account.isOther) return ok(undefined);
  const closed = await findImpassableParent(folder.cluster, account);
  if (closed === undefined || closed === folder.database) return ok(undefined);
  return err(
    platformError('missing-right', {
      what: `以 root 启动时，数据库以普通用户运行，但该用户不能经过 ${closed}`,
      remedy: `请用 LIREN_DATA=/var/lib/liren 换一个目录，或运行 chmod o+x ${closed}。`,
      path: closed,
    }),
  );
}

/** The longest path that fits a Unix socket on Linux (108 bytes) and macOS (104), less its file name. */
const longestSocketFolderBytes = 103 - '/.s.PGSQL.5432'.length;

/** In the data folder or, when that path is too long for a socket, in the temporary one. */
export function socketFolderPath(folder: DataFolder): string {
  const usual = join(folder.root, 'run');
  if (Buffer.byteLength(usual) <= longestSocketFolderBytes) return usual;
  return join(tmpdir(), `liren-${createHash('sha256').update(usual).digest('hex').slice(0, 16)}`);
}

/** Makes the private folder for the database's socket. */
export async function ensureSocketFolder(
  folder: DataFolder,
  account: OsAccount,
): Promise<Result<string, PlatformError>> {
  const path = socketFolderPath(folder);
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (!isCode(error, 'EEXIST')) throw error;
  });
  const entry = await lstat(path);
  const mine = entry.uid === account.uid || entry.uid === process.getuid?.();
  if (!entry.isDirectory() || !mine) {
    const what = `${path} 属于别的用户`;
    return err(platformError('missing-right', { what, remedy: '请移走它。', path }));
  }
  await chmod(path, 0o700);
  if (account.isOther) await chown(path, account.uid, account.gid);
  return ok(path);
}

/** Leaves nothing of a stopped database in the system's temporary folder. */
export async function removeSocketFolder(folder: DataFolder): Promise<void> {
  await rm(socketFolderPath(folder), { recursive: true, force: true });
}
