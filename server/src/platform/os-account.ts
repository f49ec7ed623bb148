import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type PlatformError, platformError } from './platform-error.ts';

const run = promisify(execFile);

/** The OS user that PostgreSQL runs under; undefined fields mean: as ourselves. */
export interface OsAccount {
  readonly uid: number;
  readonly gid: number;
  /** True when we are root and must hand files over to this account. */
  readonly isOther: boolean;
}

/**
 * PostgreSQL refuses to run as root. As root we use the owner of an existing database, else the user `liren`
 * (created when missing), else an ordinary user that every Linux has.
 */
export async function chooseAccount(clusterFolder: string): Promise<Result<OsAccount, PlatformError>> {
  const uid = process.getuid?.() ?? -1;
  if (uid !== 0) return ok({ uid, gid: process.getgid?.() ?? -1, isOther: false });
  const owner = await stat(clusterFolder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return ok({ uid: owner.uid, gid: owner.gid, isOther: true });
  const account =
    (await findAccount('liren')) ??
    (await createAccount()) ??
    (await findAccount('postgres')) ??
    (await findAccount('nobody'));
  if (account !== undefined) return ok(account);
  return err(
    platformError('missing-right', {
      what: '数据库不能以 root 运行，也没能建立普通用户 liren',
      remedy: '请运行 useradd --system liren，或改用普通用户启动。',
      path: clusterFolder,
    }),
  );
}

async function findAccount(name: string): Promise<OsAccount | undefined> {
  const uid = await run('id', ['-u', name]).catch(() => undefined);
  const gid = await run('id', ['-g', name]).catch(() => undefined);
  if (uid === undefined || gid === undefined) return undefined;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout), isOther: true };
}

async function createAccount(): Promise<OsAccount | undefined> {
  const shell = '/usr/sbin/nologin';
  await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', shell, 'liren']).catch(
    () => run('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', 'liren']).catch(() => undefined),
  );
  return findAccount('liren');
}

/** The first parent of `path` that `account` may not pass through, if any. ACLs are not consulted. */
export async function findImpassableParent(path: string, account: OsAccount): Promise<string | undefined> {
  const parents: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    parents.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  for (const parent of parents) {
    const entry = await stat(parent).catch(() => undefined);
    if (entry === undefined) continue;
    const bit = entry.uid === account.uid ? 0o100 : entry.gid === account.gid ? 0o010 : 0o001;
    if ((entry.mode & bit) === 0) return parent;
  }
  return undefined;
}
