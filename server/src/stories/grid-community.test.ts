import { randomUUID } from 'node:crypto';
import { civilDate } from '@liren/core/basics/ids.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost } from '../signin/people.ts';
import { type Browser, openBrowser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

/** A3, at its size: 12 grids of about 400 households, 14,000 people. */
const gridCount = 12;
const homesPerGrid = 417;
const residentCount = 14_000;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const database = testDatabase();
let street: TestStreet;
/** Of each grid's worker, and of the community's. */
const workers: Browser[] = [];
const phones: string[] = [];
let clerk: Browser;

const gridOf = (n: number): string => `c1g${n + 1}`;
const titleOf = (n: number): string => (n < 2 ? ['柳荫一网格', '柳荫二网格'][n] : `柳荫第${n + 1}网格`) ?? '';

/** 5,004 households, each with two or three people; most of them stand in nobody's second row. */
function householdTable(): Uint8Array {
  const homes = gridCount * homesPerGrid;
  const rows = Array.from({ length: residentCount }, (_, i) => {
    const home = i % homes;
    const grid = home % gridCount;
    const n = Math.floor(home / gridCount);
    const door = `${1 + grid}号楼${1 + (n % 4)}单元${101 + Math.floor(n / 4)}`;
    const name = `${'赵钱孙李周吴郑王冯陈'[i % 10]}${'建国淑珍玉兰志强丽华'[Math.floor(i / 10) % 10]}${Math.floor(i / homes) === 0 ? '安' : '宁和'[Math.floor(i / homes) - 1]}`;
    return `${name},,,柳荫里${door},${titleOf(grid)}`;
  });
  return householdCsv(...rows);
}

beforeAll(async () => {
  street = await startStreet(database.pool);
  const { wired, app } = street;
  for (let n = 0; n < gridCount; n += 1) {
    if (n > 1)
      await database.pool.query(
        `INSERT INTO place (id, parent_id, level, title) VALUES ($1, 'c1', 'grid', $2)`,
        [gridOf(n), titleOf(n)],
      );
    if (n > 0)
      await database.pool.query(
        `INSERT INTO organ (id, kind, title, area_id) VALUES ($1, 'grid-post', $2, $3)`,
        [`grid${n + 1}`, titleOf(n), gridOf(n)],
      );
  }
  await wired.reloadDirectory();
  for (let n = 0; n < gridCount; n += 1) {
    const role = n === 0 ? 'grid' : `grid-${n + 1}`;
    if (n > 0) {
      const entry = { kind: 'staff' as const, name: `网格员${n + 1}`, demoRole: role };
      const person = await ensureDemoPerson(wired.deps.people, entry, street.now());
      await givePost(database.pool, {
        person,
        post: 'grid-worker',
        organ: `grid${n + 1}`,
        from: civilDate('2026-01-01'),
      });
    }
    const browser = openBrowser(app, role);
    await browser.send('POST', '/api/demo/enter', { role });
    workers.push(browser);
    phones.push(randomUUID());
    await browser.send('POST', '/api/grid/devices', { id: phones[n], title: '手机' });
  }
  clerk = await street.as('worker');
});
afterAll(() => street.close());

const worker = (n: number): Browser => {
  const browser = workers[n];
  if (browser === undefined) throw new Error(`grid ${n} has no worker`);
  return browser;
};
const read = async (who: Browser, url: string) => {
  const answer = await who.send('GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const sync = async (n: number, ...items: readonly object[]) => {
  const sent = await worker(n).send('POST', '/api/grid/sync', {
    device: phones[n],
    sentAt: street.now(),
    items,
  });
  expect(sent.statusCode, sent.body).toBe(200);
  return sent.json().results as {
    readonly status: string;
    readonly matter: { readonly community: string; readonly id: string };
  }[];
};
const dayOf = async (n: number) => (await read(worker(n), `/api/grid/day?device=${phones[n]}`)).seats[0];
const visitAt = (grid: number, home: string, more: object = {}) => ({
  kind: 'entry',
  id: randomUUID(),
  at: street.now(),
  community: 'c1',
  round: 'home-visit',
  grid: gridOf(grid),
  home,
  answers: { met: 'someone', people: 'same' },
  ...more,
});
const raised = (entry: string, input: object, more: object = {}) => ({
  kind: 'open',
  id: randomUUID(),
  at: street.now(),
  community: 'c1',
  procedure: 'complaint',
  urgency: 'normal',
  entry,
  input,
  ...more,
});
async function act(
  who: Browser,
  { community, id }: { community: string; id: string },
  type: string,
  input: object = {},
) {
  const done = await who.send('POST', `/api/matters/${community}/${id}/commands`, {
    commandId: randomUUID(),
    type,
    input,
  });
  expect(done.statusCode, done.body).toBe(200);
}

describe('a community of twelve grids (A3)', () => {
  it('takes its households in, each in one grid, and each worker carries a twelfth of them', async () => {
    const report = await takeInto(street.wired.deps, householdTable(), 'c1');
    expect(report).toMatchObject({ rows: residentCount, accepted: residentCount, errors: [] });
    const days = [];
    for (let n = 0; n < gridCount; n += 1) days.push(await dayOf(n));
    const homes = days.flatMap((day) => day.homes.map(({ id }: { id: string }) => id));
    expect(days.map((day) => day.homes.length)).toEqual(Array(gridCount).fill(homesPerGrid));
    expect(new Set(homes).size).toBe(gridCount * homesPerGrid);
    expect(
      days.flatMap((day) => day.homes.flatMap(({ people }: { people: object[] }) => people)),
    ).toHaveLength(residentCount);
  });

  it('a month of rounds: a worker who went out on ten days to sixty homes has met the duty, another has not', async () => {
    const { homes } = await dayOf(0);
    for (let day = 0; day < 10; day += 1) {
      await sync(0, ...homes.slice(6 * day, 6 * day + 6).map(({ id }: { id: string }) => visitAt(0, id)));
      if (day === 0) await sync(1, visitAt(1, (await dayOf(1)).homes[0].id));
      street.pass({ days: 1 });
      // Sessions keep their own time.
      await worker(0).send('POST', '/api/demo/enter', { role: 'grid' });
      await worker(1).send('POST', '/api/demo/enter', { role: 'grid-2' });
    }
    clerk = await street.as('worker');
    const { workers: shown, grids } = await read(clerk, '/api/fieldwork/board?community=c1');
    const duties = (name: string) =>
      shown
        .find((each: { name: string }) => each.name === name)
        .duties.map(({ id, done, least }: { id: string; done: number; least: number }) => [
          id,
          done >= least,
        ]);
    expect(shown).toHaveLength(gridCount);
    expect(duties('吴刚').slice(0, 2)).toEqual([
      ['visit-days', true],
      ['visited-homes', true],
    ]);
    expect(duties('网格员2').slice(0, 2)).toEqual([
      ['visit-days', false],
      ['visited-homes', false],
    ]);
    expect(grids[0]).toMatchObject({
      id: 'c1g1',
      homes: homesPerGrid,
      visited: 60,
      never: homesPerGrid - 60,
    });
  });

  it('a blocked sewer found at a door is dispatched, cleared and confirmed', async () => {
    const home = (await dayOf(0)).homes[100].id;
    const seen = visitAt(0, home, { answers: { met: 'someone', needs: '一楼下水道往外冒水' } });
    const [, opened] = await sync(
      0,
      seen,
      raised(seen.id, { title: '一楼下水道往外冒水' }, { affair: 'component/sewer-manhole-cover' }),
    );
    const key = opened?.matter ?? { community: '', id: '' };
    const dispatcher = await street.as('dispatcher');
    await act(dispatcher, key, 'assign', { organ: 'drain' });
    const person = street.people.get('drain');
    const [file, sha256] = [randomUUID(), 'ab'.repeat(32)];
    await database.pool.query(
      `INSERT INTO file (community_id, id, bytes, sha256, media_type, width_pixels, height_pixels, uploaded_by, created_at)
       VALUES ('c1', $1, 10, $2, 'image/jpeg', 1, 1, $3, 0)`,
      [file, sha256, person],
    );
    await act(await street.as('drain'), key, 'done', { text: '疏通了', photos: [{ file, sha256 }] });
    await act(worker(0), key, 'rate', { contacted: true, solved: true, satisfied: 'satisfied' });
    expect(await read(worker(0), `/api/matters/c1/${key.id}`)).toMatchObject({
      status: 'ended',
      outcome: 'settled',
    });
  });

  it('a dispute and a rough sleeper go to the monthly meeting as cases, and the week’s report is answered', async () => {
    const note = {
      kind: 'entry',
      id: randomUUID(),
      at: street.now(),
      community: 'c1',
      round: 'diary-note',
      grid: 'c1g1',
    };
    const cases = ['楼上楼下为漏水吵了半年', '桥洞下有人露宿'].map((title) =>
      raised(
        note.id,
        { title, text: '走访三次，当场劝过，没有办下来。' },
        { procedure: 'case-analysis', place: 'c1g1' },
      ),
    );
    const report = raised(
      note.id,
      { week: '2026-11-16 到 2026-11-22', text: '走访 6 户，上报 3 件。' },
      { procedure: 'weekly-report', place: 'c1g1' },
    );
    const results = await sync(0, { ...note, answers: { text: '两件办不动，请上会。' } }, ...cases, report);
    expect(results.map(({ status }) => status)).toEqual(['done', 'done', 'done', 'done']);
    const [, first, second, weekly] = results;
    for (const each of [first, second]) {
      const key = each?.matter ?? { community: '', id: '' };
      await act(clerk, key, 'submit', { cause: '各说各的理', measures: '请人民调解员一起上门，三十天内。' });
      await act(clerk, key, 'submit', { effect: 'settled', text: '签了协议。' });
      expect(await read(clerk, `/api/matters/c1/${key.id}`)).toMatchObject({
        status: 'ended',
        outcome: 'case-closed',
      });
    }
    const key = weekly?.matter ?? { community: '', id: '' };
    await act(clerk, key, 'submit', { answer: '两件都上会。' });
    const answered = JSON.stringify(await read(worker(0), `/api/matters/c1/${key.id}`));
    expect(answered).toContain('report-read');
    expect(answered).toContain('两件都上会。');
    // Another grid's worker reads neither.
    expect(JSON.stringify(await read(worker(2), `/api/matters/c1/${key.id}`))).not.toContain('走访 6 户');
    const { rows } = await read(worker(0), '/api/grid/diary?from=2026-11-09&until=2026-11-30');
    expect(rows.find(({ id }: { id: string }) => id === note.id).matters).toHaveLength(3);
  });
});
