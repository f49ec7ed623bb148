import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** True for a process that still runs; a zombie (dead, not yet collected by its parent) is not alive. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!isCode(error, 'EPERM')) return false;
  }
  return (await stateOf(pid)) !== 'Z';
}

/**
 * A mark that tells a process from a later one with the same number: boot and start time on Linux.
 * Empty where the system offers none; the number alone must then do.
 */
export async function birthmarkOf(pid: number): Promise<string> {
  const fields = await statFields(pid);
  const startedTicks = fields?.[19];
  if (startedTicks === undefined) return '';
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return `${boot.trim()}:${startedTicks}`;
}

/**
 * Living processes that work in `folder` (PostgreSQL's server and all its helpers stand in their data folder).
 * Only `candidate` is looked at where the system has no /proc.
 */
export async function findProcessesIn(folder: string, candidate: number | undefined): Promise<number[]> {
  const real = await realpath(folder).catch(() => folder);
  const entries = await readdir('/proc').catch(() => undefined);
  if (entries === undefined) {
    return candidate !== undefined && (await commandNames(candidate, real)) ? [candidate] : [];
  }
  const found: number[] = [];
  for (const entry of entries) {
    if (!/^\d+$/.test(entry)) continue;
    const cwd = await readlink(`/proc/${entry}/cwd`).catch(() => undefined);
    if (cwd === real && (await isPostgres(Number(entry))) && (await isAlive(Number(entry)))) {
      found.push(Number(entry));
    }
  }
  return found;
}

/** Waits until `done` holds, asking every `everyMilliseconds`; false when `limitMilliseconds` passed first. */
export async function waitUntil(
  done: () => Promise<boolean>,
  limitMilliseconds: number,
  everyMilliseconds = 20,
): Promise<boolean> {
  const deadline = performance.now() + limitMilliseconds;
  while (!(await done())) {
    if (performance.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, everyMilliseconds));
  }
  return true;
}

/** Sends a signal; a process that is already gone is not an error. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!isCode(error, 'ESRCH')) throw error;
  }
}

/** True when `error` is a system error with this code, such as ENOENT. */
export const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** A shell a person opened inside the folder also stands there: only PostgreSQL's own processes count. */
async function isPostgres(pid: number): Promise<boolean> {
  const name = await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => '');
  return name.startsWith('postgres');
}

async function stateOf(pid: number): Promise<string | undefined> {
  const fields = await statFields(pid);
  if (fields !== undefined) return fields[0];
  const answer = await run('ps', ['-o', 'stat=', '-p', String(pid)]).catch(() => undefined);
  return answer?.stdout.trim().charAt(0);
}

/** Fields of /proc/<pid>/stat from the state on; the name before them may itself hold spaces and brackets. */
async function statFields(pid: number): Promise<string[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

async function commandNames(pid: number, folder: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  const answer = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => undefined);
  return answer?.stdout.includes(folder) ?? false;
}
