// The oldest PostgreSQL we promise (15), from the system's packages: the embedded one proves the newest.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const programs = '/usr/lib/postgresql/15/bin';
const port = 55_415;

/** A throw-away server for tests, or undefined where PostgreSQL 15 is not installed. */
export function startOldestPostgres() {
  if (!existsSync(join(programs, 'initdb'))) return undefined;
  const account = findAccount();
  const folder = mkdtempSync(join(tmpdir(), 'liren-pg15-'));
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, 'data');
  const run = (program, ...args) =>
    spawnSync(join(programs, program), ['-D', data, ...args], { cwd: '/', stdio: 'ignore', ...account })
      .status === 0;
  const settings = `-c fsync=off -c max_connections=200 -c listen_addresses=127.0.0.1 -c port=${port} -c unix_socket_directories=${folder}`;
  const started =
    run('initdb', '-U', 'liren', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync') &&
    run('pg_ctl', '-w', '-o', settings, '-l', join(folder, 'log'), 'start');
  const stop = () => {
    run('pg_ctl', '-m', 'fast', 'stop');
    rmSync(folder, { recursive: true, force: true });
  };
  if (started) return { url: `postgresql://liren@127.0.0.1:${port}/postgres`, stop };
  stop();
  return undefined;
}

/** PostgreSQL refuses root; the package made the user `postgres`. */
function findAccount() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}
