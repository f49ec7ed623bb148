import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { buildApp } from './app.ts';
import { isDeeperThan } from './guards.ts';
import { toldOf } from './told.ts';

const database = testDatabase();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
});
afterAll(() => street.close());

/** `[[[…]]]` as a client would send it: the text, for no serializer goes that deep. */
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const report = (input: string): string =>
  `{"commandId":"${randomUUID()}","procedure":"complaint","community":"c1","input":${input}}`;

describe('a request that means nothing', () => {
  const send = async (payload: string) => {
    const { cookies } = await street.as('resident');
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'content-type': 'application/json', cookie, origin: 'http://localhost' };
    return street.app.inject({ method: 'POST', url: '/api/matters', headers, payload });
  };

  it.each([
    ['deeper than any form', report(`{"title":${nested(100_000)}}`)],
    ['a name that every object has', report('{"__proto__":{"title":"x"}}')],
    [
      'an affair that every object has',
      report('{"title":"路灯"}').replace('"community"', '"affair":"constructor","community"'),
    ],
    ['half a character', report('{"title":"\\ud83d"}')],
  ])('%s is refused, and nothing is left behind', async (_, payload) => {
    const before = await database.pool.query('SELECT 1 FROM matter');
    const response = await send(payload);
    expect([response.statusCode, response.json().error.message.length > 3]).toEqual([400, true]);
    expect((await database.pool.query('SELECT 1 FROM matter')).rowCount).toBe(before.rowCount);
  });

  it.each([
    '/api/matters?community=%00',
    '/api/matters?q=%00',
    '/api/organs?community=a%00b',
    `/api/notices/c1/${randomUUID()}/99999999999`,
    `/api/matters/c1%00/${randomUUID()}`,
  ])('%s is refused', async (url) => {
    expect((await (await street.as('leader')).send('GET', url)).statusCode).toBe(400);
  });

  it('is told apart by depth alone, not by length', () => {
    expect(isDeeperThan([[1], { a: [2] }], 3)).toBe(false);
    expect(isDeeperThan([[1], { a: [[2]] }], 3)).toBe(true);
    expect(
      isDeeperThan(
        Array.from({ length: 10_000 }, () => 1),
        1,
      ),
    ).toBe(false);
  });
});

it('answers of the interface stay in no cache on the way', async () => {
  const resident = await street.as('resident');
  for (const url of ['/api/me', '/api/mine', '/api/my-data', '/api/inbox'])
    expect((await resident.send('GET', url)).headers['cache-control']).toBe('no-store');
});

it('a cookie that anyone can write opens no count of its own', async () => {
  const { deps, signIn, files, live } = street.wired;
  const app = await buildApp({ deps, signIn, files, live, doors: [] });
  const ask = (cookie: string) => app.inject({ method: 'GET', url: '/api/search', headers: { cookie } });
  const answers = [];
  for (let i = 0; i < 121; i++) answers.push((await ask(`liren.session_token=${randomUUID()}`)).statusCode);
  expect(answers.slice(0, 120).every((status) => status === 200)).toBe(true);
  expect(answers[120]).toBe(429);
});

it('staff who have not passed the second factor are nobody yet', async () => {
  const { signIn } = street.wired;
  const browser = openBrowser(street.app, 'office');
  const opened = await signIn.auth.api.openSession({
    body: { userId: street.people.get('leader') ?? '', secondFactor: false },
    headers: new Headers(),
    returnHeaders: true,
  });
  for (const line of opened.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    browser.cookies.set(name, value);
  }
  expect((await browser.send('GET', '/api/session')).json()).toMatchObject({
    signedIn: true,
    secondFactor: false,
  });
  for (const url of ['/api/mine', '/api/inbox', '/api/my-data', '/api/matters', '/api/events'])
    expect((await browser.send('GET', url)).statusCode, url).toBe(401);
});

it('a log says of a database error what it is and never what it was about', async () => {
  const error: unknown = await database.pool
    .query(`SELECT $1::uuid`, ['13977418852'])
    .catch((failure: unknown) => failure);
  expect(JSON.stringify(toldOf(error))).not.toContain('13977418852');
  expect(toldOf(error)).toMatchObject({ state: '22P02' });
  expect(toldOf(new Error('a stage without a way'))).toMatchObject({ message: 'a stage without a way' });
});
