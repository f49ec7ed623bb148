import { type ChildProcess, execFile, spawn } from 'node:child_process';
import {
  chmod,
  chown,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { attachOrStart } from './attach.ts';
import { withClient } from './connection.ts';
import { dataFolder } from './data-folder.ts';
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts';
import { clearLeftovers, readPostmasterPid } from './leftovers.ts';
import { silentLog } from './log.ts';
import { describePlatformError } from './platform-error.ts';
import { findProcessesIn, isAlive, signal, waitUntil } from './processes.ts';

/** Making the database takes a second; tests that only need one to exist share this. Durable settings: they kill it. */
let shared: string;
const children: ChildProcess[] = [];
const options = (folder: string): EmbeddedPostgresOptions => ({ dataFolder: folder, log: silentLog });
const cluster = () => dataFolder(shared).cluster;
const startShared = async () => unwrap(await startEmbeddedPostgres(options(shared)));
const scratch = () => mkdtemp(join(tmpdir(), 'liren-embedded-'));
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  shared = await scratch();
  await (await startShared()).stop();
});
afterAll(async () => {
  await rm(shared, { recursive: true, force: true });
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  unwrap(await clearLeftovers(cluster(), join(shared, 'run'), silentLog));
});

const answer = async (connection: string) => {
  const result = await withClient(connection, (client) =>
    client.query(`SELECT current_setting('server_encoding') AS encoding, datlocprovider AS provider,
      current_setting('data_checksums') AS checksums, current_setting('listen_addresses') AS addresses
      FROM pg_database WHERE datname = current_database()`),
  );
  return result.ok ? result.value.rows[0] : result.error.code;
};

/** A Node of its own that starts the database on `folder` and prints its process number. */
async function startInOtherNode(folder: string): Promise<{ child: ChildProcess; postgres: number }> {
  const script = fileURLToPath(new URL('../testing/hold-database.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const line = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (data) => resolve(String(data))),
  );
  return { child, postgres: Number(line) };
}

describe('the embedded database', () => {
  it('is made as it should be, keeps what it is told, and starts again', async () => {
    const first = await startShared();
    expect(await answer(first.connection)).toEqual({
      encoding: 'UTF8',
      provider: 'b',
      checksums: 'on',
      addresses: '',
    });
    unwrap(await withClient(first.connection, (client) => client.query('CREATE TABLE kept (name text)')));
    await first.stop();
    expect(await isAlive(first.pid())).toBe(false);
    expect(await answer(first.connection)).toBe('database-unreachable');
    const second = await startShared();
    unwrap(await withClient(second.connection, (client) => client.query('DROP TABLE kept')));
    await second.stop();
    await expect(second.exited).resolves.toContain('database system is shut down');
  });

  it('keeps its files and its password to one ordinary user', async () => {
    const folder = dataFolder(shared);
    for (const path of [folder.database, folder.cluster]) expect((await stat(path)).mode & 0o077).toBe(0);
    expect((await stat(folder.databasePassword)).mode & 0o777).toBe(0o600);
    expect((await stat(folder.cluster)).uid).not.toBe(0);
    const server = await startShared();
    const wrong = new URL(server.connection);
    wrong.password = 'guess';
    expect(await answer(wrong.toString())).toBe('database-unreachable');
    await server.stop();
  });

  it('refuses a second copy and names the first', async () => {
    const server = await startShared();
    const second = await startEmbeddedPostgres(options(shared));
    expect(second).toMatchObject({ error: { code: 'second-copy', values: { pid: String(process.pid) } } });
    expect(await answer(server.connection)).toHaveProperty('encoding');
    await server.stop();
  });

  it('lets one of several that start at once through', async () => {
    const started = await Promise.all([1, 2, 3].map(() => startEmbeddedPostgres(options(shared))));
    const winners = started.flatMap((result) => (result.ok ? [result.value] : []));
    expect(winners).toHaveLength(1);
    for (const server of winners) await server.stop();
  });

  it('shares a running database with tools, and starts one when none runs', async () => {
    const server = await startShared();
    const tool = unwrap(await attachOrStart(options(shared)));
    await tool.stop();
    expect(await answer(tool.connection)).toHaveProperty('encoding');
    await server.stop();
    const alone = unwrap(await attachOrStart(options(shared)));
    expect(await answer(alone.connection)).toHaveProperty('encoding');
    await alone.stop();
    expect(await answer(alone.connection)).toBe('database-unreachable');
  });
});

describe('after Node was killed', () => {
  it('the watchdog stops the database in order', async () => {
    const { child, postgres } = await startInOtherNode(shared);
    expect(await isAlive(postgres)).toBe(true);
    child.kill('SIGKILL');
    expect(await waitUntil(async () => !(await isAlive(postgres)), 20_000)).toBe(true);
    // It removed its own file: an orderly stop, not a crash.
    expect(await readPostmasterPid(cluster())).toBeUndefined();
  });

  it('Ctrl-C in the terminal does not reach the database before its Node', async () => {
    const { child, postgres } = await startInOtherNode(shared);
    const group = (await readFile(`/proc/${postgres}/stat`, 'utf8')).split(' ')[4];
    expect(group).toBe(String(postgres));
    child.kill('SIGTERM');
    expect(await waitUntil(async () => !(await isAlive(postgres)), 20_000)).toBe(true);
  });

  it('a database that outlived both is found, stopped and replaced', async () => {
    const { child, postgres } = await startInOtherNode(shared);
    const watchdogs = await findWatchdogs(postgres);
    expect(watchdogs).toHaveLength(1);
    for (const pid of watchdogs) signal(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await waitUntil(async () => !(await isAlive(child.pid ?? 0)), 5_000);
    expect(await isAlive(postgres)).toBe(true);
    // Asked politely it stops at once: no patience is left for the firm signal.
    unwrap(await clearLeftovers(cluster(), join(shared, 'run'), silentLog, { polite: 15_000, firm: 0 }));
    expect(await isAlive(postgres)).toBe(false);
    const server = await startShared();
    expect(await answer(server.connection)).toHaveProperty('encoding');
    await server.stop();
  });
});

it('the database of another folder is left alone', async () => {
  const other = await scratch();
  await cp(dataFolder(shared).database, dataFolder(other).database, { recursive: true });
  const { uid, gid } = await stat(cluster());
  if (isRoot) await promisify(execFile)('chown', ['-R', `${uid}:${gid}`, dataFolder(other).database]);
  const server = unwrap(await startEmbeddedPostgres(options(other)));
  expect(await findProcessesIn(cluster(), undefined)).toEqual([]);
  expect(await findProcessesIn(dataFolder(other).cluster, undefined)).toContain(server.pid());
  await (await startShared()).stop();
  expect(await answer(server.connection)).toHaveProperty('encoding');
  await server.stop();
  await rm(other, { recursive: true });
});

describe('a database that dies by itself', () => {
  it.each(['SIGKILL', 'SIGQUIT', 'SIGINT'] as const)(
    'of %s is started again at the same address',
    async (name) => {
      const server = await startShared();
      const before = server.pid();
      signal(before, name);
      expect(
        await waitUntil(async () => (await answer(server.connection)) !== 'database-unreachable', 20_000),
      ).toBe(true);
      expect(await waitUntil(async () => server.pid() !== before, 20_000)).toBe(true);
      expect(await answer(server.connection)).toHaveProperty('encoding');
      await server.stop();
      expect(await findProcessesIn(cluster(), undefined)).toEqual([]);
    },
  );
});

describe('what an earlier run left on disk', () => {
  it('a stale postmaster.pid whose number now belongs to a stranger is no obstacle, and the stranger lives', async () => {
    // Of the database's own user: only such a process would make PostgreSQL refuse.
    const owner = await stat(cluster());
    const identity = isRoot ? { uid: owner.uid, gid: owner.gid } : {};
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...identity });
    children.push(stranger);
    await mkdir(join(shared, 'run'), { recursive: true });
    for (const file of [join(cluster(), 'postmaster.pid'), join(shared, 'run/.s.PGSQL.5432.lock')]) {
      await writeFile(file, `${stranger.pid}\n${cluster()}\n`);
      if (isRoot) await chown(file, owner.uid, owner.gid);
    }
    const server = await startShared();
    expect(await isAlive(stranger.pid ?? 0)).toBe(true);
    await server.stop();
  });

  it('a stale lock of a dead process is taken over', async () => {
    const gone = spawn('true', { stdio: 'ignore' });
    await new Promise((resolve) => gone.once('exit', resolve));
    await writeFile(dataFolder(shared).lock, JSON.stringify({ pid: gone.pid, birthmark: 'x' }));
    await (await startShared()).stop();
    await writeFile(dataFolder(shared).lock, JSON.stringify({ pid: process.pid, birthmark: 'another life' }));
    await (await startShared()).stop();
    await writeFile(dataFolder(shared).lock, '{"pid":');
    await (await startShared()).stop();
    const names = await readdir(shared);
    expect(names.filter((name) => name.startsWith('liren.lock'))).toEqual([]);
  });
});

describe('a data folder that cannot be used', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await scratch();
  });
  afterEach(() => rm(folder, { recursive: true }));

  const problem = async (path = folder) => {
    const started = await startEmbeddedPostgres(options(path));
    if (!started.ok) return { ...started.error, text: describePlatformError(started.error) };
    await started.value.stop();
    return undefined;
  };

  it('a path too long for a socket is no obstacle', async () => {
    const long = join(folder, '里'.repeat(40));
    await chmod(folder, 0o711);
    await mkdir(long);
    // The database itself is borrowed: making another would take a second.
    await symlink(dataFolder(shared).database, dataFolder(long).database);
    expect(await problem(long)).toBeUndefined();
  });

  it('a start that fails says what the database said', async () => {
    const started = await startEmbeddedPostgres({ ...options(shared), settings: { shared_buffers: 'much' } });
    expect(started).toMatchObject({ error: { code: 'database-start-failed' } });
    expect(started.ok ? '' : describePlatformError(started.error)).toContain('shared_buffers');
    await (await startShared()).stop();
  });

  it('a start that takes too long is stopped', async () => {
    const slow = await startEmbeddedPostgres({ ...options(shared), limitStartSeconds: 0 });
    expect(slow).toMatchObject({ error: { code: 'database-start-slow' } });
    expect(await findProcessesIn(cluster(), undefined)).toEqual([]);
    await (await startShared()).stop();
  });
});

async function findWatchdogs(postgres: number): Promise<number[]> {
  const found: number[] = [];
  for (const entry of await readdir('/proc')) {
    const command = await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('liren-watchdog') && command.includes(`\0${postgres}\0`)) found.push(Number(entry));
  }
  return found;
}
