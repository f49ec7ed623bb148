import { request } from 'undici';
import { createPool } from '../server/src/store/pool.ts';
import { startStreet, type TestStreet } from '../server/src/testing/street.ts';
import { type CountBuffers, tapBuffers } from './buffers.ts';
import { openBenchDatabase } from './database.ts';
import { growDistrict, growthOf } from './grown-district.ts';
import { now, type Page, pagesOf } from './growth-pages.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

/** No page may take longer, ninety-nine times in a hundred. */
const limitMilliseconds = 50;

interface Timing {
  readonly name: string;
  readonly store: readonly number[];
  readonly http: readonly number[];
  readonly buffers: number;
}
interface Sized {
  readonly size: number;
  readonly timings: readonly Timing[];
}

async function timed(count: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < Math.min(5, count); i++) await work();
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

async function measureSize(matters: number, count: number, say: Say): Promise<Sized> {
  const database = await openBenchDatabase();
  const pool = createPool(database.url, { maxConnections: 8, limitStatementMilliseconds: 0 });
  const countBuffers = tapBuffers(pool);
  try {
    const planted = await startStreet(pool, { now: () => now });
    const { library } = planted.wired.deps;
    const affairs = [...library.catalogue.affairs.values()].map(({ id, class: of }) => ({ id, class: of }));
    const procedureVersion = library.charters.get('beijing-12345')?.procedures.get('complaint')?.at(-1)
      ?.procedure.version;
    if (procedureVersion === undefined) throw new Error('no complaint procedure');
    await planted.close();
    const began = performance.now();
    const growth = growthOf(matters);
    await growDistrict(pool, growth, { affairs, procedureVersion, now });
    say(
      `  ${thousands(matters)} matters of ${growth.streets} street(s) over ${growth.months.toFixed(1)} months, made in ${Math.round((performance.now() - began) / 1000)} s`,
    );
    const street = await startStreet(pool, { now: () => now });
    const pages = await pagesOf(street, pool, affairs.at(-1)?.id ?? '');
    return { size: matters, timings: await measurePages(street, pages, countBuffers, count) };
  } finally {
    await pool.end();
    await database.close();
  }
}

const cookiesOf = ({ cookies }: Awaited<ReturnType<TestStreet['as']>>): string =>
  [...cookies].map(([key, value]) => `${key}=${value}`).join('; ');

async function measurePages(
  street: TestStreet,
  pages: readonly Page[],
  countBuffers: CountBuffers,
  count: number,
): Promise<readonly Timing[]> {
  try {
    const address = await street.app.listen({ port: 0, host: '127.0.0.1' });
    const timings: Timing[] = [];
    const cookies = new Map<string, string>();
    for (const { name, role, url, store } of pages) {
      const cookie = cookies.get(role) ?? cookiesOf(await street.as(role));
      cookies.set(role, cookie);
      const get = async () => {
        const { statusCode, body } = await request(`${address}${url}`, { headers: { cookie } });
        const text = await body.text();
        if (statusCode !== 200) throw new Error(`${url}: ${statusCode} ${text}`);
      };
      timings.push({
        name,
        store: await timed(count, store),
        http: url === '' ? [] : await timed(count, get),
        buffers: await countBuffers(store),
      });
    }
    return timings;
  } finally {
    await street.close();
  }
}

const thousands = (value: number): string => value.toLocaleString('en');
const shown = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '');
const p50 = (times: readonly number[]): number => quantile(times, 0.5);
const p99 = (times: readonly number[]): number => quantile(times, 0.99);

/** One size, each page beside the size before it. */
function sayOne({ size, timings }: Sized, smaller: Sized | undefined, say: Say): void {
  const times = (now: number, before: number | undefined) => shown(now / (before ?? Number.NaN));
  const rows = timings.map(({ name, store, http, buffers }, i) => {
    const before = smaller?.timings[i];
    return [
      name,
      ...[p50(store), p99(store), p50(http), p99(http)].map(shown),
      thousands(buffers),
      times(p50(store), before && p50(before.store)),
      times(p50(http), before && p50(before.http)),
      times(buffers, before?.buffers),
    ];
  });
  const header = ['store p50', 'p99', 'HTTP p50', 'p99', 'buffers', '× store', '× HTTP', '× buffers'];
  say(`\n${thousands(size)} matters; × is p50, and buffers, against ${thousands(smaller?.size ?? 0)}`);
  say(table([['', ...header], ...rows]));
}

const verdict = (aim: string, missed: readonly string[]): string =>
  `aim: ${aim}: ${missed.length === 0 ? 'met' : `missed by ${missed.join('; ')}`}`;

function sayLimits({ size, timings }: Sized, say: Say): void {
  for (const place of ['store', 'http'] as const) {
    const missed = timings
      .filter((timing) => p99(timing[place]) > limitMilliseconds)
      .map((timing) => `${timing.name} (${shown(p99(timing[place]))})`);
    const where = place === 'store' ? 'at the store' : 'through HTTP';
    say(verdict(`p99 ≤ ${limitMilliseconds} ms ${where}, ${thousands(size)} matters`, missed));
  }
}

/**
 * An index over ten times the rows is one step deeper at most. Below 500 buffers (a millisecond) a page is free to
 * grow to that: a street of few matters has not yet filled its pages.
 */
const smallBuffers = 500;
function sayGrowth(smaller: Sized, { size, timings }: Sized, say: Say): void {
  const allowed = Math.log(size) / Math.log(smaller.size);
  const missed = timings.flatMap(({ name, buffers }, i) => {
    const before = smaller.timings[i]?.buffers ?? Number.NaN;
    return buffers > smallBuffers && buffers > before * allowed
      ? [`${name} (${thousands(before)} → ${thousands(buffers)})`]
      : [];
  });
  const sizes = `${thousands(smaller.size)} → ${thousands(size)}`;
  say(verdict(`buffers grow by no more than the logarithm (× ${allowed.toFixed(2)}), ${sizes}`, missed));
}

/** Pages that people open all day, over 10,000 to a million matters. */
export async function bench(
  { sizes = [10_000, 100_000, 1_000_000], rounds = 200 }: BenchOptions,
  say: Say,
): Promise<void> {
  const all: Sized[] = [];
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const measured = await measureSize(size, rounds, say);
    sayOne(measured, all.at(-1), say);
    all.push(measured);
  }
  say(
    `\nMilliseconds of ${rounds} readings of each page, one after another; p99 is the one that 99 % stay below`,
  );
  for (const sized of all) sayLimits(sized, say);
  for (const [i, sized] of all.entries()) {
    const smaller = all[i - 1];
    if (smaller !== undefined) sayGrowth(smaller, sized, say);
  }
  const slowest = Math.max(
    ...all.flatMap(({ timings }) => timings.map(({ http, store }) => p99(http.length > 0 ? http : store))),
  );
  say(`ratio: slowest p99 ÷ ${limitMilliseconds} ms = ${(slowest / limitMilliseconds).toFixed(2)} (aim ≤ 1)`);
}
