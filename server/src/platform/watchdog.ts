import { spawn } from 'node:child_process';
import { cleanEnvironment, identity } from './cluster.ts';
import type { OsAccount } from './os-account.ts';

export interface Watchdog {
  /** The database stopped in order: nothing is left to watch. */
  dismiss(): void;
}

/**
 * Waits on a pipe that only we hold open. However we die, the pipe closes and the shell stops the database:
 * SIGINT, then SIGQUIT after thirty seconds. Before each signal it makes sure that the number still belongs to the process in that folder.
 */
const script = `
read -r word && exit 0
mine() { kill -0 "$1" 2>/dev/null && { [ ! -d /proc/self ] || [ "$(readlink "/proc/$1/cwd")" = "$2" ]; }; }
mine "$1" "$2" && kill -INT "$1"
seconds=0
while mine "$1" "$2" && [ "$seconds" -lt 30 ]; do sleep 1; seconds=$((seconds + 1)); done
mine "$1" "$2" && kill -QUIT "$1"
exit 0
`;

/** Watches over the database process `pid` that stands in `cluster` (a path without symbolic links). */
export function startWatchdog(pid: number, cluster: string, account: OsAccount): Watchdog {
  if (process.platform === 'win32') return { dismiss: () => {} };
  const child = spawn('/bin/sh', ['-c', script, 'liren-watchdog', String(pid), cluster], {
    cwd: '/',
    env: cleanEnvironment(),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...identity(account),
  });
  // Without a shell the next start finds and stops what a killed Node left behind.
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  return { dismiss: () => child.stdin.end('done\n') };
}
