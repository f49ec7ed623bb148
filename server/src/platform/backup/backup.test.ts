import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { unwrap } from '@liren/core/basics/result.ts';
import tar from 'tar-stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../store/migrate.ts';
import { openTestDatabase, waitForLockWaiters } from '../../testing/postgres.ts';
import { readArchive, verifyArchive } from './archive.ts';
import { restoreBackup } from './restore-backup.ts';
import { listTables } from './schema.ts';
import { writeBackup } from './write-backup.ts';

/** Every kind of table that a dump can get wrong: a circle of keys, identity, computed columns, awkward text. */
const schema = `SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
CREATE TABLE home (id uuid PRIMARY KEY, head uuid, note text NOT NULL, noted text[] , extra jsonb, photo bytea,
  shouted text GENERATED ALWAYS AS (upper(note)) STORED);
CREATE TABLE person (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id uuid UNIQUE NOT NULL,
  home uuid REFERENCES home (id), weight numeric, seen timestamptz);
ALTER TABLE home ADD FOREIGN KEY (head) REFERENCES person (id);
CREATE TABLE word (text text PRIMARY KEY);
INSERT INTO word VALUES ('seeded');`;

const one = '00000000-0000-7000-8000-000000000001';
const two = '00000000-0000-7000-8000-000000000002';
const note = '王府井\t大街\\N "12号"\r\n; DROP';

type Database = Awaited<ReturnType<typeof openTestDatabase>>;
let source: Database;
let target: Database;
let folder: string;

beforeEach(async () => {
  [source, target] = [await openTestDatabase('empty'), await openTestDatabase('empty')];
  folder = await mkdtemp(join(tmpdir(), 'liren-backup-'));
  await mkdir(join(folder, 'migrations'));
  await mkdir(join(folder, 'files/photo'), { recursive: true });
  await writeFile(join(folder, 'migrations/0001-all.sql'), schema);
  await writeFile(join(folder, 'files/photo/门.webp'), Buffer.from([0, 255, 10]));
  unwrap(await migrate(source.pool, join(folder, 'migrations')));
  await source.pool.query('INSERT INTO home VALUES ($1, NULL, $2, $3, $4, $5)', [
    one,
    note,
    ['a,b', null, '{}'],
    { 名: [1.5, null] },
    Buffer.from([0, 92, 255]),
  ]);
  await source.pool.query('INSERT INTO person (id, home, weight, seen) VALUES ($1, $2, 0.10, $3)', [
    two,
    one,
    '2026-11-22T01:02:03.123456Z',
  ]);
  await source.pool.query('UPDATE home SET head = $1', [two]);
  await source.pool.query(`UPDATE word SET text = 'changed'`);
});
afterEach(async () => {
  await source.close();
  await target.close();
  await rm(folder, { recursive: true });
});

const path = (name: string) => join(folder, name);
const backup = async () =>
  unwrap(
    await writeBackup({
      connection: source.url,
      filesFolder: path('files'),
      target: path('b.tar.gz'),
      now: Date.UTC(2026, 10, 22),
    }),
  );
const restore = (replace = false) =>
  restoreBackup({
    connection: target.url,
    filesFolder: path('restored'),
    source: path('b.tar.gz'),
    replace,
    migrationsFolder: path('migrations'),
  });
const content = async (database: Database) => {
  const answers = [];
  for (const table of ['home', 'person', 'word', 'migration']) {
    answers.push((await database.pool.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY 1`)).rows);
  }
  return answers;
};

describe('backup and restore', () => {
  it('brings back every table, sequence, key and file', async () => {
    expect(await backup()).toMatchObject({ tables: 4, files: 1 });
    const summary = unwrap(await restore());
    expect(summary).toEqual({ madeAt: '2026-11-22T00:00:00.000Z', tables: 4, files: 1 });
    expect(await content(target)).toEqual(await content(source));
    expect(await readFile(path('restored/photo/门.webp'))).toEqual(Buffer.from([0, 255, 10]));
    const next = await target.pool.query('INSERT INTO person (id) VALUES ($1) RETURNING number', [one]);
    expect(next.rows).toEqual([{ number: 2 }]);
    await expect(target.pool.query('UPDATE home SET head = $1', [crypto.randomUUID()])).rejects.toThrow(
      'foreign key',
    );
    expect(unwrap(await migrate(target.pool, path('migrations'))).applied).toEqual([]);
  });

  it('holds one instant, whatever is written meanwhile', async () => {
    const writer = await source.pool.connect();
    await writer.query('BEGIN; LOCK TABLE person IN ACCESS EXCLUSIVE MODE');
    const running = backup();
    // It has copied `home` and stands before `person`; `word` comes after.
    await waitForLockWaiters(source.pool, 1);
    await writer.query(`UPDATE home SET note = 'later'; DELETE FROM word; COMMIT`);
    writer.release();
    await running;
    unwrap(await restore());
    const found = await target.pool.query('SELECT note, text FROM home, word');
    expect(found.rows).toEqual([{ note, text: 'changed' }]);
  });

  it('carries a table of many pieces', async () => {
    const many = 'SELECT repeat(md5(n::text), 20) FROM generate_series(1, 20000) n';
    await source.pool.query(`INSERT INTO word ${many}`);
    await backup();
    unwrap(await restore());
    const missing = await target.pool.query(`${many} EXCEPT SELECT text FROM word`);
    expect(missing.rows).toEqual([]);
    expect((await target.pool.query('SELECT count(*) AS n FROM word')).rows).toEqual([{ n: 20001 }]);
  });

  it('refuses a database that holds data, until told to replace it', async () => {
    await backup();
    await target.pool.query(`CREATE TABLE precious (n int); CREATE FUNCTION f() RETURNS int RETURN 1;
      CREATE TYPE mood AS ENUM ('calm')`);
    expect(await restore()).toMatchObject({ error: { code: 'not-empty' } });
    expect((await target.pool.query('SELECT count(*) AS n FROM precious')).rows).toEqual([{ n: 0 }]);
    unwrap(await restore(true));
    expect(await content(target)).toEqual(await content(source));
    await expect(target.pool.query('SELECT f()')).rejects.toThrow('does not exist');
    unwrap(await restore(true));
  });

  it('refuses to write over files', async () => {
    await backup();
    await mkdir(path('restored'));
    await writeFile(path('restored/kept'), 'kept');
    expect(await restore()).toMatchObject({ error: { code: 'not-empty' } });
    expect(await readFile(path('restored/kept'), 'utf8')).toBe('kept');
  });

  it('restores nothing from a file that was changed or cut short', async () => {
    await backup();
    const whole = await readFile(path('b.tar.gz'));
    await writeFile(path('b.tar.gz'), whole.subarray(0, whole.length - 20));
    expect(await restore()).toMatchObject({ error: { code: 'backup-damaged' } });
    await writeFile(path('b.tar.gz'), 'no backup at all');
    expect(await restore()).toMatchObject({ error: { code: 'backup-damaged' } });
    await writeFile(path('whole.tar.gz'), whole);
    await rewrite('whole.tar.gz', 'b.tar.gz', (name, bytes) =>
      name.startsWith('tables/word/') ? Buffer.from('forged\n') : bytes,
    );
    expect(await restore()).toMatchObject({ error: { values: { part: 'tables/word/000001' } } });
    expect(await listTables(await borrow())).toEqual([]);
  });

  it('leaves nothing behind when the database refuses a row', async () => {
    await source.pool.query('ALTER TABLE home DROP CONSTRAINT home_head_fkey');
    await source.pool.query('UPDATE home SET head = $1', [crypto.randomUUID()]);
    await backup();
    await expect(restore()).rejects.toThrow('foreign key');
    await source.pool.query('ALTER TABLE word DROP CONSTRAINT word_pkey');
    await source.pool.query(`INSERT INTO word VALUES ('changed')`);
    await backup();
    await expect(restore()).rejects.toThrow('duplicate key');
    expect(await listTables(await borrow())).toEqual([]);
  });

  it('says so when there is nothing to back up, and leaves no file', async () => {
    const { url: connection } = target;
    const nothing = await writeBackup({
      connection,
      filesFolder: undefined,
      target: path('n.tar.gz'),
      now: 0,
    });
    expect(nothing).toMatchObject({ error: { code: 'nothing-to-back-up' } });
    const unwritable = path('no/such/folder.tar.gz');
    const refused = await writeBackup({
      connection: source.url,
      filesFolder: undefined,
      target: unwritable,
      now: 0,
    });
    expect(refused).toMatchObject({ error: { code: 'file-unwritable' } });
    expect(await readdir(folder)).toEqual(['files', 'migrations']);
  });

  it('refuses a backup of a newer version', async () => {
    await backup();
    await writeFile(path('migrations/0001-all.sql'), `${schema}\n`);
    expect(await restore()).toMatchObject({ error: { code: 'backup-newer' } });
  });
});

it("carries all of Liren's own tables", async () => {
  const real = await openTestDatabase();
  try {
    const target = path('real.tar.gz');
    unwrap(await writeBackup({ connection: real.url, filesFolder: undefined, target, now: 0 }));
    const header = unwrap(await verifyArchive(target));
    const all = await real.pool.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_type = 'BASE TABLE'
         AND table_schema NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
    );
    expect(header.tables.map((table) => table.name)).toEqual(all.rows.map((row) => row.name));
    const empty = path('none');
    const source = target;
    unwrap(await restoreBackup({ connection: real.url, filesFolder: empty, source, replace: true }));
  } finally {
    await real.close();
  }
});

async function borrow() {
  const client = await target.pool.connect();
  client.release();
  return client;
}

/** Copies an archive with entries changed but its list of checksums kept. */
async function rewrite(from: string, to: string, change: (name: string, bytes: Buffer) => Buffer) {
  const pack = tar.pack();
  const written = pipeline(pack, createGzip(), createWriteStream(path(to)));
  await readArchive(path(from), async (name, bytes) => {
    pack.entry({ name }, change(name, bytes));
  });
  pack.finalize();
  await written;
}
