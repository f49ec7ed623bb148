import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import type { Draft, Matter } from '@liren/core/engine/types.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureDemoPerson } from '../../signin/demo.ts';
import { givePost } from '../../signin/people.ts';
import { testDatabase } from '../../testing/postgres.ts';
import { startStreet, type TestStreet } from '../../testing/street.ts';
import { inTransaction } from '../transact.ts';
import { officesBeside } from './office-ground.ts';

const database = testDatabase();
let street: TestStreet;
const members = [
  ['唐一', 'member-1'],
  ['唐二', 'member-2'],
  ['唐二', 'member-3'],
] as const;

beforeAll(async () => {
  street = await startStreet(database.pool);
  for (const [name, demoRole] of members) {
    const entry = { kind: 'staff' as const, name, demoRole };
    const person = await ensureDemoPerson(street.wired.deps.people, entry, street.now());
    const from = civilDate('2024-01-01');
    await givePost(database.pool, { person, post: 'committee-member', organ: 'com1', from });
  }
});
afterAll(() => street.close());

const end = (name: string) => {
  const data = { post: 'committee-member', organ: 'com1', name, on: '2026-11-09' };
  const drafts = [{ type: 'office-ended', data }] as unknown as readonly Draft[];
  return officesBeside(street.wired.deps.shell, { community: 'c1' } as Matter, drafts);
};
const inOffice = async (): Promise<number> => {
  const { rows } = await database.pool.query(
    `SELECT 1 FROM post WHERE post = 'committee-member' AND (until_date IS NULL OR until_date >= '2026-11-09')`,
  );
  return rows.length;
};

it('ends the office of exactly one person, on the day before', async () => {
  const also = unwrap(await end('唐一'));
  await inTransaction(database.pool, async (client) => also?.(client, []));
  expect(await inOffice()).toBe(2);
  const { rows } = await database.pool.query(
    `SELECT until_date::text AS until FROM post WHERE until_date IS NOT NULL AND post = 'committee-member'`,
  );
  expect(rows).toEqual([{ until: '2026-11-08' }]);
});

it.each([
  ['nobody of that name', '唐九'],
  ['two of that name', '唐二'],
  ['somebody who has left already', '唐一'],
])('ends nothing for %s', async (_, name) => {
  expect(await end(name)).toMatchObject({ ok: false, error: { code: 'not-in-office' } });
  expect(await inOffice()).toBe(2);
});
