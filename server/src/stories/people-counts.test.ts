import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<Role, Browser>();

/** So many people of a grid, each in these groups. */
const peopleOf = (grid: string, building: number, count: number, groups: (at: number) => string) =>
  Array.from(
    { length: count },
    (_, at) =>
      `周${grid[2]}${'甲乙丙丁'[at % 4]}${at},,,柳荫里${building}号楼${101 + at},户主,${grid},${groups(at)}`,
  );

beforeAll(async () => {
  street = await startStreet(database.pool);
  for (const role of ['worker', 'grid', 'leader'] as const) browsers.set(role, await street.as(role));
  const table = [
    '姓名,身份证号,联系电话,住址,与户主关系,网格,人群',
    ...peopleOf('柳荫一网格', 1, 60, (at) => (at < 12 ? '志愿者 残疾' : at < 55 ? '志愿者' : '')),
    ...peopleOf('柳荫二网格', 2, 30, (at) => (at < 3 ? '残疾' : at < 20 ? '志愿者' : '')),
  ];
  await takeInto(street.wired.deps, new TextEncoder().encode(table.join('\n')), 'c1');
});
afterAll(() => street.close());

const as = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`${role} is not signed in`);
  return browser;
};
interface Row {
  readonly title?: string;
  readonly total: unknown;
  readonly cells: readonly { readonly count: unknown; readonly open: boolean }[];
}
const counted = async (role: Role) =>
  (await as(role).send('GET', '/api/registry/people/c1')).json() as {
    grids: { title: string }[];
    rows: Row[];
  };
const rowOf = async (role: Role, title?: string) => {
  const row = (await counted(role)).rows.find((each) => each.title === title);
  return row && [row.total, ...row.cells.map(({ count }) => count)];
};
const list = (role: Role, body: object) => as(role).send('POST', '/api/registry/people/c1/list', body);

describe('how many live where', () => {
  it('is told whole to who may see the rows', async () => {
    expect((await counted('worker')).grids.map(({ title }) => title)).toEqual(['柳荫一网格', '柳荫二网格']);
    expect(await rowOf('worker')).toEqual([90, 60, 30]);
    expect(await rowOf('worker', '残疾人')).toEqual([15, 12, 3]);
    expect(await rowOf('worker', '党员')).toEqual([0, 0, 0]);
  });

  it('of one’s own grid to who works it', async () => {
    expect(await rowOf('grid')).toEqual([60, 60]);
    expect(await rowOf('grid', '残疾人')).toEqual([12, 12]);
    // Not theirs to see.
    expect(await rowOf('grid', '党员')).toEqual(['few', 'few']);
  });

  it('hides the few from who may not, and what would give them away', async () => {
    expect(await rowOf('leader')).toEqual([90, 60, 30]);
    expect(await rowOf('leader', '志愿者')).toEqual([72, 55, 17]);
    expect(await rowOf('leader', '残疾人')).toEqual([15, 'withheld', 'withheld']);
    expect(await rowOf('leader', '党员')).toEqual(['few', 'few', 'few']);
    const { rows } = await counted('leader');
    expect(rows.flatMap(({ cells }) => cells.filter(({ open }) => open))).toEqual([]);
  });

  it('goes into a spreadsheet as it stands on the page', async () => {
    const { body } = await as('leader').send('GET', '/api/registry/people/c1/csv');
    expect(body.startsWith('\uFEFF人群,合计,柳荫一网格,柳荫二网格\r\n全部居民,90,60,30\r\n')).toBe(true);
    expect(body).toContain('残疾人,15,不显示,不显示\r\n');
    expect(body).toContain('党员,少于10,少于10,少于10\r\n');
  });
});

describe('who stands behind a figure', () => {
  it('is listed a page at a time', async () => {
    const first = (await list('worker', { group: 'volunteers' })).json();
    expect(first.rows).toHaveLength(50);
    const next = (await list('worker', { group: 'volunteers', after: first.next })).json();
    expect(next.rows).toHaveLength(22);
    expect(next.next).toBeUndefined();
    expect((await list('worker', { grid: 'c1g2' })).json().rows).toHaveLength(30);
  });

  it('of a sensitive group for a reason that is kept with each', async () => {
    const wish = { group: 'disabled', grid: 'c1g2' };
    expect((await list('worker', wish)).json().error).toMatchObject({ code: 'bad-request', about: 'reason' });
    const shown = (await list('worker', { ...wish, reason: '慰问名单' })).json().rows as { id: string }[];
    expect(shown).toHaveLength(3);
    for (const { id } of shown) {
      const page = (await as('worker').send('GET', `/api/registry/residents/c1/${id}`)).json();
      expect(page.looks).toMatchObject([{ field: 'groups', reason: '慰问名单', by: '冯雪' }]);
    }
  });

  it('is shown within one’s own grid, and to nobody else', async () => {
    const all = (await list('grid', {})).json();
    expect(all.rows).toHaveLength(50);
    const rest = (await list('grid', { after: all.next })).json();
    expect(rest.rows).toHaveLength(10);
    const refused = [
      await list('grid', { grid: 'c1g2' }),
      await list('grid', { group: 'party-members', reason: '想看看' }),
      await list('leader', { group: 'volunteers' }),
    ];
    expect(refused.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  });
});
