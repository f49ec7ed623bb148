import { randomUUID } from 'node:crypto';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../http/app.ts';
import { type Browser, openBrowser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const number = identity('19460215', 22);
const phone = '13977418852';
/** Words that stand nowhere else, so that wherever they turn up they were carried there. */
const personal = [number, phone, '王芳菲', '缙云斋的老人想要扶手', '卫生间摔过一跤'];

const database = testDatabase();
let street: TestStreet;
let worker: Browser;
const logged: string[] = [];
const device = randomUUID();

beforeAll(async () => {
  street = await startStreet(database.pool);
  const { deps, signIn, files, live } = street.wired;
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const app = await buildApp({ deps, signIn, files, live, doors: [], logger, limitRequests: false });
  worker = openBrowser(app, 'grid');
  await worker.send('POST', '/api/demo/enter', { role: 'grid' });
  const rows = householdCsv(
    `王芳菲,${number},${phone},柳荫里3号楼2单元501,柳荫一网格`,
    '李长山,,13900001111,柳荫里3号楼2单元502,柳荫二网格',
  );
  await takeInto(deps, rows, 'c1');
});
afterAll(() => street.close());

interface Home {
  readonly id: string;
  readonly grid: string;
  readonly dueOn: string;
  readonly visitedAt?: number;
  readonly people: readonly { readonly name: string; readonly phone?: string }[];
}
interface Day {
  readonly wipe: boolean;
  readonly seats: readonly {
    readonly homes: readonly Home[];
    readonly raises: readonly {
      readonly procedure: { readonly id: string };
      readonly form: readonly { readonly name: string }[];
      readonly byUrgency: boolean;
    }[];
    readonly duties: readonly { readonly id: string; readonly done: number; readonly least: number }[];
  }[];
}
const day = async (): Promise<Day> => {
  const taken = await worker.send('GET', `/api/grid/day?device=${device}`);
  expect(taken.statusCode, taken.body).toBe(200);
  return taken.json();
};
const sync = async (...items: readonly object[]) => {
  const sent = await worker.send('POST', '/api/grid/sync', { device, sentAt: street.now(), items });
  expect(sent.statusCode, sent.body).toBe(200);
  return sent.json();
};

describe('a grid worker’s day', () => {
  it('goes only onto a phone that was written down, of those who go from door to door', async () => {
    expect((await worker.send('GET', `/api/grid/day?device=${device}`)).statusCode).toBe(404);
    expect(
      (await worker.send('POST', '/api/grid/devices', { id: device, title: '小米 13' })).statusCode,
    ).toBe(200);
    const clerk = await street.as('worker');
    expect((await clerk.send('POST', '/api/grid/devices', { id: device, title: '别人的' })).statusCode).toBe(
      403,
    );
  });

  it('holds the homes of one’s own grid, numbers masked, and that it was taken is kept', async () => {
    const { seats } = await day();
    expect(seats).toHaveLength(1);
    const [home, ...others] = seats[0]?.homes ?? [];
    expect(others).toEqual([]);
    expect(home).toMatchObject({
      address: '柳荫里 3 号楼 2 单元 501',
      dueOn: '2026-11-09',
      risk: 'ordinary',
    });
    expect(home?.people).toEqual([
      {
        id: expect.any(String),
        name: '王芳菲',
        relation: 'other',
        bornYear: 1946,
        sex: 'female',
        phone: '139****8852',
      },
    ]);
    expect(JSON.stringify(seats)).not.toContain(number);
    const { rows } = await database.pool.query('SELECT * FROM field_day_taken');
    expect(rows).toMatchObject([
      { community_id: 'c1', device_id: device, grids: ['c1g1'], homes: 1, residents: 1 },
    ]);
  });

  it('holds what may be begun without a network, each with a form that asks for nothing of the office', async () => {
    const [seat] = (await day()).seats;
    const raise = (id: string) => seat?.raises.find(({ procedure }) => procedure.id === id);
    expect(raise('complaint')).toMatchObject({ byUrgency: true });
    expect(raise('help-call')).toMatchObject({ byUrgency: false });
    // Linking matters is the office's: the rest of the form goes along.
    expect(raise('case-analysis')?.form.map(({ name }) => name)).toEqual(['title', 'text']);
    // What only others open, or what is chosen from a catalogue that the phone has not.
    for (const id of ['monthly-topic', 'monthly-ranking', 'service-item']) expect(raise(id)).toBeUndefined();
    const opened = await sync({
      kind: 'open',
      id: randomUUID(),
      at: street.now(),
      community: 'c1',
      place: 'c1g1',
      procedure: 'help-call',
      input: { text: '门锁打不开，老人在里面' },
    });
    expect(opened.results[0]).toMatchObject({ status: 'done', matter: { community: 'c1' } });
  });

  it('brings a visit back: the home is due anew, duties count it, the diary has it', async () => {
    const home = (await day()).seats[0]?.homes[0];
    const item = {
      kind: 'entry',
      id: randomUUID(),
      at: street.now() - 1000,
      community: 'c1',
      round: 'home-visit',
      grid: 'c1g1',
      home: home?.id,
      answers: {
        met: 'someone',
        people: 'same',
        needs: '缙云斋的老人想要扶手',
        solved: '卫生间摔过一跤',
        risk: 'high',
      },
    };
    expect((await sync(item)).results).toEqual([{ id: item.id, status: 'done', remarks: [] }]);
    const after = (await day()).seats[0];
    expect(after?.homes[0]).toMatchObject({ dueOn: '2026-11-16', risk: 'high', visitedAt: item.at });
    expect(after?.duties.map(({ id, done }) => [id, done])).toEqual([
      ['visit-days', 1],
      ['visited-homes', 1],
      ['homes-verified', 1],
    ]);
    const diary = await worker.send('GET', '/api/grid/diary?from=2026-11-09&until=2026-11-09');
    expect(diary.json().rows).toMatchObject([{ id: item.id, answers: item.answers }]);
  });

  it('shows who answers for it how far the rounds are, each figure with its homes', async () => {
    const clerk = await street.as('worker');
    const board = (await clerk.send('GET', '/api/fieldwork/board?community=c1')).json();
    expect(board.grids).toEqual([
      { id: 'c1g1', title: '柳荫一网格', drawn: true, homes: 1, visited: 1, overdue: 0, never: 0 },
      { id: 'c1g2', title: '柳荫二网格', drawn: true, homes: 1, visited: 0, overdue: 0, never: 1 },
    ]);
    expect(board.workers).toMatchObject([
      { name: '吴刚', grids: ['柳荫一网格'], duties: [{ done: 1, least: 10 }, {}, {}] },
    ]);
    const homes = async (who: Browser, query: string) =>
      (await who.send('GET', `/api/fieldwork/homes?community=c1&${query}`))
        .json()
        .rows?.map((row: { address: string }) => row.address);
    expect(await homes(clerk, 'figure=never')).toEqual(['柳荫里 3 号楼 2 单元 502']);
    expect(await homes(clerk, 'figure=visited')).toEqual(['柳荫里 3 号楼 2 单元 501']);
    expect(await homes(clerk, 'figure=homes&grid=c1g1')).toEqual(['柳荫里 3 号楼 2 单元 501']);
    // Who walks one grid sees no other.
    expect(await homes(worker, 'figure=never')).toEqual([]);
    expect(await homes(worker, 'figure=homes')).toEqual(['柳荫里 3 号楼 2 单元 501']);
    expect(await homes(worker, 'figure=homes&grid=c1g2')).toBeUndefined();
  });

  it('says in words why something was refused, and takes the rest', async () => {
    const entry = { kind: 'entry', at: 0, community: 'c1', round: 'patrol', grid: 'c1g1' };
    const wrong = { ...entry, id: randomUUID(), answers: { route: '全走了一遍' } };
    const right = { ...entry, id: randomUUID(), answers: { route: '全走了一遍', found: 'nothing' } };
    const { results } = await sync(wrong, right);
    expect(results).toMatchObject([
      {
        status: 'refused',
        refusal: { code: 'field-required', about: 'found', message: '还有必填的内容没有填。' },
      },
      { status: 'done', remarks: [{ code: 'time-bounded' }] },
    ]);
  });

  it('refuses what has no shape at all, and a batch without bounds', async () => {
    const bad = (items: unknown) => worker.send('POST', '/api/grid/sync', { device, sentAt: 0, items });
    expect((await bad([{ kind: 'dance', id: randomUUID() }])).statusCode).toBe(400);
    expect((await bad(Array.from({ length: 51 }, () => ({})))).statusCode).toBe(400);
    expect((await worker.send('GET', '/api/grid/diary?from=2026-02-31&until=2026-11-09')).statusCode).toBe(
      400,
    );
  });

  it('is wiped from a lost phone when that next calls; what it still brings is taken in', async () => {
    const other = await street.as('worker');
    expect((await other.send('POST', `/api/grid/devices/${device}/wipe`)).statusCode).toBe(404);
    expect((await worker.send('POST', `/api/grid/devices/${device}/wipe`)).statusCode).toBe(200);
    expect(await day()).toMatchObject({ wipe: true, seats: [] });
    const note = {
      kind: 'entry',
      id: randomUUID(),
      at: street.now(),
      community: 'c1',
      round: 'diary-note',
      grid: 'c1g1',
      answers: { text: '最后一条' },
    };
    expect(await sync(note)).toMatchObject({ wipe: true, results: [{ status: 'done' }] });
    await worker.send('POST', `/api/grid/devices/${device}/wiped`);
    expect((await worker.send('GET', '/api/grid/devices')).json().rows).toMatchObject([
      { id: device, wipedAt: street.now() },
    ]);
  });

  it('calls a home of high risk overdue once its week has passed', async () => {
    street.pass({ days: 8 });
    const clerk = await street.as('worker');
    const overdue = (await clerk.send('GET', '/api/fieldwork/homes?community=c1&figure=overdue')).json();
    expect(overdue.rows).toMatchObject([
      { address: '柳荫里 3 号楼 2 单元 501', dueOn: '2026-11-16', riskTitle: '高风险' },
    ]);
  });

  it('tells nothing to who has the whole database, or the log', async () => {
    const dump = await dumpOf(database.pool);
    expect(dump.get('field_entry')).toContain('someone');
    for (const [table, rows] of dump)
      for (const word of personal) expect(rows.includes(word), `${word} in ${table}`).toBe(false);
    const log = logged.join('');
    expect(log).toContain('/api/grid/sync');
    for (const word of [...personal, '8852']) expect(log.includes(word), word).toBe(false);
  });
});
