import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '@liren/core/basics/result.ts';
import type { PostgresProcess } from './launch.ts';
import type { Log } from './log.ts';
import { describePlatformError, type PlatformError } from './platform-error.ts';

export interface Supervised {
  /** Of the server that runs now. */
  pid(): number;
  /** Settles when it was stopped, or could not be kept up; with the last lines it wrote. */
  readonly exited: Promise<string>;
  stop(): Promise<void>;
}

/** Waits before each attempt to start again, in milliseconds; then we give up. */
const waits = [0, 1_000, 5_000, 15_000, 30_000];

/** A server that was up for this long has earned all attempts anew. */
const steadyMilliseconds = 60_000;

/** Starts the server again when it ends unasked (killed for memory, a full disk): pools find it at the same address. */
export function supervise(
  first: PostgresProcess,
  relaunch: () => Promise<Result<PostgresProcess, PlatformError>>,
  log: Log,
): Supervised {
  let current = first;
  const stopping = new AbortController();
  const exited = (async () => {
    let attempts = { used: 0 };
    for (;;) {
      const since = performance.now();
      const output = await current.exited;
      if (stopping.signal.aborted) return output;
      log.error({ output }, 'the embedded database ended by itself: starting it again');
      if (performance.now() - since > steadyMilliseconds) attempts = { used: 0 };
      const again = await bringBack(relaunch, attempts, stopping.signal, log);
      if (again === undefined) return output;
      current = again;
      // Asked to stop while it was on its way up.
      if (stopping.signal.aborted) await current.stop();
    }
  })();
  return {
    pid: () => current.pid,
    exited,
    stop: async () => {
      stopping.abort();
      await current.stop();
      await exited;
    },
  };
}

/** The new server, or undefined when we were told to stop or no attempt is left. */
async function bringBack(
  relaunch: () => Promise<Result<PostgresProcess, PlatformError>>,
  attempts: { used: number },
  stopping: AbortSignal,
  log: Log,
): Promise<PostgresProcess | undefined> {
  for (;;) {
    const pause = waits[attempts.used];
    if (pause === undefined || stopping.aborted) return undefined;
    attempts.used += 1;
    // An aborted wait only means: go on to notice that we are stopping.
    await wait(pause, undefined, { signal: stopping }).catch(() => {});
    const again = stopping.aborted ? undefined : await relaunch();
    if (again?.ok) return again.value;
    if (again)
      log.error({ output: describePlatformError(again.error) }, 'the embedded database did not come back');
  }
}
