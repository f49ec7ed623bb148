import { unwrap } from '@liren/core/basics/result.ts';
import type { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import { testDatabase } from '../testing/postgres.ts';
import { addStaff } from './credentials.ts';
import { ensureDemoPerson } from './demo.ts';
import { givePost } from './people.ts';
import { assertProductionSafe, describeUnsafe } from './production-safety.ts';
import { usualSettings } from './settings.ts';
import { removeExpiredSignIn } from './sign-in.ts';
import { enterByPhone, startTestServer, type TestServer } from './testing-sign-in.ts';

const database = testDatabase<unknown>();
let queries: string[] = [];
let server: TestServer;

/** The same pool, noting every statement that goes straight to it. */
const noted = (pool: Pool): Pool =>
  new Proxy(pool, {
    get: (target, name) => {
      const value = Reflect.get(target, name);
      if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
      return (query: string | { text: string }, ...rest: unknown[]) => {
        queries.push(typeof query === 'string' ? query : query.text);
        return Reflect.apply(value, target, [query, ...rest]);
      };
    },
  });

beforeAll(async () => {
  server = await startTestServer(noted(database.pool));
});
afterAll(() => server.app.close());
beforeEach(() => server.pass(61));

const whoami = async (browser: ReturnType<TestServer['browser']>): Promise<unknown> =>
  (await browser.send('GET', '/whoami')).json();

describe('a session', () => {
  it('costs one indexed query, then none while the quick cookie is valid', async () => {
    const browser = server.browser();
    await enterByPhone(browser, '13800000101');
    queries = [];
    await whoami(browser);
    expect(queries.length).toBe(1);
    await whoami(browser);
    await whoami(browser);
    expect(queries.length).toBe(1);
    server.pass(usualSettings.quickSessionSeconds + 1);
    await whoami(browser);
    expect(queries.length).toBe(2);
    expect(queries[1]).toContain('where s.token = $1');
    queries = [];
    await whoami(server.browser());
    expect(queries).toEqual([]);
  });

  it('cannot be forged, changed or mixed', async () => {
    const ann = server.browser();
    const bob = server.browser();
    await enterByPhone(ann, '13800000102');
    await enterByPhone(bob, '13800000103');
    await whoami(ann);
    await whoami(bob);
    const [token, quick] = ['liren.session_token', 'liren.session_quick'];
    const bobToken = bob.cookies.get(token) ?? '';
    const annQuick = ann.cookies.get(quick) ?? '';
    const seen = async (cookies: Record<string, string>): Promise<unknown> => {
      const browser = server.browser();
      for (const [name, value] of Object.entries(cookies)) browser.cookies.set(name, value);
      return whoami(browser);
    };
    expect(await seen({ [quick]: annQuick })).toBeNull();
    // Beside Bob's token Ann's quick cookie counts for nothing: it is Bob who is seen.
    expect(await seen({ [quick]: annQuick, [token]: bobToken })).toEqual(await whoami(bob));
    expect(
      await seen({ [token]: bobToken.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) }),
    ).toBeNull();
    expect(await seen({ [token]: '%E0%A4%A' })).toBeNull();
    // Who reads the database has tokens, yet not the key that signs them.
    const { rows } = await database.pool.query<{ token: string }>('select token from auth_session');
    for (const row of rows) {
      const unsigned = encodeURIComponent(`${row.token}.${'A'.repeat(43)}=`);
      expect(await seen({ [token]: unsigned })).toBeNull();
    }
    const [payload = '', signature] = annQuick.split('.');
    const promoted = Buffer.from(payload, 'base64url').toString().replace('"resident",false', '"staff",true');
    const forged = `${Buffer.from(promoted).toString('base64url')}.${signature}`;
    expect(await seen({ [token]: ann.cookies.get(token) ?? '', [quick]: forged })).toMatchObject({
      kind: 'resident',
    });
  });

  it('is listed per device and ended from another', async () => {
    const phone = server.browser('a phone');
    const desk = server.browser('a desk');
    const stranger = server.browser();
    await enterByPhone(phone, '13800000104');
    server.pass(61);
    await enterByPhone(desk, '13800000104');
    await enterByPhone(stranger, '13800000105');
    const devices = (await desk.send('GET', '/api/session/devices')).json();
    expect(devices.map((entry: { device: string }) => entry.device).sort()).toEqual(['a desk', 'a phone']);
    const other = devices.find((entry: { isCurrent: boolean }) => !entry.isCurrent);
    expect(other.device).toBe('a phone');
    expect((await stranger.send('DELETE', `/api/session/devices/${other.id}`)).statusCode).toBe(404);
    expect((await desk.send('DELETE', `/api/session/devices/${other.id}`)).statusCode).toBe(204);
    expect((await desk.send('DELETE', `/api/session/devices/${other.id}`)).statusCode).toBe(404);
    expect((await phone.send('GET', '/api/session/devices')).statusCode).toBe(401);
    server.pass(usualSettings.quickSessionSeconds + 1);
    expect(await whoami(phone)).toBeNull();
    expect(await whoami(desk)).not.toBeNull();
    server.pass(61);
    await enterByPhone(phone, '13800000104');
    expect((await desk.send('DELETE', '/api/session/devices')).json()).toEqual({ ended: 1 });
    expect((await desk.send('GET', '/api/session/devices')).json().length).toBe(1);
  });

  it('ends when idle, and when too old however busy; staff sooner than residents', async () => {
    const resident = server.browser();
    await enterByPhone(resident, '13800000106');
    server.pass(usualSettings.residentIdleSeconds - 10);
    expect(await whoami(resident)).not.toBeNull();
    server.pass(usualSettings.residentIdleSeconds - 10);
    expect(await whoami(resident)).not.toBeNull();
    server.pass(usualSettings.residentIdleSeconds + 10);
    expect(await whoami(resident)).toBeNull();

    const password = 'turnip ladder fog lamp';
    unwrap(await addStaff(server.signIn, { loginName: 'idle', name: '孙', password }, server.now()));
    // A server of its own, whose clock begins with the session's.
    const fresh = await startTestServer(database.pool);
    const staff = fresh.browser();
    await staff.send('POST', '/api/auth/staff/enter', { loginName: 'idle', password });
    const halfHours = usualSettings.staffSessionSeconds / 1800;
    for (let count = 1; count < halfHours; count += 1) {
      fresh.pass(1800);
      expect((await staff.send('GET', '/whoami')).json()).toMatchObject({ kind: 'staff' });
    }
    fresh.pass(1801);
    expect((await staff.send('GET', '/whoami')).body).toBe('null');
    await fresh.app.close();
  });

  it('and everything expired is swept', async () => {
    await enterByPhone(server.browser(), '13800000107');
    expect((await database.pool.query('select 1 from auth_session')).rowCount).toBeGreaterThan(0);
    server.pass(usualSettings.residentSessionSeconds + 1);
    expect(await removeExpiredSignIn(server.signIn)).toBeGreaterThan(0);
    for (const table of ['auth_session', 'auth_verification', 'sign_in_attempt'])
      expect((await database.pool.query(`select 1 from ${table}`)).rowCount).toBe(0);
  });
});

describe('another site', () => {
  it.each([
    ['its origin', { origin: 'https://evil.example' }, 403],
    ['a hidden origin', { origin: 'null' }, 403],
    ['a sister site', { 'sec-fetch-site': 'same-site' }, 403],
    ['a foreign site without origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['our own page', { origin: 'http://localhost' }, 200],
    ['our own page behind TLS', { origin: 'https://localhost' }, 200],
    ['a program', {}, 200],
  ])('%s', async (_name, headers, status) => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/act',
      headers: { host: 'localhost', ...headers },
    });
    expect(response.statusCode).toBe(status);
    // Reading is never refused for its origin.
    expect((await server.app.inject({ method: 'GET', url: '/whoami', headers })).statusCode).toBe(200);
  });
});

describe('the demonstration', () => {
  const clerk = { kind: 'staff', name: '宋晓岚', demoRole: 'hotline-clerk' } as const;

  it('lets anyone be a role with one click, and is made once', async () => {
    const id = await ensureDemoPerson(server.signIn, clerk, server.now());
    expect(await ensureDemoPerson(server.signIn, clerk, server.now())).toBe(id);
    await givePost(database.pool, {
      person: id,
      post: 'clerk',
      organ: 'station',
      from: '2026-01-01' as never,
    });
    const browser = server.browser();
    // Of the roles that the entrance offers, those that have a person here.
    const { rows } = (await browser.send('GET', '/api/demo/roles')).json();
    expect(rows).toEqual([
      {
        role: 'hotline-clerk',
        title: '12345 话务员',
        person: '宋晓岚',
        says: expect.any(String),
        opens: '/staff/intake',
      },
    ]);
    const entered = await browser.send('POST', '/api/demo/enter', { role: 'hotline-clerk' });
    expect(entered.json()).toEqual({ personId: id, kind: 'staff', secondFactor: true });
    expect((await browser.send('GET', '/api/session')).json()).toMatchObject({ name: '宋晓岚', demo: true });
    expect((await browser.send('POST', '/api/demo/enter', { role: 'mayor' })).statusCode).toBe(404);
  });

  it('does not exist in production, and production does not start beside it', async () => {
    const real = await startTestServer(database.pool, { mode: 'production' });
    expect((await real.browser().send('POST', '/api/demo/enter', { role: 'hotline-clerk' })).statusCode).toBe(
      404,
    );
    expect((await real.browser().send('GET', '/api/demo/roles')).statusCode).toBe(404);
    await real.app.close();
    const check = (mode: string, hasDemoSms: boolean) =>
      assertProductionSafe(database.pool, { mode, hasDemoSms });
    expect(await check('demo', true)).toEqual({ ok: true, value: undefined });
    expect(await check('production', true)).toEqual({ ok: false, error: { code: 'demo-sms' } });
    const refused = await check('production', false);
    expect(refused).toEqual({ ok: false, error: { code: 'demo-accounts', count: 1 } });
    expect(describeUnsafe({ code: 'demo-accounts', count: 1 })).toContain('1 个演示账号');
    await database.pool.query('delete from post');
    await database.pool.query('delete from person where demo');
    expect((await check('production', false)).ok).toBe(true);
  });
});

describe('whoever has the whole database', () => {
  it('finds no phone number, name, sign-in name, password or address in any column of any table', async () => {
    const browser = server.browser('SCAN-DEVICE');
    await enterByPhone(browser, '13877776666');
    await browser.send('PUT', '/api/session/name', { name: '欧阳慕白' });
    await browser.send('POST', '/api/auth/phone/code', { phone: '13877775555' });
    const phone = unwrap(normalisePhone('13877774444'));
    const staff = {
      loginName: 'ouyang.secret',
      name: '欧阳主任',
      password: 'swallow kettle rain pan',
      phone,
    };
    unwrap(await addStaff(server.signIn, staff, server.now()));
    await browser.send('POST', '/api/auth/staff/enter', {
      loginName: 'ouyang.secret',
      password: 'wrong one',
    });

    const { rows: columns } = await database.pool.query<{ table: string; column: string }>(
      `select c.table_name as "table", c.column_name as "column" from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and t.table_type = 'BASE TABLE'`,
    );
    expect(columns.length).toBeGreaterThan(60);
    const holders = async (text: string): Promise<string[]> => {
      const found: string[] = [];
      for (const { table, column } of columns) {
        const { rowCount } = await database.pool.query(
          `select 1 from "${table}" where position($1 in "${column}"::text) > 0 limit 1`,
          [text],
        );
        if (rowCount) found.push(`${table}.${column}`);
      }
      return found;
    };
    // The scan would find them: it finds what does stand in the clear.
    expect(await holders('SCAN-DEVICE')).toEqual(['auth_session.user_agent']);
    const secrets = ['77776666', '77775555', '77774444', '欧阳', 'ouyang', 'secret password', '127.0.0.1'];
    for (const text of secrets) expect(await holders(text)).toEqual([]);
  });
});
