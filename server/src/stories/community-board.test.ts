import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
const device = randomUUID();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
  const rows = householdCsv(
    '王芳菲,,13977418852,柳荫里3号楼2单元501,柳荫一网格',
    '李长山,,13900001111,柳荫里3号楼2单元502,柳荫一网格',
    '赵德海,,13900002222,柳荫里5号楼1单元101,柳荫二网格',
  );
  await takeInto(street.wired.deps, rows, 'c1');
});
afterAll(() => street.close());

interface Board {
  readonly figures: readonly string[];
  readonly grids: readonly {
    readonly id: string;
    readonly kind: string;
    readonly figures: Readonly<Record<string, number>>;
  }[];
}
const get = async (role: Role, path: string) => (await street.as(role)).send('GET', path);
const board = async (role: Role): Promise<Board> => {
  const answer = await get(role, '/api/fieldwork/community?community=c1');
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const figures = async (role: Role, grid = 'c1g1') =>
  (await board(role)).grids.find(({ id }) => id === grid)?.figures;

it('counts homes, work and gaps of every grid, and each figure opens exactly the rows that it counts', async () => {
  const grid = await street.as('grid');
  await grid.send('POST', '/api/grid/devices', { id: device, title: '小米 13' });
  const day = (await grid.send('GET', `/api/grid/day?device=${device}`)).json();
  const visit = {
    kind: 'entry',
    id: randomUUID(),
    at: street.now(),
    community: 'c1',
    round: 'home-visit',
    grid: 'c1g1',
    home: day.seats[0].homes[0].id,
    answers: { met: 'someone', people: 'same', risk: 'high' },
  };
  await grid.send('POST', '/api/grid/sync', { device, sentAt: street.now(), items: [visit] });
  await database.pool.query(
    `UPDATE residence SET until_date = from_date WHERE home_id = (SELECT id FROM home WHERE grid_id = 'c1g2')`,
  );
  const first = await figures('worker');
  expect(first).toMatchObject({ homes: 2, visited: 1, risky: 1, never: 1, empty: 0, workers: 1 });
  expect(await figures('worker', 'c1g2')).toMatchObject({ homes: 1, visited: 0, awaited: 1, empty: 1 });
  for (const [name, count] of Object.entries(first ?? {})) {
    if (!['homes', 'visited', 'awaited', 'risky', 'never', 'empty'].includes(name)) continue;
    const path = `/api/fieldwork/homes?community=c1&grid=c1g1&per=month&figure=${name}`;
    expect((await get('worker', path)).json().rows, name).toHaveLength(count);
  }
});

it('counts open and late matters where their list shows them', async () => {
  const opened = await (await street.as('resident')).send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'complaint',
    affair: 'event/exposed-rubbish',
    input: {
      title: '楼下的垃圾',
      text: '三天没人收',
      location: { address: '柳荫里', lat: 39.905, long: 116.405 },
    },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  let total = 0;
  for (const { id, kind, figures: each } of (await board('worker')).grids) {
    const grid = kind === 'undrawn' ? 'none' : id;
    const list = async (query: string) =>
      (await get('worker', `/api/matters?community=c1&grid=${grid}&${query}`)).json().rows;
    expect(await list('status=open'), id).toHaveLength(each['matters'] ?? -1);
    expect(await list('overdue=true'), id).toHaveLength(each['late'] ?? -1);
    total += each['matters'] ?? 0;
  }
  expect(total).toBe(1);
});

it('tells where nobody lives or who is at risk only to those who keep these homes', async () => {
  const led = await board('leader');
  expect(led.figures).toContain('points');
  for (const each of ['risky', 'never', 'empty', 'unlived']) {
    expect(led.figures).not.toContain(each);
    for (const { figures: told } of led.grids) expect(told).not.toHaveProperty(each);
  }
  const own = await board('grid');
  expect(own.grids.map(({ id }) => id)).toEqual(['c1g1']);
  expect(own.figures).toContain('empty');
  expect((await get('grid', '/api/fieldwork/community?community=c2')).statusCode).toBe(403);
});
