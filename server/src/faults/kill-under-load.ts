import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, readlink, realpath } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../platform/data-folder.ts';

export interface KillOptions {
  /** How often something is killed. */
  readonly rounds: number;
  readonly clients: number;
  readonly folder: string;
  readonly say: (text: string) => void;
}
/** One command that a client sent, perhaps several times, until it knew what became of it. */
interface Sent {
  readonly commandId: string;
  readonly kind: 'open' | 'assign';
  readonly community: string;
  readonly matter?: string;
  /** What the server acknowledged; the same for every repetition, or the server acted twice. */
  acknowledged: string[];
  refused: boolean;
}
export interface KillReport {
  readonly sent: readonly Sent[];
  readonly serverKills: number;
  readonly databaseKills: number;
  /** Requests that got no answer, or one that said to try again. */
  readonly unanswered: number;
}

const script = fileURLToPath(new URL('./small-server.ts', import.meta.url));

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** What each server wrote last: a killed database must not end it, and if it does we want to know why. */
const lastWords = new WeakMap<ChildProcess, string>();

/** Starts the server and waits until it says that it is ready. */
async function startServer(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env: { ...process.env, LIREN_DATA: folder, PORT: String(port), LIREN_MODE: 'demo', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(-4000);
      lastWords.set(child, output);
      if (/^ready \d+$/m.test(output)) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${output.slice(-2000)}`)));
  });
  return child;
}

/** Process number of the database server, if one is up: the file may outlive it, and its number may be another's. */
async function databasePid(folder: string): Promise<number | undefined> {
  const { cluster } = dataFolder(folder);
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  const where = pid > 0 ? await readlink(`/proc/${pid}/cwd`).catch(() => undefined) : undefined;
  return where === (await realpath(cluster)) ? pid : undefined;
}

/** True when the process was there to be killed. */
function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
    return false;
  }
}

class Load {
  readonly sent: Sent[] = [];
  unanswered = 0;
  private running = true;
  private readonly base: string;
  private readonly cookies = new Map<string, string>();

  constructor(port: number) {
    this.base = `http://127.0.0.1:${port}`;
  }

  async signIn(role: string): Promise<void> {
    const response = await fetch(`${this.base}/api/demo/enter`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role }),
    });
    if (!response.ok) throw new Error(`cannot enter as ${role}: ${response.status}`);
    const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
    this.cookies.set(role, cookie.join('; '));
  }

  private async post(
    role: string,
    path: string,
    body: object,
  ): Promise<{ status: number; body: unknown } | undefined> {
    try {
      const response = await fetch(`${this.base}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie: this.cookies.get(role) ?? '' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(20_000),
      });
      return { status: response.status, body: await response.json() };
    } catch {
      return undefined;
    }
  }

  /** Sends once more; true when it is known what became of the command. */
  async attempt(sent: Sent): Promise<boolean> {
    const { commandId, community, matter } = sent;
    const answer =
      sent.kind === 'open'
        ? await this.post('resident', '/api/matters', {
            commandId,
            procedure: 'complaint',
            community,
            input: { title: `第 ${this.sent.length} 件` },
          })
        : await this.post('dispatcher', `/api/matters/${community}/${matter}/commands`, {
            commandId,
            type: 'assign',
            input: { organ: 'street-office' },
          });
    if (answer === undefined || answer.status >= 500) {
      this.unanswered++;
      return false;
    }
    const { id, version } = answer.body as { id?: string; version?: number };
    if (answer.status < 300) sent.acknowledged.push(sent.kind === 'open' ? String(id) : String(version));
    else sent.refused = true;
    return true;
  }

  /** One client: opens matters and dispatches them, and now and then repeats what was answered already. */
  async client(random: () => number): Promise<void> {
    while (this.running) {
      const opened = this.sent.filter((each) => each.kind === 'open' && each.acknowledged.length > 0);
      const known = opened[Math.floor(random() * opened.length)];
      const assign = known !== undefined && random() < 0.5;
      const next: Sent = {
        commandId: randomUUID(),
        kind: assign ? 'assign' : 'open',
        community: random() < 0.5 ? 'c1' : 'c2',
        ...(assign && { community: known.community, matter: known.acknowledged[0] ?? '' }),
        acknowledged: [],
        refused: false,
      };
      this.sent.push(next);
      // A client whose server is away waits a moment, as people do.
      if (!(await this.attempt(next))) await wait(50);
      if (random() < 0.1 && known !== undefined) await this.attempt(known);
    }
  }

  stop(): void {
    this.running = false;
  }

  /** Repeats every command whose fate is unknown until it is known. */
  async settle(): Promise<void> {
    for (const sent of this.sent) {
      while (sent.acknowledged.length === 0 && !sent.refused) {
        if (!(await this.attempt(sent))) await wait(200);
      }
    }
  }
}

/** Small deterministic random numbers in [0, 1). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

/**
 * Kills the server or the database, at random moments under load, `rounds` times, starting again what does not
 * start by itself. Afterwards every command has been repeated until its fate was known.
 * `work` then looks at what stands in the database while the server is up.
 */
export async function killUnderLoad(
  { rounds, clients, folder, say }: KillOptions,
  work: (report: KillReport) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  let server = await startServer(folder, port);
  const load = new Load(port);
  try {
    await load.signIn('resident');
    await load.signIn('dispatcher');
    const loops = Array.from({ length: clients }, (_, i) => load.client(seeded(i + 1)));
    const random = seeded(rounds);
    const kills = { server: 0, database: 0 };
    for (let round = 1; round <= rounds; round++) {
      await wait(150 + random() * 900);
      const pid = random() < 0.5 ? await databasePid(folder) : undefined;
      if (pid !== undefined && kill(pid)) {
        kills.database++;
      } else {
        if (server.exitCode !== null) throw new Error(`the server ended by itself: ${lastWords.get(server)}`);
        const ended = new Promise((resolve) => server.once('exit', resolve));
        server.kill('SIGKILL');
        await ended;
        server = await startServer(folder, port);
        kills.server++;
      }
      say(`${round}/${rounds}: ${load.sent.length} commands, ${load.unanswered} unanswered`);
    }
    load.stop();
    await Promise.all(loops);
    await load.settle();
    await work({
      sent: load.sent,
      serverKills: kills.server,
      databaseKills: kills.database,
      unanswered: load.unanswered,
    });
  } finally {
    load.stop();
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await ended;
    }
  }
}
