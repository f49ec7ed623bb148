import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FromServer, ToServer } from './messages.ts';
import type { plants } from './plants.ts';

export interface Street {
  /** Address to open, without a final slash. */
  readonly address: string;
  /** The street's own time, in milliseconds since 1970, when last heard. */
  readonly now: () => number;
  /** Lets time go by on the server; resolves when every clock that fell due has spoken. */
  readonly pass: (time: { readonly days?: number; readonly hours?: number }) => Promise<void>;
  /** Ends the server alone; what it kept stays. Resolves with how to have it back, at the same address. */
  readonly goAway: () => Promise<() => Promise<void>>;
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

interface Running {
  readonly child: ChildProcess;
  readonly heard: ReturnType<typeof hear>;
  readonly port: number;
}

/** What a street has besides the plain one; or the charter it lives under, with somebody in each of its seats. */
interface Kind {
  readonly plant?: string;
  readonly charter?: string;
}

async function run(folder: string, port: number, startAt: number, kind: Kind): Promise<Running> {
  const child = fork(script, [], {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      LIREN_DATA: folder,
      LIREN_MODE: 'demo',
      DATABASE_URL: '',
      PORT: String(port),
      STREET_START_AT: String(startAt),
      STREET_PLANT: kind.plant ?? '',
      STREET_CHARTER: kind.charter ?? '',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let tail = '';
  const keep = (chunk: Buffer): void => {
    tail = (tail + chunk.toString()).slice(-4000);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const heard = hear(child, () => tail);
  return { child, heard, port: await heard((message) => ('ready' in message ? message.ready : undefined)) };
}

async function end({ child }: Running): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.send({ stop: true } satisfies ToServer);
  await ended;
}

/**
 * A server of its own on a fresh data folder; `stop` ends it and removes the folder.
 * @param plant what this street has besides the plain one
 */
export function startStreetServer(plant: keyof typeof plants | '' = ''): Promise<Street> {
  return start({ plant });
}
/** The same for a street under another charter: see `charter-street.ts` for who lives there. */
export function startCharterServer(charter: string): Promise<Street> {
  return start({ charter });
}

async function start(kind: Kind): Promise<Street> {
  const folder = await mkdtemp(join(tmpdir(), 'liren-e2e-'));
  let server = await run(folder, 0, monday, kind);
  let isAway = false;
  let now = monday;
  const { port } = server;
  return {
    address: `http://127.0.0.1:${port}`,
    now: () => now,
    pass: async ({ days = 0, hours = 0 }) => {
      const answer = server.heard((message) => ('passed' in message ? message.passed : undefined));
      server.child.send({ pass: (days * 24 + hours) * 3_600_000 } satisfies ToServer);
      now = await answer;
    },
    goAway: async () => {
      await end(server);
      isAway = true;
      return async () => {
        server = await run(folder, port, now, kind);
        isAway = false;
      };
    },
    stop: async () => {
      if (!isAway) await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
