import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { applyGridChanges } from '../usecases/apply-grid-changes.ts';
import { creditCode, organisationCsv, takeOrganisations } from '../usecases/testing-organisations.ts';
import { householdCsv, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<Role, Browser>();
const phone = '13977418852';

beforeAll(async () => {
  street = await startStreet(database.pool);
  for (const role of ['worker', 'grid', 'leader'] as const) browsers.set(role, await street.as(role));
  await takeInto(
    street.wired.deps,
    householdCsv(
      '王芳,,,柳荫里3号楼2单元501,柳荫一网格',
      '李长山,,,柳荫里4号楼1单元101,柳荫二网格',
      '赵小满,,,柳荫里5号楼1单元101,柳荫一网格',
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
interface Line {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly grid?: { readonly id: string };
}
const search = async (role: Role, query: object): Promise<readonly Line[]> => {
  const answer = await as(role).send('POST', '/api/organisations/search', query);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json().rows;
};
const names = async (role: Role, query: object) => (await search(role, query)).map(({ name }) => name).sort();
const urlOf = async (word: string) => `/api/organisations/c1/${(await search('worker', { word }))[0]?.id}`;
const pageOf = async (word: string) => (await as('worker').send('GET', await urlOf(word))).json();
const gridOf = async (word: string) => (await search('worker', { word }))[0]?.grid?.id;
const register = (told: object, role: Role = 'worker') =>
  as(role).send('POST', '/api/organisations/c1', { source: 'document', ...told });
const change = async (word: string, what: string, input: object, role: Role = 'worker') => {
  const { version } = await pageOf(word);
  return as(role).send('POST', `${await urlOf(word)}/${what}`, { version, source: 'visit', ...input });
};

describe('a table of organisations', () => {
  const table = organisationCsv(
    `永兴五金厂,企业,${creditCode(1)},柳荫里3号楼底商,,陈永兴,${phone},,`,
    '王记小吃,沿街商铺,,柳荫街12号,柳荫二网格,,,,',
    `柳荫小学,学校,${creditCode(2)},柳荫街1号,柳荫一网格,,,,`,
    `邻里互助中心,社会组织,${creditCode(3)},柳荫里4号楼一层,,,,4A 级,2027/12/31`,
    '无码厂,企业,,柳荫街3号,,,,,',
    `错码厂,企业,${creditCode(4).slice(0, 17)}0,柳荫街4号,,,,,`,
    `没证的会,社会组织,${creditCode(5)},柳荫街5号,,,,,`,
    '王记 小吃,商户门店,,柳荫街 12号,,,,,',
    '不知何物,船,,柳荫街6号,柳荫九网格,,12345,,',
  );

  it('is taken in row by row, each fault told; what was told before is known', async () => {
    const report = await takeOrganisations(street.wired.deps, table);
    expect(report).toMatchObject({ rows: 9, accepted: 4, known: 0 });
    expect(report.errors.map(({ row, field }) => [row, field])).toEqual([
      [6, '统一社会信用代码'],
      [7, '统一社会信用代码'],
      [8, '资质'],
      [9, '单位名称'],
      [10, '类型'],
      [10, '网格'],
      [10, '电话'],
    ]);
    expect(report.errorFile).toContain('没有的小店登记成商户门店');
    expect(await takeOrganisations(street.wired.deps, table)).toMatchObject({ accepted: 0, known: 4 });
  });

  it('puts each into the grid that is told, or in which the homes of its building lie', async () => {
    expect(await gridOf('永兴五金厂')).toBe('c1g1');
    expect(await gridOf('王记小吃')).toBe('c1g2');
    expect(await gridOf('邻里互助中心')).toBe('c1g2');
  });

  it('is refused whole where it says another name for a known code', async () => {
    const other = organisationCsv(`别的厂,企业,${creditCode(1)},柳荫街9号,,,,,`);
    const report = await takeOrganisations(street.wired.deps, other);
    expect(report).toMatchObject({ accepted: 0, errors: [{ row: 2, field: '统一社会信用代码' }] });
  });
});

describe('finding organisations', () => {
  it.each([
    [{ word: '五金' }, ['永兴五金厂']],
    [{ word: creditCode(2).toLowerCase() }, ['柳荫小学']],
    [{ word: '柳荫街 12' }, ['王记小吃']],
    [{ kind: 'social' }, ['邻里互助中心']],
    [{ grid: 'c1g1' }, ['柳荫小学', '永兴五金厂']],
    [{ word: '没有这家' }, []],
    [{ closed: true }, []],
  ])('%j', async (query, expected) => expect(await names('worker', query)).toEqual(expected));

  it('reaches one’s own grids alone, for who walks them', async () => {
    expect(await names('grid', {})).toEqual(['柳荫小学', '永兴五金厂']);
    expect(await names('grid', { grid: 'c1g2' })).toEqual([]);
    expect((await as('grid').send('GET', await urlOf('王记小吃'))).statusCode).toBe(404);
    expect((await as('leader').send('POST', '/api/organisations/search', {})).statusCode).toBe(403);
  });
});

describe('an organisation kept by hand', () => {
  it('is written down once, by who keeps the registry, with what its kind needs', async () => {
    const told = { name: '小满菜店', kind: 'shop', address: '柳荫里5号楼底商', contact: '赵小满', phone };
    expect((await register(told, 'grid')).statusCode).toBe(403);
    expect((await register(told)).statusCode).toBe(200);
    expect((await register(told)).json()).toMatchObject({ error: { code: 'known-organisation' } });
    expect((await register({ ...told, name: '小满二店', kind: 'firm' })).json()).toMatchObject({
      error: { code: 'bad-value', about: 'code' },
    });
    const coded = { name: '再来一个厂', kind: 'firm', address: '柳荫街 8 号', code: creditCode(1) };
    expect((await register(coded)).json()).toMatchObject({ error: { code: 'known-code' } });
    expect(await pageOf('小满菜店')).toMatchObject({ contact: '赵**', phone: '139****8852', version: 0 });
  });

  it('is corrected with what it was; who saw an older one is refused', async () => {
    const called = await change('小满菜店', 'correct', { phone: '13977410001' });
    expect(called.json().changes).toContainEqual(
      expect.objectContaining({ field: 'phone', former: '139****8852' }),
    );
    const put = await change('小满菜店', 'correct', {
      name: '小满超市',
      address: '柳荫里4号楼底商',
      phone: '',
    });
    expect(put.statusCode, put.body).toBe(200);
    expect(put.json()).toMatchObject({ name: '小满超市', version: 2, grid: { id: 'c1g2' } });
    expect(put.json()).not.toHaveProperty('phone');
    const late = await as('worker').send('POST', `${await urlOf('小满超市')}/correct`, {
      version: 0,
      source: 'told',
      name: '慢了',
    });
    expect(late.json()).toMatchObject({ error: { code: 'moved-on' } });
    const same = await change('小满超市', 'correct', { name: '小满超市' });
    expect(same.json()).toMatchObject({ error: { code: 'no-change' } });
    const history = (await pageOf('小满超市')).changes as { field: string; former?: string }[];
    expect(history.map(({ field, former }) => [field, former]).sort()).toEqual([
      ['added', undefined],
      ['address', '柳荫里5号楼底商'],
      ['grid', '柳荫一网格'],
      ['name', '小满菜店'],
      // Taken away, it is gone from the history too.
      ['phone', undefined],
      ['phone', undefined],
    ]);
  });

  it('shows a contact whole for a reason, which everybody reads; not to a seat that may not', async () => {
    const url = `${await urlOf('永兴五金厂')}/reveal`;
    const reason = '通知安全检查';
    const shown = await as('worker').send('POST', url, { field: 'contact', reason });
    expect(shown.json()).toEqual({ value: '陈永兴' });
    expect((await as('grid').send('POST', url, { field: 'phone', reason })).statusCode).toBe(403);
    expect((await pageOf('永兴五金厂')).looks).toMatchObject([{ field: 'contact', reason, by: '冯雪' }]);
  });

  it('closed, it stays readable without whom to call, and may come back as a new one', async () => {
    expect((await change('小满超市', 'close', { day: '2099-01-01' })).json()).toMatchObject({
      error: { code: 'bad-day' },
    });
    const url = await urlOf('小满超市');
    const closed = await change('小满超市', 'close', { day: '2026-11-08' });
    expect(closed.json()).toMatchObject({ closedOn: '2026-11-08', mayChange: false });
    expect(closed.json()).not.toHaveProperty('contact');
    expect(await names('worker', { word: '小满' })).toEqual([]);
    expect(await names('worker', { word: '小满', closed: true })).toEqual(['小满超市']);
    const again = await as('worker').send('POST', `${url}/correct`, {
      version: 3,
      source: 'told',
      name: '又',
    });
    expect(again.json()).toMatchObject({ error: { code: 'closed' } });
    expect((await register({ name: '小满超市', kind: 'shop', address: '柳荫里4号楼底商' })).statusCode).toBe(
      200,
    );
  });

  it('is nobody’s to read who has the database alone', async () => {
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    for (const word of ['陈永兴', phone, '通知安全检查']) expect(dump).not.toContain(word);
    expect(dump).toContain('永兴五金厂');
  });
});

describe('a building called otherwise', () => {
  it('takes what lies in it along, under whichever name people go on writing', async () => {
    const change = { kind: 'renamed', from: { compound: '柳荫里' }, to: '柳荫花园' };
    const done = await as('worker').send('POST', '/api/registry/buildings/c1', { change });
    expect(done.statusCode, done.body).toBe(200);
    await register({ name: '花园理发店', kind: 'shop', address: '柳荫里4号楼底商' });
    expect(await gridOf('花园理发店')).toBe('c1g2');
    const { rows } = await database.pool.query(
      `SELECT DISTINCT compound FROM organisation WHERE building IS NOT NULL AND compound LIKE '柳荫%' AND building < '9'`,
    );
    expect(rows).toEqual([{ compound: '柳荫花园' }]);
  });
});

describe('grids shared anew', () => {
  const decide = async (draft: object, from: string) => {
    const body = { draft, seats: [], from, reason: '调整网格' };
    const decided = await as('worker').send('POST', '/api/grids/c1/changes', body);
    expect(decided.statusCode, decided.body).toBe(200);
    street.pass({ days: 3 });
    browsers.set('worker', await street.as('worker'));
    await applyGridChanges(street.wired.deps);
  };

  it('an organisation goes with its building, and one on a street with what is left of its grid', async () => {
    const moves = [{ compound: '柳荫花园', building: '3', to: 'c1g2' }];
    await decide({ opens: [], closes: [], moves }, '2026-11-10');
    expect(await gridOf('永兴五金厂')).toBe('c1g2');
    expect(await gridOf('柳荫小学')).toBe('c1g1');
    await decide({ opens: [], closes: [{ grid: 'c1g2', into: 'c1g1' }], moves: [] }, '2026-11-14');
    expect(await gridOf('王记小吃')).toBe('c1g1');
    const { rows } = await database.pool.query(
      `SELECT g.grid_id FROM organisation_grid g JOIN organisation o ON o.id = g.organisation_id
       WHERE o.name = '永兴五金厂' ORDER BY g.from_date`,
    );
    expect(rows.map(({ grid_id }) => grid_id)).toEqual(['c1g1', 'c1g2', 'c1g1']);
  });
});
