import { expressionBuilder, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Scope } from '../usecases/scope.ts';
import {
  conditions,
  type Keyset,
  type ListBuilder,
  type ListFilter,
  type ListRow,
  listColumns,
} from './list-filter.ts';
import type { Tables } from './schema.ts';

export interface Page {
  readonly filter: ListFilter;
  readonly limit: number;
  readonly after: Keyset | undefined;
}

/** The filter, and where the page before ended. */
export function within({ filter, after }: Page): RawBuilder<SqlBool> {
  const eb: ListBuilder = expressionBuilder();
  const page = after === undefined ? sql`` : sql` AND (m.opened_at, m.id) < (${after.at}, ${after.id}::uuid)`;
  return sql<SqlBool>`(${eb.and(conditions(eb, filter))})${page}`;
}

/** One way into a scope, each with an index of its own. */
const waysInto = ({ communities, grids, organs }: Scope): readonly RawBuilder<SqlBool>[] => [
  ...communities.map((community) => sql<SqlBool>`m.community_id = ${community}`),
  ...grids.map((grid) => sql<SqlBool>`m.grid_id = ${grid}`),
  ...organs.map((organ) => sql<SqlBool>`m.organ_id = ${organ}`),
];

export const anyWay = ({ communities, grids, organs }: Scope): RawBuilder<SqlBool> => {
  const lists = [
    ['m.community_id', communities],
    ['m.grid_id', grids],
    ['m.organ_id', organs],
  ] as const;
  const tests = lists.flatMap(([column, ids]) =>
    ids.length === 0 ? [] : [sql<SqlBool>`${sql.ref(column)} = ANY(${ids})`],
  );
  return tests.length === 0 ? sql<SqlBool>`false` : sql<SqlBool>`(${sql.join(tests, sql` OR `)})`;
};

/** Keys of the newest matters on one way. */
const newestOn = (page: Page, way: RawBuilder<SqlBool>): RawBuilder<unknown> =>
  sql`(SELECT m.community_id, m.id, m.opened_at FROM matter m WHERE ${way} AND ${within(page)}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${page.limit})`;

/** Keys of the newest matters on several ways, put together: some may be reached on two. */
const newestOf = (parts: readonly RawBuilder<unknown>[], limit: number): RawBuilder<unknown> =>
  sql`(SELECT DISTINCT community_id, id, opened_at FROM (${sql.join(parts, sql` UNION ALL `)}) AS each
    ORDER BY opened_at DESC, id DESC LIMIT ${limit})`;

/** Beyond this many ways, all matters are walked newest first: most belong to so wide a scope. */
const mostWays = 24;

/** Keys of the newest matters of the scope; of all there are without one. */
export function newestIn(scope: Scope | undefined, page: Page): RawBuilder<unknown> {
  if (scope === undefined) return newestOn(page, sql<SqlBool>`true`);
  const ways = waysInto(scope);
  const [only, ...others] = ways;
  if (only === undefined || ways.length > mostWays) return newestOn(page, anyWay(scope));
  if (others.length === 0) return newestOn(page, only);
  return newestOf(
    ways.map((way) => newestOn(page, way)),
    page.limit,
  );
}

/** Rows of these keys, newest first. */
export async function readKeyed(db: Kysely<Tables>, keys: RawBuilder<unknown>): Promise<readonly ListRow[]> {
  const result = await sql<ListRow>`
    SELECT ${sql.raw(listColumns.join(', '))} FROM ${keys} AS k
    JOIN matter m ON m.community_id = k.community_id AND m.id = k.id
    ORDER BY m.opened_at DESC, m.id DESC`.execute(db);
  return result.rows;
}
