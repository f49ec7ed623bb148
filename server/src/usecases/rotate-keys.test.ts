import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, organId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { verifyRecord } from '@liren/core/record/verify-record.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSealer, type Sealer } from '../adapters/crypto/sealer.ts';
import { chanceOf } from '../demo/chance.ts';
import { ensureDemo } from '../demo/ensure-demo.ts';
import { demoResidents } from '../demo/people.ts';
import { wireForTest } from '../demo/testing-demo.ts';
import { createPool } from '../store/pool.ts';
import { readRecord } from '../store/read-record.ts';
import { readStale, replaceStale, sessionNameOf } from '../store/reseal.ts';
import { sealedColumns } from '../store/sealed-columns.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Wired } from '../wiring.ts';
import { replayAll } from './replay.ts';
import { type Rotation, rotateKeys } from './rotate-keys.ts';
import { searchRegistry } from './search-registry.ts';

const old = { id: 'k1', key: new Uint8Array(32).fill(1) };
const fresh = { id: 'k2', key: new Uint8Array(32).fill(12) };
const present = instant(Date.parse('2026-11-18T15:20:00+08:00'));
const database = testDatabase();
let folder: string;
let wired: Wired;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-rotate-'));
  wired = await wireForTest(database.pool, folder, () => present, [old]);
  await ensureDemo({ ...wired, store: wired.files.store, share: 0.05 }, () => {});
  await plant(wired.deps.shell.sealer);
}, 120_000);
afterAll(async () => {
  await wired.live.close();
  await rm(folder, { recursive: true, force: true });
});

/** A value in each column that the demonstration leaves empty. */
async function plant(sealer: Sealer): Promise<void> {
  const run = (sql: string) => database.pool.query(sql);
  await run(
    `INSERT INTO registry_look SELECT community_id, id, id, 'phone', '', id, 'x', 'x', 1 FROM resident LIMIT 3`,
  );
  await run(
    `INSERT INTO resident_merge (community_id, id, kept_id, gone_id, undo, version_before, version_after, person_id, at)
     SELECT community_id, id, id, id, '{}', 0, 1, id, 1 FROM resident LIMIT 3`,
  );
  await run(
    `INSERT INTO resident_distinct SELECT a.community_id, gen_random_uuid(), a.id, b.id, '', a.id, 1
     FROM resident a JOIN resident b ON b.community_id = a.community_id AND b.id > a.id LIMIT 3`,
  );
  await run(
    `INSERT INTO registry_request SELECT community_id, id, id, 'phone', NULL, id, true, 1, 1, id, true FROM resident LIMIT 3`,
  );
  await run(
    `INSERT INTO home_risk_change SELECT community_id, id, id, 'low', 'high', '', id, 'x', 'x', 1 FROM home LIMIT 3`,
  );
  await run(
    `INSERT INTO home_owner SELECT community_id, id, id, '', NULL, NULL, 1, 1, '2026-01-01' FROM home LIMIT 3`,
  );
  await run(
    `INSERT INTO registry_export SELECT community_id, id, 100 + row_number() OVER (), NULL, '{}', '{}', '', id, 'x', 'x', 1
     FROM resident LIMIT 3`,
  );
  await run(
    `INSERT INTO organisation_look SELECT community_id, id, id, 'phone', '', id, 'x', 'x', 1 FROM organisation LIMIT 3`,
  );
  // The street's own polls are counted, some of them: their keys are gone, and stay so.
  await database.pool.query('DELETE FROM poll');
  await run(
    `INSERT INTO poll (community_id, id, matter_id, step, n, ballot, digest, public_key)
     SELECT community_id, id, id, 'vote', 1, 'secret', '', '' FROM matter LIMIT 3`,
  );
  // A counted vote has no key any more.
  await run('UPDATE poll SET counted_at = NULL');
  await run(
    `INSERT INTO roll_entry SELECT community_id, id, id, 1, 1, 0, false, '' FROM poll WHERE digest = ''`,
  );
  await run(
    `INSERT INTO authority SELECT community_id, id, id, repeat('0', 64), '', 1, id FROM poll WHERE digest = ''`,
  );
  await run(
    `INSERT INTO discussion (community_id, id, matter_id, step, n) SELECT community_id, id, id, 'x', 1 FROM matter LIMIT 3`,
  );
  await run(
    `INSERT INTO statement (community_id, discussion_id, n, handle, written_at, status)
     SELECT community_id, id, 1, '', 1, 'shown' FROM discussion WHERE step = 'x'`,
  );
  await run(`INSERT INTO attendance_undone SELECT community_id, id, id, id, 1, 'desk', 2, id, '' FROM poll`);
  await run(`INSERT INTO retention_hold SELECT community_id, id, '', 1 FROM matter LIMIT 3`);
  await run(
    `INSERT INTO duty_reason (community_id, id, person_id, post, organ_id, kind, from_date, until_date, at)
     SELECT community_id, id, id, 'x', 'x', 'leave', '2026-01-01', '2026-01-01', 1 FROM home LIMIT 3`,
  );
  await run(`INSERT INTO look SELECT community_id, id, id, id, 'x', 'x', 'phone', '', 1 FROM matter LIMIT 3`);
  await run(
    `INSERT INTO auth_user (id, name, email, email_verified, created_at, updated_at)
     SELECT id, '', id::text, true, now(), now() FROM person p ORDER BY p.id LIMIT 1 ON CONFLICT DO NOTHING`,
  );
  await run(
    `INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name_sealed, created_at)
     SELECT u.id, u.id, 'c', '', 0, '{}', '', 1 FROM auth_user u ORDER BY u.id LIMIT 1`,
  );
  await run(`INSERT INTO installation (key_fingerprint, made_at) VALUES ('x', now())`);
  for (const { table, column, key, placeOf } of sealedColumns) {
    const names = key.map(([name]) => `${name}::text`).join(', ');
    const { rows } = await database.pool.query<{ key: string[]; held: string | null }>(
      `SELECT ARRAY[${names}] AS key, ${column} AS held FROM ${table} ORDER BY coalesce(${column}, '') DESC LIMIT 3`,
    );
    for (const row of rows.filter(({ held }) => (held ?? '') === ''))
      await database.pool.query(
        `UPDATE ${table} SET ${column} = $1 WHERE ${key.map(([name], i) => `${name}::text = $${i + 2}`).join(' AND ')}`,
        [sealer.seal(placeOf(row.key), `${column} 的内容`), ...row.key],
      );
  }
}

/** What every sealed value says, by where it stands. */
async function said(sealer: Sealer): Promise<ReadonlyMap<string, string>> {
  const all = new Map<string, string>();
  for (const { table, column, key, placeOf } of sealedColumns) {
    const { rows } = await database.pool.query<{ key: string[]; held: string }>(
      `SELECT ARRAY[${key.map(([name]) => `${name}::text`).join(', ')}] AS key, ${column} AS held FROM ${table} WHERE ${column} <> ''`,
    );
    for (const row of rows)
      all.set(`${table}.${column}/${row.key.join('/')}`, unwrap(sealer.open(placeOf(row.key), row.held)));
  }
  return all;
}

/** Columns of any table in which some value holds a text as a sealer writes it, under this key or any. */
async function columnsWith(id = '[a-z0-9]{1,16}'): Promise<readonly string[]> {
  const { rows } = await database.pool.query<{ table: string; column: string }>(
    `SELECT c.table_name AS table, c.column_name AS column FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { table, column } of rows) {
    const { rowCount } = await database.pool.query(
      `SELECT FROM ${table} WHERE ${column}::text ~ $1 LIMIT 1`,
      [`s1\\.${id}\\.[A-Za-z0-9_-]{38}`],
    );
    if (rowCount !== 0) found.push(`${table}.${column}`);
  }
  return found.sort();
}

const known = sealedColumns.map(({ table, column }) => `${table}.${column}`).sort();
const both = createSealer([fresh, old]);
const rotate = (progress: () => void): Promise<Rotation> =>
  rotateKeys({ pool: database.pool, sealer: both, newest: 'k2' }, { progress, batchRows: 20 }).then(unwrap);

describe('the columns that hold sealed values', () => {
  it('are all known to the rotation', async () => {
    expect(await columnsWith()).toEqual(known);
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE table_schema = 'public' AND column_name LIKE '%\\_sealed'`,
    );
    expect(known).toEqual(expect.arrayContaining(rows.map(({ name }) => name)));
  });
});

describe('a new key', () => {
  it('waits while a process runs that seals with the older one', async () => {
    const pool = createPool(database.url, { maxConnections: 1, name: sessionNameOf('k1') });
    await pool.query('SELECT 1');
    const refused = await rotateKeys(
      { pool: database.pool, sealer: both, newest: 'k2' },
      { progress: () => {} },
    );
    await pool.end();
    expect(refused).toEqual({ ok: false, error: { code: 'older-writer', keys: ['k1'] } });
    expect(await columnsWith('k2')).toEqual([]);
  });

  it('brings nothing back that was erased between reading and writing', async () => {
    const name = sealedColumns.find(({ table }) => table === 'field_entry');
    const [value] = name === undefined ? [] : await readStale(database.pool, name, 's1.k2.', undefined, 1);
    if (name === undefined || value === undefined) throw new Error('nothing to seal anew');
    await database.pool.query('UPDATE field_entry SET words_sealed = NULL WHERE id = $1', [value.key[1]]);
    await replaceStale(database.pool, name, [{ ...value, fresh: 's1.k2.x' }]);
    const { rows } = await database.pool.query(`SELECT words_sealed AS held FROM field_entry WHERE id = $1`, [
      value.key[1],
    ]);
    expect(rows).toEqual([{ held: null }]);
  });

  it('seals everything anew, however often it is killed; nothing is lost and the records still verify', async () => {
    const before = await said(both);
    const chance = chanceOf('rotation');
    let kills = 0;
    for (let whole = false; !whole; ) {
      let batches = chance.between(1, 12);
      const run = rotate(() => {
        batches -= 1;
        if (batches === 0) throw new Error('killed');
      });
      whole = await run.then(
        (done) => done.isWhole,
        (error: Error) => {
          expect(error.message).toBe('killed');
          return false;
        },
      );
      if (!whole) kills += 1;
      if (kills % 5 === 1) expect(await said(both)).toEqual(before);
    }
    expect(kills).toBeGreaterThan(5);
    expect(await columnsWith('k1')).toEqual([]);
    expect(await columnsWith('k2')).toEqual(known);
    expect(await said(createSealer([fresh]))).toEqual(before);
  });

  it('alone serves search, lists and records as before', async () => {
    const anew = await wireForTest(database.pool, folder, () => present, [fresh]);
    const { deps } = anew;
    expect((await replayAll(deps.shell, { repair: false })).differences).toEqual([]);
    const { rows } = await database.pool.query<{ community_id: string; id: string; head: string }>(
      'SELECT community_id, id, head FROM matter',
    );
    for (const { community_id, id, head } of rows) {
      const verified = verifyRecord(await readRecord(database.pool, community_id, id));
      expect(verified.ok && verified.value.head).toBe(head);
    }
    const name = demoResidents[0]?.name ?? '';
    const community = demoResidents[0]?.home.split('-')[0] ?? '';
    const area = { community, grids: undefined, post: { post: 'x', organ: organId('x') } };
    const found = await searchRegistry(deps, [area], name, undefined);
    expect(found.rows.map((row) => row.name)).toContain(name);
    await anew.live.close();
  });

  it('is not said to be enough while a value is left that none of the keys opens', async () => {
    await database.pool.query(
      `UPDATE person SET name_sealed = 's1.k0.' || repeat('A', 60) WHERE id = (SELECT id FROM person WHERE name_sealed <> '' LIMIT 1)`,
    );
    await database.pool.query(`INSERT INTO sealing_key VALUES ('k0', repeat('0', 32), 1, 1)`);
    const done = await rotate(() => {});
    expect(done).toMatchObject({ isWhole: false, unopened: [{ table: 'person', column: 'name_sealed' }] });
    expect((await database.pool.query('SELECT id FROM sealing_key')).rows).toEqual([{ id: 'k0' }]);
  });
});
