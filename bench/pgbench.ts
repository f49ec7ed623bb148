import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type pg from 'pg';

const run = promisify(execFile);

/** One note as one statement with nothing computed: the same tables, as many rows, about as many bytes. */
const script = (matters: number): string => `
\\set n random(1, ${matters})
WITH m AS (UPDATE matter SET version = version + 1, state = state || '{"lastAt": 1}'
  WHERE community_id = 'c1' AND id = (SELECT id FROM bench_matter WHERE n = :n) RETURNING community_id, id, version),
c AS (INSERT INTO command (community_id, id, matter_id, version) SELECT community_id, gen_random_uuid(), id, version FROM m),
e AS (INSERT INTO event SELECT community_id, id, version, 'inside-noted', 'handle', 1, '{"handle": "abcdefghijklmnopqrstuvwxyz", "post": "handler", "organ": "urban"}',
  '{}', '{"text": {"commit": "${'ab'.repeat(32)}"}}', '${'ab'.repeat(32)}', '${'cd'.repeat(32)}' FROM m),
s AS (INSERT INTO sealed SELECT community_id, id, version, 'text', 'handlers', '${'x'.repeat(200)}' FROM m),
td AS (DELETE FROM task USING m WHERE task.community_id = m.community_id AND task.matter_id = m.id),
ti AS (INSERT INTO task SELECT community_id, id, version, concat('organ', chr(58), 'urban'), 'handle', 1, FALSE, 1 FROM m)
SELECT version FROM m;
`;

/** Statements a second that pgbench itself reaches on the same server over the same socket, by as many clients. */
export async function pgbench(
  pool: pg.Pool,
  url: string,
  ids: readonly string[],
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<number> {
  await pool.query('CREATE TABLE IF NOT EXISTS bench_matter (n int PRIMARY KEY, id uuid NOT NULL)');
  await pool.query(
    'INSERT INTO bench_matter SELECT o, i FROM unnest($1::uuid[]) WITH ORDINALITY AS x(i, o) ON CONFLICT DO NOTHING',
    [ids],
  );
  const folder = await mkdtemp(join(tmpdir(), 'liren-pgbench-'));
  try {
    const file = join(folder, 'note.sql');
    await writeFile(file, script(ids.length));
    const { username, password, port, pathname, hostname, searchParams } = new URL(url);
    const host = searchParams.get('host') ?? hostname;
    const database = pathname.slice(1);
    const options = [
      '-n',
      '-M',
      'prepared',
      '-f',
      file,
      '-c',
      String(clients),
      '-j',
      '1',
      '-T',
      String(seconds),
    ];
    const where = ['-h', host, '-p', port || '5432', '-U', decodeURIComponent(username), database];
    const env = { ...process.env, PGPASSWORD: decodeURIComponent(password) };
    const { stdout } = await run('pgbench', [...options, ...where], { env });
    return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
