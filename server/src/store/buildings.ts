import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { AddressName, BuildingAddress } from '@liren/core/registry/address-names.ts';
import type { Queryable } from './write-record.ts';

export async function readAddressNames(
  client: Queryable,
  community: string,
): Promise<readonly AddressName[]> {
  const { rows } = await client.query<AddressName>(
    `SELECT level, within, said, means FROM address_name WHERE community_id = $1
     ORDER BY level, within, length(said), said`,
    [community],
  );
  return rows;
}

export async function writeAddressNames(
  client: Queryable,
  community: string,
  names: readonly AddressName[],
): Promise<void> {
  await client.query('DELETE FROM address_name WHERE community_id = $1', [community]);
  await client.query(
    `INSERT INTO address_name (community_id, level, within, said, means)
     SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      community,
      names.map(({ level }) => level),
      names.map(({ within }) => within),
      names.map(({ said }) => said),
      names.map(({ means }) => means),
    ],
  );
}

export interface BuildingRow extends BuildingAddress {
  readonly opened_on: CivilDate | null;
  readonly closed_on: CivilDate | null;
}

export interface ClosedBuilding extends BuildingAddress {
  readonly closed_on: CivilDate;
  /** The community in which it lies now; null where it was torn down. */
  readonly handed_to: string | null;
}
/** Buildings that no longer stand in the community. */
export async function readClosedBuildings(
  client: Queryable,
  community: string,
): Promise<readonly ClosedBuilding[]> {
  const { rows } = await client.query<ClosedBuilding>(
    `SELECT compound, building, closed_on, handed_to FROM building WHERE community_id = $1 AND closed_on IS NOT NULL`,
    [community],
  );
  return rows;
}

/** The building, held until the transaction ends. */
export async function holdBuilding(
  client: Queryable,
  community: string,
  { compound, building }: BuildingAddress,
): Promise<BuildingRow | undefined> {
  const { rows } = await client.query<BuildingRow>(
    `SELECT compound, building, opened_on, closed_on FROM building
     WHERE community_id = $1 AND compound = $2 AND building = $3 FOR UPDATE`,
    [community, compound, building],
  );
  return rows[0];
}

/** What stands in a compound, or all that ever stood there. */
export async function buildingsOf(
  client: Queryable,
  community: string,
  compound: string,
): Promise<readonly BuildingRow[]> {
  const { rows } = await client.query<BuildingRow>(
    `SELECT compound, building, opened_on, closed_on FROM building
     WHERE community_id = $1 AND compound = $2 ORDER BY building FOR UPDATE`,
    [community, compound],
  );
  return rows;
}

/** Buildings that are there already stay as they are. */
export async function addBuildings(
  client: Queryable,
  community: string,
  rows: readonly BuildingAddress[],
): Promise<void> {
  await client.query(
    `INSERT INTO building (community_id, compound, building)
     SELECT DISTINCT $1, k.compound, k.building FROM unnest($2::text[], $3::text[]) AS k(compound, building)
     ON CONFLICT DO NOTHING`,
    [community, rows.map(({ compound }) => compound), rows.map(({ building }) => building)],
  );
}

export async function setBuildingDays(
  client: Queryable,
  community: string,
  { compound, building, opened_on, closed_on }: BuildingRow,
): Promise<void> {
  await client.query(
    `UPDATE building SET opened_on = $4::date, closed_on = $5::date, handed_to = NULL
     WHERE community_id = $1 AND compound = $2 AND building = $3`,
    [community, compound, building, opened_on, closed_on],
  );
}

export async function dropBuilding(
  client: Queryable,
  community: string,
  { compound, building }: BuildingAddress,
): Promise<void> {
  await client.query('DELETE FROM building WHERE community_id = $1 AND compound = $2 AND building = $3', [
    community,
    compound,
    building,
  ]);
}

export interface BuildingFigures extends BuildingRow {
  readonly handed_to: string | null;
  readonly homes: number;
  readonly residents: number;
  readonly grids: readonly string[];
}

/** Every building with the homes that stand in it, in these grids or in all, and who lives there. */
export async function readBuildings(
  client: Queryable,
  community: string,
  grids: readonly string[] | undefined,
): Promise<readonly BuildingFigures[]> {
  const { rows } = await client.query<BuildingFigures>(
    `SELECT b.compound, b.building, b.opened_on, b.closed_on, b.handed_to, count(h.id)::int AS homes,
       coalesce(sum(l.n), 0)::int AS residents,
       coalesce(array_agg(DISTINCT h.grid_id) FILTER (WHERE h.id IS NOT NULL), '{}') AS grids
     FROM building b
     LEFT JOIN home h ON h.community_id = b.community_id AND h.compound = b.compound
       AND h.building = b.building AND h.closed_on IS NULL AND ($2::text[] IS NULL OR h.grid_id = ANY($2))
     LEFT JOIN (
       SELECT home_id, count(*) AS n FROM residence
       WHERE community_id = $1 AND until_date IS NULL GROUP BY home_id
     ) AS l ON l.home_id = h.id
     WHERE b.community_id = $1
     GROUP BY b.compound, b.building, b.opened_on, b.closed_on, b.handed_to
     HAVING $2::text[] IS NULL OR count(h.id) > 0
     ORDER BY b.compound, length(b.building), b.building`,
    [community, grids ?? null],
  );
  return rows;
}

export interface DoorRow {
  readonly id: string;
  readonly unit: string;
  readonly number: string;
  readonly grid_id: string;
  readonly risk: string | null;
  readonly visited_at: number | null;
  readonly residents: number;
}

/** The doors of a building that stand, in these grids or in all, with how many live behind each. */
export async function readDoors(
  client: Queryable,
  community: string,
  { compound, building }: BuildingAddress,
  grids: readonly string[] | undefined,
): Promise<readonly DoorRow[]> {
  const { rows } = await client.query<DoorRow>(
    `SELECT h.id, h.unit, h.number, h.grid_id, h.risk, h.visited_at, count(l.resident_id)::int AS residents
     FROM home h
     LEFT JOIN residence l ON l.community_id = h.community_id AND l.home_id = h.id AND l.until_date IS NULL
     WHERE h.community_id = $1 AND h.compound = $2 AND h.building = $3 AND h.closed_on IS NULL
       AND ($4::text[] IS NULL OR h.grid_id = ANY($4))
     GROUP BY h.community_id, h.id
     ORDER BY length(h.unit), h.unit, length(h.number), h.number`,
    [community, compound, building, grids ?? null],
  );
  return rows;
}
