import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, enterByPhone } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { system } from '../usecases/actor.ts';
import { importResidents } from '../usecases/import-residents.ts';
import { identity, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<Role, Browser>();

const table = (...rows: readonly string[]) =>
  new TextEncoder().encode(['姓名,身份证号,联系电话,住址,与户主关系,网格,人群类别', ...rows].join('\n'));
const people = table(
  `王芳菲,${identity('19400215', 22)},13977418852,柳荫里3号楼2单元501,户主,柳荫一网格,独居 残疾`,
  `李长山,${identity('19900310', 31)},,柳荫里3号楼2单元502,租户,柳荫二网格,志愿者、党员`,
  '赵小满,,,柳荫里3号楼2单元501,其他,柳荫一网格,',
);

beforeAll(async () => {
  street = await startStreet(database.pool);
  for (const role of ['worker', 'grid', 'leader'] as const) browsers.set(role, await street.as(role));
  await takeInto(street.wired.deps, people, 'c1');
});
afterAll(() => street.close());

const as = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`${role} is not signed in`);
  return browser;
};
const urlOf = async (name: string) => {
  const found = await as('worker').send('POST', '/api/registry/search', { word: name });
  return `/api/registry/residents/c1/${found.json().rows[0]?.id}`;
};
const pageOf = async (name: string, role: Role = 'worker') =>
  (await as(role).send('GET', await urlOf(name))).json();
interface Line {
  readonly id?: string;
  readonly title: string;
  readonly until?: string;
}
const titlesOf = (rows: readonly Line[]) =>
  rows.filter(({ until }) => until === undefined).map(({ title }) => title);
const shown = async (name: string, role: Role = 'worker') => titlesOf((await pageOf(name, role)).groups.rows);
const look = async (name: string, role: Role = 'worker') =>
  as(role).send('POST', `${await urlOf(name)}/groups/look`, { reason: '核对帮扶名单' });
const change = async (name: string, what: string, input: object, role: Role = 'worker') => {
  const { version } = await pageOf(name);
  return as(role).send('POST', `${await urlOf(name)}/${what}`, {
    version,
    source: 'document',
    day: '2026-11-01',
    ...input,
  });
};
const set = (name: string, group: string, role: Role = 'worker') =>
  change(name, 'groups', { group, reason: '核对了证件' }, role);

describe('groups of people', () => {
  it('follow from a rule, or from a table', async () => {
    expect(await shown('王芳菲')).toEqual(['常住', '老年人', '高龄老人', '独居老人']);
    expect(await shown('李长山')).toEqual(['流动', '志愿者']);
  });

  it('that are sensitive are told for a reason alone, and the resident reads who asked', async () => {
    const page = await pageOf('王芳菲');
    expect(page.groups.sensitive).toEqual(['残疾人', '低保', '困境儿童', '孤儿', '重点青少年', '党员']);
    const seen = await look('王芳菲');
    expect(titlesOf(seen.json().rows)).toEqual(['残疾人']);
    const { looks } = await pageOf('王芳菲');
    expect(looks[0]).toMatchObject({ field: 'groups', reason: '核对帮扶名单', by: '冯雪' });
    const own = street.guest();
    await enterByPhone(own, '13977418852');
    await own.send('POST', '/api/my-registry/c1/prove', {
      name: '王芳菲',
      identityEnd: identity('19400215', 22).slice(-6),
    });
    const { rows } = (await own.send('GET', '/api/looks')).json();
    expect(rows).toContainEqual(expect.objectContaining({ what: 'registry-groups', reason: '核对帮扶名单' }));
    const [mine] = (await own.send('GET', '/api/my-registry')).json().rows;
    expect(mine.groups.map(({ title }: Line) => title)).toContain('残疾人');
  });

  it('are seen by the posts that the charter names, each by its own', async () => {
    await set('王芳菲', 'party-members');
    expect(titlesOf((await look('王芳菲', 'grid')).json().rows)).toEqual(['残疾人']);
    expect(titlesOf((await look('王芳菲')).json().rows).toSorted()).toEqual(['党员', '残疾人']);
    // Of another grid: nobody there.
    expect((await look('李长山', 'grid')).statusCode).toBe(404);
  });

  it('are set by the posts that the charter names, once, and by nobody else', async () => {
    expect((await set('赵小满', 'volunteers', 'grid')).statusCode).toBe(200);
    expect((await set('赵小满', 'volunteers')).json().error.code).toBe('in-group');
    const refused = await set('赵小满', 'disabled', 'grid');
    expect(refused.statusCode).toBe(403);
    expect(refused.json().error.message).toContain('残疾人');
    expect((await set('赵小满', 'elders')).statusCode).toBe(403);
    expect((await set('赵小满', 'nobody')).statusCode).toBe(400);
    expect((await look('赵小满')).json().rows).toEqual([]);
    expect(
      (await change('赵小满', 'groups', { group: 'veterans', reason: '登记', day: '2099-01-01' })).json()
        .error.code,
    ).toBe('bad-day');
  });

  it('end with a day and a reason, and may begin anew', async () => {
    const { groups } = await pageOf('赵小满');
    const id = groups.rows.find(({ title }: Line) => title === '志愿者')?.id;
    const ended = await change('赵小满', `groups/${id}/end`, { reason: '不再参加', day: '2026-11-05' });
    expect(ended.statusCode, ended.body).toBe(200);
    const row = ended.json().groups.rows.find((line: Line) => line.id === id);
    expect(row).toMatchObject({ from: '2026-11-01', until: '2026-11-05', reason: '不再参加', by: '冯雪' });
    expect((await change('赵小满', `groups/${id}/end`, { reason: '不再参加' })).json().error.code).toBe(
      'not-in-group',
    );
    expect((await set('赵小满', 'volunteers')).statusCode).toBe(200);
    const fields = (await pageOf('赵小满')).changes.map(({ field }: { field: string }) => field);
    expect(fields.filter((field: string) => field !== 'added').toSorted()).toEqual([
      'group-ended',
      'group-set',
      'group-set',
    ]);
  });
});

describe('a table of groups', () => {
  const take = (bytes: Uint8Array, fileName = '底数.xlsx') =>
    importResidents(street.wired.deps, system, { bytes, fileName, community: 'c1' });

  it('taken in again adds nobody twice', async () => {
    const before = await database.pool.query('SELECT count(*) AS n FROM resident_group');
    await take(people);
    const after = await database.pool.query('SELECT count(*) AS n FROM resident_group');
    expect(after.rows).toEqual(before.rows);
  });

  it('adds what is new of who is known, and says which word it does not know', async () => {
    const report = await take(
      table('赵小满,,,柳荫里3号楼2单元501,其他,,退伍军人', '孙五,,,柳荫里3号楼2单元601,其他,,宇航员'),
    );
    expect(report).toMatchObject({ ok: true, value: { known: 1 } });
    expect(report.ok && report.value.errors[0]?.message).toContain('没有“宇航员”这个人群。可以写：常住、');
    expect(await shown('赵小满')).toEqual(['志愿者', '退役军人'].toSorted(() => -1));
  });
});

describe('who looks after somebody', () => {
  it('is named by seat, from a day on, for who is in need', async () => {
    const { groups } = await pageOf('王芳菲');
    const grid = groups.mayCare.find(({ post }: { post: string }) => post === 'grid-worker');
    expect(grid).toMatchObject({ name: '吴刚', postTitle: '网格员' });
    const seat = { person: grid.person, post: grid.post, organ: grid.organ };
    const named = await change('王芳菲', 'carer', { seat });
    expect(named.statusCode, named.body).toBe(200);
    expect(named.json().groups.carers).toMatchObject([{ name: '吴刚', from: '2026-11-01' }]);
    expect((await change('李长山', 'carer', { seat })).json().error.message).toContain(
      '不在要结对帮扶的人群里',
    );
    const other = { ...seat, post: 'handler' };
    expect((await change('王芳菲', 'carer', { seat: other })).json().error.about).toBe('seat');
    const gone = await change('王芳菲', 'carer', { day: '2026-11-09' });
    expect(gone.json().groups.carers).toMatchObject([{ until: '2026-11-08' }]);
  });
});

describe('whoever carries off the database', () => {
  it('reads of nobody in which group they are, not even from how long the ciphertext is', async () => {
    await importResidents(street.wired.deps, system, {
      bytes: table('周全,,,柳荫里3号楼2单元701,其他,,低保', '吴缺,,,柳荫里3号楼2单元702,其他,,困境儿童'),
      fileName: '低保户名单.xlsx',
      community: 'c1',
    });
    const dump = await dumpOf(database.pool);
    // What procedures call their rolls is public, and nobody's.
    const all = [...dump].flatMap(([name, text]) => (name === 'procedure_version' ? [] : [text])).join('\n');
    const library = street.wired.deps.library.charters.get('beijing-12345')?.groups?.groups ?? [];
    expect(library.length).toBeGreaterThan(9);
    for (const { id, title, words, rule } of library)
      if (rule === undefined)
        for (const word of [title, ...words, `"${id}"`, `,${id},`, id.padEnd(40)])
          expect(all.includes(word), word).toBe(false);
    const { rows } = await database.pool.query<{ length: number }>(
      `SELECT DISTINCT length(g.entry_sealed) AS length FROM resident_group g
       JOIN registry_change c ON c.community_id = g.community_id AND c.resident_id = g.resident_id
       WHERE c.source LIKE '%敏感人群%'`,
    );
    expect(rows).toHaveLength(1);
    const marks = await database.pool.query('SELECT mark FROM resident_group WHERE until_date IS NULL');
    expect(new Set(marks.rows.map(({ mark }) => mark)).size).toBe(marks.rows.length);
    expect((await look('周全')).json().rows).toMatchObject([{ title: '低保' }]);
  });

  it('reads nothing at all of who was erased', async () => {
    const id = (await pageOf('王芳菲')).id;
    await change('王芳菲', 'erase', { reason: '本人要求' });
    for (const name of ['resident_group', 'resident_carer'])
      expect((await dumpOf(database.pool)).get(name), name).not.toContain(id);
  });
});
