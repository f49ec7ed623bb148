import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { enterByPhone } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
let worker: Browser;
let grid: Browser;
const wang = identity('19800215', 22);
const zhou = identity('19560606', 31);
const chen = identity('19710707', 12);

beforeAll(async () => {
  street = await startStreet(database.pool);
  worker = await street.as('worker');
  grid = await street.as('grid');
  await takeInto(
    street.wired.deps,
    householdCsv(
      `王芳菲,${wang},13977418852,柳荫里3号楼2单元501,柳荫一网格`,
      `陈桂枝,${chen},13977418853,柳荫里3号楼2单元502,柳荫一网格`,
      '孙大力,,13977418854,柳荫里3号楼2单元503,柳荫二网格',
      '孙小力,,13977418854,柳荫里3号楼2单元503,柳荫二网格',
      '钱有余,,13977418855,柳荫里3号楼2单元601,柳荫二网格',
      `周守仁,${zhou},13977418856,柳荫里3号楼2单元602,柳荫二网格`,
    ),
    'c1',
  );
});
afterAll(() => street.close());

const entered = new Map<string, Browser>();
/** A number is sent one code a minute, and no minute passes here. */
const enter = async (phone: string): Promise<Browser> => {
  const known = entered.get(phone);
  if (known !== undefined) return known;
  const browser = street.guest();
  entered.set(phone, browser);
  expect((await enterByPhone(browser, phone)).statusCode).toBe(200);
  return browser;
};
const prove = (browser: Browser, name: string, number: string) =>
  browser.send('POST', '/api/my-registry/c1/prove', { name, identityEnd: number.slice(-6) });
/** Signed in, and shown whose the record is. */
const enterAsSelf = async (phone: string, name: string, number: string): Promise<Browser> => {
  const browser = await enter(phone);
  expect((await prove(browser, name, number)).statusCode).toBe(200);
  return browser;
};
const own = async (browser: Browser) => (await browser.send('GET', '/api/my-registry')).json();
const idOf = async (word: string): Promise<string> =>
  (await worker.send('POST', '/api/registry/search', { word })).json().rows[0]?.id;
const urlOf = async (word: string) => `/api/registry/residents/c1/${await idOf(word)}`;
const pageOf = async (word: string) => (await worker.send('GET', await urlOf(word))).json();
const dumped = async () => [...(await dumpOf(database.pool)).values()].join('\n');

describe('a resident and their own record', () => {
  it('stays closed to a telephone alone: the number may have been given out anew', async () => {
    const browser = await enter('13977418852');
    expect(await own(browser)).toEqual({
      rows: [],
      locked: [{ community: 'c1', communityTitle: '柳荫社区', provable: true }],
      shared: [],
      owned: [],
    });
    expect((await browser.send('GET', '/api/my-data')).json().registry.rows).toEqual([]);
    const asked = await browser.send('POST', '/api/my-registry/c1/requests', {
      field: 'name',
      value: '王某',
    });
    expect(asked.json().error.code).toBe('not-matched');
  });

  it('opens for who knows the name and the end of the identity number, in that session alone', async () => {
    const browser = await enter('13977418852');
    const wrong = [
      await prove(browser, '王芳', wang),
      await prove(browser, '王芳菲', chen),
      await prove(browser, '', wang),
    ];
    expect(wrong.map(({ statusCode }) => statusCode)).toEqual([403, 403, 400]);
    for (const { body } of wrong) expect(body).not.toContain('王芳菲');
    expect((await prove(browser, ' 王芳菲', wang.toLowerCase())).statusCode).toBe(200);
    expect((await own(browser)).rows).toHaveLength(1);
    const stranger = await prove(await enter('13900000000'), '王芳菲', wang);
    expect(stranger.json().error.code).toBe('not-matched');
    // The same number signed in elsewhere, as its next owner would.
    street.pass({ hours: 1 });
    const again = street.guest();
    expect((await enterByPhone(again, '13977418852')).statusCode).toBe(200);
    expect(await own(again)).toMatchObject({ rows: [], locked: [{ community: 'c1' }] });
  });

  it('is shown to the telephone that it names, the identity number masked, and to no other', async () => {
    const { rows, locked, shared } = await own(await enter('13977418852'));
    expect([locked, shared]).toEqual([[], []]);
    expect(rows).toEqual([
      expect.objectContaining({
        name: '王芳菲',
        phone: '139****8852',
        identity: `990***********${wang.slice(-4)}`,
        address: '柳荫里 3 号楼 2 单元 501',
      }),
    ]);
    expect((await own(await enter('13900000000'))).rows).toEqual([]);
  });

  it('is nobody’s where several have the telephone', async () => {
    const family = await enter('13977418854');
    expect(await own(family)).toMatchObject({ rows: [], locked: [], shared: ['柳荫社区'] });
    const asked = await family.send('POST', '/api/my-registry/c1/requests', { field: 'name', value: '孙某' });
    expect(asked.json().error.code).toBe('not-matched');
  });

  it('without an identity number is opened at the desk alone', async () => {
    const browser = await enter('13977418855');
    expect(await own(browser)).toMatchObject({ locked: [{ community: 'c1', provable: false }] });
    expect((await prove(browser, '钱有余', zhou)).json().error.code).toBe('no-proof-possible');
  });

  it('says who looked, and is in what one takes along', async () => {
    await worker.send('POST', `${await urlOf('王芳菲')}/reveal`, { field: 'phone', reason: '停水通知' });
    const browser = await enter('13977418852');
    const { rows } = (await browser.send('GET', '/api/looks')).json();
    expect(rows).toContainEqual(
      expect.objectContaining({
        what: 'registry-phone',
        reason: '停水通知',
        registry: '柳荫社区',
        post: '社区工作者',
      }),
    );
    const taken = (await browser.send('GET', '/api/my-data')).json();
    expect(taken.registry.rows[0].name).toBe('王芳菲');
    const stranger = await enter('13900000000');
    expect((await stranger.send('GET', '/api/looks')).json().rows).toEqual([]);
  });
});

describe('a correction asked for', () => {
  const asks = (browser: Browser, field: string, value: string) =>
    browser.send('POST', '/api/my-registry/c1/requests', { field, value });

  it('is accepted, and becomes so', async () => {
    const browser = await enter('13977418852');
    expect((await asks(browser, 'identity', '123')).json().error).toMatchObject({ code: 'bad-value' });
    expect((await asks(browser, 'name', '王芳霏')).statusCode).toBe(200);
    const waiting = (await worker.send('GET', '/api/registry/requests')).json().rows;
    expect(waiting).toEqual([expect.objectContaining({ name: '王芳菲', field: 'name', bySelf: true })]);
    expect((await grid.send('GET', '/api/registry/requests')).json().rows).toEqual([]);
    const { version, requests } = await pageOf('王芳菲');
    const url = `${await urlOf('王芳菲')}/requests/${requests[0].id}`;
    expect((await grid.send('POST', `${url}/accept`, { version })).statusCode).toBe(403);
    const done = await worker.send('POST', `${url}/accept`, { version });
    expect(done.json()).toMatchObject({ name: '王芳霏', requests: [] });
    expect((await worker.send('POST', `${url}/accept`, { version: version + 1 })).json().error.code).toBe(
      'answered',
    );
    expect((await own(browser)).rows[0].requests).toEqual([
      expect.objectContaining({ field: 'name', accepted: true }),
    ]);
  });

  it('is refused with a reason that the one who asked reads; a grid’s worker may ask too', async () => {
    const proposed = await grid.send('POST', `${await urlOf('陈桂枝')}/propose`, {
      field: 'phone',
      value: '13900007777',
    });
    expect(proposed.statusCode, proposed.body).toBe(200);
    const elsewhere = await grid.send('POST', `${await urlOf('孙大力')}/propose`, {
      field: 'name',
      value: '孙二力',
    });
    expect(elsewhere.statusCode).toBe(404);
    const browser = await enterAsSelf('13977418853', '陈桂枝', chen);
    await asks(browser, 'name', '陈桂芝');
    const { version, requests } = await pageOf('陈桂枝');
    expect(requests.map(({ value, bySelf }: Record<string, unknown>) => [value, bySelf])).toEqual(
      expect.arrayContaining([
        ['139****7777', false],
        ['陈桂芝', true],
      ]),
    );
    const self = requests.find(({ bySelf }: { bySelf: boolean }) => bySelf);
    const url = `${await urlOf('陈桂枝')}/requests/${self.id}/refuse`;
    await worker.send('POST', url, { version, reason: '和身份证上的不一样' });
    expect((await own(browser)).rows[0].requests).toEqual([
      expect.objectContaining({ accepted: false, answer: '和身份证上的不一样' }),
    ]);
    const dump = await dumped();
    for (const word of ['陈桂芝', '13900007777', '和身份证上的不一样']) expect(dump).not.toContain(word);
  });
});

describe('erased', () => {
  const tombs = async () =>
    (
      await database.pool.query(
        `SELECT r.name_sealed, r.identity_sealed, r.phone_sealed, r.born_year, r.sex, r.tokens,
           (SELECT count(*)::int FROM residence l WHERE l.resident_id = r.id AND l.until_date IS NULL) AS living,
           (SELECT count(*)::int FROM registry_change c WHERE c.resident_id = r.id AND c.former_sealed IS NOT NULL) AS former
         FROM resident r WHERE erased_at IS NOT NULL ORDER BY erased_at, id`,
      )
    ).rows;
  const tomb = {
    name_sealed: '',
    identity_sealed: null,
    phone_sealed: null,
    born_year: null,
    sex: null,
    tokens: [],
    living: 1,
    former: 0,
  };

  it('by oneself: the registry forgets who it was, and still counts who lived there', async () => {
    const id = await idOf('王芳霏');
    const browser = await enter('13977418852');
    expect((await browser.send('POST', '/api/my-data/erase', { confirm: '删除' })).statusCode).toBe(200);
    expect(await tombs()).toEqual([tomb]);
    for (const word of ['王芳霏', wang, '13977418852']) expect(await idOf(word), word).toBeUndefined();
    const page = await worker.send('GET', `/api/registry/residents/c1/${id}`);
    expect(page.json()).toMatchObject({ name: '', mayReveal: false, mayChange: false });
    expect(page.json().looks[0]).toMatchObject({ field: 'phone', reason: '', by: '冯雪' });
    const put = await worker.send('POST', `/api/registry/residents/c1/${id}/correct`, {
      version: page.json().version,
      source: 'told',
      name: '王芳菲',
    });
    expect(put.json().error.code).toBe('erased');
  });

  it('at the desk, with a reason; nothing of others goes', async () => {
    const { version } = await pageOf('陈桂枝');
    const url = `${await urlOf('陈桂枝')}/erase`;
    expect((await grid.send('POST', url, { version, source: 'told', reason: '本人要求' })).statusCode).toBe(
      403,
    );
    const done = await worker.send('POST', url, { version, source: 'document', reason: '本人到窗口要求' });
    expect(done.statusCode, done.body).toBe(200);
    expect(done.json().changes[0]).toMatchObject({ field: 'erased', reason: '本人到窗口要求' });
    expect(await tombs()).toHaveLength(2);
    expect((await worker.send('POST', '/api/registry/search', { word: '孙大力' })).json().rows).toHaveLength(
      1,
    );
  });

  it('cannot be half done: the database refuses a tombstone that still tells who it was', async () => {
    await expect(
      database.pool.query(`UPDATE resident SET erased_at = 1 WHERE erased_at IS NULL`),
    ).rejects.toThrow('resident_erased');
  });
});

describe('a number that has changed hands', () => {
  it('opens nothing, erases nothing, and is refused after five tries, also the right one, until the next day', async () => {
    const next = await enter('13977418856');
    const codes = [];
    for (let n = 0; n < 6; n += 1) codes.push((await prove(next, '周守信', zhou)).json().error.code);
    expect(codes).toEqual([...Array(5).fill('not-proven'), 'proved-too-often']);
    expect((await prove(next, '周守仁', zhou)).statusCode).toBe(429);
    expect((await next.send('POST', '/api/my-data/erase', { confirm: '删除' })).statusCode).toBe(200);
    expect(await pageOf('周守仁')).toMatchObject({ name: '周守仁', mayChange: true });
    street.pass({ hours: 25 });
    const again = street.guest();
    expect((await enterByPhone(again, '13977418856')).statusCode).toBe(200);
    expect((await prove(again, '周守仁', zhou)).statusCode).toBe(200);
  });
});
