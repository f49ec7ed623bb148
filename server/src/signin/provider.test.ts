import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { civilDate, type PersonId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { testDatabase } from '../testing/postgres.ts';
import { addStaff } from './credentials.ts';
import { addPasskey } from './passkeys.ts';
import { erasePerson, givePost } from './people.ts';
import type { ProviderSettings } from './provider.ts';
import { unlinkProvider } from './provider-person.ts';
import { usualSettings } from './settings.ts';
import { startTestProvider, type TestProvider, testClient } from './testing-provider.ts';
import { authenticatorCode, type Browser, startTestServer, type TestServer } from './testing-sign-in.ts';

const database = testDatabase<unknown>();
const password = 'turnip ladder 槐花 fog';
let provider: TestProvider;
let server: TestServer;
let settings: ProviderSettings;
const closing: (() => Promise<unknown> | unknown)[] = [];

beforeAll(async () => {
  provider = await startTestProvider('http://localhost/api/auth/callback/oidc');
  settings = {
    ...testClient,
    issuer: provider.issuer,
    scopes: ['openid', 'phone'],
    claim: 'phone_number',
    match: 'phone',
    secondFactor: 'here',
    name: '省统一身份认证',
  };
  server = await startTestServer(database.pool, { oidc: settings });
});
afterAll(async () => {
  for (const close of closing) await close();
  await server.app.close();
  await provider.close();
});

/** The same server, otherwise configured. */
async function serverWith(change: Partial<ProviderSettings>, more: object = {}): Promise<TestServer> {
  const other = await startTestServer(database.pool, { oidc: { ...settings, ...change }, ...more });
  closing.push(() => other.app.close());
  return other;
}

let lastPhone = 13_700_000_000;
const nextPhone = () => {
  lastPhone += 1;
  return String(lastPhone);
};

/** Staff with this number; seated unless `until` has passed. */
async function addSeated(loginName: string, phone = nextPhone(), until?: string): Promise<PersonId> {
  const entry = { loginName, name: '赵主任', password, phone: unwrap(normalisePhone(phone)) };
  const person = unwrap(await addStaff(server.signIn, entry, server.now()));
  await givePost(database.pool, {
    person,
    post: 'dispatcher',
    organ: 'street-office',
    from: civilDate('2020-01-01'),
    ...(until !== undefined && { until: civilDate(until) }),
  });
  return person;
}

async function begin(browser: Browser, to = '/staff/matters?q=1'): Promise<string> {
  const begun = await browser.send('POST', '/api/auth/staff/provider', { to });
  expect(begun.statusCode, begun.body).toBe(200);
  return begun.json().url;
}
async function comeBack(browser: Browser, at: URL): Promise<URL> {
  const landed = await browser.send('GET', `${at.pathname}${at.search}`);
  expect(landed.statusCode).toBe(302);
  return new URL(String(landed.headers.location), 'http://localhost');
}
/** All the way; where the browser stands in the end. */
const enter = async (browser: Browser, to?: string): Promise<URL> =>
  comeBack(browser, await provider.visit(await begin(browser, to)));
const refusalAt = (at: URL) => [at.pathname, at.searchParams.get('refused')];
const refused = (code: string) => ['/staff/sign-in', code];
const whoami = async (browser: Browser) => (await browser.send('GET', '/whoami')).json();
const trailOf = async (person: PersonId) =>
  (await server.signIn.trail.list(person, 30)).map(({ what }) => what);

describe('staff whom the provider vouches for', () => {
  it('are known by their number once, by the lasting name from then on, and no more is kept', async () => {
    const phone = nextPhone();
    const person = await addSeated('known', phone);
    provider.signInAs('id-110101199003070011', { phone_number: `+86${phone}`, phone_number_verified: true });
    const trusting = await serverWith({ secondFactor: 'provider' });
    const browser = trusting.browser();
    const url = new URL(await begin(browser));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      nonce: expect.stringMatching(/.{20}/),
      state: expect.stringMatching(/.{20}/),
    });
    const at = await comeBack(browser, await provider.visit(url.href));
    expect(`${at.pathname}${at.search}`).toBe('/staff/matters?q=1');
    expect(await whoami(browser)).toMatchObject({ personId: person, kind: 'staff', secondFactor: true });
    expect(await trailOf(person)).toEqual(expect.arrayContaining(['provider-linked', 'entered-provider']));

    // Without the number now: the identity is enough.
    provider.signInAs('id-110101199003070011');
    const again = trusting.browser();
    await enter(again);
    expect(await whoami(again)).toMatchObject({ personId: person });

    const { rows } = await database.pool.query('select * from auth_account where provider_id = $1', ['oidc']);
    expect(rows.length).toBe(1);
    expect(JSON.stringify(rows)).not.toMatch(new RegExp(`110101199003070011|${phone}|eyJ`));
    expect(rows[0]).toMatchObject({ access_token: null, id_token: null, refresh_token: null });
  });

  it('are known by their staff number where the operator says so', async () => {
    const byNumber = await serverWith({
      claim: 'employee_number',
      match: 'login-name',
      scopes: ['openid', 'profile'],
      secondFactor: 'provider',
    });
    const person = await addSeated('A0042');
    provider.signInAs('by-number', { employee_number: 'a0042' });
    const browser = byNumber.browser();
    await enter(browser);
    expect(await whoami(browser)).toMatchObject({ personId: person });
  });

  it('still give their second factor, and enrol one first when they have none', async () => {
    const phone = nextPhone();
    const person = await addSeated('careful', phone);
    provider.signInAs('careful', { phone_number: phone });
    const first = server.browser();
    expect((await enter(first)).pathname).toBe('/staff/enrol');
    expect(await whoami(first)).toMatchObject({ personId: person, secondFactor: false });
    const { totpUri } = (await first.send('POST', '/api/auth/staff/enrol', { password })).json();
    await first.send('POST', '/api/auth/staff/enrol/confirm', { code: authenticatorCode(totpUri) });

    const second = server.browser();
    const at = await enter(second);
    expect([at.pathname, at.searchParams.get('next'), at.searchParams.get('to')]).toEqual([
      '/staff/sign-in',
      'code',
      '/staff/matters?q=1',
    ]);
    // Half-way in is not in.
    expect(await whoami(second)).toBeNull();
    const wrong = await second.send('POST', '/api/auth/staff/second-factor', { code: '000000' });
    expect(wrong.json().error.code).toBe('second-factor-wrong');
    const code = authenticatorCode(totpUri, 1);
    expect((await second.send('POST', '/api/auth/staff/second-factor', { code })).statusCode).toBe(200);
    expect(await whoami(second)).toMatchObject({ personId: person, secondFactor: true });
  });
});

it('sends who has a passkey alone to use it', async () => {
  const phone = nextPhone();
  const person = await addSeated('key-holder', phone);
  const credential = { id: 'a-key', publicKey: new Uint8Array([1]), counter: 0 };
  await addPasskey(server.signIn, person, { credential, name: '电脑' }, server.now());
  provider.signInAs('key-holder', { phone_number: phone });
  const browser = server.browser();
  expect((await enter(browser)).searchParams.get('next')).toBe('passkey');
  expect(await whoami(browser)).toBeNull();
});

describe('is refused', () => {
  it('who is nobody here, a resident, or a number that its holder never proved; and nobody is made', async () => {
    const phone = nextPhone();
    await addSeated('unproved', phone);
    const resident = nextPhone();
    const { demoCode: code } = (
      await server.browser().send('POST', '/api/auth/phone/code', { phone: resident })
    ).json();
    await server.browser().send('POST', '/api/auth/phone/enter', { phone: resident, code });
    const count = async () => (await database.pool.query('select 1 from person')).rowCount;
    const before = await count();
    const claims = [
      { phone_number: nextPhone() },
      { phone_number: resident },
      { phone_number: phone, phone_number_verified: false },
      { phone_number: 'hello' },
      {},
    ];
    for (const [index, each] of claims.entries()) {
      provider.signInAs(`stranger-${index}`, each);
      const browser = server.browser();
      expect(refusalAt(await enter(browser))).toEqual(refused('provider-unknown'));
      expect(await whoami(browser)).toBeNull();
    }
    expect(await count()).toBe(before);
  });

  it('who left their post, and who was erased', async () => {
    const phone = nextPhone();
    const gone = await addSeated('gone', phone, '2021-01-01');
    provider.signInAs('gone', { phone_number: phone });
    const browser = server.browser();
    expect(refusalAt(await enter(browser))).toEqual(refused('provider-no-post'));
    expect(await whoami(browser)).toBeNull();
    expect(await trailOf(gone)).toEqual(['refused-provider']);
    await erasePerson(database.pool, gone, server.now());
    expect(refusalAt(await enter(server.browser()))).toEqual(refused('provider-unknown'));
  });

  it('who left after having been linked', async () => {
    const phone = nextPhone();
    const person = await addSeated('leaver', phone);
    provider.signInAs('leaver', { phone_number: phone });
    expect((await enter(server.browser())).pathname).toBe('/staff/enrol');
    await database.pool.query(`update post set until_date = '2021-01-01' where person_id = $1`, [person]);
    expect(refusalAt(await enter(server.browser()))).toEqual(refused('provider-no-post'));
  });

  it('whose number was another’s, until an administrator says that it changed hands', async () => {
    const phone = nextPhone();
    const person = await addSeated('first-holder', phone);
    provider.signInAs('first-holder', { phone_number: phone });
    await enter(server.browser());
    provider.signInAs('second-holder', { phone_number: phone });
    expect(refusalAt(await enter(server.browser()))).toEqual(refused('provider-other-identity'));
    expect(await unlinkProvider(database, person)).toBe(true);
    expect((await enter(server.browser())).pathname).toBe('/staff/enrol');
  });

  it('a way back that was used, or belongs to another browser, or carries another’s code', async () => {
    const phone = nextPhone();
    await addSeated('replay', phone);
    provider.signInAs('replay', { phone_number: phone });
    const browser = server.browser();
    const at = await provider.visit(await begin(browser));
    expect(refusalAt(await comeBack(server.browser(), at))).toEqual(refused('provider-expired'));
    const kept = new Map(browser.cookies);
    expect((await comeBack(browser, at)).pathname).toBe('/staff/enrol');
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(refusalAt(await comeBack(browser, at))).toEqual(refused('provider-expired'));

    const mine = server.browser();
    const own = await provider.visit(await begin(mine));
    const stolen = await provider.visit(await begin(server.browser()));
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '');
    expect(refusalAt(await comeBack(mine, own))).toEqual(refused('provider-untrusted'));
    expect(await whoami(mine)).toBeNull();
  });

  it('who broke off at the provider', async () => {
    provider.signInAs('nobody');
    expect(refusalAt(await enter(server.browser()))).toEqual(refused('provider-denied'));
  });

  it('a page that is not one of ours to go on to', async () => {
    for (const to of ['https://evil.example', '//evil.example', '/staff/../../x://y', '/']) {
      const begun = await server.browser().send('POST', '/api/auth/staff/provider', { to });
      expect(begun.body, to).not.toContain(provider.issuer);
      expect(begun.statusCode, to).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('a provider that is not what it says', () => {
  /** Its own discovery document; everything else is the real provider's. */
  async function impostor(issuerOf: (own: string) => string): Promise<string> {
    let own = '';
    const fake: Server = createServer(async (_request, response) => {
      const real = await fetch(`${provider.issuer}/.well-known/openid-configuration`);
      response.end(JSON.stringify({ ...((await real.json()) as object), issuer: issuerOf(own) }));
    });
    await new Promise<void>((resolve) => fake.listen(0, '127.0.0.1', resolve));
    closing.push(() => fake.close());
    own = `http://127.0.0.1:${(fake.address() as AddressInfo).port}`;
    return own;
  }

  it('names another issuer in its document', async () => {
    const issuer = await impostor(() => provider.issuer);
    const wrong = await serverWith({ issuer });
    const begun = await wrong.browser().send('POST', '/api/auth/staff/provider', {});
    expect(begun.json().error.code).toBe('provider-untrusted');
  });

  it('sends a token of another issuer', async () => {
    const phone = nextPhone();
    await addSeated('mixed', phone);
    provider.signInAs('mixed', { phone_number: phone });
    const wrong = await serverWith({ issuer: await impostor((own) => own) });
    const browser = wrong.browser();
    const back = await provider.visit(await begin(browser));
    // The newer check would catch it earlier; a provider may leave `iss` out.
    back.searchParams.delete('iss');
    expect(refusalAt(await comeBack(browser, back))).toEqual(refused('provider-untrusted'));
    expect(await whoami(browser)).toBeNull();
  });

  it('answers in the name of another issuer', async () => {
    const phone = nextPhone();
    await addSeated('issuer', phone);
    provider.signInAs('issuer', { phone_number: phone });
    const browser = server.browser();
    const back = await provider.visit(await begin(browser));
    back.searchParams.set('iss', 'https://evil.example');
    expect(refusalAt(await comeBack(browser, back))).toEqual(refused('provider-untrusted'));
  });

  it('is away: that is said, passwords go on, and the next try asks again', async () => {
    let isUp = false;
    const flaky: Server = createServer(async (_request, response) => {
      if (!isUp) return response.writeHead(503).end();
      const real = await fetch(`${provider.issuer}/.well-known/openid-configuration`);
      const own = `http://127.0.0.1:${(flaky.address() as AddressInfo).port}`;
      return response.end(JSON.stringify({ ...((await real.json()) as object), issuer: own }));
    });
    await new Promise<void>((resolve) => flaky.listen(0, '127.0.0.1', resolve));
    closing.push(() => flaky.close());
    const away = await serverWith({ issuer: `http://127.0.0.1:${(flaky.address() as AddressInfo).port}` });
    const begun = await away.browser().send('POST', '/api/auth/staff/provider', {});
    expect([begun.statusCode, begun.json().error.code]).toEqual([502, 'provider-away']);
    await addSeated('by-password');
    const entered = await away
      .browser()
      .send('POST', '/api/auth/staff/enter', { loginName: 'by-password', password });
    expect(entered.json()).toEqual({ next: 'enrol' });
    isUp = true;
    expect((await away.browser().send('POST', '/api/auth/staff/provider', {})).statusCode).toBe(200);
  });
});

describe('the door', () => {
  it('is shown, and open, only where the operator named a provider', async () => {
    const ways = async (at: TestServer) => (await at.browser().send('GET', '/api/auth/staff/ways')).json();
    expect(await ways(server)).toEqual({ provider: { name: '省统一身份认证' } });
    const without = await startTestServer(database.pool);
    closing.push(() => without.app.close());
    expect(await ways(without)).toEqual({ provider: null });
    const begun = await without.browser().send('POST', '/api/auth/staff/provider', {});
    expect([begun.statusCode, begun.json().error.code]).toEqual([404, 'provider-none']);
    const at = await comeBack(without.browser(), new URL('http://localhost/api/auth/callback/oidc?code=x'));
    expect(refusalAt(at)).toEqual(refused('provider-none'));
  });

  it('is limited by address, both ways', async () => {
    const providerPerAddress = { purpose: 'provider-test', limit: 2, windowSeconds: 900 };
    const limits = { settings: { rules: { ...usualSettings.rules, providerPerAddress } } };
    const tight = await serverWith({}, limits);
    await begin(tight.browser());
    const at = new URL('http://localhost/api/auth/callback/oidc?code=x&state=y');
    expect(refusalAt(await comeBack(tight.browser(), at))).toEqual(refused('provider-expired'));
    expect((await tight.browser().send('POST', '/api/auth/staff/provider', {})).statusCode).toBe(429);
    expect(refusalAt(await comeBack(tight.browser(), at))).toEqual(refused('too-often'));
  });
});
