import { type Instant, instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Queryable } from './write-record.ts';

const zoneMilliseconds = 8 * 3_600_000;
const dayMilliseconds = 86_400_000;
/** Local days since the epoch: the zone is fixed. */
const dayOf = (column: string): string => `((${column} + ${zoneMilliseconds}) / ${dayMilliseconds})`;

/** Counts of matters by local date, of the column at or after `since`. */
async function countDays(
  client: Queryable,
  communities: readonly string[],
  column: 'opened_at' | 'ended_at',
  since: Instant,
) {
  const { rows } = await client.query<{ day: number; count: number }>(
    `SELECT ${dayOf(column)} AS day, count(*)::int AS count FROM matter
     WHERE community_id = ANY($1) AND ${column} >= $2 GROUP BY 1`,
    [communities, since],
  );
  return new Map(rows.map(({ day, count }) => [civilDateOf(instant(day * dayMilliseconds)), count]));
}

/** What stands open now, and what came and went by day. */
export async function readOverview(
  client: Queryable,
  communities: readonly string[],
  since: Instant,
  now: Instant,
) {
  const [standing, byClass, opened, ended] = await Promise.all([
    client.query<{ open: number; late: number }>(
      `SELECT count(*)::int AS open, count(*) FILTER (WHERE due_at <= $2)::int AS late FROM matter
       WHERE community_id = ANY($1) AND status = 'open'`,
      [communities, now],
    ),
    client.query<{ class: string; open: number }>(
      `SELECT coalesce(class, '') AS class, count(*)::int AS open FROM matter
       WHERE community_id = ANY($1) AND status = 'open' GROUP BY 1 ORDER BY 2 DESC`,
      [communities],
    ),
    countDays(client, communities, 'opened_at', since),
    countDays(client, communities, 'ended_at', since),
  ]);
  return {
    openNow: standing.rows[0]?.open ?? 0,
    lateNow: standing.rows[0]?.late ?? 0,
    byClass: byClass.rows,
    opened,
    ended,
  };
}
