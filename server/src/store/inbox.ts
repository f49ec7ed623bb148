import { type Kysely, type SqlBool, sql } from 'kysely';
import {
  conditions,
  type Keyset,
  type ListBuilder,
  type ListFilter,
  type ListRow,
  listColumns,
  saysWords,
} from './list-filter.ts';
import type { Tables } from './schema.ts';

export type InboxRow = ListRow & { readonly task_due_at: number; readonly since: number };

/** Stands for no limit, so that tasks with one come first and the index alone gives the order. */
export const noLimitAt = 253_402_300_799_000;

/**
 * Tasks of these audiences, what falls due first. Each audience gives its own first rows by the index, so the
 * cost follows the page, not the length of the list.
 * @param until only tasks that fall due before this instant
 */
export async function readInbox(
  db: Kysely<Tables>,
  audiences: readonly string[],
  options: { readonly until?: number; readonly limit: number; readonly after?: Keyset },
): Promise<readonly InboxRow[]> {
  const { limit, after, until } = options;
  // Bounds that bound nothing would make the planner expect few tasks and sort them all.
  const before = until === undefined ? sql`` : sql` AND due_at < ${until}`;
  const beyond =
    after === undefined ? sql`` : sql` AND (due_at, matter_id) > (${after.at}, ${after.id}::uuid)`;
  const result = await sql<InboxRow>`
    SELECT m.community_id, m.id, m.number, m.version, m.procedure, m.procedure_version, m.charter, m.status, m.step,
      m.outcome, m.channel, m.affair, m.class, m.urgency, m.place_id, m.organ_id, m.opened_at, m.ended_at, m.due_at,
      m.late, m.rated, m.joined, m.lat, m.long, t.due_at AS task_due_at, t.since
    FROM (
      SELECT DISTINCT ON (x.due_at, x.matter_id) x.* FROM unnest(${audiences}::text[]) AS a(audience)
      CROSS JOIN LATERAL (
        SELECT community_id, matter_id, due_at, since FROM task
        WHERE task.audience = a.audience${before}${beyond}
        ORDER BY due_at, matter_id LIMIT ${limit}
      ) AS x
      ORDER BY x.due_at, x.matter_id LIMIT ${limit}
    ) AS t JOIN matter m ON m.community_id = t.community_id AND m.id = t.matter_id
    ORDER BY t.due_at, t.matter_id`.execute(db);
  return result.rows;
}

/** The same, narrowed: tasks are walked in the order of their due times until the page is full. */
export async function readNarrowedInbox(
  db: Kysely<Tables>,
  audiences: readonly string[],
  filter: ListFilter,
  options: { readonly until?: number; readonly limit: number; readonly after?: Keyset },
): Promise<readonly InboxRow[]> {
  const { until, limit, after } = options;
  return db
    .selectFrom('matter as m')
    .innerJoin('task as t', (join) =>
      join.onRef('t.community_id', '=', 'm.community_id').onRef('t.matter_id', '=', 'm.id'),
    )
    .distinctOn(['t.due_at', 't.matter_id'])
    .select([...listColumns, 't.due_at as task_due_at', 't.since'])
    .where(sql<SqlBool>`t.audience = ANY(${audiences}::text[])`)
    .$if(until !== undefined, (query) => query.where('t.due_at', '<', until ?? 0))
    .where((eb) => eb.and(conditions(eb as unknown as ListBuilder, filter)))
    .$if(filter.words !== undefined, (query) => query.where(saysWords(filter.words ?? '')))
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(t.due_at, t.matter_id) > (${after?.at ?? 0}, ${after?.id ?? ''}::uuid)`),
    )
    .orderBy('t.due_at')
    .orderBy('t.matter_id')
    .limit(limit)
    .execute();
}

export interface InboxCounts {
  readonly all: number;
  /** Due before now. */
  readonly late: number;
  /** Due before tonight: what is late as well. */
  readonly today: number;
}

/** How many matters wait; counting stops at `most`, what falls due first, for nobody reads beyond. */
export async function countInbox(
  db: Kysely<Tables>,
  audiences: readonly string[],
  { now, tonight }: { readonly now: number; readonly tonight: number },
  most = 1000,
): Promise<InboxCounts> {
  const result = await sql<InboxCounts>`
    SELECT count(*)::int AS all, count(*) FILTER (WHERE due_at < ${now})::int AS late,
      count(*) FILTER (WHERE due_at < ${tonight})::int AS today
    FROM (
      SELECT DISTINCT x.due_at, x.matter_id FROM unnest(${audiences}::text[]) AS a(audience)
      CROSS JOIN LATERAL (
        SELECT due_at, matter_id FROM task WHERE task.audience = a.audience ORDER BY due_at, matter_id LIMIT ${most}
      ) AS x ORDER BY x.due_at, x.matter_id LIMIT ${most}) AS counted`.execute(db);
  return result.rows[0] ?? { all: 0, late: 0, today: 0 };
}
