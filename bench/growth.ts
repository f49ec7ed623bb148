import { instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { audiencesOfPosts } from '@liren/core/projections/tasks.ts';
import type pg from 'pg';
import { request } from 'undici';
import { countInbox, noLimitAt, readInbox } from '../server/src/store/inbox.ts';
import { type ListFilter, listMatters } from '../server/src/store/list-matters.ts';
import { readMeasures } from '../server/src/store/measures.ts';
import { readOverview } from '../server/src/store/overview.ts';
import { createPool } from '../server/src/store/pool.ts';
import { readPosts } from '../server/src/store/posts.ts';
import { type Role, startStreet, type TestStreet } from '../server/src/testing/street.ts';
import { scopeOf } from '../server/src/usecases/scope.ts';
import { openBenchDatabase } from './database.ts';
import { growDistrict, growthOf } from './grown-district.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

const now = instant(Date.parse('2026-11-09T09:30:00+08:00'));
const month = '2026-10';

/** One page that people open: its store function alone, and the whole answer. */
interface Page {
  readonly name: string;
  readonly role: Role;
  readonly url: string;
  readonly store: () => Promise<unknown>;
}

async function pagesOf(street: TestStreet, pool: pg.Pool): Promise<readonly Page[]> {
  const { deps } = street.wired;
  const postsOf = async (role: Role) => {
    const person = street.people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return { person, posts: await readPosts(pool, person, civilDateOf(now)) };
  };
  const scopes = async (role: Role) => scopeOf(deps.directory, { kind: 'person', ...(await postsOf(role)) });
  const leader = await scopes('leader');
  const clerk = await scopes('clerk');
  const handler = await scopes('urban');
  const audiences = audiencesOfPosts((await postsOf('dispatcher')).posts);
  const listed = (
    name: string,
    role: Role,
    scope: typeof leader,
    query: Record<string, string>,
    filter: ListFilter,
  ): Page => ({
    name,
    role,
    url: `/api/matters?${new URLSearchParams(query).toString()}`,
    store: () => listMatters(deps.db, scope, filter, 50),
  });
  const searched = (name: string, role: Role, scope: typeof leader, q: string): Page => {
    const words = deps.text.forQuery(q);
    if (words === undefined) throw new Error(`nothing to search in ${q}`);
    return listed(name, role, scope, { q }, { words });
  };
  return [
    {
      name: 'inbox',
      role: 'dispatcher',
      url: '/api/inbox',
      store: () =>
        Promise.all([
          readInbox(deps.db, audiences, { limit: 50 }),
          countInbox(deps.db, audiences, noLimitAt),
        ]),
    },
    listed('list: street, all', 'leader', leader, {}, {}),
    listed('list: street, open', 'leader', leader, { status: 'open' }, { status: 'open' }),
    listed('list: street, late', 'leader', leader, { late: 'true' }, { late: true }),
    listed(
      'list: street, dissatisfied',
      'leader',
      leader,
      { rated: 'dissatisfied' },
      { rated: 'dissatisfied' },
    ),
    listed('list: street, rare affair', 'leader', leader, { affair: rareAffair }, { affair: rareAffair }),
    listed('list: district, all', 'clerk', clerk, {}, {}),
    listed('list: district, late', 'clerk', clerk, { late: 'true' }, { late: true }),
    listed('list: one organ', 'urban', handler, {}, {}),
    searched('search: street, frequent word', 'leader', leader, '小区'),
    searched('search: street, two frequent', 'leader', leader, '小区 物业'),
    searched('search: street, rarer word', 'leader', leader, '拆除'),
    searched('search: street, two rarer', 'leader', leader, '拆除 下水道'),
    searched('search: street, found nowhere', 'leader', leader, '长颈鹿 拆除'),
    searched('search: district, frequent word', 'clerk', clerk, '小区'),
    searched('search: district, two rarer', 'clerk', clerk, '拆除 下水道'),
    {
      name: 'ranking of a month',
      role: 'leader',
      url: `/api/measures?month=${month}&by=organ`,
      store: () => readMeasures(pool, leader.communities, month, 'complaint', 'organ'),
    },
    {
      name: 'ranking, whole district',
      role: 'leader',
      url: '',
      store: () => readMeasures(pool, clerk.communities, month, 'complaint', 'organ'),
    },
    {
      name: 'overview',
      role: 'leader',
      url: '/api/overview',
      store: () => readOverview(pool, leader.communities, instant(now - 14 * 86_400_000), now),
    },
  ];
}
let rareAffair = '';

async function timed(count: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  await work();
  await work();
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

async function measureSize(matters: number, count: number, say: Say): Promise<readonly Timing[]> {
  const database = await openBenchDatabase();
  const pool = createPool(database.url, { maxConnections: 8, limitStatementMilliseconds: 0 });
  try {
    const planted = await startStreet(pool, { now: () => now });
    const { library } = planted.wired.deps;
    const affairs = [...library.catalogue.affairs.values()].map(({ id, class: of }) => ({ id, class: of }));
    rareAffair = affairs.at(-1)?.id ?? '';
    const procedureVersion = library.charters.get('beijing-12345')?.procedures.get('complaint')?.at(-1)
      ?.procedure.version;
    if (procedureVersion === undefined) throw new Error('no complaint procedure');
    await planted.close();
    const began = performance.now();
    const growth = growthOf(matters);
    await growDistrict(pool, growth, { affairs, procedureVersion, now });
    say(
      `  ${matters.toLocaleString('en')} matters of ${growth.streets} street(s) over ${growth.months.toFixed(1)} months, made in ${Math.round((performance.now() - began) / 1000)} s`,
    );
    return await measurePages(await startStreet(pool, { now: () => now }), pool, count);
  } finally {
    await pool.end();
    await database.close();
  }
}

interface Timing {
  readonly name: string;
  readonly store: readonly number[];
  readonly http: readonly number[];
}
async function measurePages(street: TestStreet, pool: pg.Pool, count: number): Promise<readonly Timing[]> {
  try {
    const address = await street.app.listen({ port: 0, host: '127.0.0.1' });
    const timings: Timing[] = [];
    for (const page of await pagesOf(street, pool)) {
      const browser = await street.as(page.role);
      const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const get = async () => {
        const { statusCode, body } = await request(`${address}${page.url}`, { headers: { cookie } });
        const text = await body.text();
        if (statusCode !== 200) throw new Error(`${page.url}: ${statusCode} ${text}`);
      };
      const store = await timed(count, page.store);
      timings.push({ name: page.name, store, http: page.url === '' ? [] : await timed(count, get) });
    }
    return timings;
  } finally {
    await street.close();
  }
}

const shown = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(1));

/** Pages that people open all day, over 10,000 to a million matters. */
export async function bench(
  { sizes = [10_000, 100_000, 1_000_000], rounds = 100 }: BenchOptions,
  say: Say,
): Promise<void> {
  const all: { readonly size: number; readonly timings: readonly Timing[] }[] = [];
  for (const size of sizes) all.push({ size, timings: await measureSize(size, rounds, say) });
  const header = all.flatMap(({ size }) => [`${size / 1000}k p50`, 'p99', 'HTTP p50', 'p99']);
  const [first] = all;
  const rows = (first?.timings ?? []).map(({ name }, i) => [
    name,
    ...all.flatMap(({ timings }) => {
      const { store = [], http = [] } = timings[i] ?? {};
      return [quantile(store, 0.5), quantile(store, 0.99), quantile(http, 0.5), quantile(http, 0.99)].map(
        shown,
      );
    }),
  ]);
  say(`milliseconds, ${rounds} readings of each page, one after another`);
  say(table([['', ...header], ...rows]));
  const slowest = Math.max(
    ...all.flatMap(({ timings }) =>
      timings.map(({ http, store }) => quantile(http.length > 0 ? http : store, 0.99)),
    ),
  );
  say(`ratio: slowest p99 ÷ 50 ms = ${(slowest / 50).toFixed(2)} (aim ≤ 1)`);
}
