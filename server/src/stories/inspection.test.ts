import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { unopenedFaults } from '../store/inspections.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { creditCode, organisationCsv, takeOrganisations } from '../usecases/testing-organisations.ts';

const database = testDatabase();
let street: TestStreet;
const phone = randomUUID();
const browsers = new Map<Role, Browser>();

const as = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`${role} is not signed in`);
  return browser;
};
/** Sessions keep their own time. */
const enter = async (): Promise<void> => {
  for (const role of ['worker', 'grid', 'dispatcher', 'urban'] as const)
    browsers.set(role, await street.as(role));
};

beforeAll(async () => {
  street = await startStreet(database.pool);
  await enter();
  await takeOrganisations(
    street.wired.deps,
    organisationCsv(
      '王记小吃,商户门店,,柳荫街12号,柳荫一网格,王立新,13977418852,,',
      `永兴五金厂,企业,${creditCode(1)},柳荫街20号,柳荫一网格,,,,`,
      '李家面馆,商户门店,,柳荫街14号,柳荫二网格,,,,',
      `柳荫小学,驻区单位,${creditCode(2)},柳荫街1号,柳荫一网格,,,,`,
    ),
  );
  await as('grid').send('POST', '/api/grid/devices', { id: phone, title: '手机' });
});
afterAll(() => street.close());

interface Line {
  readonly id: string;
  readonly name: string;
  readonly round: string;
  readonly done: boolean;
  readonly until: string;
  readonly openFaults: number;
}
interface Task {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly offers: readonly { readonly name: string; readonly title: string; readonly hindrance?: object }[];
}
const dayOf = async () => {
  const day = await as('grid').send('GET', `/api/grid/day?device=${phone}`);
  expect(day.statusCode, day.body).toBe(200);
  const { seats, tasks } = day.json();
  return { organisations: seats[0].organisations as Line[], tasks: tasks as Task[], body: day.body };
};
const organisation = async (name: string): Promise<Line> => {
  const found = (await dayOf()).organisations.find((each) => each.name === name);
  if (found === undefined) throw new Error(`${name} is not in the day`);
  return found;
};
const items = ['exit', 'extinguisher', 'wiring', 'gas', 'living', 'licence'];
const allPassed = Object.fromEntries(items.map((item) => [item, 'pass']));
const inspection = (id: string, answers: object, more: object = {}) => ({
  kind: 'entry',
  id: randomUUID(),
  at: street.now(),
  community: 'c1',
  round: 'shop-inspection',
  grid: 'c1g1',
  organisation: id,
  answers: { met: 'open', ...allPassed, ...answers },
  ...more,
});
const send = async (...sent: readonly object[]) => {
  const answer = await as('grid').send('POST', '/api/grid/sync', {
    device: phone,
    sentAt: street.now(),
    items: sent,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().results as {
    readonly status: string;
    readonly refusal?: { readonly code: string; readonly about?: string };
  }[];
};
const faulty = { gas: 'fail', 'gas-note': '软管老化，七日内换掉。' };
const matters = async (): Promise<readonly { id: string; status: string; outcome: string | null }[]> =>
  (
    await database.pool.query(
      `SELECT id, status, outcome FROM matter WHERE procedure = 'rectification' ORDER BY opened_at, id`,
    )
  ).rows;
const act = async (role: Role, matter: string, type: string, input: object = {}) => {
  const done = await as(role).send('POST', `/api/matters/c1/${matter}/commands`, {
    commandId: randomUUID(),
    type,
    input,
  });
  expect(done.statusCode, done.body).toBe(200);
};

describe('what is to be inspected', () => {
  it('goes along on the phone: of one’s own grids, of the kinds that are inspected, contacts masked', async () => {
    const { organisations, body } = await dayOf();
    expect(organisations.map(({ name, round, done, until }) => [name, round, done, until])).toEqual([
      ['王记小吃', 'shop-inspection', false, '2026-12-31'],
      ['永兴五金厂', 'firm-inspection', false, '2026-11-30'],
    ]);
    expect(body).toContain('139****8852');
    for (const word of ['13977418852', '王立新']) expect(body).not.toContain(word);
  });

  it('is refused where it is incomplete, of the wrong kind, of another community, or of somebody else’s grid', async () => {
    const { id } = await organisation('王记小吃');
    const { wiring: _, ...incomplete } = allPassed;
    const results = await send(
      { ...inspection(id, {}), answers: { met: 'open', ...incomplete } },
      inspection(id, { gas: 'fail' }),
      inspection(id, {}, { round: 'firm-inspection' }),
      inspection(randomUUID(), {}),
      inspection(id, {}, { grid: 'c1g2' }),
      inspection(id, {}, { round: 'home-visit' }),
    );
    expect(results.map(({ status, refusal }) => [status, refusal?.code, refusal?.about])).toEqual([
      ['refused', 'field-required', 'wiring'],
      ['refused', 'field-required', 'gas-note'],
      ['refused', 'field-invalid', 'organisation'],
      ['refused', 'field-invalid', 'organisation'],
      ['refused', 'not-yours', 'grid'],
      ['refused', 'field-invalid', 'home'],
    ]);
    expect(await matters()).toEqual([]);
  });

  it('stays due where nobody let the inspector in', async () => {
    const { id } = await organisation('王记小吃');
    const shut = { ...inspection(id, {}), answers: { met: 'shut' } };
    expect(await send(shut)).toMatchObject([{ status: 'done' }]);
    expect(await organisation('王记小吃')).toMatchObject({ done: false });
  });
});

describe('an item that is not in order', () => {
  it('opens one matter, however often the phone sends it; what was put right on the spot opens none', async () => {
    const { id } = await organisation('王记小吃');
    const found = inspection(id, { ...faulty, exit: 'fixed', 'exit-note': '当场搬走了货箱。' });
    expect(await send(found, found)).toMatchObject([{ status: 'done' }, { status: 'again' }]);
    expect(await send(found)).toMatchObject([{ status: 'again' }]);
    expect(await matters()).toHaveLength(1);
    expect(await organisation('王记小吃')).toMatchObject({ done: true, openFaults: 1 });
    const { tasks } = await dayOf();
    expect(tasks).toMatchObject([{ title: '王记小吃：燃气软管、阀门、报警器完好' }]);
    const { rows } = await as('grid')
      .send('GET', '/api/grid/diary?from=2026-11-01&until=2026-11-30')
      .then((answer) => answer.json());
    expect(rows.find((row: { id: string }) => row.id === found.id).matters).toHaveLength(1);
  });

  it('opens the matter after all when the server stopped between the entry and the matter', async () => {
    const { id } = await organisation('永兴五金厂');
    const firm = Object.fromEntries(
      ['fire-exit', 'extinguisher', 'wiring', 'gas', 'storage', 'licence', 'training'].map((item) => [
        item,
        'pass',
      ]),
    );
    const answers = { met: 'open', ...firm, storage: 'fail', 'storage-note': '油漆和木料混放。' };
    const found = { ...inspection(id, {}), round: 'firm-inspection', answers };
    await database.pool.query(
      `ALTER TABLE inspection_fault ADD CONSTRAINT stopped CHECK (matter_id IS NULL) NOT VALID`,
    );
    const before = (await matters()).length;
    const broken = await as('grid').send('POST', '/api/grid/sync', {
      device: phone,
      sentAt: street.now(),
      items: [found],
    });
    expect(broken.statusCode).toBe(500);
    await database.pool.query('ALTER TABLE inspection_fault DROP CONSTRAINT stopped');
    expect(await send(found)).toMatchObject([{ status: 'again' }]);
    expect(await matters()).toHaveLength(before + 1);
    expect(await unopenedFaults(database.pool, 'c1', found.id)).toEqual([]);
  });

  it('is followed up by the matter that is open, when the next inspection finds it again', async () => {
    const { id } = await organisation('王记小吃');
    const before = await matters();
    await send(inspection(id, faulty));
    expect(await matters()).toEqual(before);
    await send(inspection(id, { ...faulty, wiring: 'fail', 'wiring-note': '飞线充电。' }));
    expect(await matters()).toHaveLength(before.length + 1);
    expect(await organisation('王记小吃')).toMatchObject({ openFaults: 2 });
  });
});

describe('how far it is', () => {
  it('is told by grid and round, each figure opening exactly the organisations that it counts', async () => {
    const board = (await as('worker').send('GET', '/api/fieldwork/inspections?community=c1')).json();
    expect(
      board.rows.map((row: { grid: { id: string }; round: { id: string }; owed: number; done: number }) => [
        row.grid.id,
        row.round.id,
        row.owed,
        row.done,
      ]),
    ).toEqual([
      ['c1g1', 'shop-inspection', 1, 1],
      ['c1g1', 'firm-inspection', 1, 1],
      ['c1g2', 'shop-inspection', 1, 0],
    ]);
    for (const { grid, round, ...figures } of board.rows)
      for (const figure of ['owed', 'done', 'due', 'faulty'] as const) {
        const url = `/api/fieldwork/places?community=c1&grid=${grid.id}&round=${round.id}&figure=${figure}`;
        expect((await as('worker').send('GET', url)).json().rows).toHaveLength(figures[figure]);
      }
    const others = '/api/fieldwork/places?community=c1&grid=c1g2&figure=owed';
    expect((await as('grid').send('GET', others)).statusCode).toBe(403);
    expect((await as('dispatcher').send('GET', others)).statusCode).toBe(403);
  });
});

describe('putting it right', () => {
  const taskFor = async (word: string): Promise<string> => {
    const found = (await dayOf()).tasks.find(({ title }) => title.includes(word));
    if (found === undefined) throw new Error(`no task about ${word}`);
    return found.id;
  };

  it('is told, re-inspected by who found it, and ended; offline through the same outbox', async () => {
    const matter = await taskFor('燃气');
    await act('worker', matter, 'submit', { given: 'handed' });
    street.pass({ days: 3 });
    await enter();
    const { tasks } = await dayOf();
    const offers = tasks.find(({ id }) => id === matter)?.offers.map(({ title }) => title);
    expect(offers).toEqual(expect.arrayContaining(['复查合格', '还不合格']));
    const accept = {
      kind: 'act',
      id: randomUUID(),
      at: street.now(),
      community: 'c1',
      matter,
      type: 'accept',
    };
    expect(await send({ ...accept, input: {} })).toMatchObject([{ status: 'done' }]);
    expect((await matters()).find(({ id }) => id === matter)).toMatchObject({ outcome: 'rectified' });
    expect(await organisation('王记小吃')).toMatchObject({ openFaults: 1 });
  });

  it('fails twice: it goes to the department that enforces it, and is re-inspected after that', async () => {
    const matter = await taskFor('危险化学品');
    await act('grid', matter, 'submit', { given: 'left' });
    await act('grid', matter, 'send-back', { reason: '还是混放。' });
    await act('grid', matter, 'submit', { given: 'handed' });
    await act('grid', matter, 'send-back', { reason: '第二次还是混放。' });
    expect((await matters()).find(({ id }) => id === matter)?.status).toBe('open');
    const seen = await as('dispatcher').send('GET', `/api/matters/c1/${matter}`);
    expect(seen.json().next.title).toBe('移交执法部门');
  });
});
