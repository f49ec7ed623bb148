import type { SealedColumn } from './sealed-columns.ts';
import type { Queryable } from './write-record.ts';

/** A value that another key than the newest sealed. */
export interface StaleValue {
  readonly key: readonly string[];
  readonly sealed: string;
}

const stale = (column: string): string => `${column} <> '' AND NOT starts_with(${column}, $1)`;

/** The next values of a column that do not begin with `prefix`, by key, after the one before. */
export async function readStale(
  client: Queryable,
  { table, column, key }: SealedColumn,
  prefix: string,
  after: StaleValue | undefined,
  limit: number,
): Promise<readonly StaleValue[]> {
  const names = key.map(([name]) => name).join(', ');
  const beyond = `(${names}) > (${key.map(([, type], i) => `$${i + 3}::${type}`).join(', ')})`;
  const { rows } = await client.query<{ key: readonly string[]; sealed: string }>(
    `SELECT ARRAY[${key.map(([name]) => `${name}::text`).join(', ')}] AS key, ${column} AS sealed FROM ${table}
     WHERE ${stale(column)} ${after === undefined ? '' : `AND ${beyond}`} ORDER BY ${names} LIMIT $2`,
    [prefix, limit, ...(after?.key ?? [])],
  );
  return rows;
}

/** Puts values in the place of those that were read; one that was changed or erased meanwhile stays as it is. */
export async function replaceStale(
  client: Queryable,
  { table, column, key }: SealedColumn,
  values: readonly (StaleValue & { readonly fresh: string })[],
): Promise<void> {
  const names = key.map(([name]) => name);
  await client.query(
    `UPDATE ${table} AS t SET ${column} = k.fresh
     FROM unnest($1::text[], $2::text[], ${key.map(([, type], i) => `$${i + 3}::${type}[]`).join(', ')})
       AS k(fresh, former, ${names.join(', ')})
     WHERE ${names.map((name) => `t.${name} = k.${name}`).join(' AND ')} AND t.${column} = k.former`,
    [
      values.map(({ fresh }) => fresh),
      values.map(({ sealed }) => sealed),
      ...key.map((_, i) => values.map((value) => value.key[i])),
    ],
  );
}

export async function countStale(
  client: Queryable,
  { table, column }: SealedColumn,
  prefix: string,
): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*) AS n FROM ${table} WHERE ${stale(column)}`,
    [prefix],
  );
  return rows[0]?.n ?? 0;
}

/** What a process that seals calls its sessions: the database then tells who still seals with an older key. */
export const sessionNameOf = (newestKey: string): string => `liren key ${newestKey}`;

/** Keys with which processes now running seal, other than this one. */
export async function otherKeysInUse(client: Queryable, newestKey: string): Promise<readonly string[]> {
  const mine = sessionNameOf(newestKey);
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name LIKE 'liren key %' AND application_name <> $1`,
    [mine],
  );
  return rows.map(({ name }) => name.slice(sessionNameOf('').length));
}

/** No key but the newest is asked for at the next start. */
export async function retireKeys(client: Queryable, newestKey: string): Promise<void> {
  await client.query('DELETE FROM sealing_key WHERE id <> $1', [newestKey]);
}
