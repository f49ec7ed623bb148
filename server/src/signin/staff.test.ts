import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { testDatabase } from '../testing/postgres.ts';
import { addStaff, resetSecondFactor } from './credentials.ts';
import { findPerson } from './people.ts';
import { authenticatorCode, type Browser, startTestServer, type TestServer } from './testing-sign-in.ts';

const database = testDatabase<unknown>();
const password = 'turnip ladder 槐花 fog';
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(database.pool);
});
afterAll(() => server.app.close());

const add = (loginName: string) =>
  addStaff(server.signIn, { loginName, name: '赵主任', password }, server.now());
const enter = (browser: Browser, loginName: string, tried = password) =>
  browser.send('POST', '/api/auth/staff/enter', { loginName, password: tried });
const factor = (browser: Browser, code: string) =>
  browser.send('POST', '/api/auth/staff/second-factor', { code });

/** A staff member with an authenticator: its address and backup codes. */
async function enrolled(
  loginName: string,
): Promise<{ browser: Browser; totpUri: string; backupCodes: string[] }> {
  unwrap(await add(loginName));
  const browser = server.browser();
  expect((await enter(browser, loginName)).json()).toEqual({ next: 'enrol' });
  const { totpUri, backupCodes } = (await browser.send('POST', '/api/auth/staff/enrol', { password })).json();
  const confirmed = await browser.send('POST', '/api/auth/staff/enrol/confirm', {
    code: authenticatorCode(totpUri),
  });
  expect(confirmed.json()).toMatchObject({ kind: 'staff', secondFactor: true });
  return { browser, totpUri, backupCodes };
}

describe('staff', () => {
  it('enrol first, then enter with password and authenticator', async () => {
    const id = unwrap(await add('zhao@street.gov.cn'));
    expect((await findPerson(server.signIn, id))?.name).toBe('赵主任');
    const browser = server.browser();
    expect((await enter(browser, ' ZHAO@street.gov.cn')).json()).toEqual({ next: 'enrol' });
    expect((await browser.send('GET', '/whoami')).json()).toMatchObject({
      kind: 'staff',
      secondFactor: false,
    });
    const enrol = await browser.send('POST', '/api/auth/staff/enrol', { password });
    const { totpUri, backupCodes } = enrol.json();
    expect(decodeURIComponent(totpUri)).toContain('otpauth://totp/里仁:赵主任?secret=');
    expect(backupCodes.length).toBe(10);
    const wrong = await browser.send('POST', '/api/auth/staff/enrol/confirm', { code: '000000' });
    expect(wrong.json().error.code).toBe('second-factor-wrong');
    expect((await browser.send('GET', '/whoami')).json()).toMatchObject({ secondFactor: false });
    await browser.send('POST', '/api/auth/staff/enrol/confirm', { code: authenticatorCode(totpUri) });
    expect((await browser.send('GET', '/whoami')).json()).toMatchObject({ personId: id, secondFactor: true });
    const renamed = await browser.send('PUT', '/api/session/name', { name: '市长' });
    expect(renamed.json().error.code).toBe('name-is-official');

    const next = server.browser();
    const pending = await enter(next, 'zhao@street.gov.cn');
    expect(pending.json()).toEqual({ next: 'second-factor' });
    // Half-way in is not in: neither by cookie, nor by a token left over in the answer.
    expect((await next.send('GET', '/whoami')).body).toBe('null');
    expect([pending.headers['set-cookie']].flat().join()).not.toMatch(/session_token=[^;]/);
    expect((await next.send('POST', '/api/auth/staff/enrol', { password })).statusCode).toBe(401);
    expect((await factor(next, '000000')).json().error.code).toBe('second-factor-wrong');
    const entered = await factor(next, authenticatorCode(totpUri, 1));
    expect(entered.json()).toEqual({ personId: id, kind: 'staff', secondFactor: true });
    expect((await next.send('GET', '/whoami')).json()).toMatchObject({ personId: id, secondFactor: true });
  });

  it('cannot use an authenticator code twice', async () => {
    const { totpUri } = await enrolled('twice');
    const code = authenticatorCode(totpUri, 1);
    const first = server.browser();
    await enter(first, 'twice');
    expect((await factor(first, code)).statusCode).toBe(200);
    const second = server.browser();
    await enter(second, 'twice');
    expect((await factor(second, code)).json().error.code).toBe('second-factor-wrong');
    expect((await second.send('GET', '/whoami')).body).toBe('null');
  });

  it('cannot finish one sign-in with the session or authenticator of another', async () => {
    const own = await enrolled('own');
    await enrolled('victim');
    const browser = server.browser();
    await enter(browser, 'victim');
    const token = 'liren.session_token';
    browser.cookies.set(token, own.browser.cookies.get(token) ?? '');
    const mixed = await factor(browser, authenticatorCode(own.totpUri, 1));
    expect([mixed.statusCode, mixed.json().error.code]).toEqual([401, 'second-factor-wrong']);
  });

  it('enters with a backup code once', async () => {
    const { backupCodes } = await enrolled('backup');
    const [code = ''] = backupCodes;
    for (const expected of [200, 401]) {
      const browser = server.browser();
      await enter(browser, 'backup');
      expect((await factor(browser, code)).statusCode).toBe(expected);
    }
  });

  it('who was signed in by password alone before the enrolment does not pass with it', async () => {
    unwrap(await add('early'));
    const early = server.browser();
    await enter(early, 'early');
    const other = server.browser();
    await enter(other, 'early');
    const { totpUri } = (await other.send('POST', '/api/auth/staff/enrol', { password })).json();
    await other.send('POST', '/api/auth/staff/enrol/confirm', { code: authenticatorCode(totpUri) });
    server.pass(31);
    expect((await early.send('GET', '/whoami')).body).toBe('null');
  });

  it('is locked after five wrong passwords, whatever comes next, then free again', async () => {
    unwrap(await add('locked'));
    for (let count = 0; count < 5; count += 1) {
      const wrong = await enter(server.browser(), 'locked', 'not the password');
      expect([wrong.statusCode, wrong.json().error.code]).toEqual([401, 'password-wrong']);
    }
    expect((await enter(server.browser(), 'locked')).statusCode).toBe(429);
    server.pass(901);
    expect((await enter(server.browser(), 'locked')).statusCode).toBe(200);
  });

  it('an unknown name looks like a wrong password', async () => {
    const unknown = await enter(server.browser(), 'nobody');
    expect([unknown.statusCode, unknown.json().error.code]).toEqual([401, 'password-wrong']);
  });

  it('loses the second factor to an administrator, and enrols anew', async () => {
    const { browser } = await enrolled('lost');
    const { personId } = (await browser.send('GET', '/whoami')).json();
    await resetSecondFactor(database.pool, personId);
    server.pass(31);
    expect((await browser.send('GET', '/whoami')).body).toBe('null');
    expect((await enter(server.browser(), 'lost')).json()).toEqual({ next: 'enrol' });
  });

  it('changes the password, which ends every other device', async () => {
    const { browser, totpUri } = await enrolled('changer');
    const other = server.browser();
    await enter(other, 'changer');
    await factor(other, authenticatorCode(totpUri, 1));
    const change = (old: string, next: string) =>
      browser.send('POST', '/api/auth/staff/password', { password: old, next });
    expect((await change(password, 'short')).json().error.code).toBe('password-too-short');
    expect((await change(password, 'zhaozhuren turnip fog')).json().error.code).toBe('password-personal');
    const common = (await change(password, 'woaini1314520')).json().error;
    expect([common.code, common.message]).toEqual([
      'password-common',
      expect.stringContaining('请换几个不相干的词'),
    ]);
    expect((await change('wrong old password', 'swallow kettle 竹席 rain')).json().error.code).toBe(
      'password-wrong',
    );
    expect((await change(password, 'swallow kettle 竹席 rain')).statusCode).toBe(204);
    server.pass(31);
    expect((await other.send('GET', '/whoami')).body).toBe('null');
    expect((await browser.send('GET', '/whoami')).json()).toMatchObject({ secondFactor: true });
    expect((await enter(server.browser(), 'changer')).statusCode).toBe(401);
    expect((await enter(server.browser(), 'changer', 'swallow kettle 竹席 rain')).statusCode).toBe(200);
  });

  it('is refused with a taken name, a taken phone or a short password, and nothing is left behind', async () => {
    const phone = unwrap(normalisePhone('13900000001'));
    const entry = { name: '钱', password, phone };
    unwrap(await addStaff(server.signIn, { ...entry, loginName: 'qian' }, server.now()));
    const count = async () => (await database.pool.query('select 1 from person')).rowCount;
    const before = await count();
    const refusal = async (change: object) =>
      addStaff(server.signIn, { ...entry, loginName: 'other', ...change }, server.now());
    expect(await refusal({})).toEqual({ ok: false, error: 'phone-taken' });
    const free = unwrap(normalisePhone('13900000002'));
    expect(await refusal({ phone: free, loginName: 'QIAN' })).toEqual({
      ok: false,
      error: 'login-name-taken',
    });
    expect(await refusal({ phone: free, password: '短' })).toEqual({
      ok: false,
      error: 'password-too-short',
    });
    expect(await refusal({ phone: free, password: 'password1234' })).toEqual({
      ok: false,
      error: 'password-common',
    });
    expect(await refusal({ phone: free, loginName: 'lampshade', password: 'lampshade turnip' })).toEqual({
      ok: false,
      error: 'password-personal',
    });
    expect(await count()).toBe(before);
  });

  it('does not come in by phone', async () => {
    const browser = server.browser();
    const { demoCode: code } = (
      await browser.send('POST', '/api/auth/phone/code', { phone: '13900000001' })
    ).json();
    const entered = await browser.send('POST', '/api/auth/phone/enter', { phone: '13900000001', code });
    expect([entered.statusCode, entered.json().error.code]).toEqual([403, 'use-staff-entrance']);
    expect((await browser.send('GET', '/whoami')).body).toBe('null');
  });
});
