import { randomUUID } from 'node:crypto';
import { type Instant, instant, type PersonId } from '@liren/core/basics/ids.ts';
import { ok, unwrap } from '@liren/core/basics/result.ts';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { normalisePhone } from '../adapters/crypto/phone.ts';
import type { News } from '../adapters/sms/news-gateway.ts';
import { drainOutbox } from '../jobs/outbox.ts';
import { getOrAddByPhone } from '../signin/people.ts';
import { findMatter, readRecord } from '../store/read-record.ts';
import { openTestDatabase, testDatabase } from '../testing/postgres.ts';
import { type Role, startStreet, type TestStreet } from '../testing/street.ts';
import { actOnMatter } from '../usecases/act-on-matter.ts';
import type { Asker } from '../usecases/actor.ts';
import { sealCommunity } from '../usecases/make-checkpoint.ts';
import { openMatter } from '../usecases/open-matter.ts';
import { wakeDueMatters } from '../usecases/wake-matter.ts';

const database = testDatabase();
let current: number = Date.parse('2026-11-09T09:30:00+08:00');
const now = (): Instant => instant(current);
const hour = 3_600_000;
/** Two servers on one database, with one clock. */
let first: TestStreet;
let second: TestStreet;
beforeAll(async () => {
  first = await startStreet(database.pool, { now });
  second = await startStreet(database.pool, { now });
});
afterAll(async () => {
  await first.close();
  await second.close();
});

const seats: Partial<Record<Role, readonly [string, string]>> = {
  dispatcher: ['dispatcher', 'street-office'],
  leader: ['leader', 'street-office'],
  urban: ['handler', 'urban'],
  water: ['handler', 'water'],
  drain: ['handler', 'drain'],
};
function asker(role: Role): Extract<Asker, { kind: 'person' }> {
  const seat = seats[role];
  const person = first.people.get(role) as PersonId;
  return { kind: 'person', person, posts: seat ? [{ post: seat[0], organ: seat[1] as never }] : [] };
}
const shell = () => first.wired.deps.shell;

async function report(by: Extract<Asker, { kind: 'person' }>): Promise<string> {
  const request = { commandId: randomUUID(), procedure: 'complaint', community: 'c1', urgency: 'normal' };
  const input = { title: '井盖翘起来了' };
  return unwrap(await openMatter(shell(), by, { ...request, channel: 'web', input })).matter;
}
const act = (role: Role, matter: string, type: string, input: object = {}, server = first) =>
  actOnMatter(server.wired.deps.shell, asker(role), {
    commandId: randomUUID(),
    community: 'c1',
    matter,
    command: { type, input: { ...input } as never },
  });
const load = async (id: string) => {
  const found = await findMatter(database.pool, 'c1', id);
  if (found === undefined) throw new Error(`no matter ${id}`);
  return found.matter;
};

async function whistled() {
  const id = await report(asker('resident'));
  unwrap(await act('dispatcher', id, 'assign', { organ: 'street-office' }));
  unwrap(
    await act('leader', id, 'whistle', {
      organs: ['urban', 'water', 'drain'],
      reason: 'joint-enforcement',
      text: '请到现场',
    }),
  );
  return id;
}

describe('a matter and those that it called in', () => {
  it('the caller is known in each by another pseudonym, and to nobody else', async () => {
    const id = await whistled();
    const { children } = await load(id);
    const openers = await Promise.all(children.map(async (child) => (await load(child.id)).opener));
    const callers = (await readRecord(database.pool, 'c1', id)).map((event) => event.actor.handle as string);
    expect(new Set(openers).size).toBe(3);
    expect(openers.filter((opener) => callers.includes(opener))).toEqual([]);
    const { rows } = await database.pool.query<{ handle: string; role: string }>(
      'SELECT handle, role FROM participant WHERE matter_id = ANY($1::uuid[]) AND person_id = $2',
      [children.map((child) => child.id), first.people.get('leader')],
    );
    expect(rows.map((row) => row.handle).sort()).toEqual([...openers].sort());
  });

  it('three that end at once, on two servers, while the leader acts: each is heard once', async () => {
    const id = await whistled();
    const { children } = await load(id);
    for (const [i, role] of (['urban', 'water', 'drain'] as const).entries()) {
      const child = children[i]?.id ?? '';
      unwrap(await act(role, child, 'done'));
      unwrap(await act(role, child, 'done', { text: '干完了' }));
    }
    const acts = [
      ...children.map((child, i) => act('leader', child.id, 'accept', {}, i % 2 === 0 ? first : second)),
      ...[1, 2, 3, 4].map((i) =>
        act('leader', id, 'supervise', { text: '快' }, i % 2 === 0 ? first : second),
      ),
      act('leader', id, 'whistle', { organs: ['urban'], reason: 'emergency', text: '再来一次' }, second),
    ];
    for (const result of await Promise.all(acts)) unwrap(result);
    const record = await readRecord(database.pool, 'c1', id);
    const ended = record.filter((event) => event.type === 'child-ended').map((event) => event.data['child']);
    expect([...ended].sort()).toEqual(children.map((child) => child.id as string).sort());
    expect(record.map((event) => event.seq)).toEqual(record.map((_, i) => i + 1));
  });
});

describe('two servers on one database', () => {
  it('let each clock speak once', async () => {
    const matters = await Promise.all([1, 2, 3, 4].map(() => report(asker('resident'))));
    current += 30 * 24 * hour;
    const failed = (error: unknown) => {
      throw error;
    };
    await Promise.all(
      [first, second, first, second].map((each) => wakeDueMatters(each.wired.deps.shell, failed)),
    );
    for (const id of matters) {
      const record = await readRecord(database.pool, 'c1', id);
      expect(record.filter((event) => event.type === 'clock-passed')).toHaveLength(1);
    }
  });

  it('send each message once', async () => {
    const { people } = first.wired.deps;
    const person = await getOrAddByPhone(people, unwrap(normalisePhone('13911113333')), now());
    const caller = { kind: 'person' as const, person: person.id, posts: [] };
    for (let i = 0; i < 6; i++)
      unwrap(await act('dispatcher', await report(caller), 'assign', { organ: 'street-office' }));
    const told: string[] = [];
    const gateway = {
      tell: async ({ id }: News) => {
        told.push(id);
        return ok(undefined);
      },
    };
    await Promise.all(
      [first, second, first].map((each) => drainOutbox(each.wired.deps.shell, people, gateway)),
    );
    expect(told).toHaveLength(6);
    expect(new Set(told).size).toBe(6);
  });
});

describe('a clock that is set back an hour', () => {
  it('lets no record and no checkpoint run backwards', async () => {
    const id = await report(asker('resident'));
    const sealed = await sealCommunity(shell(), 'c1');
    current -= hour;
    unwrap(await act('dispatcher', id, 'assign', { organ: 'street-office' }));
    const times = (await readRecord(database.pool, 'c1', id)).map((event) => event.at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect((await sealCommunity(shell(), 'c1'))?.at).toBeGreaterThanOrEqual(sealed?.at ?? 0);
  });

  it('ends no revocation later', async () => {
    const browser = await first.as('urban');
    expect((await browser.send('GET', '/api/session')).json().signedIn).toBe(true);
    await database.pool.query('DELETE FROM auth_session WHERE user_id = $1', [first.people.get('urban')]);
    current -= hour;
    expect((await browser.send('GET', '/api/session')).json().signedIn).toBe(false);
  });
});

describe('a database that is away', () => {
  it('is told as such, and the same command acts once when it is back', async () => {
    const own = await openTestDatabase();
    const street = await startStreet(own.pool);
    const resident = await street.as('resident');
    const body = {
      commandId: randomUUID(),
      procedure: 'complaint',
      community: 'c1',
      input: { title: '灯坏了' },
    };
    const admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    const name = new URL(own.url).pathname.slice(1);
    const allow = (allowed: boolean) =>
      admin.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS ${allowed}`);
    await allow(false);
    await admin.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
    const away = await resident.send('POST', '/api/matters', body);
    await allow(true);
    expect([away.statusCode, away.json().error?.code]).toEqual([503, 'not-ready']);
    const back = await resident.send('POST', '/api/matters', body);
    expect(back.statusCode, back.body).toBe(201);
    expect((await resident.send('POST', '/api/matters', body)).json().id).toBe(back.json().id);
    await admin.end();
    await street.close();
    await own.close();
  });

  it('with every session taken, a request is refused in time instead of hanging', async () => {
    const taken = await Promise.all(Array.from({ length: 3 }, () => database.pool.connect()));
    const browser = first.guest();
    const waiting = browser.send('GET', '/api/notices');
    const response = await waiting;
    for (const client of taken) client.release();
    expect(response.statusCode).toBe(503);
    expect((await browser.send('GET', '/api/notices')).statusCode).toBe(200);
  }, 30_000);
});
