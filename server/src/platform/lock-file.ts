import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { birthmarkOf, isAlive, isCode } from './processes.ts';

interface Holder {
  readonly pid: number;
  readonly birthmark: string;
}

export interface HeldLock {
  release(): Promise<void>;
}

/**
 * Takes the lock on a data folder for this process. Fails with `second-copy` while its holder lives; the lock
 * of a dead process, or of an earlier process with the same number, is taken over.
 */
export async function acquireLock(path: string): Promise<Result<HeldLock, PlatformError>> {
  const own: Holder = { pid: process.pid, birthmark: await birthmarkOf(process.pid) };
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(own), { mode: 0o600 });
  try {
    for (;;) {
      // A hard link appears whole or not at all, so nobody ever reads a half-written lock.
      if (await tryLink(draft, path)) return ok({ release: () => rm(path, { force: true }) });
      const holder = await readHolder(path);
      if (holder !== undefined && (await holds(holder))) {
        return err(platformError('second-copy', { pid: String(holder.pid), path: dirname(path) }));
      }
      await removeStale(path, holder);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function tryLink(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function readHolder(path: string): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value)) return undefined;
    const birthmark = 'birthmark' in value ? String(value.birthmark) : '';
    return { pid: Number(value.pid), birthmark };
  } catch {
    return undefined;
  }
}

async function holds(holder: Holder): Promise<boolean> {
  if (!(await isAlive(holder.pid))) return false;
  const birthmark = await birthmarkOf(holder.pid);
  return birthmark === holder.birthmark;
}

/** Moves the stale lock aside; had another process replaced it meanwhile, its fresh lock is put back. */
async function removeStale(path: string, stale: Holder | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const moved = await readHolder(aside);
  if (moved?.pid !== stale?.pid || moved?.birthmark !== stale?.birthmark) await tryLink(aside, path);
  await rm(aside, { force: true });
}
