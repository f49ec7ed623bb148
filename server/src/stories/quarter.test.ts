import { randomUUID } from 'node:crypto';
import { civilDate, instant } from '@liren/core/basics/ids.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost } from '../signin/people.ts';
import { type Browser, openBrowser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { creditCode, organisationCsv, takeOrganisations } from '../usecases/testing-organisations.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

/** A5, one quarter at its size: four social workers, every home once, 10 % of homes each week, firms monthly, shops quarterly. */
const gridCount = 4;
const homesPerGrid = 80;
const weeks = 13;
const homesEachWeek = homesPerGrid / 10;
const firms = 47;
const shops = 870;
const firmInspections = 143;
const events = 52;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const database = testDatabase();
let street: TestStreet;
const grids = ['c1g1', 'c1g2', 'c1g3', 'c1g4'];
const titles = ['柳荫一网格', '柳荫二网格', '柳荫三网格', '柳荫四网格'];
const roles = ['grid', 'grid-2', 'grid-3', 'grid-4'];
const phones = grids.map(() => randomUUID());
let workers: readonly Browser[] = [];

const enter = async (): Promise<void> => {
  workers = await Promise.all(
    roles.map(async (role) => {
      const browser = openBrowser(street.app, role);
      await browser.send('POST', '/api/demo/enter', { role });
      return browser;
    }),
  );
};
const worker = (n: number): Browser => workers[n] ?? street.guest();

beforeAll(async () => {
  street = await startStreet(database.pool, { startAt: instant(Date.parse('2026-07-01T09:00:00+08:00')) });
  const { deps } = street.wired;
  for (let n = 1; n < gridCount; n += 1) {
    if (n > 1)
      await database.pool.query(
        `INSERT INTO place (id, parent_id, level, title) VALUES ($1, 'c1', 'grid', $2)`,
        [grids[n], titles[n]],
      );
    await database.pool.query(
      `INSERT INTO organ (id, kind, title, area_id) VALUES ($1, 'grid-post', $2, $3)`,
      [`grid${n + 1}`, titles[n], grids[n]],
    );
  }
  await street.wired.reloadDirectory();
  for (let n = 1; n < gridCount; n += 1) {
    const entry = { kind: 'staff' as const, name: `社工${n + 1}`, demoRole: roles[n] ?? '' };
    const person = await ensureDemoPerson(deps.people, entry, street.now());
    await givePost(database.pool, {
      person,
      post: 'grid-worker',
      organ: `grid${n + 1}`,
      from: civilDate('2026-01-01'),
    });
  }
  await takeInto(
    deps,
    householdCsv(
      ...Array.from({ length: gridCount * homesPerGrid }, (_, i) => {
        const [grid, n] = [i % gridCount, Math.floor(i / gridCount)];
        return `赵安${'建国淑珍玉兰志强丽华'[n % 10]},,,柳荫里${grid + 1}号楼${1 + (n % 4)}单元${101 + Math.floor(n / 4)},${titles[grid]}`;
      }),
    ),
    'c1',
  );
  await takeOrganisations(
    deps,
    organisationCsv(
      ...Array.from(
        { length: shops },
        (_, i) => `第${i + 1}小店,商户门店,,柳荫街${i + 1}号,${titles[i % gridCount]},,,,`,
      ),
      ...Array.from(
        { length: firms },
        (_, i) => `第${i + 1}厂,企业,${creditCode(i)},柳荫路${i + 1}号,${titles[i % gridCount]},,,,`,
      ),
    ),
  );
  await enter();
  for (const [n, id] of phones.entries())
    await worker(n).send('POST', '/api/grid/devices', { id, title: '手机' });
});
afterAll(() => street.close());

interface Line {
  readonly id: string;
  readonly round: string;
  readonly done: boolean;
}
interface Seat {
  readonly homes: readonly { readonly id: string; readonly visitedAt?: number }[];
  readonly organisations: readonly Line[];
}
const dayOf = async (n: number): Promise<{ seat: Seat; bytes: number; tasks: readonly { id: string }[] }> => {
  const day = await worker(n).send('GET', `/api/grid/day?device=${phones[n]}`);
  expect(day.statusCode, day.body).toBe(200);
  const { seats, tasks } = day.json();
  return { seat: seats[0], bytes: Buffer.byteLength(day.body), tasks };
};
const send = async (n: number, items: readonly object[]): Promise<void> => {
  for (let at = 0; at < items.length; at += 50) {
    const part = items.slice(at, at + 50);
    const sent = await worker(n).send('POST', '/api/grid/sync', {
      device: phones[n],
      sentAt: street.now(),
      items: part,
    });
    expect(sent.statusCode, sent.body).toBe(200);
    const wrong = sent.json().results.filter(({ status }: { status: string }) => status !== 'done');
    expect(wrong).toEqual([]);
  }
};
const entry = (n: number, more: object) => ({
  kind: 'entry',
  id: randomUUID(),
  at: street.now(),
  community: 'c1',
  grid: grids[n],
  ...more,
});
const listOf = {
  'shop-inspection': ['exit', 'extinguisher', 'wiring', 'gas', 'living', 'licence'],
  'firm-inspection': ['fire-exit', 'extinguisher', 'wiring', 'gas', 'storage', 'licence', 'training'],
};
/** Every ninetieth inspection finds something. */
let inspected = 0;
const inspection = (n: number, { id, round }: Line) => {
  inspected += 1;
  const list = listOf[round as keyof typeof listOf];
  const passed = Object.fromEntries(list.map((item) => [item, 'pass']));
  const failed = inspected % 90 === 0 ? { wiring: 'fail', 'wiring-note': '私拉电线，七日内拆掉。' } : {};
  return entry(n, { round, organisation: id, answers: { met: 'open', ...passed, ...failed } });
};
let raised = 0;
/** Solved without anybody being forced, or told to the street. */
const event = (n: number) => {
  raised += 1;
  return {
    kind: 'open',
    id: randomUUID(),
    at: street.now(),
    community: 'c1',
    procedure: 'complaint',
    place: grids[n],
    affair: 'event/neighbour-dispute',
    urgency: 'normal',
    input: { title: `楼道里的杂物（${raised}）`, text: '劝过两次，请街道来。' },
  };
};

/** One week of one worker: a tenth of the homes, those longest ago first; shops of this week; firms not yet done this month. */
async function week(n: number, which: number): Promise<readonly string[]> {
  const { seat } = await dayOf(n);
  const homes = [...seat.homes]
    .sort((a, b) => (a.visitedAt ?? 0) - (b.visitedAt ?? 0))
    .slice(0, homesEachWeek)
    .map(({ id }) => id);
  const due = seat.organisations.filter(({ done }) => !done);
  const left = weeks - which;
  const ofKind = (round: string) => due.filter((each) => each.round === round);
  const share = (lines: readonly Line[], parts: number) => lines.slice(0, Math.ceil(lines.length / parts));
  const inspections = [
    ...share(ofKind('shop-inspection'), left),
    // Every firm of the month is done before its last week begins.
    ...share(ofKind('firm-inspection'), Math.max(1, 3 - (which % 4))),
  ];
  await send(n, [
    ...homes.map((home) =>
      entry(n, { round: 'home-visit', home, answers: { met: 'someone', people: 'same' } }),
    ),
    ...inspections.map((line) => inspection(n, line)),
    event(n),
  ]);
  return homes;
}

describe('one quarter of a community whose grids social workers run (A5)', () => {
  it('every home once, a tenth of them each week; firms every month, shops once, what failed followed up', async () => {
    const walked = new Set<string>();
    let last: readonly string[] = [];
    for (let which = 0; which < weeks; which += 1) {
      if (which > 0) {
        street.pass({ days: 7 });
        await enter();
      }
      // A firm comes in the second month.
      if (which === 5)
        await takeOrganisations(
          street.wired.deps,
          organisationCsv(`新厂,企业,${creditCode(firms)},柳荫路99号,${titles[0]},,,,`),
        );
      const homes = (await Promise.all(grids.map((_, n) => week(n, which)))).flat();
      expect(homes).toHaveLength((gridCount * homesPerGrid) / 10);
      for (const home of homes) walked.add(home);
      last = homes;
    }
    expect(last.length).toBeGreaterThan(0);
    expect(walked.size).toBe(gridCount * homesPerGrid);
    const { rows } = await database.pool.query<{ round: string; n: number; places: number }>(
      `SELECT round, count(*)::int AS n, count(DISTINCT organisation_id)::int AS places FROM field_entry
       WHERE day BETWEEN '2026-07-01' AND '2026-09-30' AND organisation_id IS NOT NULL GROUP BY round ORDER BY round`,
    );
    expect(rows).toEqual([
      { round: 'firm-inspection', n: firmInspections, places: firms + 1 },
      { round: 'shop-inspection', n: shops, places: shops },
    ]);
    expect(raised).toBe(events);
    const matters = await database.pool.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM matter WHERE procedure = 'rectification'`,
    );
    expect(matters.rows[0]?.n).toBe(Math.floor((firmInspections + shops) / 90));
  });

  it('goes onto a phone every morning in far less than a megabyte, own grids alone', async () => {
    const days = await Promise.all(grids.map((_, n) => dayOf(n)));
    for (const { bytes } of days) expect(bytes).toBeLessThan(1_000_000);
    const lines = days.flatMap(({ seat }) => seat.organisations);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines).toHaveLength(firms + 1 + shops);
    expect(lines.filter(({ done }) => !done)).toEqual([]);
  });
});
