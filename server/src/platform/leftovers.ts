import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Log } from './log.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { findProcessesIn, isAlive, signal, waitUntil } from './processes.ts';

/** Process number on the first line of postmaster.pid, if the file is there and whole. */
export async function readPostmasterPid(cluster: string): Promise<number | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number.parseInt(text, 10);
  return Number.isSafeInteger(pid) && pid > 1 ? pid : undefined;
}

/**
 * Stops a database that outlived an earlier Liren on these files. Only processes that stand in the cluster's
 * folder are touched, since the number in postmaster.pid may by now belong to anything. Stale lock files
 * whose number is now a zombie's or a stranger's would make PostgreSQL refuse, so they are removed once nobody
 * stands there; the socket's folder belongs to this cluster alone.
 */
export async function clearLeftovers(
  cluster: string,
  socketFolder: string,
  log: Log,
  patience = { polite: 20_000, firm: 20_000 },
): Promise<Result<void, PlatformError>> {
  const postmaster = await readPostmasterPid(cluster);
  const standing = async () => findProcessesIn(cluster, postmaster);
  const gone = async () => (await standing()).length === 0;
  const found = await standing();
  if (found.length > 0) {
    log.warn({ processes: found }, 'a database from an earlier run is still up: stopping it');
    await stopProcesses(found, postmaster, 'SIGINT');
    if (!(await waitUntil(gone, patience.polite))) {
      await stopProcesses(await standing(), postmaster, 'SIGQUIT');
      if (!(await waitUntil(gone, patience.firm))) {
        const pid = (await standing()).join(', ');
        return err(platformError('leftover-database', { pid }));
      }
    }
  }
  for (const stale of [
    join(cluster, 'postmaster.pid'),
    join(socketFolder, '.s.PGSQL.5432.lock'),
    join(socketFolder, '.s.PGSQL.5432'),
  ]) {
    await rm(stale, { force: true });
  }
  return ok(undefined);
}

/** The server tells its helpers itself; helpers orphaned by its death end on their own and are told only then. */
async function stopProcesses(
  pids: readonly number[],
  postmaster: number | undefined,
  name: 'SIGINT' | 'SIGQUIT',
): Promise<void> {
  if (postmaster !== undefined && pids.includes(postmaster) && (await isAlive(postmaster))) {
    signal(postmaster, name);
    return;
  }
  for (const pid of pids) signal(pid, name === 'SIGINT' ? 'SIGTERM' : name);
}
