import { instant } from '@liren/core/basics/ids.ts';
import { verifyRecord } from '@liren/core/record/verify-record.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chance, chanceOf } from '../demo/chance.ts';
import { layStreet } from '../demo/lay-street.ts';
import { wireForTest } from '../demo/testing-demo.ts';
import { readRecord } from '../store/read-record.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Wired } from '../wiring.ts';
import { replayAll } from './replay.ts';
import { actSomehow, everybody, type Known, openSomething, type Seen } from './testing-clients.ts';
import { wakeDueMatters } from './wake-matter.ts';

const database = testDatabase();
let present = Date.parse('2026-11-02T09:00:00+08:00');
let wired: Wired;
const people = everybody();
const seen: Seen = { acknowledged: [], repeated: new Set(), refused: 0 };

beforeAll(async () => {
  wired = await wireForTest(database.pool, '/nowhere', () => instant(present));
  await layStreet(database.pool);
  await wired.reloadDirectory();
}, 60_000);
afterAll(() => wired.live.close());

const hour = 3_600_000;

/** Several clients at once on the same few matters, while time jumps and two servers let the clocks speak. */
async function someHours(chance: Chance): Promise<void> {
  const { shell } = wired.deps;
  const known: Known[] = [];
  for (let i = 0; i < 3; i++) {
    const opened = await openSomething(shell, chance, people, seen);
    if (opened !== undefined) known.push(opened);
  }
  const client = async (): Promise<void> => {
    for (let i = 0; i < 9; i++) await actSomehow(shell, chance, people, chance.pick(known), seen);
  };
  const failed = (error: unknown): never => {
    throw error;
  };
  for (let round = 0; round < 3; round++) {
    const clocks = [wakeDueMatters(shell, failed), wakeDueMatters(shell, failed)];
    await Promise.all([client(), client(), client(), client(), ...clocks]);
    // First a short while, in which a matter may still be returned; then long enough for clocks to pass.
    present += chance.between(round === 0 ? 0 : 1, round === 0 ? 2 : 90) * hour;
  }
}

const rows = async <T extends object>(sql: string): Promise<readonly T[]> =>
  (await database.pool.query<T>(sql)).rows;

/** Which event a command leaves exactly one of. */
const leaves: Readonly<Record<string, string>> = {
  join: 'joined',
  'note-progress': 'progress-noted',
  'note-inside': 'inside-noted',
  done: 'work-done',
  assign: 'assigned',
  return: 'returned',
  supervise: 'supervised',
  whistle: 'children-opened',
  'no-answer': 'call-unanswered',
};

async function nothingLostNorDoubled(): Promise<void> {
  const stored = await rows<{ id: string; matter_id: string; version: number }>(
    'SELECT id, matter_id, version FROM command',
  );
  const byId = new Map(stored.map((row) => [row.id, row]));
  for (const { command, matter, version } of seen.acknowledged)
    expect(byId.get(command)).toEqual({ id: command, matter_id: matter, version });
  // Every stored command was acknowledged: nothing else acts here.
  expect(stored.length).toBe(new Set(seen.acknowledged.map(({ command }) => command)).size);
  const events = await rows<{ type: string; n: number }>(
    `SELECT type, count(*)::int AS n FROM event WHERE actor->>'handle' <> 'system' GROUP BY type`,
  );
  for (const [type, event] of Object.entries(leaves)) {
    const commands = new Set(
      seen.acknowledged.filter((each) => each.type === type).map(({ command }) => command),
    );
    expect([event, events.find((each) => each.type === event)?.n ?? 0]).toEqual([event, commands.size]);
  }
}

it('keeps every acknowledged command once, and projections that a replay gives again, whoever acts at once', async () => {
  const holds = async (seed: string): Promise<void> => {
    await someHours(chanceOf(seed));
    const { differences } = await replayAll(wired.deps.shell, { repair: false });
    expect(differences).toEqual([]);
    await nothingLostNorDoubled();
  };
  await fc.assert(
    fc.asyncProperty(fc.integer(), (seed) => holds(String(seed))),
    { numRuns: 12, endOnFailure: true },
  );
  // A rare turn, such as a matter returned in time, may need a few runs more.
  for (let more = 0; more < 30 && (await unmet()).length > 0; more += 1) await holds(`more ${more}`);
  const matters = await rows<{ community_id: string; id: string; head: string }>(
    'SELECT community_id, id, head FROM matter',
  );
  for (const { community_id, id, head } of matters) {
    const verified = verifyRecord(await readRecord(database.pool, community_id, id));
    expect(verified.ok && verified.value.head).toBe(head);
  }
  await theInterestingWasMet();
}, 120_000);

const interesting = [
  'children-opened',
  'child-ended',
  'clock-passed',
  'rated',
  'joined',
  'returned',
  'ended',
];
/** What no run has met yet. */
async function unmet(): Promise<readonly string[]> {
  const found = await rows<{ type: string }>('SELECT DISTINCT type FROM event');
  return interesting.filter((type) => found.every((row) => row.type !== type));
}

/** The property says little unless the runs met what it is about. */
async function theInterestingWasMet(): Promise<void> {
  expect(await unmet()).toEqual([]);
  expect(seen.repeated.size).toBeGreaterThan(20);
  // Somebody was quicker, and the slower one decided anew.
  expect(seen.refused).toBeGreaterThan(0);
}

it.each([
  ['matter', `UPDATE matter SET late = NOT late WHERE id = (SELECT id FROM matter LIMIT 1)`],
  ['task', `DELETE FROM task WHERE ctid = (SELECT ctid FROM task LIMIT 1)`],
  [
    'task',
    `INSERT INTO task SELECT community_id, id, version, 'organ:none', step, 0, false, 0 FROM matter LIMIT 1`,
  ],
  ['measure', `UPDATE measure SET opened = opened + 1`],
  ['matter_words', `UPDATE matter_words SET words = to_tsvector('simple', 'x')`],
  ['notice', `INSERT INTO notice SELECT community_id, id, 1, 'complaint', 0, 0 FROM matter LIMIT 1`],
])('finds what somebody changed in %s, and puts it right', async (table, damage) => {
  const { shell } = wired.deps;
  await database.pool.query(damage);
  const found = await replayAll(shell, { repair: true });
  expect(found.differences.map((difference) => difference.table)).toEqual([table]);
  expect(found.repaired).toBe(true);
  const again = await replayAll(shell, { repair: false });
  expect(again.differences).toEqual([]);
});
