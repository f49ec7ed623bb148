import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { Queryable } from './write-record.ts';

/** A home or organisation and the grid that it comes to lie in. */
export interface Drawn {
  readonly id: string;
  readonly grid_id: string;
}

/**
 * Puts homes or organisations into grids from a day on. Another grid from the same day is replaced; what each shows as
 * its grid stays that of its latest row. Inside the caller's transaction: the database holds both together when it ends.
 */
async function draw(
  what: 'home' | 'organisation',
  client: Queryable,
  community: string,
  from: CivilDate,
  rows: readonly Drawn[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ id }) => id);
  await client.query(
    `INSERT INTO ${what}_grid (community_id, ${what}_id, from_date, grid_id)
     SELECT $1, k.id, $4::date, k.grid FROM unnest($2::uuid[], $3::text[]) AS k(id, grid)
     ON CONFLICT (community_id, ${what}_id, from_date) DO UPDATE SET grid_id = EXCLUDED.grid_id`,
    [community, ids, rows.map(({ grid_id }) => grid_id), from],
  );
  await client.query(
    `UPDATE ${what} h SET grid_id = l.grid_id, grid_from = l.from_date FROM (
       SELECT DISTINCT ON (${what}_id) ${what}_id, grid_id, from_date FROM ${what}_grid
       WHERE community_id = $1 AND ${what}_id = ANY($2::uuid[]) ORDER BY ${what}_id, from_date DESC
     ) AS l
     WHERE h.community_id = $1 AND h.id = l.${what}_id`,
    [community, ids],
  );
}
type Draw = (client: Queryable, community: string, from: CivilDate, rows: readonly Drawn[]) => Promise<void>;
export const drawHomes: Draw = (...rest) => draw('home', ...rest);
export const drawOrganisations: Draw = (...rest) => draw('organisation', ...rest);

/** The grid of each of these homes on a day, by home. */
export async function gridsOn(
  client: Queryable,
  community: string,
  homes: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ home_id: string; grid_id: string }>(
    `SELECT DISTINCT ON (home_id) home_id, grid_id FROM home_grid
     WHERE community_id = $1 AND home_id = ANY($2::uuid[]) AND from_date <= $3::date
     ORDER BY home_id, from_date DESC`,
    [community, homes, on],
  );
  return new Map(rows.map((row) => [row.home_id, row.grid_id]));
}

/** The homes that lie in a grid on a day, by id. */
export async function homesOfGrid(
  client: Queryable,
  community: string,
  grid: string,
  on: CivilDate,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ home_id: string }>(
    `SELECT l.home_id FROM home_grid l
     WHERE l.community_id = $1 AND l.grid_id = $2 AND l.from_date <= $3::date
       AND NOT EXISTS (SELECT FROM home_grid n WHERE n.community_id = $1 AND n.home_id = l.home_id
         AND n.from_date > l.from_date AND n.from_date <= $3::date)
     ORDER BY l.home_id`,
    [community, grid, on],
  );
  return rows.map(({ home_id }) => home_id);
}
