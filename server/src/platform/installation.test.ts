import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { openTestDatabase } from '../testing/postgres.ts';
import { rotateKeys } from '../usecases/rotate-keys.ts';
import { openInstallation } from './installation.ts';
import { addMasterKey } from './keys.ts';
import { silentLog } from './log.ts';

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let folder: string;
beforeEach(async () => {
  database = await openTestDatabase('empty');
  folder = await mkdtemp(join(tmpdir(), 'liren-installation-'));
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const open = (changes: NodeJS.ProcessEnv = {}) =>
  openInstallation({
    environment: { DATABASE_URL: database.url, LIREN_DATA: folder, ...changes },
    log: silentLog,
    now: 1_795_000_000_000,
    access: 'alone',
  });

describe('openInstallation', () => {
  it('makes the tables and the key at the first start, and finds both again', async () => {
    const first = unwrap(await open());
    expect(unwrap(await open()).keys).toEqual(first.keys);
    const recorded = await database.pool.query('SELECT made_at FROM installation');
    expect(recorded.rows).toEqual([{ made_at: 1_795_000_000_000 }]);
  });

  it('gives several servers that start at once the same key', async () => {
    const opened = await Promise.all([open(), open(), open()]);
    expect(new Set(opened.map((one) => unwrap(one).keys.fingerprint)).size).toBe(1);
  });

  it('refuses to go on with a lost key or another one', async () => {
    unwrap(await open());
    await rm(join(folder, 'master.key'));
    expect(await open()).toMatchObject({ error: { code: 'key-unreadable' } });
    await writeFile(join(folder, 'master.key'), `k1:${Buffer.alloc(32, 1).toString('base64url')}\n`);
    expect(await open()).toMatchObject({ error: { code: 'other-key' } });
  });

  it('goes on under a new key without the first, once nothing needs that any more, and asks for it by name before', async () => {
    const file = join(folder, 'master.key');
    const first = unwrap(await open());
    expect(await addMasterKey(file)).toBe('k2');
    const second = unwrap(await open());
    expect(second.keys.sealing.map(({ id }) => id)).toEqual(['k2', 'k1']);
    const [k2 = '', k1 = ''] = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, `${k2}\n`);
    expect(await open()).toMatchObject({ error: { code: 'key-missing', values: { id: 'k1' } } });
    await writeFile(file, `${k1}\n${k2}\n`);
    expect(await open()).toMatchObject({ error: { code: 'key-order', values: { id: 'k2' } } });
    await writeFile(file, `${k2}\nk1:${Buffer.alloc(32, 1).toString('base64url')}\n`);
    expect(await open()).toMatchObject({ error: { code: 'other-key' } });
    await writeFile(file, `${k2}\n${k1}\n`);
    const sealer = createSealer(second.keys.sealing);
    const rotated = await rotateKeys({ pool: database.pool, sealer, newest: 'k2' }, { progress: () => {} });
    expect(rotated).toEqual({ ok: true, value: { resealed: 1, unopened: [], isWhole: true } });
    await writeFile(file, `${k2}\n`);
    const third = unwrap(await open());
    expect({ ...third.keys, sealing: [] }).toEqual({ ...first.keys, sealing: [] });
    expect(third.keys.sealing).toEqual(second.keys.sealing.slice(0, 1));
    expect(await addMasterKey(file)).toBe('k3');
    await database.pool.query(`INSERT INTO sealing_key VALUES ('k0', repeat('0', 32), 0, 1)`);
    expect(await open()).toMatchObject({ error: { code: 'key-missing', values: { id: 'k0' } } });
  });

  it('takes over a database of before, which kept nothing but the mark of its key', async () => {
    const first = unwrap(await open());
    await database.pool.query('UPDATE installation SET roots_sealed = NULL');
    await database.pool.query('DELETE FROM sealing_key');
    expect(unwrap(await open()).keys).toEqual(first.keys);
    const { rows } = await database.pool.query('SELECT id FROM sealing_key');
    expect(rows).toEqual([{ id: 'k1' }]);
  });

  it('says why a database cannot be reached, without its password', async () => {
    const wrong = new URL(database.url);
    wrong.pathname = '/nowhere';
    wrong.password = 'secret';
    const opened = await open({ DATABASE_URL: wrong.toString() });
    expect(opened).toMatchObject({ error: { code: 'database-unreachable' } });
    expect(JSON.stringify(opened)).not.toContain('secret');
  });

  it('leaves a database that a newer version migrated', async () => {
    unwrap(await open());
    await database.pool.query(`INSERT INTO migration VALUES ('9999-later.sql', 'x', '2030-01-01')`);
    expect(await open()).toMatchObject({ error: { code: 'database-not-migrated' } });
  });
});
