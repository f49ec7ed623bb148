import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { layStreet } from '../demo/lay-street.ts';
import { wireForTest } from '../demo/testing-demo.ts';
import { addStaff } from '../signin/credentials.ts';
import { readPosts } from '../store/posts.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Wired } from '../wiring.ts';
import { findStaff, giveStaffPost, postsIn } from './give-post.ts';

const database = testDatabase();
let wired: Wired;
beforeAll(async () => {
  wired = await wireForTest(database.pool, '/nowhere');
  await layStreet(database.pool);
  await wired.reloadDirectory();
  const staff = { loginName: 'Zhang@street', name: '张敏', password: '槐花水井石桥 turnip 2026' };
  unwrap(await addStaff(wired.signIn, staff, wired.deps.shell.now()));
});
afterAll(() => wired.live.close());

const give = (post: string, organ: string, until?: string, loginName = 'zhang@street') =>
  giveStaffPost(wired.deps.people, wired.deps.directory, {
    loginName,
    post,
    organ,
    from: civilDate('2026-03-01'),
    ...(until !== undefined && { until: civilDate(until) }),
  });

it('seats a staff member from a day on, and again only moves the last day', async () => {
  const person = unwrap(await give('dispatcher', 'street-office'));
  expect(await findStaff(wired.deps.people, ' ZHANG@street ')).toBe(person);
  const on = (day: string) => readPosts(database.pool, person, civilDate(day));
  expect(await on('2026-02-28')).toEqual([]);
  expect(await on('2027-01-01')).toEqual([{ post: 'dispatcher', organ: 'street-office' }]);
  unwrap(await give('dispatcher', 'street-office', '2026-12-31'));
  expect(await on('2026-12-31')).toHaveLength(1);
  expect(await on('2027-01-01')).toEqual([]);
});

it('refuses whoever and whatever is not there, and says which posts are', async () => {
  expect(await give('dispatcher', 'street-office', undefined, 'nobody')).toEqual({
    ok: false,
    error: { code: 'unknown-person' },
  });
  expect(await give('dispatcher', 'palace')).toEqual({ ok: false, error: { code: 'unknown-organ' } });
  expect(await give('dispatcher', 'water')).toEqual({
    ok: false,
    error: { code: 'post-not-here', posts: ['handler', 'unit-leader'] },
  });
  expect(await give('dispatcher', 'street-office', '2026-02-01')).toEqual({
    ok: false,
    error: { code: 'ends-before-it-begins' },
  });
  expect(postsIn(wired.deps.directory, 'grid-zaohua-1')).toEqual([{ id: 'grid-worker', title: '网格员' }]);
});
