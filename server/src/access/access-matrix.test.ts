import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { open311Routes } from '../open311/routes.ts';
import { importRoutes } from '../routes/imports/routes.ts';
import type { Browser } from '../signin/testing-sign-in.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { type Caller, callers, elsewhere, matrix, type Row } from './matrix.ts';

const database = testDatabase();
let street: TestStreet;
const registered: string[] = [];
const browsers = new Map<Caller, Browser>();
/** A matter of the resident in community c1, handled by its committee, and the same in c2 by another. */
let own: { community: string; id: string };
let foreign: { community: string; id: string };

beforeAll(async () => {
  street = await startStreet(database.pool, {
    doors: [open311Routes, importRoutes],
    onRoute: ({ method, url }) => {
      for (const each of [method].flat()) if (each !== 'HEAD') registered.push(`${each} ${url}`);
    },
  });
  for (const caller of callers)
    browsers.set(caller, caller === 'guest' ? street.guest() : await street.as(caller));
  own = await report('c1', 'com1');
  foreign = await report('c2', 'com2');
});
afterAll(() => street.close());

const send = (caller: Caller, method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: object) => {
  const browser = browsers.get(caller);
  if (browser === undefined) throw new Error(`no browser for ${caller}`);
  return browser.send(method, url, body);
};

async function report(community: string, organ: string) {
  const opened = await send('resident', 'POST', '/api/matters', {
    commandId: randomUUID(),
    procedure: 'complaint',
    community,
    affair: handledByCommittee,
    input: { title: '测试用的一件事', phone: '13900002222' },
  });
  expect(opened.statusCode, opened.body).toBe(201);
  const key = opened.json();
  const assigned = await send('dispatcher', 'POST', `/api/matters/${community}/${key.id}/commands`, {
    commandId: randomUUID(),
    type: 'assign',
    input: { organ },
  });
  expect(assigned.statusCode, assigned.body).toBe(200);
  return { community, id: key.id as string };
}

const handledByCommittee = 'component/notice-board';

const fill = (url: string, { community, id }: { community: string; id: string }): string =>
  url
    .replace(':community', community)
    .replace(':matter', id)
    .replace(':id', id)
    .replace(':seq', '1')
    .replace('/:n/', '/1/')
    .replace(':request', id)
    .replace(':membership', id)
    .replace(':merge', id)
    .replace(':candidate', 'c1');

describe('every route of the interface has its row', () => {
  it('names all routes and no other', () => {
    const rows = matrix.map((row) => `${row.method} ${row.url}`);
    const known = new Set([...rows, ...elsewhere]);
    expect(registered.filter((route) => !known.has(route)).join('\n')).toBe('');
    expect([...known].filter((route) => !registered.includes(route))).toEqual([]);
  });
});

const cases = matrix.flatMap((row) =>
  callers.flatMap((caller) => [
    [row.method, row.url, caller, 'own', row] as const,
    ...(row.foreign === undefined ? [] : [[row.method, row.url, caller, 'foreign', row] as const]),
  ]),
);

describe('who may do what, and nobody else', () => {
  it.each(cases)('%s %s as %s on their %s matter', async (method, url, caller, which, row: Row) => {
    const expected = (which === 'own' ? row.own : (row.foreign ?? row.own))[caller] ?? row.otherwise;
    const body = row.body === undefined ? undefined : row.body();
    const response = await send(
      caller,
      method,
      `${fill(url, which === 'own' ? own : foreign)}${row.query ?? ''}`,
      body,
    );
    expect(response.statusCode, response.body.slice(0, 300)).toBe(expected);
    if (response.statusCode >= 400) expect(response.json().error.message.length).toBeGreaterThan(3);
  });
});

describe('what a reader sees of a matter', () => {
  const sights: readonly (readonly [Caller, 'own' | 'foreign', string])[] = [
    ['guest', 'own', 'public'],
    ['neighbour', 'own', 'public'],
    ['resident', 'own', 'parties'],
    ['worker', 'own', 'handlers'],
    ['worker', 'foreign', 'public'],
    ['water', 'own', 'public'],
    ['clerk', 'own', 'handlers'],
    ['supervisor', 'foreign', 'handlers'],
  ];
  it.each(sights)('%s sees the %s matter as %s', async (caller, which, sight) => {
    const { community, id } = which === 'own' ? own : foreign;
    const response = await send(caller, 'GET', `/api/matters/${community}/${id}`);
    expect(response.json().sight).toBe(sight);
    const said = JSON.stringify(response.json().record);
    expect(said.includes('测试用的一件事')).toBe(sight !== 'public');
    // The number is masked for everyone until a reason is given.
    expect(response.body).not.toContain('13900002222');
  });
});
