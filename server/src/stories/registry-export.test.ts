import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../http/app.ts';
import { readTable } from '../import/read-table.ts';
import { type Browser, enterByPhone, openBrowser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';
import { whoLeaked } from '../usecases/who-leaked.ts';
import { whoSaw } from '../usecases/who-saw.ts';

const database = testDatabase();
const logged: string[] = [];
let street: TestStreet;
let app: FastifyInstance;
let worker: Browser;
let leader: Browser;
const wang = identity('19800215', 22);
const purpose = '社区卫生站核对老人体检';

beforeAll(async () => {
  street = await startStreet(database.pool);
  // The same server once more, with every line of its log kept.
  const { deps, signIn, files, live } = street.wired;
  const logger = pino({ level: 'trace' }, { write: (line: string) => logged.push(line) });
  app = await buildApp({ deps, signIn, files, live, doors: [], logger, limitRequests: false });
  worker = await enterAs('worker');
  leader = await enterAs('leader');
  const others = Array.from(
    { length: 30 },
    (_, i) =>
      `赵${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i},,1397741${7000 + i},柳荫里4号楼1单元${101 + i},柳荫二网格`,
  );
  const rows = [`王芳菲,${wang},13977418852,柳荫里3号楼2单元501,柳荫一网格`, ...others];
  await takeInto(street.wired.deps, householdCsv(...rows), 'c1');
});
afterAll(async () => {
  await app.close();
  await street.close();
});

async function enterAs(role: Role): Promise<Browser> {
  const browser = openBrowser(app, role);
  expect((await browser.send('POST', '/api/demo/enter', { role })).statusCode).toBe(200);
  return browser;
}

const ask = (browser: Browser, more: object = {}) =>
  browser.send('POST', '/api/registry/exports', {
    community: 'c1',
    columns: ['identity', 'phone', 'grid'],
    purpose,
    ...more,
  });
const urlOf = (id: string) => `/api/registry/exports/c1/${id}`;
const answer = (browser: Browser, id: string, body: object) =>
  browser.send('POST', `${urlOf(id)}/answer`, body);
const take = (browser: Browser, id: string, format = 'csv') =>
  browser.send('POST', `${urlOf(id)}/file`, { format });
const approved = async (more: object = {}, days = 3): Promise<string> => {
  const { id } = (await ask(worker, more)).json();
  expect((await answer(leader, id, { approve: true, days })).statusCode).toBe(200);
  return id;
};
const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((line) => line.split(','));

describe('an export of the registry', () => {
  it('waits for a second person, and goes to who asked, twice at most', async () => {
    const { id } = (await ask(worker)).json();
    expect((await take(worker, id)).json().error.code).toBe('export-waits');
    expect((await answer(worker, id, { approve: true, days: 2 })).statusCode).toBe(404);
    expect((await answer(leader, id, { approve: true, days: 9 })).statusCode).toBe(400);
    const listed = (await leader.send('GET', '/api/registry/exports')).json().rows[0];
    expect(listed).toMatchObject({ n: 1, purpose, residents: 31, mayAnswer: true, mayTake: false });
    expect(listed.asked).toMatchObject({ by: '冯雪', organ: '柳荫社区居委会' });
    expect((await answer(leader, id, { approve: true, days: 2 })).statusCode).toBe(200);
    expect((await answer(leader, id, { approve: true, days: 2 })).json().error.code).toBe('export-answered');
    expect((await take(leader, id)).statusCode).toBe(404);
    const codes = [];
    for (let n = 0; n < 3; n += 1) codes.push((await take(worker, id)).statusCode);
    expect(codes).toEqual([200, 200, 409]);
  });

  it('is never approved by who asked for it, whatever posts they hold, nor by the database', async () => {
    const person = street.people.get('worker');
    await database.pool.query(`INSERT INTO post VALUES ($1, 'leader', 'street-office', '2026-01-01', NULL)`, [
      person,
    ]);
    street.pass({ hours: 1 });
    const { id } = (await ask(worker)).json();
    expect((await answer(worker, id, { approve: true, days: 2 })).json().error.code).toBe('same-person');
    await database.pool.query(`DELETE FROM post WHERE person_id = $1 AND post = 'leader'`, [person]);
    await expect(
      database.pool.query(
        `UPDATE registry_export SET answered_by = asked_by, answered_at = 1, approved = true, until_at = 9 WHERE id = $1`,
        [id],
      ),
    ).rejects.toThrow('registry_export_check');
  });

  it('is refused with a reason, ends with its days, and is void when nobody answers', async () => {
    const refused = (await ask(worker)).json().id;
    await answer(leader, refused, { approve: false, reason: '体检名单由卫生站出' });
    expect((await take(worker, refused)).json().error.code).toBe('export-refused');
    const rows = (await worker.send('GET', '/api/registry/exports')).json().rows;
    expect(rows.find((row: { id: string }) => row.id === refused).answered).toMatchObject({
      approved: false,
      reason: '体检名单由卫生站出',
      by: '王建国',
    });
    const id = await approved({}, 1);
    const stale = (await ask(worker)).json().id;
    street.pass({ days: 1 });
    expect((await take(await enterAs('worker'), id)).json().error.code).toBe('export-over');
    street.pass({ days: 14 });
    leader = await enterAs('leader');
    worker = await enterAs('worker');
    expect((await answer(leader, stale, { approve: true, days: 1 })).json().error.code).toBe('export-stale');
  });

  it('shows numbers masked unless they were asked for whole, and says on its face whose copy it is', async () => {
    const masked = (await take(worker, await approved())).body;
    expect(masked).toContain('139****8852');
    expect(masked).not.toContain('13977418852');
    expect(masked).not.toContain(wang);
    const whole = rowsOf((await take(worker, await approved({ whole: ['phone'], grids: ['c1g1'] }))).body);
    const [first = [], second = [], titles = [], ...rest] = whole;
    expect(titles).toEqual(['姓名', '住址', '网格', '身份证号', '联系电话']);
    expect(rest[0]?.slice(2)).toEqual(['柳荫一网格', `990***********${wang.slice(-4)}`, '13977418852']);
    expect(rest.slice(1)).toEqual([first, second]);
    for (const word of ['第 7 号 第 1 份', '冯雪', '王建国', '批准']) expect(first.join()).toContain(word);
    expect(second.join()).toContain(purpose);
    expect((await ask(await enterAs('grid'), { whole: ['phone'] })).statusCode).toBe(403);
    expect((await ask(worker, { grids: ['c2g1'] })).statusCode).toBe(400);
  });

  it('opens as a spreadsheet with every number as text', async () => {
    const file = await take(worker, await approved({ whole: ['identity'] }), 'xlsx');
    const table = await readTable(file.rawPayload);
    expect(table.ok && table.value.rows.some(({ cells }) => cells.includes(wang))).toBe(true);
  });

  it('is known again by its copy, also sorted, cut and without its marks; and by nothing else', async () => {
    const id = await approved();
    const [one, two] = [rowsOf((await take(worker, id)).body), rowsOf((await take(worker, id)).body)];
    const leaked = [...two]
      .filter(({ length }) => length === 5)
      .sort()
      .slice(4, 26);
    const suspects = await whoLeaked(
      street.wired.deps,
      'c1',
      leaked.map((cells) => cells.slice(0, 2)),
    );
    expect(suspects[0]).toMatchObject({ copy: 2, by: '冯雪', purpose, rows: 22, fitting: 22 });
    expect(suspects.filter(({ rows, fitting }) => rows === fitting)).toHaveLength(1);
    expect(await whoLeaked(street.wired.deps, 'c1', one.slice(3, 9))).toEqual([]);
  });

  it('is among the looks of everybody in it, and in who-saw', async () => {
    const lines = [];
    for await (const line of whoSaw(street.wired.deps, 'c1', { since: 0, until: street.now() + 1 }))
      lines.push(line);
    expect(lines.filter(({ kind }) => kind === 'export')).toContainEqual(
      expect.objectContaining({ name: '冯雪', post: '社区工作者', residents: 31, reason: purpose }),
    );
    const resident = openBrowser(app, 'phone');
    expect((await enterByPhone(resident, '13977418852')).statusCode).toBe(200);
    await resident.send('POST', '/api/my-registry/c1/prove', {
      name: '王芳菲',
      identityEnd: wang.slice(-6),
    });
    const { rows } = (await resident.send('GET', '/api/looks')).json();
    expect(rows).toContainEqual(
      expect.objectContaining({ what: 'registry-export', reason: purpose, post: '社区工作者' }),
    );
  });

  it('leaves no name, number or purpose in the database, in the log or in a refusal', async () => {
    const guess = openBrowser(app, 'phone');
    street.pass({ hours: 1 });
    expect((await enterByPhone(guess, '13977418852')).statusCode).toBe(200);
    const refusals = [
      await guess.send('POST', '/api/my-registry/c1/prove', { name: '王芳', identityEnd: wang.slice(-6) }),
      await take(leader, (await ask(worker)).json().id),
      await ask(worker, { columns: ['phone', '13977418852'] }),
    ];
    expect(refusals.map(({ statusCode }) => statusCode)).toEqual([403, 404, 400]);
    expect(logged.length).toBeGreaterThan(20);
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    const secrets = ['王芳菲', wang, wang.slice(-6), '13977418852', purpose, '体检名单由卫生站出'];
    for (const word of secrets) {
      expect(dump).not.toContain(word);
      expect(logged.join('')).not.toContain(word);
      for (const { body } of refusals) expect(body).not.toContain(word);
    }
  });
});
