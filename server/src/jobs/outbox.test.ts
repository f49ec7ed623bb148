import { randomUUID } from 'node:crypto';
import { instant, personId } from '@liren/core/basics/ids.ts';
import { err, ok, unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import type { News } from '../adapters/sms/news-gateway.ts';
import { getOrAddByPhone } from '../signin/people.ts';
import { testDatabase } from '../testing/postgres.ts';
import { startStreet, type TestStreet } from '../testing/street.ts';
import { actOnMatter } from '../usecases/act-on-matter.ts';
import { openMatter } from '../usecases/open-matter.ts';
import { drainOutbox, retryAt } from './outbox.ts';

const database = testDatabase();
let street: TestStreet;
beforeAll(async () => {
  street = await startStreet(database.pool);
});
afterAll(() => street.close());

it('tells the person by phone, tries again after a failure, and tells nobody twice', async () => {
  const { shell, people } = street.wired.deps;
  const phone = unwrap(normalisePhone('13911112222'));
  const { id: person } = await getOrAddByPhone(people, phone, street.now());
  const asker = { kind: 'person', person: personId(person), posts: [] } as const;
  const opened = unwrap(
    await openMatter(shell, asker, {
      commandId: randomUUID(),
      procedure: 'complaint',
      community: 'c1',
      urgency: 'normal',
      channel: 'web',
      input: { title: '门禁坏了' },
    }),
  );
  const dispatcher = street.people.get('dispatcher') ?? personId('');
  const posts = [{ post: 'dispatcher', organ: 'street-office' as never }];
  unwrap(
    await actOnMatter(
      shell,
      { kind: 'person', person: dispatcher, posts },
      {
        commandId: randomUUID(),
        community: opened.community,
        matter: opened.matter,
        command: { type: 'assign', input: { organ: 'street-office' } },
      },
    ),
  );
  const heard: News[] = [];
  const away = { tell: async () => err('unreachable' as const) };
  const there = {
    tell: async (news: News) => {
      heard.push(news);
      return ok(undefined);
    },
  };
  expect(await drainOutbox(shell, people, away)).toBe(0);
  expect(await drainOutbox(shell, people, there)).toBe(0);
  street.pass({ hours: 1 });
  expect(await drainOutbox(shell, people, there)).toBe(1);
  street.pass({ hours: 1 });
  expect(await drainOutbox(shell, people, there)).toBe(0);
  expect(heard).toEqual([expect.objectContaining({ phone, key: 'assigned' })]);
  expect(JSON.stringify(heard)).not.toContain('门禁');
});

it('gives up at last, later each time', () => {
  const now = instant(0);
  const waits = [1, 2, 3].map((attempts) => retryAt(now, attempts));
  expect(waits).toEqual([60_000, 120_000, 240_000]);
  expect(retryAt(now, 8)).toBeUndefined();
});
