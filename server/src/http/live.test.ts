import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitUntil } from '../platform/processes.ts';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { createLive } from './live.ts';

const database = testDatabase();
let street: TestStreet;
let port: number;
beforeAll(async () => {
  street = await startStreet(database.pool);
  await street.app.listen({ port: 0, host: '127.0.0.1' });
  port = (street.app.server.address() as AddressInfo).port;
});
afterAll(() => street.close());

/** Opens the stream as this role; `next` resolves with the next event of that name. */
async function stream(role: Role) {
  const browser = await street.as(role);
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const request = http.get({ port, path: '/api/events', headers: { cookie } });
  const [response] = (await once(request, 'response')) as [http.IncomingMessage];
  let text = '';
  const waiting: (() => void)[] = [];
  response.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    for (const look of waiting) look();
  });
  const next = (name: string): Promise<unknown> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = new RegExp(`event: ${name}\\ndata: (.*)\\n\\n`).exec(text);
        if (found?.[1] === undefined) return;
        waiting.splice(waiting.indexOf(look), 1);
        resolve(JSON.parse(found[1]));
      };
      waiting.push(look);
      look();
    });
  // Whoever ends it, the connection is cut off in the middle of an answer that has no end.
  response.on('error', () => undefined);
  const ended = new Promise<void>((resolve) => response.once('close', resolve));
  return { next, heard: () => text, ended, close: () => request.destroy() };
}

it('refuses a guest', async () => {
  const response = await street.guest().send('GET', '/api/events');
  expect(response.statusCode).toBe(401);
  expect(response.json().error.code).toBe('sign-in-needed');
});

it('tells whom it concerns that a matter moved, and carries no word of it', async () => {
  const dispatcher = await stream('dispatcher');
  const stranger = await stream('water');
  await dispatcher.next('ready');
  await stranger.next('ready');
  const resident = await street.as('resident');
  const opened = await resident.send('POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'complaint',
    community: 'c1',
    input: { title: '电梯停了' },
  });
  const { id } = opened.json();
  expect(await dispatcher.next('moved')).toMatchObject({ community: 'c1', matter: id });
  expect(dispatcher.heard()).not.toContain('电梯');
  expect(stranger.heard()).not.toContain(id);
  dispatcher.close();
  stranger.close();
});

it('hears its siblings again after the database ended its session', async () => {
  const other = createLive(database.pool, 'cut-off');
  await other.ready;
  const listening = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN liren_moved'`;
  const before = await database.pool.query<{ pid: number }>(listening);
  await database.pool.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query = 'LISTEN liren_moved'`,
  );
  const known = new Set(before.rows.map(({ pid }) => pid));
  const isBack = async () =>
    (await database.pool.query<{ pid: number }>(listening)).rows.filter(({ pid }) => !known.has(pid))
      .length === known.size;
  expect(await waitUntil(isBack, 20_000, 20)).toBe(true);
  const heard = new Promise<number>((resolve) =>
    other.listen(({ version }) => (version === 9 ? resolve(version) : undefined)),
  );
  street.wired.live.moved({ community: 'c1', matter: randomUUID(), version: 9, audiences: [] });
  expect(await heard).toBe(9);
  await other.close();
});

it('gives one person so many streams and no more', async () => {
  const all = await Promise.all(Array.from({ length: 12 }, () => stream('urban')));
  await Promise.all(all.map((each) => each.next('ready')));
  const refused = await (await street.as('urban')).send('GET', '/api/events');
  expect(refused.statusCode).toBe(429);
  for (const each of all) each.close();
});

it('reaches listeners on another server', async () => {
  const other = createLive(database.pool, 'other');
  await other.ready;
  const heard = new Promise<number>((resolve) =>
    other.listen(({ version }) => (version === 7 ? resolve(version) : undefined)),
  );
  street.wired.live.moved({ community: 'c1', matter: randomUUID(), version: 7, audiences: [] });
  expect(await heard).toBe(7);
  await other.close();
});

it('lets the server stop while somebody still listens', async () => {
  const reader = await stream('dispatcher');
  await reader.next('ready');
  await street.app.close();
  await reader.ended;
});
