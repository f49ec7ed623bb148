import { beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/postgres.ts';
import type { Scope } from '../usecases/scope.ts';
import type { ListFilter } from './list-filter.ts';
import { listMatters } from './list-matters.ts';
import type { Tables } from './schema.ts';
import { marksOf } from './search-words.ts';

const database = testDatabase<Tables>();

/** Six thousand matters over two hundred days; of each street's, every second is of community a, the other of b. */
const day = 86_400_000;
const matters = Array.from({ length: 6000 }, (_, i) => {
  const street = i % 3 === 0 ? 's1' : 's2';
  return {
    community_id: `${street}${i % 2 === 0 ? 'a' : 'b'}`,
    street,
    id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    opened_at: 1_790_000_000_000 + Math.floor((i * 200 * day) / 6000),
    organ_id: i % 5 === 0 ? 'water' : 'office',
    status: i % 7 === 0 ? 'open' : 'ended',
    words: [
      'everywhere',
      // Often; seldom; long ago alone; hardly ever.
      ...(i % 4 === 1 ? ['often'] : []),
      ...(i % 50 < 2 ? ['seldom'] : []),
      ...(i < 300 ? ['formerly'] : []),
      ...(i % 1999 === 0 ? ['rare'] : []),
    ],
  };
});

beforeAll(async () => {
  const rows = matters.map(({ words, street, ...row }) => ({
    ...row,
    words: words.join(' '),
    marks: marksOf(['d', street], row.opened_at),
  }));
  await database.pool.query(
    `WITH r AS MATERIALIZED (SELECT * FROM jsonb_to_recordset($1) AS r(community_id text, id uuid, opened_at bigint,
         organ_id text, status text, words text, marks text[])),
       m AS (INSERT INTO matter (community_id, id, number, version, head, procedure, procedure_version, charter, status,
           step, channel, urgency, organ_id, opened_at, late, excluded, joined, state)
         SELECT community_id, id, id, 1, '', 'complaint', '1', 'c', status, 'handle', 'web', 'normal', organ_id, opened_at,
           false, false, 0, '{}' FROM r)
     INSERT INTO matter_words (community_id, matter_id, words, opened_at)
     SELECT community_id, id, to_tsvector('simple', words) || array_to_tsvector(marks), opened_at FROM r`,
    [JSON.stringify(rows)],
  );
});

/** Follows the pages to their end. */
async function search(scope: Scope | undefined, filter: ListFilter): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let after: { at: number; id: string } | undefined; ; ) {
    const rows = await listMatters(database.db, scope, filter, 50, after);
    ids.push(...rows.map((row) => row.id));
    const last = rows.at(-1);
    if (rows.length < 50 || last === undefined) return ids;
    after = { at: last.opened_at, id: last.id };
  }
}

type Sample = (typeof matters)[number];
const expected = (word: string, seen: (matter: Sample) => boolean) =>
  matters
    .filter((each) => each.words.includes(word) && seen(each))
    .map((each) => each.id)
    .reverse();

const street: Scope = { communities: ['s1a', 's1b'], areas: ['s1'], grids: [], organs: [] };
const scopes: Readonly<Record<string, readonly [Scope | undefined, (matter: Sample) => boolean]>> = {
  'a street': [street, (each) => each.street === 's1'],
  'one community': [{ ...street, communities: ['s1b'] }, (each) => each.community_id === 's1b'],
  'an organ of the district': [
    { communities: [], areas: ['d'], grids: [], organs: ['water'] },
    (each) => each.organ_id === 'water',
  ],
  'a street, and what its organ handles elsewhere': [
    { ...street, areas: ['d'], organs: ['water'] },
    (each) => each.street === 's1' || each.organ_id === 'water',
  ],
  everything: [undefined, () => true],
  nothing: [{ communities: [], areas: [], grids: [], organs: [] }, () => false],
};

describe.each(Object.entries(scopes))('search in %s', (_, [scope, seen]) => {
  it.each(['everywhere', 'often', 'seldom', 'formerly', 'rare', 'never'])(
    'finds %s, newest first',
    async (word) => {
      expect(await search(scope, { words: `'${word}'` })).toEqual(expected(word, seen));
    },
  );

  it('finds what else is asked, and nothing besides', async () => {
    const isOpen = (each: Sample) => seen(each) && each.status === 'open';
    expect(await search(scope, { words: `'seldom'`, status: 'open' })).toEqual(expected('seldom', isOpen));
    const both = (each: Sample) => seen(each) && each.words.includes('formerly');
    expect(await search(scope, { words: `'seldom' & 'formerly'` })).toEqual(expected('seldom', both));
  });
});

it('shows nobody a matter for a mark alone', async () => {
  const stranger = { communities: ['s2a'], areas: ['s1', 's2'], grids: [], organs: [] };
  const own = (each: Sample) => each.community_id === 's2a';
  expect(await search(stranger, { words: `'rare'` })).toEqual(expected('rare', own));
});
