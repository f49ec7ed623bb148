import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../http/app.ts';
import { type Browser, openBrowser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const wang = identity('19800215', 22);
const li = identity('19750310', 31);
const wangPhone = '13977418852';
/** Numbers that stand nowhere else, so that wherever they turn up they were carried there. */
const personal = [wang, li, wangPhone, '王芳菲', '李长山'];

const database = testDatabase();
let street: TestStreet;
const logged: string[] = [];
const browsers = new Map<Role | 'guest', Browser>();

beforeAll(async () => {
  street = await startStreet(database.pool);
  const { deps, signIn, files, live } = street.wired;
  // The same server once more, with every line of its log kept.
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  const app = await buildApp({ deps, signIn, files, live, doors: [], logger, limitRequests: false });
  for (const role of ['worker', 'grid', 'leader', 'community'] as const) {
    const browser = openBrowser(app, role);
    await browser.send('POST', '/api/demo/enter', { role });
    browsers.set(role, browser);
  }
  const east = householdCsv(
    `王芳菲,${wang},${wangPhone},柳荫里3号楼2单元501,柳荫一网格`,
    `李长山,${li},,柳荫里3号楼2单元502,柳荫二网格`,
    '王小明,,13900001111,柳荫里12号楼301,',
  );
  await takeInto(deps, east, 'c1');
  await takeInto(deps, householdCsv('王芳菲,,,槐树南里1号楼101,'), 'c2');
});
afterAll(() => street.close());

const as = (role: Role): Browser => {
  const browser = browsers.get(role);
  if (browser === undefined) throw new Error(`${role} is not signed in`);
  return browser;
};
const search = async (role: Role, word: string) => {
  const response = await as(role).send('POST', '/api/registry/search', { word });
  expect(response.statusCode, response.body).toBe(200);
  return response.json().rows as { id: string; name: string; community: string; address: string }[];
};
const names = async (role: Role, word: string) => (await search(role, word)).map(({ name }) => name).sort();
const pageOf = async (role: Role, word: string) => {
  const [found] = await search('worker', word);
  return as(role).send('GET', `/api/registry/residents/${found?.community}/${found?.id}`);
};

describe('finding residents', () => {
  it.each([
    ['王芳菲', ['王芳菲']],
    ['芳菲', ['王芳菲']],
    ['王 小明', ['王小明']],
    [wang, ['王芳菲']],
    [wang.slice(-4), ['王芳菲']],
    ['139-7741-8852', ['王芳菲']],
    ['+86 13977418852', ['王芳菲']],
    ['8852', ['王芳菲']],
    ['柳荫里', ['李长山', '王小明', '王芳菲']],
    ['柳荫里三号楼', ['李长山', '王芳菲']],
    ['３－２－５０２', ['李长山']],
    ['301室', ['王小明']],
    ['东风区柳荫街道柳荫社区柳荫里12号楼', ['王小明']],
    ['没有此人', []],
    ['9999', []],
  ])('%s', async (word, expected) => {
    expect(await names('worker', word)).toEqual([...expected].sort());
  });

  it('reaches the communities of one’s own seats, and of a grid’s worker the grid alone', async () => {
    expect((await search('worker', '王芳菲')).map(({ community }) => community)).toEqual(['c1']);
    expect(await names('grid', '柳荫里')).toEqual(['王芳菲']);
    expect(await names('grid', '李长山')).toEqual([]);
    expect((await pageOf('grid', '王芳菲')).statusCode).toBe(200);
    expect((await pageOf('grid', '李长山')).statusCode).toBe(404);
    for (const role of ['leader', 'community'] as const) {
      const refused = await as(role).send('POST', '/api/registry/search', { word: '王芳菲' });
      expect(refused.statusCode).toBe(403);
    }
  });

  it('masks numbers, and goes on page by page', async () => {
    const many = Array.from({ length: 120 }, (_, i) => `陈同名,,,长条院${1 + i}号楼1,`);
    await takeInto(street.wired.deps, householdCsv(...many), 'c1');
    const ids = new Set<string>();
    let cursor: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await as('worker').send('POST', '/api/registry/search', { word: '陈同名', cursor });
      for (const { id } of page.json().rows) ids.add(id);
      sizes.push(page.json().rows.length);
      cursor = page.json().next;
    } while (cursor !== undefined);
    expect(sizes).toEqual([50, 50, 20]);
    expect(ids.size).toBe(120);
    const found = await as('worker').send('POST', '/api/registry/search', { word: '王芳菲' });
    expect(found.json().rows[0]).toMatchObject({
      identity: `990***********${wang.slice(-4)}`,
      phone: '139****8852',
      address: '柳荫里 3 号楼 2 单元 501',
      grid: '柳荫一网格',
    });
  });

  it('refuses words too short to mean anybody', async () => {
    const refused = await as('worker').send('POST', '/api/registry/search', { word: '王' });
    expect(refused.statusCode).toBe(400);
  });
});

describe('a number shown whole', () => {
  const reason = '核对王芳菲的电话';
  const reveal = async (role: Role, word: string, field = 'phone') => {
    const [found] = await search('worker', word);
    const url = `/api/registry/residents/${found?.community}/${found?.id}/reveal`;
    return as(role).send('POST', url, { field, reason });
  };

  it('is written down before it is shown, and everybody who opens the page sees by whom', async () => {
    const shown = await reveal('worker', '王芳菲');
    expect(shown.json()).toEqual({ value: `+86${wangPhone}` });
    expect((await reveal('worker', '王芳菲', 'identity')).json()).toEqual({ value: wang });
    const page = (await pageOf('worker', '王芳菲')).json();
    expect(page.looks).toEqual(
      expect.arrayContaining(
        ['identity', 'phone'].map((field) =>
          expect.objectContaining({ field, reason, by: '冯雪', organ: '柳荫社区居委会', post: '社区工作者' }),
        ),
      ),
    );
    expect(page).toMatchObject({
      mayReveal: true,
      homes: [{ address: '柳荫里 3 号楼 2 单元 501', from: '2026-11-09' }],
      changes: [{ field: 'added', source: '底数.xlsx' }],
    });
    expect(JSON.stringify(page)).not.toContain(wangPhone);
    expect(JSON.stringify(page)).not.toContain(wang);
  });

  it('is not for a seat that may not see numbers, and stays hidden when the look cannot be kept', async () => {
    expect((await reveal('grid', '王芳菲')).statusCode).toBe(403);
    expect((await pageOf('grid', '王芳菲')).json().mayReveal).toBe(false);
    expect((await reveal('grid', '李长山')).statusCode).toBe(404);
    expect((await reveal('worker', '李长山')).statusCode).toBe(404);
    await database.pool.query('ALTER TABLE registry_look ADD CONSTRAINT closed CHECK (false) NOT VALID');
    const unkept = await reveal('worker', '王芳菲');
    expect(unkept.statusCode).toBe(500);
    expect(unkept.body).not.toContain(wangPhone);
    await database.pool.query('ALTER TABLE registry_look DROP CONSTRAINT closed');
    const looks = await database.pool.query('SELECT field FROM registry_look');
    expect(looks.rows).toHaveLength(2);
  });
});

describe('taking a table in over the network', () => {
  const form = (content: Uint8Array | string, parts: Readonly<Record<string, string>>) => {
    const lines = Object.entries(parts).map(
      ([name, value]) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    return Buffer.from(
      `${lines.join('')}--x\r\ncontent-disposition: form-data; name="file"; filename="表.csv"\r\n\r\n${text}\r\n--x--\r\n`,
    );
  };
  const send = (role: Role, content: Uint8Array | string, parts: Readonly<Record<string, string>>) =>
    as(role).send('POST', '/api/registry/imports', form(content, parts), {
      'content-type': 'multipart/form-data; boundary=x',
    });

  it('is for whoever keeps the whole community', async () => {
    const file = householdCsv(`赵立新,${identity('19660606', 8)},,柳荫里9号楼1,`, '赵无号,,,,');
    const checked = await send('worker', file, { community: 'c1', dryRun: 'true' });
    expect(checked.json()).toMatchObject({ rows: 2, accepted: 1, known: 0, moved: 0, errorCount: 1 });
    expect(await names('worker', '赵立新')).toEqual([]);
    expect((await send('worker', file, { community: 'c1' })).json()).toMatchObject({ accepted: 1 });
    expect(await names('worker', '赵立新')).toEqual(['赵立新']);
    expect((await send('worker', file, { community: 'c2' })).statusCode).toBe(403);
    expect((await send('grid', file, { community: 'c1' })).statusCode).toBe(403);
    expect((await send('worker', file, {})).statusCode).toBe(400);
    const unread = await send('worker', `表头\n${wang}`, { community: 'c1' });
    expect(unread.statusCode).toBe(400);
    expect(unread.body).not.toContain(wang);
  });
});

describe('who has the whole database, or the log', () => {
  it('learns no name and no number', async () => {
    const dump = await dumpOf(database.pool);
    expect(dump.get('resident')?.split('\n').length).toBeGreaterThan(3);
    for (const [table, rows] of dump)
      for (const word of personal) expect(rows.includes(word), `${word} in ${table}`).toBe(false);
    const log = logged.join('');
    expect(log).toContain('/api/registry/search');
    for (const word of [...personal, '8852']) expect(log.includes(word), word).toBe(false);
  });
});
