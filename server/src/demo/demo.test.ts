import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant } from '@liren/core/basics/ids.ts';
import { verifyRecord } from '@liren/core/record/verify-record.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assertProductionSafe } from '../signin/production-safety.ts';
import { readRecord } from '../store/read-record.ts';
import { testDatabase } from '../testing/postgres.ts';
import { replayAll } from '../usecases/replay.ts';
import type { Wired } from '../wiring.ts';
import { type DemoBuilt, ensureDemo } from './ensure-demo.ts';
import { wireForTest } from './testing-demo.ts';

const database = testDatabase();
/** A Wednesday afternoon in office hours. */
const present = instant(Date.parse('2026-11-18T15:20:00+08:00'));
let folder: string;
let wired: Wired;
let built: DemoBuilt;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-demo-'));
  wired = await wireForTest(database.pool, folder, () => present);
  built = await ensureDemo({ ...wired, store: wired.files.store, share: 0.5 }, () => {});
}, 120_000);
afterAll(async () => {
  await wired.live.close();
  await rm(folder, { recursive: true, force: true });
});

const column = async (sql: string): Promise<readonly unknown[]> =>
  (await database.pool.query<{ value: unknown }>(sql)).rows.map(({ value }) => value);

describe('the demonstration street', () => {
  it('is told without any act that the rules refuse', () => {
    expect(built.refusals).toEqual([]);
    expect(built.built).toBe(true);
    expect(built.matters).toBeGreaterThan(280);
  });

  it('shows every stage of every procedure', async () => {
    const stages = await column(
      `SELECT DISTINCT procedure || ' ' || status || ' ' || step AS value FROM matter WHERE procedure = 'complaint'`,
    );
    expect([...stages].sort()).toEqual(
      [
        'complaint open dispatch',
        'complaint open handle',
        'complaint open call-back',
        'complaint open supervise',
        'complaint ended closed',
        'complaint ended closed-unanswered',
        'complaint ended closed-supervised',
        'complaint ended closed-withdrawn',
        'complaint ended closed-out-of-scope',
      ].sort(),
    );
    const services = await column(
      `SELECT DISTINCT status || ' ' || step AS value FROM matter WHERE procedure = 'service-item'`,
    );
    expect(services).toEqual(
      expect.arrayContaining([
        'open at-home',
        'open take-in',
        'open pass-on',
        'open handle',
        'open come-back',
        'open hand-over',
        'open ask',
        'ended closed',
      ]),
    );
    const reports = await column(`SELECT DISTINCT step AS value FROM matter WHERE procedure = 'report-in'`);
    expect(reports).toEqual(expect.arrayContaining(['arrive', 'act', 'finished']));
    const measures = await column(
      `SELECT step AS value FROM matter WHERE procedure = 'topic-measure' ORDER BY step`,
    );
    expect(measures).toEqual(['carry-out', 'confirm', 'finished']);
  });

  it.each([
    'returned',
    'extension-asked',
    'extension-decided',
    'children-opened',
    'child-ended',
    'clock-passed',
    'rejected',
    'withdrawn',
    'joined',
    'supervised',
    'sent-back',
    'exclusion-asked',
    'exclusion-decided',
    'call-unanswered',
    'inside-noted',
    'progress-noted',
    'linked',
    'published',
    'objection-answered',
  ])('knows a matter that was %s', async (type) => {
    expect(await column(`SELECT 1 AS value FROM event WHERE type = '${type}' LIMIT 1`)).toEqual([1]);
  });

  it('has requests that wait for an answer, and matters that are late now', async () => {
    const waiting = await column(
      `SELECT count(*) FILTER (WHERE state->'stage'->'visit'->'state' ? 'asked') > 0
          AND count(*) FILTER (WHERE state->'exclusion'->>'status' = 'asked') > 0 AS value FROM matter`,
    );
    expect(waiting).toEqual([true]);
    const late = await column('SELECT count(*)::int AS value FROM task WHERE late');
    expect(late[0]).toBeGreaterThan(2);
  });

  it('turns 13 complaints about title deeds into one topic with three measures', async () => {
    const topic = await column(
      `SELECT jsonb_array_length(state->'stage'->'visit'->'state'->'linked') || ' ' || jsonb_array_length(state->'children')
         AS value FROM matter WHERE procedure = 'monthly-topic'`,
    );
    expect(topic).toEqual(['13 3']);
  });

  it('publishes the ranking of last month, in which offices differ', async () => {
    const [figures] = await column(
      `SELECT data->'figures' AS value FROM event WHERE type = 'published' AND data ? 'figures'`,
    );
    const { month, rows } = figures as { month: string; rows: { score: string | null }[] };
    expect(month).toBe('2026-10');
    const scores = rows.flatMap(({ score }) => score ?? []);
    expect(new Set(scores).size).toBeGreaterThan(3);
  });

  it('has rates that a street could have', async () => {
    const [rates] = await column(
      `SELECT json_build_object('solved', sum(solved)::float / sum(calls),
         'content', (sum(satisfied) + 0.8 * sum(basically))::float / sum(calls)) AS value
       FROM measure WHERE procedure = 'complaint'`,
    );
    const { solved, content } = rates as { solved: number; content: number };
    expect(solved).toBeGreaterThan(0.8);
    expect(solved).toBeLessThan(0.99);
    expect(content).toBeGreaterThan(0.8);
    expect(content).toBeLessThan(0.99);
  });

  it('keeps records that verify, and nothing after the present', async () => {
    const matters = await database.pool.query<{ community_id: string; id: string; head: string }>(
      'SELECT community_id, id, head FROM matter',
    );
    for (const { community_id, id, head } of matters.rows) {
      const verified = verifyRecord(await readRecord(database.pool, community_id, id));
      expect(verified.ok && verified.value.head).toBe(head);
    }
    expect(await column(`SELECT max(at) <= ${present} AS value FROM event`)).toEqual([true]);
  });

  it('has projections that a replay of all records gives again', async () => {
    const report = await replayAll(wired.deps.shell, { repair: false });
    expect(report).toEqual({
      matters: built.matters,
      events: expect.any(Number),
      differences: [],
      repaired: false,
    });
  });

  it('has a registry of made-up people in every community, each home in its grid', async () => {
    const [people] = await column('SELECT count(*)::int AS value FROM resident');
    expect(people).toBeGreaterThan(300);
    expect(await column('SELECT count(DISTINCT community_id)::int AS value FROM resident')).toEqual([6]);
    expect(
      await column(
        `SELECT count(*) > 100 AS value FROM home h JOIN place p ON p.id = h.grid_id WHERE p.level = 'grid'`,
      ),
    ).toEqual([true]);
  });

  it('has one export that waits for the leader', async () => {
    expect(await column('SELECT answered_at AS value FROM registry_export')).toEqual([null]);
  });

  it('adds nothing when asked again', async () => {
    const again = await ensureDemo({ ...wired, share: 0.5 }, () => {});
    expect(again).toEqual({ built: false, matters: built.matters, refusals: [] });
  });

  it('goes on where a broken build stopped, and tells nothing twice', async () => {
    const before = await column('SELECT count(*)::int AS value FROM event');
    await database.pool.query('UPDATE demo_street SET finished_at = NULL');
    const again = await ensureDemo({ ...wired, store: wired.files.store, share: 0.5 }, () => {});
    expect(again).toEqual({ built: true, matters: built.matters, refusals: [] });
    expect(await column('SELECT count(*)::int AS value FROM event')).toEqual(before);
    expect(await column('SELECT count(*)::int AS value FROM registry_export')).toEqual([1]);
  });

  it('keeps a production server from starting', async () => {
    const safe = await assertProductionSafe(database.pool, { mode: 'production', hasDemoSms: false });
    expect(safe).toMatchObject({ ok: false, error: { code: 'demo-accounts' } });
  });
});
