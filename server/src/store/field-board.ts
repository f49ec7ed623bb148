import type { DayHome } from './read-fieldwork.ts';
import type { Queryable } from './write-record.ts';

/** Risks of a charter's field work, with the instants before which a home's last visit is too long ago. */
export interface DueRule {
  readonly risk: string;
  /** Now. */
  readonly overdueBefore: number;
  /** When the month is over. */
  readonly awaitedBefore: number;
}
export interface DueRules {
  readonly rules: readonly DueRule[];
  /** The risk of a home that nobody has told one of. */
  readonly usual: string;
  /** The most urgent of them, unless it is the usual one. */
  readonly urgent: string | undefined;
}

/** What is counted of homes; `since` stands for the period of `visited`. */
export const homeFigures = ['homes', 'visited', 'overdue', 'awaited', 'never', 'risky', 'empty'] as const;
export type HomeFigure = (typeof homeFigures)[number];
export type GridFigures = Readonly<Record<HomeFigure, number>> & { readonly grid_id: string };

/** Parameters: community, since, risks, overdue before, awaited before, the usual risk, the urgent one. */
const counted = `home h CROSS JOIN (SELECT $2::bigint AS since, $7::text AS urgent) AS p
  LEFT JOIN unnest($3::text[], $4::bigint[], $5::bigint[]) AS k(risk, overdue_before, awaited_before)
    ON k.risk = COALESCE(h.risk, $6)
  LEFT JOIN (SELECT DISTINCT home_id FROM residence WHERE community_id = $1 AND until_date IS NULL) AS l
    ON l.home_id = h.id`;
const conditions: Readonly<Record<HomeFigure, string>> = {
  homes: 'true',
  visited: 'h.visited_at >= p.since',
  overdue: 'h.visited_at < k.overdue_before',
  awaited: '(h.visited_at IS NULL OR h.visited_at < k.awaited_before)',
  never: 'h.visited_at IS NULL',
  risky: 'COALESCE(h.risk, $6) = p.urgent',
  empty: 'l.home_id IS NULL',
};
const valuesOf = (community: string, since: number, { rules, usual, urgent }: DueRules) => [
  community,
  since,
  rules.map(({ risk }) => risk),
  rules.map(({ overdueBefore }) => overdueBefore),
  rules.map(({ awaitedBefore }) => awaitedBefore),
  usual,
  urgent ?? null,
];
/** How far the visits of every grid of a community are. */
export async function readGridFigures(
  client: Queryable,
  community: string,
  since: number,
  rules: DueRules,
): Promise<readonly GridFigures[]> {
  const counts = homeFigures.map(
    (figure) => `(count(*) FILTER (WHERE ${conditions[figure]}))::int AS ${figure}`,
  );
  const { rows } = await client.query<GridFigures>(
    `SELECT h.grid_id, ${counts.join(', ')}
     FROM ${counted} WHERE h.community_id = $1 AND h.closed_on IS NULL GROUP BY h.grid_id ORDER BY h.grid_id`,
    valuesOf(community, since, rules),
  );
  return rows;
}

/** The homes behind a figure, by id; of all grids where none is named. */
export async function readFigureHomes(
  client: Queryable,
  community: string,
  wish: {
    readonly figure: HomeFigure;
    readonly since: number;
    readonly grids: readonly string[] | undefined;
    readonly after: string | undefined;
    readonly limit: number;
  },
  rules: DueRules,
): Promise<readonly DayHome[]> {
  const { rows } = await client.query<DayHome>(
    `SELECT h.id, h.grid_id, h.compound, h.building, h.unit, h.number, h.risk, h.visited_at
     FROM ${counted}
     WHERE h.community_id = $1 AND h.closed_on IS NULL AND ${conditions[wish.figure]}
       AND ($8::text[] IS NULL OR h.grid_id = ANY($8)) AND ($9::uuid IS NULL OR h.id > $9::uuid)
     ORDER BY h.id LIMIT $10`,
    [...valuesOf(community, wish.since, rules), wish.grids ?? null, wish.after ?? null, wish.limit],
  );
  return rows;
}

export interface MatterFigures {
  /** Null for matters of which no grid is known. */
  readonly grid_id: string | null;
  readonly matters: number;
  /** Past their limit now. */
  readonly late: number;
}
/** Open matters of every grid of a community. */
export async function readMatterFigures(
  client: Queryable,
  community: string,
  now: number,
): Promise<readonly MatterFigures[]> {
  const { rows } = await client.query<MatterFigures>(
    `SELECT grid_id, count(*)::int AS matters, (count(*) FILTER (WHERE due_at <= $2))::int AS late
     FROM matter WHERE community_id = $1 AND status = 'open' GROUP BY grid_id`,
    [community, now],
  );
  return rows;
}
