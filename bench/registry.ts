import { randomUUID } from 'node:crypto';
import { instant } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { identityCheckCharacter } from '@liren/core/registry/identity-number.ts';
import type pg from 'pg';
import { createPool } from '../server/src/store/pool.ts';
import { startStreet, type TestStreet } from '../server/src/testing/street.ts';
import { system } from '../server/src/usecases/actor.ts';
import { importResidents } from '../server/src/usecases/import-residents.ts';
import { searchRegistry } from '../server/src/usecases/search-registry.ts';
import { openBenchDatabase } from './database.ts';
import { type BenchOptions, quantile, type Say, table } from './measure.ts';

const surnames = Array.from(
  '赵钱孙李周吴郑王冯陈蒋沈韩杨朱许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁韦马苗方袁柳',
);
const given = Array.from(
  '建国淑珍玉兰志强丽华秀云文斌晓燕永福佳怡桂芝海振雅琴思远春梅立新婷德明欣然凤英浩美玲长山静少素芬子轩',
);
const peoplePerFile = 100_000;
const peoplePerHome = 10 / 3;

const pick = (from: readonly string[], n: number): string => from[n % from.length] ?? '';
const nameOf = (n: number): string =>
  `${pick(surnames, n * 7)}${pick(given, n * 11 + Math.floor(n / 40))}${n % 3 === 0 ? '' : pick(given, n * 13 + Math.floor(n / 60))}`;
function identityOf(n: number): string {
  const born = new Date(Date.UTC(1940, 0, 1 + (n % 29_000))).toISOString().slice(0, 10).replaceAll('-', '');
  const first = `990099${born}${String(Math.floor(n / 29_000) + 1).padStart(3, '0')}`;
  return `${first}${identityCheckCharacter(first)}`;
}
const addressOf = (n: number): string => {
  const home = Math.floor(n / peoplePerHome);
  return `柳荫里${1 + Math.floor(home / 120)}号楼${1 + (Math.floor(home / 40) % 3)}单元${101 + (home % 40)}`;
};

/** A household table of so many people; one row in a hundred holds a mistyped number. */
function householdTable(from: number, count: number): Buffer {
  const lines = Array.from({ length: count }, (_, i) => {
    const identity = identityOf(from + i);
    const said = i % 100 === 99 ? `${identity.slice(0, 17)}${identity.endsWith('1') ? '2' : '1'}` : identity;
    const phone = `154${String(from + i).padStart(8, '0')}`;
    return `${nameOf(from + i)},${said},${phone},${addressOf(i)},户主,`;
  });
  return Buffer.from(['姓名,身份证号,联系电话,住址,与户主关系,网格', ...lines].join('\n'));
}

/** The same rows once more into a table without keys or indexes, in one statement: what the disk alone would take. */
async function plainInsert(pool: pg.Pool, count: number): Promise<number> {
  await pool.query('CREATE TABLE plain_resident AS SELECT * FROM resident WHERE false');
  const { rows } = await pool.query<{ n: number }>('SELECT count(*) AS n FROM resident');
  const started = performance.now();
  await pool.query('INSERT INTO plain_resident SELECT * FROM resident LIMIT $1', [count]);
  const seconds = (performance.now() - started) / 1000;
  await pool.query('DROP TABLE plain_resident');
  return Math.min(count, rows[0]?.n ?? 0) / seconds;
}

async function plant(pool: pg.Pool, communities: readonly string[]): Promise<void> {
  for (const id of communities) {
    await pool.query(`INSERT INTO place (id, parent_id, level, title) VALUES ($1, 's', 'community', $1)`, [
      id,
    ]);
    await pool.query(
      `INSERT INTO community (id, title, place_id, street_id, charter) VALUES ($1, $1, $1, 's', 'beijing-12345')`,
      [id],
    );
  }
}

async function searches(street: TestStreet, communities: readonly string[], rounds: number) {
  const { deps } = street.wired;
  const kinds: Readonly<Record<string, (n: number) => string>> = {
    'whole name': (n) => nameOf(n),
    'two characters': (n) =>
      nameOf(n * 3 + 1)
        .slice(1, 3)
        .padEnd(2, '国'),
    'identity number': identityOf,
    'last four digits': (n) => identityOf(n).slice(-4),
    'building and door': (n) => addressOf(n),
    'a whole building': (n) => `${1 + (n % 200)}号楼`,
    nobody: (n) => `龘龘${n}`,
  };
  const areas = (ids: readonly string[]) =>
    ids.map((community) => ({ community, grids: undefined, post: { post: 'x', organ: 'x' as never } }));
  const rows: (string | number)[][] = [];
  for (const [kind, wordOf] of Object.entries(kinds)) {
    const spans: number[] = [];
    for (let round = 0; round <= rounds; round++) {
      const ids = areas([pick(communities, round)]);
      const started = performance.now();
      await searchRegistry(deps, ids, wordOf(round * 7919), undefined);
      // The first warms up.
      if (round > 0) spans.push(performance.now() - started);
    }
    rows.push([kind, quantile(spans, 0.5), quantile(spans, 0.99)]);
  }
  return rows;
}

/** A household table taken in, against a bare insert of the same rows; then searches among all of them. */
export async function bench(
  { sizes = [peoplePerFile], rounds = 100 }: BenchOptions,
  say: Say,
): Promise<void> {
  const database = await openBenchDatabase();
  const pool = createPool(database.url, { maxConnections: 8, limitStatementMilliseconds: 0 });
  const street = await startStreet(pool, { now: () => instant(Date.now()) });
  try {
    const people = sizes[0] ?? peoplePerFile;
    const communities = Array.from(
      { length: Math.ceil(people / peoplePerFile) },
      () => `bench-${randomUUID()}`,
    );
    await plant(pool, communities);
    await street.wired.reloadDirectory();
    const rates: number[] = [];
    for (const [i, community] of communities.entries()) {
      const count = Math.min(peoplePerFile, people - i * peoplePerFile);
      const bytes = householdTable(i * peoplePerFile, count);
      const started = performance.now();
      const report = unwrap(
        await importResidents(street.wired.deps, system, { bytes, fileName: 'bench.csv', community }),
      );
      const seconds = (performance.now() - started) / 1000;
      rates.push(count / seconds);
      say(
        `${count} rows: ${report.accepted} people taken in, ${report.errors.length} rows refused, ${seconds.toFixed(1)} s`,
      );
    }
    const plain = await plainInsert(pool, peoplePerFile);
    const rate = quantile(rates, 0.5);
    await pool.query('ANALYZE home, resident, residence');
    say(table([['search, milliseconds', 'p50', 'p99'], ...(await searches(street, communities, rounds))]));
    say(`rows a second: import ${Math.round(rate)}, bare insert ${Math.round(plain)}`);
    say(`ratio: import ÷ bare insert = ${(rate / plain).toFixed(3)}`);
  } finally {
    await street.close();
    await pool.end();
    await database.close();
  }
}
