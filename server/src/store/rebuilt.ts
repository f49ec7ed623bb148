import type { Json } from '@liren/core/basics/json.ts';
import { countNames } from '@liren/core/projections/measures.ts';
import { indexEntry } from './search-words.ts';
import type { Queryable } from './write-record.ts';

/** A projection: a table that holds nothing which the records do not say. */
interface Projection {
  readonly table: string;
  readonly key: readonly string[];
  readonly values: readonly string[];
  /** Rows that say nothing, on either side. */
  readonly without?: string;
}

const counts: readonly string[] = countNames;
export const projections: readonly Projection[] = [
  {
    table: 'matter',
    key: ['community_id', 'id'],
    values: [
      'number',
      'version',
      'head',
      'procedure',
      'procedure_version',
      'charter',
      'status',
      'step',
      'outcome',
      'channel',
      'affair',
      'class',
      'urgency',
      'place_id',
      'grid_id',
      'organ_id',
      'parent_id',
      'opened_at',
      'ended_at',
      'due_at',
      'next_clock_at',
      'late',
      'excluded',
      'rated',
      'joined',
      'lat',
      'long',
      'state',
    ],
  },
  {
    table: 'task',
    key: ['community_id', 'matter_id', 'version', 'audience'],
    values: ['step', 'due_at', 'late', 'since'],
  },
  {
    table: 'notice',
    key: ['community_id', 'matter_id', 'seq'],
    values: ['procedure', 'published_at', 'until_at'],
  },
  {
    table: 'measure',
    key: ['community_id', 'month', 'organ_id', 'class', 'procedure'],
    values: counts,
    // A row whose counts all moved elsewhere stays behind with zeros.
    without: counts.map((name) => `${name} = 0`).join(' AND '),
  },
  { table: 'matter_words', key: ['community_id', 'matter_id'], values: ['words', 'opened_at'] },
];

export const tableOf = (name: string): string => `rebuilt_${name}`;

/** Empty tables beside the standing ones; gone with the transaction. */
export async function createRebuilt(client: Queryable): Promise<void> {
  for (const { table, key } of projections)
    await client.query(
      `CREATE TEMP TABLE ${tableOf(table)} ON COMMIT DROP AS SELECT * FROM ${table} WITH NO DATA;
       CREATE UNIQUE INDEX ON ${tableOf(table)} (${key.join(', ')})`,
    );
}

/** Adds rows to the rebuilt table; each is an object of its columns. */
export async function addRebuilt(client: Queryable, table: string, rows: readonly Json[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO ${tableOf(table)} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
}

/** The words are stored as the search index has them, not as text. */
export async function addRebuiltWords(client: Queryable, rows: readonly Json[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO rebuilt_matter_words (community_id, matter_id, words, opened_at)
     SELECT community_id, matter_id, ${indexEntry('words', 'marks')}, opened_at
     FROM jsonb_to_recordset($1::jsonb) AS r(community_id text, matter_id uuid, words text, marks text[], opened_at bigint)`,
    [JSON.stringify(rows)],
  );
}

/** How a projection that stands differs from what the records say. */
export interface Difference {
  readonly table: string;
  /** Rows that should be there. */
  readonly missing: number;
  /** Rows that nothing accounts for. */
  readonly surplus: number;
  /** Rows with another content. */
  readonly changed: number;
  /** Keys of the first few. */
  readonly examples: readonly string[];
}

const says = (name: string, without: string | undefined): string =>
  `(SELECT * FROM ${name}${without === undefined ? '' : ` WHERE NOT (${without})`})`;

/** Compares each projection with its rebuilt one; only those that differ are returned. */
export async function compareRebuilt(client: Queryable): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (const { table, key, values, without } of projections) {
    const joined = key.map((name) => `s.${name} = r.${name}`).join(' AND ');
    const [first = ''] = key;
    const content = (alias: string): string => `(${values.map((name) => `${alias}.${name}`).join(', ')})`;
    const shown = key.map((name) => `coalesce(s.${name}, r.${name})::text`).join(` || '/' || `);
    const { rows } = await client.query<{ fault: 'missing' | 'surplus' | 'changed'; key: string }>(
      `SELECT CASE WHEN s.${first} IS NULL THEN 'missing' WHEN r.${first} IS NULL THEN 'surplus'
                ELSE 'changed' END AS fault, ${shown} AS key
       FROM ${says(table, without)} s FULL JOIN ${says(tableOf(table), without)} r ON ${joined}
       WHERE s.${first} IS NULL OR r.${first} IS NULL OR ${content('s')} IS DISTINCT FROM ${content('r')}
       ORDER BY key`,
    );
    if (rows.length === 0) continue;
    const count = (fault: string): number => rows.filter((row) => row.fault === fault).length;
    found.push({
      table,
      missing: count('missing'),
      surplus: count('surplus'),
      changed: count('changed'),
      examples: rows.slice(0, 5).map((row) => row.key),
    });
  }
  return found;
}

/**
 * Makes the standing projections what the rebuilt ones are. Matters themselves are changed and never taken away:
 * their events lean on them.
 */
export async function repairFromRebuilt(client: Queryable): Promise<void> {
  for (const { table, key, values } of projections) {
    const same = key.map((name) => `t.${name} = r.${name}`).join(' AND ');
    const all = [...key, ...values].join(', ');
    if (table !== 'matter')
      await client.query(
        `DELETE FROM ${table} t WHERE NOT EXISTS (SELECT FROM ${tableOf(table)} r WHERE ${same})`,
      );
    await client.query(
      `INSERT INTO ${table} (${all}) SELECT ${all} FROM ${tableOf(table)}
       ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${values.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    );
  }
}
