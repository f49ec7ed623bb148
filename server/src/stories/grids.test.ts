import { civilDate } from '@liren/core/basics/ids.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gridsOn } from '../store/grids.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { applyGridChanges } from '../usecases/apply-grid-changes.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

/** A4 微网实格: an overloaded grid is split; every building has exactly one micro grid; a school is an exclusive grid. */
const database = testDatabase();
let street: TestStreet;
const spots = [
  [116.402, 39.902],
  [116.405, 39.902],
  [116.408, 39.902],
  [116.402, 39.907],
  [116.405, 39.907],
  [116.408, 39.907],
] as const;
const school = { id: 'school', title: '柳荫小学', at: [116.4095, 39.9095] } as const;

beforeAll(async () => {
  street = await startStreet(database.pool);
  const buildings = [...spots.map((at, i) => ({ id: `b${i + 1}`, title: `柳荫里${i + 1}号楼`, at })), school];
  for (const { id, title, at } of buildings)
    await database.pool.query(
      `INSERT INTO place (id, parent_id, level, title, shape) VALUES ($1, 'c1g1', 'building', $2, $3)`,
      [id, title, JSON.stringify({ type: 'Point', coordinates: at })],
    );
  await street.wired.reloadDirectory();
  const homes = spots.flatMap((_, house) =>
    Array.from({ length: 22 }, (__, n) => {
      const door = `${1 + (n >> 1)}0${1 + (n % 2)}`;
      return `住户${house}${n},,,柳荫里${house + 1}号楼${1 + (n % 2)}单元${door},柳荫一网格`;
    }),
  );
  await takeInto(street.wired.deps, householdCsv(...homes, '何平,,,柳荫里9号楼101,柳荫二网格'), 'c1');
});
afterAll(() => street.close());

async function call<T>(
  role: Role,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  status = 200,
): Promise<T> {
  const browser = await street.as(role);
  const answer = await browser.send(method, `/api/grids/c1${path}`, body);
  expect(answer.statusCode, answer.body).toBe(status);
  return answer.json() as T;
}
interface Block {
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly grid: string;
}
interface View {
  readonly grids: readonly {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly load: { readonly households: number; readonly buildings: number };
    readonly outside?: string;
  }[];
  readonly blocks: readonly Block[];
  readonly apart: readonly object[];
  readonly workers: readonly {
    readonly person: string;
    readonly name: string;
    readonly grids: readonly string[];
  }[];
  readonly changes: readonly { readonly id: string; readonly state: string; readonly reason: string }[];
}
const view = () => call<View>('worker', 'GET', '');
const gridCalled = async (title: string) => (await view()).grids.find((grid) => grid.title === title);

interface Proposal {
  readonly groups: readonly {
    readonly blocks: readonly Block[];
    readonly households: number;
    readonly outside?: string;
  }[];
  readonly apart: readonly object[];
}
const housesOf = (blocks: readonly Block[]) =>
  [...new Set(blocks.map(({ building }) => building))].map((building) => ({ compound: '柳荫里', building }));
async function splitDraft() {
  const proposal = await call<Proposal>('worker', 'POST', '/propose', { grids: ['c1g1'], count: 2 });
  const [, second] = proposal.groups;
  return {
    proposal,
    draft: {
      opens: [{ key: 'n1', title: '柳荫三网格', kind: 'micro' }],
      closes: [],
      moves: housesOf(second?.blocks ?? [])
        .filter(({ building }) => building !== '')
        .map((house) => ({ ...house, to: 'n1' })),
    },
  };
}
const gridWorker = () => {
  const person = street.people.get('grid');
  if (person === undefined) throw new Error('nobody works the grid');
  return person;
};
const decide = (draft: object, more: object = {}, status = 200) =>
  call<{ id: string; error?: { code: string } }>(
    'worker',
    'POST',
    '/changes',
    { draft, seats: [], from: '2026-11-16', reason: '一网格户数超了', ...more },
    status,
  );

describe('an overloaded grid', () => {
  it('is shown as too large, and only to whoever may share it anew', async () => {
    expect(await gridCalled('柳荫一网格')).toMatchObject({
      load: { households: 132, buildings: 7 },
      outside: 'large',
    });
    expect(await gridCalled('柳荫二网格')).toMatchObject({ load: { households: 1 }, outside: 'small' });
    await call('grid', 'GET', '', undefined, 403);
    await call('leader', 'GET', '', undefined, 403);
  });

  it('is proposed to be two, each within the range, no building taken apart; nothing is written', async () => {
    const { proposal, draft } = await splitDraft();
    expect(proposal.groups.map(({ households, outside }) => [households, outside])).toEqual([
      [66, undefined],
      [66, undefined],
    ]);
    expect(proposal.apart).toEqual([]);
    const preview = await call<{ rows: readonly object[] }>('worker', 'POST', '/preview', { draft });
    expect(preview.rows).toMatchObject([
      { id: 'c1g1', change: 'changes', before: { households: 132 }, after: { households: 66 } },
      { id: 'n1', change: 'opens', before: { households: 0 }, after: { households: 66 } },
    ]);
    expect(await gridCalled('柳荫三网格')).toBeUndefined();
  });

  it('decided and taken back before the day, nothing changes; two decisions about one grid do not both wait', async () => {
    const { draft } = await splitDraft();
    const { id } = await decide(draft);
    expect(await decide(draft, {}, 409)).toMatchObject({ error: { code: 'decided-already' } });
    await call('worker', 'POST', `/changes/${id}/withdraw`, {});
    await call('worker', 'POST', `/changes/${id}/withdraw`, {}, 409);
    street.pass({ days: 1 });
    await applyGridChanges(street.wired.deps);
    expect((await view()).changes.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(await gridCalled('柳荫一网格')).toMatchObject({ load: { households: 132 } });
  });

  it('a day that is over, a stranger for the seat, a reason of one letter: refused', async () => {
    const { draft } = await splitDraft();
    expect(await decide(draft, { from: '2026-11-01' }, 400)).toMatchObject({
      error: { code: 'day-impossible' },
    });
    const stranger = { grid: 'n1', person: street.people.get('resident') };
    expect(await decide(draft, { seats: [stranger] }, 400)).toMatchObject({
      error: { code: 'no-such-worker' },
    });
    await decide(draft, { reason: '超' }, 400);
  });

  it('is two from the day that was decided, though no server ran on it; every building lies in one grid', async () => {
    const { draft } = await splitDraft();
    await decide(draft, { seats: [{ grid: 'n1', person: gridWorker() }] });
    await applyGridChanges(street.wired.deps);
    expect((await view()).changes[0]?.state).toBe('waiting');
    street.pass({ days: 9 });
    expect(await applyGridChanges(street.wired.deps)).toBe(1);
    expect(await applyGridChanges(street.wired.deps)).toBe(0);
    const { grids, apart, changes, blocks } = await view();
    expect(changes[0]?.state).toBe('done');
    expect(apart).toEqual([]);
    expect(
      grids.filter(({ kind }) => kind === 'micro').map(({ load, outside }) => [load.households, outside]),
    ).toEqual(
      expect.arrayContaining([
        [66, undefined],
        [66, undefined],
        [1, 'small'],
      ]),
    );
    const fresh = grids.find(({ title }) => title === '柳荫三网格')?.id ?? '';
    const { rows } = await database.pool.query<{ id: string; building: string }>(
      'SELECT id, building FROM home',
    );
    const moved = new Set(blocks.filter(({ grid }) => grid === fresh).map(({ building }) => building));
    const ids = rows.map(({ id }) => id);
    const eve = await gridsOn(database.pool, 'c1', ids, civilDate('2026-11-15'));
    const day = await gridsOn(database.pool, 'c1', ids, civilDate('2026-11-16'));
    for (const { id, building } of rows) {
      expect(eve.get(id)).toBe(building === '9' ? 'c1g2' : 'c1g1');
      expect(day.get(id)).toBe(moved.has(building) ? fresh : eve.get(id));
    }
  });

  it('its ground is drawn anew, its buildings stand in it, and its worker works it', async () => {
    const fresh = (await gridCalled('柳荫三网格'))?.id ?? '';
    const { directory } = street.wired.deps;
    const within = spots.map(([long, lat], i) => {
      const at = directory.findPlaceAt(lat, long);
      expect(directory.pathTo(`b${i + 1}`).at(-2)?.id).toBe(at);
      return at;
    });
    expect(new Set(within)).toEqual(new Set(['c1g1', fresh]));
    const { workers } = await view();
    expect(workers.find(({ person }) => person === gridWorker())?.grids.toSorted()).toEqual(
      ['c1g1', fresh].toSorted(),
    );
    const worker = await street.as('grid');
    const found = await worker.send('POST', '/api/registry/search', { word: '柳荫里6号楼' });
    expect(found.json().rows.length).toBeGreaterThan(0);
  });
});

describe('a school', () => {
  it('is a grid of its own from today, without homes and held to no size', async () => {
    const draft = {
      opens: [{ key: 's', title: '柳荫小学网格', kind: 'exclusive' }],
      closes: [],
      moves: [{ compound: '柳荫小学', building: '', to: 's' }],
    };
    const today = '2026-11-19';
    await decide(draft, { from: today, reason: '学校自己管自己的院子' });
    const grid = await gridCalled('柳荫小学网格');
    expect(grid).toMatchObject({ kind: 'exclusive', load: { households: 0, buildings: 1 } });
    expect(grid?.outside).toBeUndefined();
    const [long, lat] = school.at;
    expect(street.wired.deps.directory.findPlaceAt(lat, long)).toBe(grid?.id);
  });
});

describe('two grids become one', () => {
  it('the one that closes gives its homes away, its seats end the day before, and it is offered to nobody', async () => {
    const fresh = (await gridCalled('柳荫三网格'))?.id ?? '';
    const draft = { opens: [], closes: [{ grid: fresh, into: 'c1g1' }], moves: [] };
    await decide(draft, { from: '2026-11-25', reason: '人手不够，先合起来' });
    street.pass({ days: 7 });
    await applyGridChanges(street.wired.deps);
    expect(await gridCalled('柳荫三网格')).toBeUndefined();
    expect(await gridCalled('柳荫一网格')).toMatchObject({ load: { households: 132 }, outside: 'large' });
    const { workers } = await view();
    expect(workers.find(({ person }) => person === gridWorker())?.grids).toEqual(['c1g1']);
    const places = (await street.guest().send('GET', '/api/places')).json().rows as { id: string }[];
    expect(places.some(({ id }) => id === fresh)).toBe(false);
    expect(street.wired.deps.directory.findPlace(fresh)?.title).toBe('柳荫三网格');
    const { rows } = await database.pool.query(
      `SELECT opened_on::text AS opened, closed_on::text AS closed FROM place WHERE id = $1`,
      [fresh],
    );
    expect(rows).toEqual([{ opened: '2026-11-16', closed: '2026-11-24' }]);
  });
});
