import type { DayHome } from './read-fieldwork.ts';
import type { Queryable } from './write-record.ts';

/** Risks of a charter's field work, with the instant before which a home's last visit is too long ago. */
export interface DueRule {
  readonly risk: string;
  readonly overdueBefore: number;
}
/** The risk of a home that nobody has told one of. */
interface Rules {
  readonly rules: readonly DueRule[];
  readonly usual: string;
}
export interface GridFigures {
  readonly grid_id: string;
  readonly homes: number;
  /** Somebody was met there since `since`. */
  readonly visited: number;
  readonly overdue: number;
  readonly never: number;
}

const withRules = `home h LEFT JOIN unnest($3::text[], $4::bigint[]) AS k(risk, before)
  ON k.risk = COALESCE(h.risk, $5)`;
const rulesOf = ({ rules, usual }: Rules) => [
  rules.map(({ risk }) => risk),
  rules.map(({ overdueBefore }) => overdueBefore),
  usual,
];
const isOverdue = 'h.visited_at < k.before';

/** How far the visits of every grid of a community are. */
export async function readGridFigures(
  client: Queryable,
  community: string,
  since: number,
  rules: Rules,
): Promise<readonly GridFigures[]> {
  const { rows } = await client.query<GridFigures>(
    `SELECT h.grid_id, count(*)::int AS homes,
       count(*) FILTER (WHERE h.visited_at >= $2)::int AS visited,
       count(*) FILTER (WHERE ${isOverdue})::int AS overdue,
       count(*) FILTER (WHERE h.visited_at IS NULL)::int AS never
     FROM ${withRules} WHERE h.community_id = $1 AND h.closed_on IS NULL GROUP BY h.grid_id ORDER BY h.grid_id`,
    [community, since, ...rulesOf(rules)],
  );
  return rows;
}

export const homeFigures = ['homes', 'visited', 'overdue', 'never'] as const;
export type HomeFigure = (typeof homeFigures)[number];
const figureConditions: Readonly<Record<HomeFigure, string>> = {
  homes: '$2::bigint IS NOT NULL',
  visited: 'h.visited_at >= $2',
  overdue: `$2::bigint IS NOT NULL AND ${isOverdue}`,
  never: '$2::bigint IS NOT NULL AND h.visited_at IS NULL',
};

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
  rules: Rules,
): Promise<readonly DayHome[]> {
  const { rows } = await client.query<DayHome>(
    `SELECT h.id, h.grid_id, h.compound, h.building, h.unit, h.number, h.risk, h.visited_at
     FROM ${withRules}
     WHERE h.community_id = $1 AND h.closed_on IS NULL AND ${figureConditions[wish.figure]}
       AND ($6::text[] IS NULL OR h.grid_id = ANY($6)) AND ($7::uuid IS NULL OR h.id > $7::uuid)
     ORDER BY h.id LIMIT $8`,
    [community, wish.since, ...rulesOf(rules), wish.grids ?? null, wish.after ?? null, wish.limit],
  );
  return rows;
}
