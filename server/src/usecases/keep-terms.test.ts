import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { verifyRecord } from '@liren/core/record/verify-record.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { photoKey } from '../adapters/files/file-store.ts';
import { ensureDemo } from '../demo/ensure-demo.ts';
import { wireForTest } from '../demo/testing-demo.ts';
import { readRecord } from '../store/read-record.ts';
import { readRetention } from '../store/retention.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Wired } from '../wiring.ts';
import { holdMatter, releaseMatter } from './hold-matter.ts';
import { type Expired, keepTerms } from './keep-terms.ts';
import { replayAll } from './replay.ts';

const start = Date.parse('2026-11-18T15:20:00+08:00');
const database = testDatabase();
let folder: string;
let wired: Wired;
let time: Instant = instant(start);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-terms-'));
  wired = await wireForTest(database.pool, folder, () => time);
  await ensureDemo({ ...wired, store: wired.files.store, share: 0.1 }, () => {});
}, 120_000);
afterAll(async () => {
  await wired.live.close();
  await rm(folder, { recursive: true, force: true });
});

const pass = (years: number, days = 1): void => {
  time = instant(start + (years * 366 + days) * 86_400_000);
};
const run = (preview = false): Promise<readonly Expired[]> => {
  const { shell, directory, library, fileStore } = wired.deps;
  return keepTerms({ shell, directory, law: library.law, fileStore }, preview);
};
const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
  (await database.pool.query<{ n: number }>(`SELECT count(*) AS n ${sql}`, [...values])).rows[0]?.n ?? -1;
const ofEnded = `FROM sealed s JOIN matter m ON m.community_id = s.community_id AND m.id = s.matter_id
  WHERE m.status = 'ended'`;
const ofOpen = ofEnded.replace('ended', 'open');

async function everythingVerifies(): Promise<void> {
  const { rows } = await database.pool.query<{ community_id: string; id: string; head: string }>(
    'SELECT community_id, id, head FROM matter',
  );
  for (const { community_id, id, head } of rows) {
    const verified = verifyRecord(await readRecord(database.pool, community_id, id));
    expect(verified.ok && verified.value.head).toBe(head);
  }
}

async function stands(photo: string): Promise<boolean> {
  const bytes = await wired.deps.fileStore.get(photoKey(photo));
  bytes?.destroy();
  return bytes !== undefined;
}

/** An ended matter with nothing open beside it. */
async function someEnded(): Promise<{ readonly id: string; readonly number: string }> {
  const { rows } = await database.pool.query<{ id: string; number: string }>(
    `SELECT id, number FROM matter m WHERE status = 'ended' AND procedure = 'complaint'
       AND EXISTS (SELECT FROM sealed s WHERE s.matter_id = m.id AND s.audience <> 'public')
       AND NOT EXISTS (SELECT FROM matter o WHERE o.parent_id = m.id OR o.id = m.parent_id) ORDER BY number LIMIT 1`,
  );
  if (rows[0] === undefined) throw new Error('no matter has ended');
  return rows[0];
}

describe('what has outlived its term', () => {
  it('is nothing in the days in which it is used', async () => {
    expect(await run(true)).toEqual([]);
    expect(await run()).toEqual([]);
  });

  it('is told beforehand, exactly, without touching anything', async () => {
    pass(1);
    const before = await count('FROM sealed');
    const told = await run(true);
    expect(told.map(({ rule }) => rule)).toContain('matterContacts');
    expect(await run(true)).toEqual(told);
    expect(await count('FROM sealed')).toBe(before);
    expect(await readRetention(database.pool, 10)).toEqual([]);
  });

  it('after a year takes contacts and what only the office read, of ended matters alone; a matter on hold stays whole', async () => {
    const held = await someEnded();
    expect(await holdMatter(wired.deps.shell, held.number, '法院调取')).toBe(true);
    const kept = await count('FROM sealed WHERE matter_id = $1', [held.id]);
    const open = await count(ofOpen);
    const told = await run(true);
    expect(await run()).toEqual(told);
    expect(await run()).toEqual([]);
    expect(await count('FROM sealed WHERE matter_id = $1', [held.id])).toBe(kept);
    expect(await count(ofOpen)).toBe(open);
    expect(open).toBeGreaterThan(0);
    const beside = `AND NOT EXISTS (SELECT FROM matter o WHERE (o.parent_id = m.id OR o.id = m.parent_id) AND o.status = 'open')`;
    expect(
      await count(
        `${ofEnded} ${beside} AND m.id <> $1 AND s.audience <> 'public'
           AND NOT (s.seq = 1 AND s.name IN ('title', 'text', 'location'))`,
        [held.id],
      ),
    ).toBe(0);
    expect(await count(`${ofEnded} AND s.name = 'text'`)).toBeGreaterThan(0);
    await everythingVerifies();
    expect((await replayAll(wired.deps.shell, { repair: false })).differences).toEqual([]);
  });

  it('after three takes the words, the photos and who spoke, and lets the held one go once it is released', async () => {
    const one = await someEnded();
    const file = randomUUID();
    await database.pool.query(
      `INSERT INTO file (community_id, id, matter_id, bytes, sha256, media_type, width_pixels, height_pixels, uploaded_by, created_at)
       SELECT community_id, $2, id, 1, repeat('a', 64), 'image/jpeg', 1, 1, $2, 1 FROM matter WHERE id = $1`,
      [one.id, file],
    );
    await wired.deps.fileStore.put(photoKey(file), Buffer.from('x'), 'image/jpeg');
    pass(3);
    await run();
    expect(await stands(file)).toBe(true);
    expect(await releaseMatter(wired.deps.shell, one.number)).toBe(true);
    await run();
    expect(await stands(file)).toBe(false);
    expect(await count('FROM sealed WHERE matter_id = $1 AND seq = 1', [one.id])).toBe(0);
    expect(await count(`FROM participant WHERE matter_id = $1 AND role <> 'staff'`, [one.id])).toBe(0);
    expect(await count('FROM matter_words WHERE matter_id = $1', [one.id])).toBe(0);
    expect(await count('FROM event WHERE matter_id = $1', [one.id])).toBeGreaterThan(3);
    await everythingVerifies();
    expect((await replayAll(wired.deps.shell, { repair: false })).differences).toEqual([]);
  });

  it('leaves a trace of which rule took how much, and no word of what', async () => {
    const acts = await readRetention(database.pool, 1000);
    expect(acts.map(({ rule }) => rule)).toEqual(expect.arrayContaining(['matterContacts', 'matterWords']));
    expect(acts.every(({ erased, months }) => erased > 0 && months >= 12)).toBe(true);
  });

  it('is a record of who signed in after a year, never before the six months of the law', async () => {
    const { rows } = await database.pool.query<{ id: string }>(
      `SELECT id FROM person WHERE kind = 'staff' LIMIT 1`,
    );
    for (const days of [200, 380])
      await database.pool.query(`INSERT INTO sign_in_trail VALUES ($1, $2, 'entered-password', $3)`, [
        randomUUID(),
        rows[0]?.id,
        time - days * 86_400_000,
      ]);
    await run();
    expect(await count('FROM sign_in_trail')).toBe(1);
  });
});
