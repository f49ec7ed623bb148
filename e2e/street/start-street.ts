import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromServer, ToServer } from './messages.ts';

export interface Street {
  /** Address to open, without a final slash. */
  readonly address: string;
  /** The street's own time, in milliseconds since 1970, when last heard. */
  readonly now: () => number;
  /** Lets time go by on the server; resolves when every clock that fell due has spoken. */
  readonly pass: (time: { readonly days?: number; readonly hours?: number }) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** A Monday morning with plain working days before and after it. */
const monday = Date.parse('2026-11-09T09:30:00+08:00');
const script = fileURLToPath(new URL('./server.ts', import.meta.url));

function hear(child: ChildProcess, output: () => string) {
  return (pick: (message: FromServer) => number | undefined): Promise<number> =>
    new Promise((resolve, reject) => {
      const listen = (message: FromServer): void => {
        const found = pick(message);
        if (found === undefined) return;
        child.off('message', listen);
        child.off('exit', fail);
        resolve(found);
      };
      const fail = (code: number | null): void =>
        reject(new Error(`the server ended with ${code}: ${output()}`));
      child.on('message', listen);
      child.once('exit', fail);
    });
}

/** A server of its own on a fresh data folder; `stop` ends it and removes the folder. */
export async function startStreetServer(): Promise<Street> {
  const folder = await mkdtemp(join(tmpdir(), 'liren-e2e-'));
  const child = fork(script, [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      LIREN_DATA: folder,
      LIREN_MODE: 'demo',
      DATABASE_URL: '',
      PORT: '0',
      STREET_START_AT: String(monday),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let tail = '';
  const keep = (chunk: Buffer): void => {
    tail = (tail + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const send = (message: ToServer): boolean => child.send(message);
  const heard = hear(child, () => tail);
  const port = await heard((message) => ('ready' in message ? message.ready : undefined));
  let now = monday;
  return {
    address: `http://127.0.0.1:${port}`,
    now: () => now,
    pass: async ({ days = 0, hours = 0 }) => {
      const answer = heard((message) => ('passed' in message ? message.passed : undefined));
      send({ pass: (days * 24 + hours) * 3_600_000 });
      now = await answer;
    },
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      send({ stop: true });
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
