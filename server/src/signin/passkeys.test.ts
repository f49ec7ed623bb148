import type { PersonId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import { addStaff, resetSecondFactor } from './credentials.ts';
import { removePasskey } from './passkeys.ts';
import { erasePerson } from './people.ts';
import { usualSettings } from './settings.ts';
import { createTestAuthenticator, type TestAuthenticator } from './testing-authenticator.ts';
import { authenticatorCode, type Browser, startTestServer, type TestServer } from './testing-sign-in.ts';

const database = testDatabase<unknown>();
const password = 'turnip ladder 槐花 fog';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(database.pool);
});
afterAll(() => server.app.close());

const enterByPassword = (browser: Browser, loginName: string) =>
  browser.send('POST', '/api/auth/staff/enter', { loginName, password });
const whoami = async (browser: Browser) => (await browser.send('GET', '/whoami')).json();
const factorsOf = async (browser: Browser) => (await browser.send('GET', '/api/session/factors')).json();
const beginAdd = (browser: Browser, tried = password) =>
  browser.send('POST', '/api/session/passkeys/begin', { password: tried });
type Told = Parameters<TestAuthenticator['assert']>[1];

async function add(browser: Browser, key: TestAuthenticator, told?: Told) {
  const begun = await beginAdd(browser);
  expect(begun.statusCode, begun.body).toBe(200);
  const response = key.register(begun.json().challenge, told);
  return browser.send('POST', '/api/session/passkeys', { response, name: '办公室电脑' });
}
const begin = async (browser: Browser): Promise<string> =>
  (await browser.send('POST', '/api/auth/passkey/begin')).json().challenge;
async function enter(browser: Browser, key: TestAuthenticator, told?: Told) {
  const response = key.assert(await begin(browser), told);
  return browser.send('POST', '/api/auth/passkey/enter', { response });
}
const codeOf = (response: { json: () => { error?: { code: string } } }) => response.json().error?.code;

/** Staff whose only second factor is a passkey, signed in with it. */
async function withPasskey(loginName: string) {
  const person = unwrap(await addStaff(server.signIn, { loginName, name: '赵主任', password }, server.now()));
  const browser = server.browser();
  expect((await enterByPassword(browser, loginName)).json()).toEqual({ next: 'enrol' });
  const key = createTestAuthenticator();
  const added = await add(browser, key);
  expect(added.json(), added.body).toEqual({ personId: person, kind: 'staff', secondFactor: true });
  return { person, browser, key };
}
const trailOf = async (person: PersonId) =>
  (await server.signIn.trail.list(person, 30)).map(({ what }) => what);

describe('a passkey', () => {
  it('is added with the password, is a second factor at once, and alone opens the next session', async () => {
    const { person, browser, key } = await withPasskey('key');
    expect(await whoami(browser)).toMatchObject({ personId: person, secondFactor: true });
    expect(await factorsOf(browser)).toMatchObject({
      hasAuthenticator: false,
      passkeys: [{ name: '办公室电脑', usedAt: null }],
    });
    const next = server.browser();
    expect((await enter(next, key)).json()).toEqual({ personId: person, kind: 'staff', secondFactor: true });
    expect(await whoami(next)).toMatchObject({ personId: person, secondFactor: true });
    expect((await factorsOf(next)).passkeys[0].usedAt).toBeGreaterThan(0);
    expect(await trailOf(person)).toEqual(expect.arrayContaining(['passkey-added', 'entered-passkey']));
    const { rows } = await database.pool.query('select name_sealed from passkey where person_id = $1', [
      person,
    ]);
    expect(JSON.stringify(rows)).not.toContain('办公室');
  });

  it('signs one challenge once, in the browser of our own page', async () => {
    const { key } = await withPasskey('once');
    const browser = server.browser();
    const response = key.assert(await begin(browser));
    const send = () => browser.send('POST', '/api/auth/passkey/enter', { response });
    expect((await send()).statusCode).toBe(200);
    expect(codeOf(await send())).toBe('passkey-wrong');
    for (const told of [{ origin: 'https://evil.example' }, { host: 'evil.example' }, { verified: false }]) {
      const stranger = server.browser();
      const refused = await enter(stranger, key, told);
      expect([refused.statusCode, codeOf(refused)], JSON.stringify(told)).toEqual([401, 'passkey-wrong']);
      expect(await whoami(stranger)).toBeNull();
    }
    const late = server.browser();
    const old = key.assert(await begin(late));
    server.pass(301);
    expect(codeOf(await late.send('POST', '/api/auth/passkey/enter', { response: old }))).toBe(
      'passkey-wrong',
    );
    // A challenge for adding a key is none for entering.
    const added = await withPasskey('other-purpose');
    const challenge = (await beginAdd(added.browser)).json().challenge;
    const crossed = { response: added.key.assert(challenge) };
    expect(codeOf(await server.browser().send('POST', '/api/auth/passkey/enter', crossed))).toBe(
      'passkey-wrong',
    );
  });

  it('that was copied is noticed: its count falls back', async () => {
    const { person, key } = await withPasskey('copied');
    expect((await enter(server.browser(), key, { counter: 50 })).statusCode).toBe(200);
    expect(codeOf(await enter(server.browser(), key, { counter: 49 }))).toBe('passkey-wrong');
    expect(await trailOf(person)).toContain('refused-passkey');
  });

  it('nobody here knows, or whose owner was erased or reset, opens nothing', async () => {
    expect(codeOf(await enter(server.browser(), createTestAuthenticator()))).toBe('passkey-unknown');
    const erased = await withPasskey('erased');
    await erasePerson(database.pool, erased.person, server.now());
    expect(codeOf(await enter(server.browser(), erased.key))).toBe('passkey-unknown');
    const reset = await withPasskey('reset');
    await resetSecondFactor(database.pool, reset.person);
    expect(codeOf(await enter(server.browser(), reset.key))).toBe('passkey-unknown');
    expect((await enterByPassword(server.browser(), 'reset')).json()).toEqual({ next: 'enrol' });
  });

  it('is asked for by who has no other second factor: a password alone opens and adds nothing', async () => {
    await withPasskey('only-key');
    const thief = server.browser();
    const entered = await enterByPassword(thief, 'only-key');
    expect([entered.statusCode, entered.json()]).toEqual([200, { next: 'passkey' }]);
    expect(await whoami(thief)).toBeNull();
    expect((await thief.send('POST', '/api/auth/staff/enrol', { password })).statusCode).toBe(401);
    expect((await beginAdd(thief)).statusCode).toBe(401);
  });

  it('a session from before it adds nothing beside it', async () => {
    unwrap(await addStaff(server.signIn, { loginName: 'before', name: '钱', password }, server.now()));
    const early = server.browser();
    await enterByPassword(early, 'before');
    const owner = server.browser();
    await enterByPassword(owner, 'before');
    const challenge = (await beginAdd(early)).json().challenge;
    const { totpUri } = (await early.send('POST', '/api/auth/staff/enrol', { password })).json();
    await add(owner, createTestAuthenticator());
    const response = createTestAuthenticator().register(challenge);
    const late = await early.send('POST', '/api/session/passkeys', { response, name: '偷来的' });
    expect(codeOf(late)).toBe('sign-in-needed');
    const confirmed = await early.send('POST', '/api/auth/staff/enrol/confirm', {
      code: authenticatorCode(totpUri),
    });
    expect(codeOf(confirmed)).toBe('sign-in-needed');
  });

  it('is not added without the password, unverified, for another person, or twice', async () => {
    const { browser, key } = await withPasskey('adder');
    expect(codeOf(await beginAdd(browser, 'not the password'))).toBe('password-wrong');
    expect((await beginAdd(server.browser())).statusCode).toBe(401);
    expect(codeOf(await add(browser, createTestAuthenticator(), { verified: false }))).toBe('passkey-wrong');
    expect(codeOf(await add(browser, key))).toBe('passkey-wrong');
    const other = await withPasskey('adder-2');
    const challenge = (await beginAdd(other.browser)).json().challenge;
    const response = createTestAuthenticator().register(challenge);
    expect(codeOf(await browser.send('POST', '/api/session/passkeys', { response, name: 'x' }))).toBe(
      'passkey-wrong',
    );
    expect((await factorsOf(browser)).passkeys.length).toBe(1);
    for (let count = 0; count < 5; count += 1) await beginAdd(browser, 'not the password');
    expect((await beginAdd(browser)).statusCode).toBe(429);
  });
});

describe('taking a passkey away', () => {
  const remove = (browser: Browser, id: string) => browser.send('DELETE', `/api/session/passkeys/${id}`);
  const idsOf = async (browser: Browser): Promise<string[]> =>
    (await factorsOf(browser)).passkeys.map(({ id }: { id: string }) => id);

  it('is refused for the last second factor, with the reason; not beside an authenticator', async () => {
    const { browser, key, person } = await withPasskey('last');
    const [id = ''] = await idsOf(browser);
    const refused = await remove(browser, id);
    expect([refused.statusCode, codeOf(refused), refused.json().error.message]).toEqual([
      409,
      'last-second-factor',
      expect.stringContaining('先绑定动态码'),
    ]);
    const { totpUri } = (await browser.send('POST', '/api/auth/staff/enrol', { password })).json();
    const code = authenticatorCode(totpUri);
    expect((await browser.send('POST', '/api/auth/staff/enrol/confirm', { code })).statusCode).toBe(200);
    const lost = server.browser();
    await enter(lost, key);
    expect((await remove(browser, id)).statusCode).toBe(204);
    expect(codeOf(await remove(browser, id))).toBe('unknown-passkey');
    server.pass(31);
    // Whoever found the key is out, and does not come in again.
    expect(await whoami(lost)).toBeNull();
    expect(codeOf(await enter(server.browser(), key))).toBe('passkey-unknown');
    expect(await trailOf(person)).toContain('passkey-removed');
  });

  it('of two at once leaves one', async () => {
    const { browser, person } = await withPasskey('two');
    expect((await add(browser, createTestAuthenticator())).statusCode).toBe(200);
    const [first = '', second = ''] = await idsOf(browser);
    // Another removal, stopped just before its end.
    const other = await database.pool.connect();
    await other.query('begin');
    await other.query('select 1 from auth_user where id = $1 for update', [person]);
    await other.query('delete from passkey where id = $1', [first]);
    let isSettled = false;
    const removal = removePasskey(database.pool, person, second).finally(() => {
      isSettled = true;
    });
    const isWaiting = async () =>
      (await database.pool.query('select 1 from pg_locks where not granted')).rows.length > 0;
    while (!isSettled && !(await isWaiting()));
    await other.query('commit');
    other.release();
    expect(await removal).toEqual({ ok: false, error: 'last-second-factor' });
    expect(await idsOf(browser)).toEqual([second]);
  });

  it('is nobody else’s to do', async () => {
    const { browser } = await withPasskey('mine');
    const other = await withPasskey('theirs');
    const [id = ''] = await idsOf(browser);
    expect(codeOf(await remove(other.browser, id))).toBe('unknown-passkey');
    expect((await remove(server.browser(), id)).statusCode).toBe(401);
    expect((await idsOf(browser)).length).toBe(1);
  });
});

it('tries are limited by address', async () => {
  const passkeysPerAddress = { purpose: 'passkey-test', limit: 2, windowSeconds: 900 };
  const settings = { rules: { ...usualSettings.rules, passkeysPerAddress } };
  const tight = await startTestServer(database.pool, { settings });
  expect((await enter(tight.browser(), createTestAuthenticator())).statusCode).toBe(401);
  expect((await tight.browser().send('POST', '/api/auth/passkey/begin')).statusCode).toBe(429);
  await tight.app.close();
});
