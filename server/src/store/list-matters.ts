import {
  type ExpressionBuilder,
  expressionBuilder,
  type Kysely,
  type RawBuilder,
  type SqlBool,
  sql,
} from 'kysely';
import type { Scope } from '../usecases/scope.ts';
import type { MatterRow, Tables } from './schema.ts';
import { beginning, reaches, searchQuery, type Window, windowSpans } from './search-words.ts';

export interface ListFilter {
  readonly status?: 'open' | 'ended' | undefined;
  readonly procedure?: string | undefined;
  readonly community?: string | undefined;
  readonly organ?: string | undefined;
  readonly class?: string | undefined;
  readonly affair?: string | undefined;
  readonly step?: string | undefined;
  readonly late?: boolean | undefined;
  readonly excluded?: boolean | undefined;
  readonly rated?: string | undefined;
  readonly channel?: string | undefined;
  /** Open matters whose limit had run out at this instant. */
  readonly overdueAt?: number | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly number?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Only these procedures: what the public may read. */
  readonly procedures?: readonly string[] | undefined;
  /** A `simple` tsquery. */
  readonly words?: string | undefined;
}
/** Where the page before ended. */
export interface Keyset {
  readonly at: number;
  readonly id: string;
}

/** Columns of a list; the fold itself stays behind. */
export const listColumns = [
  'm.community_id',
  'm.id',
  'm.number',
  'm.version',
  'm.procedure',
  'm.procedure_version',
  'm.charter',
  'm.status',
  'm.step',
  'm.outcome',
  'm.channel',
  'm.affair',
  'm.class',
  'm.urgency',
  'm.place_id',
  'm.organ_id',
  'm.opened_at',
  'm.ended_at',
  'm.due_at',
  'm.late',
  'm.rated',
  'm.joined',
  'm.lat',
  'm.long',
] as const;
type Column = (typeof listColumns)[number] extends `m.${infer Name}` ? Name : never;
export type ListRow = Pick<MatterRow, Column & keyof MatterRow>;

export type ListBuilder = ExpressionBuilder<{ m: Tables['matter'] }, 'm'>;

/** Equality filters by column; an absent one filters nothing. */
const equals = {
  status: 'm.status',
  procedure: 'm.procedure',
  community: 'm.community_id',
  organ: 'm.organ_id',
  class: 'm.class',
  affair: 'm.affair',
  step: 'm.step',
  late: 'm.late',
  excluded: 'm.excluded',
  rated: 'm.rated',
  channel: 'm.channel',
  number: 'm.number',
} as const satisfies Partial<Record<keyof ListFilter, `m.${keyof MatterRow}`>>;

/** Every condition of the filter but the words. */
export function conditions(eb: ListBuilder, filter: ListFilter) {
  const names = Object.keys(equals) as (keyof typeof equals)[];
  const list = names.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [eb(eb.ref(equals[name]), '=', value)];
  });
  if (filter.overdueAt !== undefined)
    list.push(eb('m.status', '=', 'open'), eb('m.due_at', '<=', filter.overdueAt));
  if (filter.since !== undefined) list.push(eb('m.opened_at', '>=', filter.since));
  if (filter.until !== undefined) list.push(eb('m.opened_at', '<', filter.until));
  if (filter.ids !== undefined) list.push(eb('m.id', 'in', [...filter.ids, nobody]));
  if (filter.procedures !== undefined) list.push(eb('m.procedure', 'in', [...filter.procedures, '']));
  return list;
}
const nobody = '00000000-0000-0000-0000-000000000000';

/** The matter (alias m) says these words; a `simple` tsquery. */
export const saysWords = (words: string) =>
  sql<SqlBool>`EXISTS (SELECT FROM matter_words w
    WHERE w.community_id = m.community_id AND w.matter_id = m.id AND w.words @@ ${words}::tsquery)`;

/** One way into a scope, each with an index of its own. */
function waysInto(scope: Scope): readonly RawBuilder<SqlBool>[] {
  return [
    ...scope.communities.map((community) => sql<SqlBool>`m.community_id = ${community}`),
    ...otherWays(scope),
  ];
}
const otherWays = ({ grids, organs }: Scope): readonly RawBuilder<SqlBool>[] => [
  ...grids.map((grid) => sql<SqlBool>`m.grid_id = ${grid}`),
  ...organs.map((organ) => sql<SqlBool>`m.organ_id = ${organ}`),
];
const mostWays = 24;

const anyWay = ({ communities, grids, organs }: Scope): RawBuilder<SqlBool> => {
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

interface Page {
  readonly filter: ListFilter;
  readonly limit: number;
  readonly after: Keyset | undefined;
}
/** The filter, and where the page before ended. */
function within({ filter, after }: Page): RawBuilder<SqlBool> {
  const eb: ListBuilder = expressionBuilder();
  const page = after === undefined ? sql`` : sql` AND (m.opened_at, m.id) < (${after.at}, ${after.id}::uuid)`;
  return sql<SqlBool>`(${eb.and(conditions(eb, filter))})${page}`;
}

/** Keys of the newest matters on each of several ways, put together: some may be reached on two. */
async function readKeyed(
  db: Kysely<Tables>,
  parts: readonly RawBuilder<unknown>[],
  limit: number,
): Promise<readonly ListRow[]> {
  const result = await sql<ListRow>`
    SELECT ${sql.raw(listColumns.join(', '))} FROM (
      SELECT DISTINCT community_id, id, opened_at FROM (${sql.join(parts, sql` UNION ALL `)}) AS each
      ORDER BY opened_at DESC, id DESC LIMIT ${limit}) AS k
    JOIN matter m ON m.community_id = k.community_id AND m.id = k.id
    ORDER BY m.opened_at DESC, m.id DESC`.execute(db);
  return result.rows;
}
const newestOn = (page: Page, way: RawBuilder<SqlBool>, also = sql``): RawBuilder<unknown> =>
  sql`(SELECT m.community_id, m.id, m.opened_at FROM matter m WHERE ${way} AND ${within(page)}${also}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${page.limit})`;

/**
 * Newest first, a page after `after`. Without a scope every matter is listed: the caller answers for that.
 * @param limit rows, at most 1,000
 */
export async function listMatters(
  db: Kysely<Tables>,
  scope: Scope | undefined,
  filter: ListFilter,
  limit: number,
  after?: Keyset,
): Promise<readonly ListRow[]> {
  const page = { filter, limit, after };
  if (filter.words !== undefined) return searchMatters(db, scope, filter.words, page);
  const ways = scope === undefined ? [] : waysInto(scope);
  if (ways.length > 1 && ways.length <= mostWays)
    return readKeyed(
      db,
      ways.map((way) => newestOn(page, way)),
      limit,
    );
  const result = await sql<ListRow>`
    SELECT ${sql.raw(listColumns.join(', '))} FROM matter m
    WHERE ${scope === undefined ? sql`true` : anyWay(scope)} AND ${within(page)}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${limit}`.execute(db);
  return result.rows;
}

/** Looks through the newest days first and further back only while the page is not full. */
async function searchMatters(
  db: Kysely<Tables>,
  scope: Scope | undefined,
  words: string,
  page: Page,
): Promise<readonly ListRow[]> {
  const { filter, limit, after } = page;
  const to = after?.at ?? filter.until ?? (await newestOpening(db));
  for (const spans of windowSpans) {
    const window = { to, spans };
    const parts = searchParts(scope, words, window, page);
    const rows = parts.length === 0 ? [] : await readKeyed(db, parts, limit);
    if (rows.length >= limit || reaches(window, filter.since)) return rows;
  }
  throw new Error('the last window has no bound');
}

async function newestOpening(db: Kysely<Tables>): Promise<number> {
  const result = await sql<{ at: number | null }>`SELECT max(opened_at) AS at FROM matter`.execute(db);
  return result.rows[0]?.at ?? 0;
}

/**
 * Communities are named inside the index; a column beside it would only add work. Matters on other ways are walked
 * newest first through the first window, where a frequent word soon fills the page; a rarer word is read off the index.
 */
function searchParts(
  scope: Scope | undefined,
  words: string,
  window: Window,
  page: Page,
): readonly RawBuilder<unknown>[] {
  const communities = scope?.communities;
  const named = communities !== undefined && communities.length <= mostWays ? communities : undefined;
  const inCommunities =
    communities === undefined || named !== undefined ? sql`` : sql` AND w.community_id = ANY(${communities})`;
  const saying = sql`w.words @@ ${searchQuery(words, window, named)}::tsquery${inCommunities}`;
  const byWords = asksNothingElse(page.filter) ? newestSaying(saying, page) : filteredSaying(saying, page);
  const query = searchQuery(words, window, undefined);
  const isFirst = window.spans === windowSpans[0];
  const says = isFirst
    ? sql` AND m.opened_at >= ${beginning(window)} AND ${walkedWords(query)}`
    : sql` AND ${saysWords(query)}`;
  const others = scope === undefined ? [] : otherWays(scope).map((way) => newestOn(page, way, says));
  return communities?.length === 0 ? others : [byWords, ...others];
}

const asksNothingElse = (filter: ListFilter): boolean =>
  Object.entries(filter).every(([name, value]) => name === 'words' || value === undefined);

const newestSaying = (saying: RawBuilder<unknown>, { after, limit }: Page): RawBuilder<unknown> => {
  const page =
    after === undefined ? sql`` : sql` AND (w.opened_at, w.matter_id) < (${after.at}, ${after.id}::uuid)`;
  return sql`(SELECT w.community_id, w.matter_id AS id, w.opened_at FROM matter_words w WHERE ${saying}${page}
    ORDER BY w.opened_at DESC, w.matter_id DESC LIMIT ${limit})`;
};
const filteredSaying = (saying: RawBuilder<unknown>, page: Page): RawBuilder<unknown> =>
  sql`(SELECT m.community_id, m.id, m.opened_at
    FROM matter_words w JOIN matter m ON m.community_id = w.community_id AND m.id = w.matter_id
    WHERE ${saying} AND ${within(page)} ORDER BY w.opened_at DESC, w.matter_id DESC LIMIT ${page.limit})`;

/** The same as `saysWords`, asked of one row after the other: it is never turned into a join. */
const walkedWords = (query: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`(SELECT w.words @@ ${query}::tsquery FROM matter_words w
    WHERE w.community_id = m.community_id AND w.matter_id = m.id)`;
