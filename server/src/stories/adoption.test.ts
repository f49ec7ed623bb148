import { randomUUID } from 'node:crypto';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadLibrary } from '../adapters/charters/library.ts';
import type { Browser } from '../signin/testing-sign-in.ts';
import { enterByPhone } from '../signin/testing-sign-in.ts';
import { identityOf, nameOf, phoneOf, seatOf, startCharterStreet } from '../testing/charter-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Served } from '../testing/street.ts';
import { chartersFolder } from '../wiring.ts';

const database = testDatabase();
let street: Served;
let adopter: Browser;
let matter = '';
beforeAll(async () => {
  const found = unwrap(loadLibrary(chartersFolder)).charters.get('haicang-micro');
  if (found === undefined) throw new Error('no charter haicang-micro');
  const { charter } = found;
  street = await startCharterStreet(database.pool, charter, []);
  adopter = street.guest();
  expect((await enterByPhone(adopter, phoneOf(0))).statusCode).toBe(200);
  const proof = { name: nameOf(0), identityEnd: identityOf(0).slice(-6) };
  expect((await adopter.send('POST', '/api/my-registry/c1/prove', proof)).statusCode).toBe(200);
  const input = { title: '五号楼前的花坛', what: 'green', text: '一周来浇两次水' };
  const body = { commandId: randomUUID(), procedure: 'adoption', community: 'c1', input };
  const opened = await adopter.send('POST', '/api/matters', body);
  expect(opened.statusCode, opened.body).toBe(201);
  matter = opened.json().id;
  const [post = ''] = Object.entries(charter.posts).find(([, seat]) => seat.in.includes('community')) ?? [];
  const accepted = await command(await street.as(seatOf(post, 'community')), 'accept');
  expect(accepted.statusCode, accepted.body).toBe(200);
});
afterAll(() => street.close());

const command = (browser: Browser, type: string, input: object = {}) =>
  browser.send('POST', `/api/matters/c1/${matter}/commands`, { commandId: randomUUID(), type, input });
const seenBy = async (browser: Browser) => (await browser.send('GET', `/api/matters/c1/${matter}`)).json();

describe('微行动认养', () => {
  it('is told by the name of whoever adopts, not of somebody who complains', async () => {
    const { record, stations } = await seenBy(street.guest());
    expect(record[0].by).toEqual({ role: 'opener', called: '认养人' });
    expect(stations.find(({ id }: { id: string }) => id === 'keep').who).toEqual(['认养人']);
  });

  it('lets them tell how it goes, and offers no note between colleagues: the server refuses one', async () => {
    const { offers } = await seenBy(adopter);
    const offered = offers.map(({ name }: { name: string }) => name);
    expect(offered).toEqual(expect.arrayContaining(['done', 'note-progress', 'withdraw']));
    expect(offered).not.toContain('note-inside');
    const refused = await command(adopter, 'note-inside', { text: '只给你们看' });
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.json().error.code).toBe('no-such-action');
    expect((await command(adopter, 'note-progress', { text: '浇过水了' })).statusCode).toBe(200);
  });
});
