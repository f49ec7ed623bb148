import { civilDate } from '@liren/core/basics/ids.ts';
import { addDays, instantOf } from '@liren/core/calendar/calendar.ts';
import type { Counts } from '@liren/core/projections/measures.ts';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Keyset, ListRow } from './list-filter.ts';
import type { MeasureBy } from './measures.ts';
import type { Tables } from './schema.ts';

/** First instant of the month and of the next, local time. */
export function monthSpan(month: string): { readonly from: number; readonly to: number } {
  const first = civilDate(`${month}-01`);
  const next = civilDate(`${addDays(first, 32).slice(0, 7)}-01`);
  return { from: instantOf(first, 0), to: instantOf(next, 0) };
}

/** `step`: the one that the procedure's 及时率 looks at, when it has one. */
type Condition = (from: number, to: number, step: string) => RawBuilder<SqlBool>;
const lastRating = sql`(m.state->'ratings'->-1)`;
const rated = (from: number, to: number): RawBuilder<SqlBool> =>
  sql`NOT m.excluded AND m.rated IS NOT NULL AND (${lastRating}->>'at')::bigint >= ${from} AND (${lastRating}->>'at')::bigint < ${to}`;

const firstStay = (list: 'path' | 'lateMarks', step: string, more: RawBuilder<unknown>) =>
  sql`(SELECT e FROM jsonb_array_elements(m.state->${sql.lit(list)}) AS e
    WHERE e->>'step' = ${step} AND e->>'n' = '1' ${more} LIMIT 1)`;
const stayed = (step: string) => firstStay('path', step, sql`AND e->>'outcome' <> 'withdrawn'`);
const outstayed = (step: string) => firstStay('lateMarks', step, sql`AND e->>'clock' = 'limit'`);
const within = (at: RawBuilder<unknown>, from: number, to: number): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${at})::bigint >= ${from} AND (${at})::bigint < ${to}`;

/** The same rules as `sharesOf` in the core, as conditions on rows: a test holds both together. */
const conditions: Readonly<Record<keyof Counts, Condition>> = {
  opened: (from, to) => sql`m.opened_at >= ${from} AND m.opened_at < ${to}`,
  ended: (from, to) => sql`m.ended_at >= ${from} AND m.ended_at < ${to}`,
  late: (from, to) => sql`NOT m.excluded AND m.late AND (m.state->'lateMarks'->0->>'dueAt')::bigint >= ${from}
    AND (m.state->'lateMarks'->0->>'dueAt')::bigint < ${to}`,
  excluded: (from, to) => sql`m.excluded AND m.opened_at >= ${from} AND m.opened_at < ${to}`,
  calls: rated,
  contacted: (from, to) => sql`${rated(from, to)} AND (${lastRating}->>'contacted')::boolean`,
  solved: (from, to) => sql`${rated(from, to)} AND (${lastRating}->>'solved')::boolean`,
  satisfied: (from, to) => sql`${rated(from, to)} AND m.rated = 'satisfied'`,
  basically: (from, to) => sql`${rated(from, to)} AND m.rated = 'basically'`,
  timed: (from, to, step) =>
    sql`NOT m.excluded AND ${within(sql`coalesce(${outstayed(step)}->>'dueAt', ${stayed(step)}->>'leftAt')`, from, to)}`,
  timely: (from, to, step) =>
    sql`NOT m.excluded AND ${outstayed(step)} IS NULL AND ${within(sql`${stayed(step)}->>'leftAt'`, from, to)}`,
};

const keyCondition = (by: MeasureBy, key: string, communities: readonly string[]): RawBuilder<SqlBool> => {
  if (by === 'class') return sql`coalesce(m.class, '') = ${key}`;
  if (by === 'community') return sql`m.community_id = ${key}`;
  if (by === 'street') return sql`m.community_id = ANY(${communities})`;
  return sql`coalesce(m.state->>'answerable', '') = ${key}`;
};

/** The matters that a figure counts, newest first. An empty key with no `by` means the total. */
export async function listMeasured(
  db: Kysely<Tables>,
  communities: readonly string[],
  what: {
    readonly month: string;
    readonly by?: MeasureBy | undefined;
    readonly key?: string;
    readonly figure: keyof Counts;
    /** The step of the procedure's 及时率. */
    readonly timelyStep?: string | undefined;
  },
  procedure: string,
  limit: number,
  after?: Keyset,
): Promise<readonly ListRow[]> {
  const { from, to } = monthSpan(what.month);
  const byKey =
    what.by === undefined || what.key === undefined
      ? sql<SqlBool>`true`
      : keyCondition(what.by, what.key, communities);
  const page =
    after === undefined
      ? sql<SqlBool>`true`
      : sql<SqlBool>`(m.opened_at, m.id) < (${after.at}, ${after.id}::uuid)`;
  const result = await sql<ListRow>`
    SELECT m.community_id, m.id, m.number, m.version, m.procedure, m.procedure_version, m.charter, m.status, m.step,
      m.outcome, m.channel, m.affair, m.class, m.urgency, m.place_id, m.organ_id, m.opened_at, m.ended_at, m.due_at,
      m.late, m.rated, m.joined, m.lat, m.long
    FROM matter m WHERE m.community_id = ANY(${communities}) AND m.procedure = ${procedure}
      AND ${conditions[what.figure](from, to, what.timelyStep ?? '')} AND ${byKey} AND ${page}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${limit}`.execute(db);
  return result.rows;
}
