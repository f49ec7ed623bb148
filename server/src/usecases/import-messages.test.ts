import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unwrap } from '@liren/core/basics/result.ts';
import { describe, expect, it } from 'vitest';
import { readMapping } from '../import/mapping.ts';
import type { Tables } from '../store/schema.ts';
import { chartersFolder, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { system } from './actor.ts';
import { importTickets } from './import-tickets.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const file = join(
  resolve(root, process.env['LIREN_TEST_DATA'] ?? '../shared/data'),
  'complaints/messages-4326.csv',
);
const mapping = unwrap(
  readMapping(readFileSync(join(chartersFolder, 'imports/hotline-messages.yaml'), 'utf8')),
);

describe('the real messages of a city', () => {
  const database = testDatabase<Tables>();

  it('are all taken in once, found by their words, and taken in no second time', async () => {
    if (!existsSync(file)) return console.info('real messages are not at hand: their import was not tried');
    const { deps } = await openExampleStreet(database);
    const request = { bytes: readFileSync(file), mapping };
    const started = performance.now();
    const first = unwrap(await importTickets(deps, system, request));
    console.info(`4,326 messages took ${((performance.now() - started) / 1000).toFixed(1)} s`);
    expect(first).toMatchObject({ rows: 4326, accepted: 4326, known: 0, errors: [], unusedColumns: [] });
    const { pool } = database;
    const count = async (sql: string, ...values: unknown[]) =>
      (await pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, values)).rows[0]?.n;
    expect(await count('matter')).toBe(4326);
    expect(await count(`matter WHERE affair IS NOT NULL`)).toBe(0);
    expect(await count(`event WHERE type = 'opened' AND data->'origin'->'reportedAt' IS NOT NULL`)).toBe(
      4326,
    );
    const words = deps.text.forQuery('魅力之城 油烟');
    expect(await count(`matter_words WHERE words @@ $1::tsquery`, words)).toBeGreaterThan(0);

    const again = unwrap(await importTickets(deps, system, request));
    expect(again).toMatchObject({ rows: 4326, accepted: 0, known: 4326, errors: [] });
    expect(await count('matter')).toBe(4326);
  }, 120_000);
});
