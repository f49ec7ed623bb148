import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../signin/testing-sign-in.ts';
import { dumpOf } from '../testing/dump.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { householdCsv, identity, takeInto } from '../usecases/testing-registry.ts';

const database = testDatabase();
let street: TestStreet;
const browsers = new Map<Role, Browser>();
const wang = identity('19800215', 22);
const li = identity('19750310', 31);

beforeAll(async () => {
  street = await startStreet(database.pool);
  for (const role of ['worker', 'grid'] as const) browsers.set(role, await street.as(role));
  await takeInto(
    street.wired.deps,
    householdCsv(
      `王芳菲,${wang},13977418852,柳荫里3号楼2单元501,柳荫一网格`,
      `李长山,${li},,柳荫里3号楼2单元502,柳荫二网格`,
      '赵小满,,,柳荫里3号楼2单元501,',
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
const found = async (word: string) => {
  const answer = await as('worker').send('POST', '/api/registry/search', { word });
  return answer.json().rows as { id: string; name: string; phone?: string; address?: string }[];
};
const names = async (word: string) => (await found(word)).map(({ name }) => name).sort();
const urlOf = async (word: string) => `/api/registry/residents/c1/${(await found(word))[0]?.id}`;
const pageOf = async (word: string) => (await as('worker').send('GET', await urlOf(word))).json();
const change = async (role: Role, word: string, what: string, input: object) => {
  const { version } = await pageOf(word);
  return as(role).send('POST', `${await urlOf(word)}/${what}`, { version, source: 'document', ...input });
};

describe('putting a resident right', () => {
  it('keeps the value before, who and from whom; search follows', async () => {
    const other = identity('19800215', 44);
    const put = await change('worker', '王芳菲', 'correct', {
      name: '王芳霏',
      identity: other,
      phone: '13977410001',
      relation: 'head',
    });
    expect(put.statusCode, put.body).toBe(200);
    expect(put.json()).toMatchObject({
      name: '王芳霏',
      phone: '139****0001',
      identity: `990***********${other.slice(-4)}`,
      relation: 'head',
      version: 1,
    });
    const history = put.json().changes.filter(({ field }: { field: string }) => field !== 'added');
    expect(history.map(({ field, former }: Record<string, string>) => [field, former]).sort()).toEqual([
      ['identity', `990***********${wang.slice(-4)}`],
      ['name', '王芳菲'],
      ['phone', '139****8852'],
      ['relation', 'other'],
    ]);
    expect(history[0]).toMatchObject({ by: '冯雪', source: 'document' });
    for (const gone of ['芳菲', wang, '13977418852']) expect(await names(gone), gone).toEqual([]);
    for (const now of ['芳霏', other, '13977410001']) expect(await names(now), now).toEqual(['王芳霏']);
    const dump = [...(await dumpOf(database.pool)).values()].join('\n');
    for (const word of ['王芳菲', '王芳霏', wang, other, '13977418852']) expect(dump).not.toContain(word);
  });

  it.each([
    [{ name: '  ' }, 'bad-value', 'name'],
    [{ identity: '990099198002150220' }, 'bad-value', 'identity'],
    [{ phone: '12345' }, 'bad-value', 'phone'],
    [{ name: '李长山' }, 'no-change', undefined],
  ])('%o is refused as %s', async (input, code, about) => {
    const refused = await change('worker', '李长山', 'correct', input);
    expect(refused.json().error).toMatchObject({ code, ...(about !== undefined && { about }) });
    expect(refused.body).not.toContain('990099198002150220');
  });

  it('never gives one number to two people, and names the other', async () => {
    const refused = await change('worker', '赵小满', 'correct', { identity: li });
    const [other] = await found('李长山');
    expect(refused.json().error).toMatchObject({ code: 'known-identity', about: other?.id });
  });

  it('two clerks at once: one is taken, the other told; nothing is lost', async () => {
    const url = `${await urlOf('赵小满')}/correct`;
    const { version } = await pageOf('赵小满');
    const both = await Promise.all(
      ['13900000001', '13900000002'].map((phone) =>
        as('worker').send('POST', url, { version, source: 'told', phone }),
      ),
    );
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json().error.code).toBe('moved-on');
    expect((await pageOf('赵小满')).version).toBe(version + 1);
  });

  it('a table taken in counts as a change too', async () => {
    const { version } = await pageOf('李长山');
    await takeInto(street.wired.deps, householdCsv(`李长山,${li},,柳荫里3号楼2单元601,`), 'c1');
    const refused = await as('worker').send('POST', `${await urlOf('李长山')}/correct`, {
      version,
      source: 'told',
      phone: '13900000009',
    });
    expect(refused.json().error.code).toBe('moved-on');
  });

  it('is not for a grid’s worker', async () => {
    expect((await as('grid').send('GET', await urlOf('王芳霏'))).json().mayChange).toBe(false);
    expect((await change('grid', '王芳霏', 'correct', { name: '王方' })).statusCode).toBe(403);
    expect(await names('王方')).toEqual([]);
  });

  it('waits for nobody while a table is taken in: the clerk is told', async () => {
    const client = await database.pool.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', ['registry/c1']);
    const refused = await change('worker', '王芳霏', 'correct', { name: '王方' });
    await client.query('ROLLBACK');
    client.release();
    expect(refused.json().error.code).toBe('busy');
  });
});

describe('moving', () => {
  it('to another home, known or new, from a day on', async () => {
    const to = { address: '柳荫里 3-2-601', relation: 'tenant', day: '2026-11-09' };
    const moved = await change('worker', '赵小满', 'move', to);
    expect(moved.statusCode, moved.body).toBe(200);
    expect(moved.json()).toMatchObject({ address: '柳荫里 3 号楼 2 单元 601', relation: 'tenant' });
    expect(moved.json().homes).toHaveLength(2);
    const unknown = { ...to, address: '柳荫里 9-1-101' };
    expect((await change('worker', '赵小满', 'move', unknown)).json().error.code).toBe('home-unknown');
    expect((await change('worker', '赵小满', 'move', { ...unknown, isNew: true })).statusCode).toBe(200);
    expect(await names('柳荫里9号楼')).toEqual(['赵小满']);
    expect(
      (await change('worker', '赵小满', 'move', { ...unknown, day: '2020-01-01' })).json().error,
    ).toMatchObject({
      code: 'bad-day',
    });
  });

  it('away, with the last day; and back again', async () => {
    expect((await change('worker', '赵小满', 'leave', { day: '2099-01-01' })).statusCode).toBe(400);
    const left = await change('worker', '赵小满', 'leave', { day: '2026-11-09' });
    expect(left.json().homes[0]).toMatchObject({ until: '2026-11-09' });
    expect(left.json().address).toBeUndefined();
    expect(await names('柳荫里9号楼')).toEqual([]);
    expect((await change('worker', '赵小满', 'leave', { day: '2026-11-09' })).json().error.message).toContain(
      '搬走',
    );
  });
});

describe('somebody new by hand', () => {
  const newcomer = { name: '孙新来', address: '柳荫里3号楼2单元501', relation: 'family', day: '2026-11-01' };
  const register = (input: object) =>
    as('worker').send('POST', '/api/registry/residents/c1', { source: 'told', ...newcomer, ...input });

  it('is written down once, where a name and a number tell who', async () => {
    const done = await register({ identity: identity('20010101', 5), phone: '13955550001' });
    expect(done.statusCode, done.body).toBe(200);
    expect(await names('孙新来')).toEqual(['孙新来']);
    const again = await register({});
    expect(again.json().error).toMatchObject({ code: 'namesake', about: done.json().id });
    const other = await register({ identity: identity('20010101', 5), name: '孙老来' });
    expect(other.json().error).toMatchObject({ code: 'known-identity', about: done.json().id });
    expect((await register({ identity: identity('20010101', 7) })).statusCode).toBe(200);
    expect(await names('孙新来')).toHaveLength(2);
  });
});
