import type { Geometry } from './geometry.ts';
import type { Queryable } from './write-record.ts';

export interface BlockRow {
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly grid_id: string;
  readonly households: number;
  readonly residents: number;
  /** Homes that are due more often than the rest. */
  readonly risk_homes: number;
}
/** How many homes and residents stand behind each stairwell, by the grid in which they lie. */
export async function readBlocks(client: Queryable, community: string): Promise<readonly BlockRow[]> {
  const { rows } = await client.query<BlockRow>(
    `SELECT h.compound, h.building, h.unit, h.grid_id, count(*)::int AS households,
       coalesce(sum(l.n), 0)::int AS residents, count(h.risk)::int AS risk_homes
     FROM home h LEFT JOIN (
       SELECT home_id, count(*) AS n FROM residence
       WHERE community_id = $1 AND until_date IS NULL GROUP BY home_id
     ) AS l ON l.home_id = h.id
     WHERE h.community_id = $1 AND h.closed_on IS NULL
     GROUP BY h.compound, h.building, h.unit, h.grid_id
     ORDER BY h.compound, h.building, h.unit, h.grid_id`,
    [community],
  );
  return rows;
}

/** Open matters by the smallest place that is known of them. */
export async function countOpenMatters(
  client: Queryable,
  community: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ place_id: string; n: number }>(
    `SELECT place_id, count(*)::int AS n FROM matter
     WHERE community_id = $1 AND status = 'open' AND place_id IS NOT NULL GROUP BY place_id`,
    [community],
  );
  return new Map(rows.map(({ place_id, n }) => [place_id, n]));
}

/** Homes that lie in these grids, with their addresses. */
export async function homesIn(
  client: Queryable,
  community: string,
  addresses: readonly { readonly compound: string; readonly building: string }[],
  grids: readonly string[],
): Promise<
  readonly {
    readonly id: string;
    readonly compound: string;
    readonly building: string;
    readonly unit: string;
    readonly grid: string;
  }[]
> {
  const { rows } = await client.query<{
    id: string;
    compound: string;
    building: string;
    unit: string;
    grid: string;
  }>(
    `SELECT h.id, h.compound, h.building, h.unit, h.grid_id AS grid FROM home h
     WHERE h.community_id = $1 AND h.closed_on IS NULL AND (h.grid_id = ANY($4::text[]) OR (h.compound, h.building) IN
       (SELECT * FROM unnest($2::text[], $3::text[])))`,
    [community, addresses.map(({ compound }) => compound), addresses.map(({ building }) => building), grids],
  );
  return rows;
}

export interface SeatRow {
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
}
/** Who sits in these organs on a day. */
export async function seatsIn(
  client: Queryable,
  organs: readonly string[],
  on: string,
): Promise<readonly SeatRow[]> {
  const { rows } = await client.query<SeatRow>(
    `SELECT person_id, post, organ_id FROM post
     WHERE organ_id = ANY($1::text[]) AND from_date <= $2::date AND (until_date IS NULL OR until_date >= $2::date)
     ORDER BY organ_id, post, person_id`,
    [organs, on],
  );
  return rows;
}

/** Ends every seat in these organs on the eve of the day. */
export async function endSeats(client: Queryable, organs: readonly string[], from: string): Promise<void> {
  await client.query('DELETE FROM post WHERE organ_id = ANY($1::text[]) AND from_date >= $2::date', [
    organs,
    from,
  ]);
  await client.query(
    `UPDATE post SET until_date = $2::date - 1
     WHERE organ_id = ANY($1::text[]) AND (until_date IS NULL OR until_date >= $2::date)`,
    [organs, from],
  );
}

export async function openGrid(
  client: Queryable,
  grid: {
    readonly id: string;
    readonly parent: string;
    readonly title: string;
    readonly kind: string;
    readonly from: string;
  },
): Promise<void> {
  await client.query(
    `INSERT INTO place (id, parent_id, level, title, grid_kind, opened_on) VALUES ($1, $2, 'grid', $3, $4, $5::date)`,
    [grid.id, grid.parent, grid.title, grid.kind, grid.from],
  );
}

/** The last day on which these places stand is the eve of the day. */
export async function closePlaces(client: Queryable, places: readonly string[], from: string): Promise<void> {
  await client.query(
    `UPDATE place SET closed_on = greatest($2::date - 1, opened_on) WHERE id = ANY($1::text[])`,
    [places, from],
  );
}

export async function addOrgan(
  client: Queryable,
  organ: { readonly id: string; readonly kind: string; readonly title: string; readonly area: string },
): Promise<void> {
  await client.query('INSERT INTO organ (id, kind, title, area_id) VALUES ($1, $2, $3, $4)', [
    organ.id,
    organ.kind,
    organ.title,
    organ.area,
  ]);
}

export async function placeUnder(
  client: Queryable,
  moves: readonly { readonly place: string; readonly parent: string }[],
): Promise<void> {
  await client.query(
    `UPDATE place p SET parent_id = k.parent FROM unnest($1::text[], $2::text[]) AS k(id, parent) WHERE p.id = k.id`,
    [moves.map(({ place }) => place), moves.map(({ parent }) => parent)],
  );
}

export async function drawPlace(client: Queryable, place: string, shape: Geometry): Promise<void> {
  await client.query('UPDATE place SET shape = $2 WHERE id = $1', [place, JSON.stringify(shape)]);
}
