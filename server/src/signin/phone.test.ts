import { err } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import { erasePerson, findPerson } from './people.ts';
import { usualSettings } from './settings.ts';
import { enterByPhone, startTestServer, type TestServer } from './testing-sign-in.ts';

const database = testDatabase<unknown>();
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer(database.pool);
});
afterAll(() => server.app.close());

const askCode = async (phone: string): Promise<string> =>
  (await server.browser().send('POST', '/api/auth/phone/code', { phone })).json().demoCode;
const wrongFor = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a resident', () => {
  it('asks for a code, enters, is known everywhere, and leaves', async () => {
    const browser = server.browser();
    const asked = await browser.send('POST', '/api/auth/phone/code', { phone: '138 0000 0001' });
    expect(asked.json()).toEqual({
      sentTo: '138****0001',
      validSeconds: 300,
      retryAfterSeconds: 60,
      demoCode: expect.stringMatching(/^\d{6}$/),
    });
    expect((await browser.send('GET', '/api/session')).json()).toEqual({ signedIn: false });
    const code = asked.json().demoCode;
    const entered = await browser.send('POST', '/api/auth/phone/enter', { phone: '+8613800000001', code });
    expect(entered.json()).toMatchObject({ kind: 'resident', secondFactor: false });
    const { personId } = entered.json();
    expect((await browser.send('GET', '/whoami')).json()).toMatchObject({ personId, kind: 'resident' });
    await browser.send('PUT', '/api/session/name', { name: ' 王小明 ' });
    expect((await browser.send('GET', '/api/session')).json()).toEqual({
      signedIn: true,
      personId,
      kind: 'resident',
      secondFactor: false,
      name: '王小明',
      phone: '138****0001',
      demo: false,
    });
    const stolen = new Map(browser.cookies);
    expect((await browser.send('DELETE', '/api/session')).statusCode).toBe(204);
    expect(browser.cookies.size).toBe(0);
    // Whoever kept the token has nothing either.
    for (const [name, value] of stolen) if (!name.includes('quick')) browser.cookies.set(name, value);
    expect((await browser.send('GET', '/whoami')).body).toBe('null');
  });

  it('is the same person at the next visit, on any device', async () => {
    const first = (await enterByPhone(server.browser(), '13800000002')).json();
    server.pass(61);
    const second = (await enterByPhone(server.browser(), '13800000002')).json();
    expect(second.personId).toBe(first.personId);
  });

  it('gets a session cookie that scripts, other sites and plain connections cannot take', async () => {
    const secure = await startTestServer(database.pool, { publicUrl: 'https://liren.example.cn' });
    const browser = secure.browser();
    const phone = '13800000003';
    const headers = { origin: 'https://liren.example.cn' };
    const { demoCode: code } = (
      await browser.send('POST', '/api/auth/phone/code', { phone }, headers)
    ).json();
    const entered = await browser.send('POST', '/api/auth/phone/enter', { phone, code }, headers);
    const line = String([entered.headers['set-cookie']].flat()[0]);
    expect(line).toMatch(/^__Secure-liren\.session_token=/);
    for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Path=/'])
      expect(line).toContain(attribute);
    expect((await browser.send('GET', '/whoami')).json()).toMatchObject({ kind: 'resident' });
    await secure.app.close();
  });

  it('once erased is signed out at the next look, and unknown to the next visit', async () => {
    const browser = server.browser();
    const { personId } = (await enterByPhone(browser, '13800000004')).json();
    await browser.send('PUT', '/api/session/name', { name: '李四' });
    expect(await erasePerson(database.pool, personId, server.now())).toBe(true);
    expect(await erasePerson(database.pool, personId, server.now())).toBe(false);
    expect(await findPerson(server.signIn, personId)).toBeUndefined();
    server.pass(usualSettings.quickSessionSeconds + 1);
    expect((await browser.send('GET', '/whoami')).body).toBe('null');
    server.pass(61);
    expect((await enterByPhone(server.browser(), '13800000004')).json().personId).not.toBe(personId);
  });
});

describe('a code', () => {
  it('works once', async () => {
    const phone = '13800000011';
    const code = await askCode(phone);
    expect((await server.browser().send('POST', '/api/auth/phone/enter', { phone, code })).statusCode).toBe(
      200,
    );
    const again = await server.browser().send('POST', '/api/auth/phone/enter', { phone, code });
    expect([again.statusCode, again.json().error.code]).toEqual([400, 'code-gone']);
  });

  it('works for its phone only', async () => {
    const code = await askCode('13800000012');
    await askCode('13800000013');
    const other = await server
      .browser()
      .send('POST', '/api/auth/phone/enter', { phone: '13800000013', code });
    expect(other.json().error.code).toBe('code-wrong');
  });

  it('expires', async () => {
    const phone = '13800000014';
    const code = await askCode(phone);
    await database.pool.query(`update auth_verification set expires_at = now() - interval '1 second'`);
    const late = await server.browser().send('POST', '/api/auth/phone/enter', { phone, code });
    expect(late.json().error.code).toBe('code-gone');
  });

  it('guessed wrong five times locks the phone, the right code included, until the window ends', async () => {
    const phone = '13800000015';
    const code = await askCode(phone);
    const guess = (tried: string) =>
      server.browser().send('POST', '/api/auth/phone/enter', { phone, code: tried });
    for (let count = 0; count < 5; count += 1)
      expect((await guess(wrongFor(code))).json().error.code).toBe('code-wrong');
    const locked = await guess(code);
    expect([locked.statusCode, locked.json().error.code]).toEqual([429, 'too-often']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(1700);
    // A new code does not open a new round of guesses.
    server.pass(61);
    expect((await guess(await askCode(phone))).statusCode).toBe(429);
    server.pass(1801);
    expect((await guess(await askCode(phone))).statusCode).toBe(200);
  });

  it('of many right guesses at once lets one in, of many wrong ones looks at five', async () => {
    const phone = '13800000016';
    const code = await askCode(phone);
    const wrong = await Promise.all(
      Array.from({ length: 12 }, () =>
        server.browser().send('POST', '/api/auth/phone/enter', { phone, code: wrongFor(code) }),
      ),
    );
    expect(wrong.filter((response) => response.statusCode === 429).length).toBe(7);
    const next = '13800000017';
    const right = await askCode(next);
    const entered = await Promise.all(
      Array.from({ length: 4 }, () =>
        server.browser().send('POST', '/api/auth/phone/enter', { phone: next, code: right }),
      ),
    );
    expect(entered.filter((response) => response.statusCode === 200).length).toBe(1);
  });

  it('is sent once a minute, eight times a day, and to mobiles only', async () => {
    const ask = (phone: string) => server.browser().send('POST', '/api/auth/phone/code', { phone });
    expect((await ask('13800000018')).statusCode).toBe(200);
    const soon = await ask('13800000018');
    expect([soon.statusCode, soon.json().error.code]).toEqual([429, 'too-often']);
    const statuses: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      server.pass(61);
      statuses.push((await ask('13800000018')).statusCode);
    }
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
    for (const phone of ['010-65123456', '12345', '+85223456789', ''])
      expect((await ask(phone)).json().error.code).toBe('not-a-mobile');
  });

  it('that the gateway could not send is no success', async () => {
    const failing = await startTestServer(database.pool, {
      sms: { isDemo: false, send: async () => err('unreachable') },
    });
    const asked = await failing.browser().send('POST', '/api/auth/phone/code', { phone: '13800000019' });
    expect([asked.statusCode, asked.json().error.code]).toEqual([502, 'sms-not-sent']);
    await failing.app.close();
  });

  it('stands in the database only as HMAC', async () => {
    const code = await askCode('13800000020');
    const { rows } = await database.pool.query('select value from auth_verification');
    expect(rows.length).toBeGreaterThan(0);
    for (const { value } of rows) expect(value).toMatch(/^[0-9a-f]{64}:\d$/);
    expect(JSON.stringify(rows)).not.toContain(`"${code}`);
  });
});
