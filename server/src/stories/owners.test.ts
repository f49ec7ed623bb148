import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { system } from '../usecases/actor.ts';
import { importOwners } from '../usecases/import-owners.ts';
import { creditCode } from '../usecases/testing-organisations.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<Role, Browser>();
const [wang, li, zhao] = [identity('19800215', 22), identity('19820315', 21), identity('19750101', 23)];

beforeAll(async () => {
  street = await startStreet(database.pool);
  for (const role of ['worker', 'grid', 'leader'] as const) browsers.set(role, await street.as(role));
  await takeInto(
    street.wired.deps,
    householdCsv(
      `王芳,${wang},,柳荫里3号楼2单元501,柳荫一网格`,
      '李长山,,,柳荫里3号楼2单元502,柳荫一网格',
      '孙小满,,,柳荫里4号楼1单元101,柳荫一网格',
    ),
    'c1',
  );
});
afterAll(() => street.close());

const as = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`${role} is not signed in`);
  return browser;
};
const take = async (...rows: readonly string[]) => {
  const csv = ['业主姓名,身份证号,统一社会信用代码,住址,专有部分面积,面积依据,共有份额', ...rows].join('\n');
  const request = { bytes: new TextEncoder().encode(csv), fileName: '业主.xlsx', community: 'c1' };
  return unwrap(await importOwners(street.wired.deps, system, request));
};
const query = (building: string) => `?${new URLSearchParams({ compound: '柳荫里', building })}`;
const doors = async (building: string): Promise<readonly { id: string; number: string }[]> =>
  (await as('worker').send('GET', `/api/registry/buildings/c1/doors${query(building)}`)).json().doors;
const ownersOf = async (building: string, number: string) => {
  const door = (await doors(building)).find((each) => each.number === number);
  return (await as('worker').send('GET', `/api/registry/homes/c1/${door?.id}/owners`)).json();
};
const ownership = async (building: string) =>
  (await as('worker').send('GET', `/api/registry/buildings/c1/ownership${query(building)}`)).json();
const rowsOf = async () =>
  (
    await database.pool.query<{ n: number; current: number }>(
      'SELECT count(*)::int AS n, count(*) FILTER (WHERE until_date IS NULL)::int AS current FROM home_owner',
    )
  ).rows[0];

const table = [
  `王芳,${wang},,柳荫里3号楼2单元501,89.50㎡,产权登记,1/2`,
  `李四,${li},,柳荫里3号楼2单元501,,,二分之一`,
  `永兴置业,,${creditCode(7)},柳荫里3-2-502,７６．２平方米,合同,`,
  `永兴置业,,${creditCode(7)},柳荫里3-2-503,76.2,实测,`,
] as const;

describe('a table of owners', () => {
  it('says who owns what; told twice it adds nothing', async () => {
    expect(await take(...table)).toMatchObject({ rows: 4, accepted: 4, known: 0, errors: [] });
    expect(await take(...table)).toMatchObject({ accepted: 0, known: 4, errors: [] });
    expect(await rowsOf()).toEqual({ n: 4, current: 4 });
    expect(await ownersOf('3', '501')).toEqual({
      area: { squareCentimetres: 895_000, basis: 'registered' },
      owners: [
        expect.objectContaining({ name: '王芳', share: { top: 1, bottom: 2 } }),
        expect.objectContaining({ name: '李四', share: { top: 1, bottom: 2 } }),
      ],
    });
  });

  it('counts a home as one head, and who has several as one (区分所有权解释 9)', async () => {
    expect(await ownership('3')).toEqual({
      areaSquareCentimetres: 895_000 + 762_000 * 2,
      homes: 3,
      measured: 3,
      owned: 3,
      heads: 2,
    });
  });

  it('leaves no name and no number in the open', async () => {
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    for (const secret of ['李四', li, '永兴置业', creditCode(7)]) expect(dump).not.toContain(secret);
    const shown = await ownersOf('3', '502');
    expect(shown.owners[0].number).toMatch(/^919\*{11}.{4}$/);
  });

  it('is refused home by home, each fault told', async () => {
    const before = await rowsOf();
    const report = await take(
      `王芳,${wang},,柳荫里3号楼2单元501,,,2/3`,
      `李四,${li},,柳荫里3号楼2单元501,,,1/2`,
      `永兴置业,,${creditCode(7)},柳荫里3-2-503,70,合同,`,
      `赵六,${zhao.slice(0, 17)}#,,柳荫里4号楼1单元101,,,1/2`,
      '孙小满,,,柳荫里4号楼1单元101,,,1/2',
      '周七,,,柳荫里4号楼1单元102,88,,三成',
      '周七,,,柳荫里4号楼,,,',
    );
    expect(report.accepted).toBe(0);
    expect(report.errors.map(({ row, field }) => [row, field])).toEqual([
      [2, '共有份额'],
      [3, ''],
      [4, '专有部分面积'],
      [5, '身份证号'],
      [6, ''],
      [7, '共有份额'],
      [7, '面积依据'],
      [8, '住址'],
    ]);
    expect(report.errorFile).toContain('已有实测面积 76.20 平方米');
    expect(await rowsOf()).toEqual(before);
  });

  it('ends who owns no more the day before, and keeps them', async () => {
    await database.pool.query(`UPDATE home_owner SET from_date = '2020-01-01'`);
    const report = await take(`赵六,${zhao},,柳荫里3号楼2单元502,,,`);
    expect(report).toMatchObject({ accepted: 1, errors: [] });
    expect((await ownersOf('3', '502')).owners).toMatchObject([{ name: '赵六' }]);
    const { rows } = await database.pool.query(
      `SELECT e.until_date < n.from_date AS apart, e.until_date = n.from_date - 1 AS eve FROM home_owner e
       JOIN home_owner n ON n.home_id = e.home_id AND n.until_date IS NULL WHERE e.until_date IS NOT NULL`,
    );
    expect(rows).toEqual([{ apart: true, eve: true }]);
    expect((await ownership('3')).heads).toBe(3);
  });
});

describe('who sees owners', () => {
  it('is who keeps the registry of the whole community', async () => {
    const [door] = await doors('3');
    for (const role of ['grid', 'leader'] as const)
      for (const url of [
        `/api/registry/homes/c1/${door?.id}/owners`,
        `/api/registry/buildings/c1/ownership${query('3')}`,
      ])
        expect((await as(role).send('GET', url)).statusCode).toBe(403);
    expect((await as('worker').send('GET', `/api/registry/homes/c2/${door?.id}/owners`)).statusCode).toBe(
      403,
    );
  });
});

describe('owners and their homes', () => {
  it('follow a building that is called otherwise; of a door written down twice the kept owners stand', async () => {
    await take(
      `孙小满,,,5号楼1单元101,60,合同,`,
      `赵六,${zhao},,柳荫里5号楼1单元101,,,`,
      '周七,,,5号楼1单元102,,,',
    );
    const change = { kind: 'renamed', from: { compound: '' }, to: '柳荫里' };
    const done = await as('worker').send('POST', '/api/registry/buildings/c1', { change });
    expect(done.statusCode, done.body).toBe(200);
    expect(await ownersOf('5', '101')).toMatchObject({
      area: { squareCentimetres: 600_000 },
      owners: [{ name: '赵六' }],
    });
    expect((await ownersOf('5', '102')).owners).toMatchObject([{ name: '周七' }]);
  });

  it('lose their names with who is erased, and keep share and area; the same table does not bring them back', async () => {
    const found = (await as('worker').send('POST', '/api/registry/search', { word: wang })).json().rows[0];
    const gone = await as('worker').send('POST', `/api/registry/residents/c1/${found.id}/erase`, {
      version: 0,
      source: 'told',
      reason: '本人要求',
    });
    expect(gone.statusCode, gone.body).toBe(200);
    const { owners, area } = await ownersOf('3', '501');
    expect(owners).toMatchObject([
      { name: '', share: { top: 1, bottom: 2 } },
      { name: '李四', share: { top: 1, bottom: 2 } },
    ]);
    expect(area).toEqual({ squareCentimetres: 895_000, basis: 'registered' });
    expect(owners[0]).not.toHaveProperty('number');
    expect(await take(table[0], table[1])).toMatchObject({ accepted: 0, known: 2 });
    expect((await ownersOf('3', '501')).owners[0].name).toBe('');
  });
});
