import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { freePort } from '../server/src/platform/connection.ts';
import { startArguments } from './child.ts';
import { type BenchOptions, median, type Say, spread, table } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  readonly pageSeconds: number;
  readonly readySeconds: number;
}

async function answers(url: string): Promise<boolean> {
  try {
    const { statusCode, body } = await request(url, { headers: { accept: 'text/html' } });
    await body.dump();
    return statusCode === 200;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

async function start(folder: string): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const environment = { ...process.env, LIREN_DATA: folder, PORT: String(port) };
  const child = spawn(process.execPath, await startArguments(), {
    cwd: root,
    env: environment,
    stdio: 'ignore',
  });
  const seconds = async (path: string): Promise<number> => {
    while (!(await answers(`http://127.0.0.1:${port}${path}`))) {
      if (child.exitCode !== null) throw new Error(`liren start ended with ${child.exitCode}`);
      await pause(20);
    }
    return (performance.now() - began) / 1000;
  };
  const [readySeconds, pageSeconds] = await Promise.all([seconds('/readyz'), seconds('/')]);
  return { child, port, readySeconds, pageSeconds };
}

async function stop({ child }: Started): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/** Resident memory of the server process; the database has its own. */
async function residentMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1000;
}

/** Guests who read the public pages, one after another on eight lines. */
async function read(port: number, seconds: number): Promise<void> {
  const until = performance.now() + seconds * 1000;
  const paths = ['/', '/api/search?q=', '/api/notices', '/api/opening'];
  const line = async (): Promise<void> => {
    for (let i = 0; performance.now() < until; i++)
      await answers(`http://127.0.0.1:${port}${paths[i % paths.length]}`);
  };
  await Promise.all(Array.from({ length: 8 }, line));
}

/** From the command to the first page, on a data folder that stands; and memory while people read. */
export async function bench({ rounds = 5, lastsMilliseconds = 8000 }: BenchOptions, say: Say): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'liren-bench-start-'));
  try {
    const first = await start(folder);
    await stop(first);
    const all: Started[] = [];
    const memory: { readonly idle: number; readonly loaded: number }[] = [];
    for (let round = 0; round < rounds; round++) {
      const started = await start(folder);
      all.push(started);
      const idle = await residentMegabytes(started.child.pid);
      if (round === 0) {
        await read(started.port, lastsMilliseconds / 1000);
        memory.push({ idle, loaded: await residentMegabytes(started.child.pid) });
      }
      await stop(started);
    }
    const page = all.map(({ pageSeconds }) => pageSeconds);
    say(
      table([
        ['', 'seconds: median (lowest–highest)'],
        ['set-up of the demonstration, once', first.pageSeconds.toFixed(2)],
        ['first page after start', spread(page)],
        ['ready', spread(all.map(({ readySeconds }) => readySeconds))],
      ]),
    );
    for (const { idle, loaded } of memory)
      say(
        `server memory: ${idle.toFixed(0)} MB at the first page, ${loaded.toFixed(0)} MB while eight people read (aim ≤ 200)`,
      );
    say(`ratio: first page ÷ 3 s = ${(median(page) / 3).toFixed(2)} (aim ≤ 1)`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
