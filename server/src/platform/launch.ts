import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { PostgresBinaries } from './binaries.ts';
import { cleanEnvironment, identity } from './cluster.ts';
import type { OsAccount } from './os-account.ts';
import { type PlatformError, platformError } from './platform-error.ts';
import { signal, waitUntil } from './processes.ts';
import { startWatchdog, type Watchdog } from './watchdog.ts';

export interface LaunchOptions {
  readonly binaries: PostgresBinaries;
  readonly account: OsAccount;
  readonly cluster: string;
  /** name=value pairs for `postgres -c`. */
  readonly settings: Readonly<Record<string, string>>;
  readonly limitStartSeconds: number;
}

export interface PostgresProcess {
  readonly pid: number;
  /** Settles when the process ends, with the last lines it wrote. */
  readonly exited: Promise<string>;
  /** Ends client sessions, writes everything down and stops. */
  stop(): Promise<void>;
}

/** Starts the server and waits until it takes connections. */
export async function launchPostgres(
  options: LaunchOptions,
): Promise<Result<PostgresProcess, PlatformError>> {
  const { binaries, account, cluster } = options;
  const flags = Object.entries(options.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(binaries.postgres, ['-D', cluster, ...flags], {
    cwd: '/',
    env: cleanEnvironment(),
    // A session of its own: Ctrl-C in the terminal reaches Node alone, which first lets running requests end.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...identity(account),
  });
  const tail = keepTail(child);
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`${tail()}${error.message}`));
    child.once('exit', () => resolve(tail()));
  });
  const pid = child.pid;
  if (pid === undefined) return err(platformError('database-start-failed', { output: await exited }));
  const watchdog = startWatchdog(pid, cluster, account);
  const stop = () => stopPostgres(options, pid, exited, watchdog);
  let ended = false;
  exited.then(() => {
    ended = true;
  });
  const settled = await waitUntil(
    async () => ended || (await isReady(cluster, pid)),
    options.limitStartSeconds * 1000,
  );
  if (ended) {
    watchdog.dismiss();
    return err(startFailure(await exited, cluster));
  }
  if (!settled) {
    await stop();
    const seconds = String(options.limitStartSeconds);
    return err(platformError('database-start-slow', { seconds, output: tail() }));
  }
  return ok({ pid, exited, stop });
}

function startFailure(output: string, cluster: string): PlatformError {
  if (output.includes('No space left')) return platformError('disk-full', { path: cluster });
  return platformError('database-start-failed', { output });
}

/** The server writes its state in the eighth line of postmaster.pid. */
async function isReady(cluster: string, pid: number): Promise<boolean> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return lines[0] === String(pid) && lines[7]?.trim() === 'ready';
}

const tailLength = 4000;

function keepTail(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (chunk: string) => {
    text = (text + chunk).slice(-tailLength);
  });
  return () => text;
}

const patience = { politeMilliseconds: 30_000 };

async function stopPostgres(
  options: LaunchOptions,
  pid: number,
  exited: Promise<string>,
  watchdog: Watchdog,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  if (process.platform === 'win32') {
    const run = promisify(execFile);
    await run(options.binaries.pgCtl, ['stop', '-D', options.cluster, '-m', 'fast']).catch(() => {});
  } else {
    signal(pid, 'SIGINT');
    // SIGQUIT leaves the next start a recovery to do, and loses nothing; SIGKILL would leave helpers behind.
    timer = setTimeout(() => signal(pid, 'SIGQUIT'), patience.politeMilliseconds);
  }
  await exited;
  clearTimeout(timer);
  watchdog.dismiss();
}
