import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';

const database = testDatabase();
let street: TestStreet;
const ids = new Map<string, string>();
const spots = {
  upstairs: { lat: 39.905, long: 116.405, address: '柳荫里 3 号楼 2 单元' },
  across: { lat: 39.9065, long: 116.405, address: '槐树路口' },
  ride: { lat: 39.918, long: 116.405, address: '北边的菜场' },
  far: { lat: 39.99, long: 116.405, address: '高速出口' },
};
beforeAll(async () => {
  street = await startStreet(database.pool);
  const resident = await street.as('resident');
  for (const [name, location] of Object.entries(spots)) {
    const community = name === 'far' ? { community: 'c2' } : {};
    const response = await resident.send('POST', '/api/matters', {
      commandId: randomUUID(),
      procedure: 'complaint',
      ...community,
      input: { title: '垃圾桶满了没人清运', location },
    });
    expect(response.statusCode, response.body).toBe(201);
    ids.set(response.json().id, name);
  }
});
afterAll(() => street.close());

async function nearby(role: Role, typing: object) {
  const response = await (await street.as(role)).send('POST', '/api/suggest', typing);
  expect(response.statusCode, response.body).toBe(200);
  const { similar } = response.json() as {
    similar: readonly { id: string; near: string; why: readonly string[] }[];
  };
  return similar.map(({ id, near, why }) => ({ what: ids.get(id), near, why }));
}
const here = { lat: 39.905, long: 116.405, address: '柳荫里三号楼' };

it('the nearest stands first, and each says why it is shown', async () => {
  const found = await nearby('clerk', { text: '垃圾桶满了没人清运', ...here });
  expect(found.map(({ what, near }) => [what, near])).toEqual([
    ['upstairs', 'building'],
    ['across', 'steps'],
    ['ride', 'ride'],
  ]);
  for (const { why } of found) expect(why).toContain('垃圾桶');
});

it('the farther it is, the more the words must say; beyond two kilometres the same words still do', async () => {
  const loosely = await nearby('clerk', { text: '垃圾桶旁边的路灯坏了，晚上全黑，老人看不见', ...here });
  expect(loosely.map(({ what }) => what)).toEqual(['upstairs', 'across']);
  const there = { lat: 39.96, long: 116.405 };
  const same = await nearby('clerk', { text: '垃圾桶满了没人清运', ...there });
  expect(same.map(({ near }) => near)).toContain('far');
});

it('who may not read what others wrote learns of no address', async () => {
  for (const { near } of await nearby('neighbour', { text: '垃圾桶满了没人清运', ...here }))
    expect(['building', 'compound']).not.toContain(near);
});
