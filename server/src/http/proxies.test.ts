import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualSettings } from '../signin/settings.ts';
import { createSignIn } from '../signin/sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { buildApp } from './app.ts';

const database = testDatabase();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
});
afterAll(() => street.close());

const proxy = '10.0.8.7';
/** Two codes for each address, so that limits are soon reached; `warnings` gathers what an operator is told. */
async function serverTrusting(trustedProxies: readonly string[]) {
  const { deps, signIn, files, live } = street.wired;
  const codesPerAddress = { purpose: `codes ${trustedProxies.join()}`, limit: 2, windowSeconds: 3600 };
  const settings = { rules: { ...usualSettings.rules, codesPerAddress } };
  const tight = createSignIn({ ...signIn, settings });
  const warnings: string[] = [];
  const logger = pino({ level: 'warn' }, { write: (line) => warnings.push(line) });
  const app = await buildApp({ deps, signIn: tight, files, live, doors: [], trustedProxies, logger });
  return { app, warnings };
}
type App = Awaited<ReturnType<typeof serverTrusting>>['app'];

let lastPhone = 13_800_001_000;
/** A guest at `client`, as the proxy tells it, asks for a code to a number of their own. */
const askForCode = async (app: App, remoteAddress: string, client: string): Promise<number> => {
  lastPhone += 1;
  const { statusCode } = await app.inject({
    method: 'POST',
    url: '/api/auth/phone/code',
    remoteAddress,
    headers: { 'x-forwarded-for': client, origin: 'http://localhost' },
    payload: { phone: String(lastPhone) },
  });
  return statusCode;
};
const search = async (app: App, remoteAddress: string, client: string) =>
  app.inject({ url: '/api/search', remoteAddress, headers: { 'x-forwarded-for': client } });

async function searchOften(app: App, remoteAddress: string, clientOf: (index: number) => string) {
  for (let index = 0; index < 120; index += 1)
    expect((await search(app, remoteAddress, clientOf(index))).statusCode).toBe(200);
}

describe('behind a trusted proxy', () => {
  it('each guest has limits of their own', async () => {
    const { app, warnings } = await serverTrusting(['10.0.8.0/24']);
    await searchOften(app, proxy, () => '203.0.113.1');
    expect((await search(app, proxy, '203.0.113.1')).statusCode).toBe(429);
    expect((await search(app, proxy, '203.0.113.2')).statusCode).toBe(200);
    const statuses = [];
    for (const client of ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2'])
      statuses.push(await askForCode(app, proxy, client));
    expect(statuses).toEqual([200, 200, 429, 200]);
    expect(warnings).toEqual([]);
  });

  it('a guest cannot hide behind addresses that they put before their own', async () => {
    const { app } = await serverTrusting(['10.0.8.0/28']);
    // The proxy appends whom it saw; everything to the left was sent by the guest.
    const statuses = [];
    for (const forged of ['198.51.100.1', '198.51.100.2', '10.0.8.9'])
      statuses.push(await askForCode(app, proxy, `${forged}, 203.0.113.9`));
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('who is not a trusted proxy', () => {
  it('is counted by their own address, whatever they say', async () => {
    const { app } = await serverTrusting(['10.0.8.0/26']);
    const stranger = '198.51.100.77';
    await searchOften(app, stranger, (index) => `203.0.113.${index}`);
    expect((await search(app, stranger, '203.0.113.200')).statusCode).toBe(429);
    const statuses = [];
    for (const client of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
      statuses.push(await askForCode(app, stranger, client));
    expect(statuses).toEqual([200, 200, 429]);
  });

  it('is everybody unless proxies are named, and the operator is told once', async () => {
    const { app, warnings } = await serverTrusting([]);
    const statuses = [];
    for (const client of ['203.0.113.1', '203.0.113.2', '203.0.113.3'])
      statuses.push(await askForCode(app, '127.0.0.1', client));
    expect(statuses).toEqual([200, 200, 429]);
    expect(warnings.filter((line) => line.includes('LIREN_TRUSTED_PROXIES')).length).toBe(1);
  });
});
