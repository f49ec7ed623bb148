import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { HomeAddress } from '@liren/core/registry/address.ts';
import type { OwnedHome } from '@liren/core/voting/roll.ts';
import type { Queryable } from '../write-record.ts';

/** Which homes a roll reaches over: a community, or only one compound, one building or some grids of it. */
export interface RollArea {
  readonly community: string;
  readonly compound?: string;
  readonly building?: string;
  readonly grids?: readonly string[];
}
const inArea = `h.community_id = $1 AND h.closed_on IS NULL
  AND ($2::text IS NULL OR h.compound = $2) AND ($3::text[] IS NULL OR h.grid_id = ANY($3))
  AND ($4::text IS NULL OR h.building = $4)`;
const valuesOf = ({ community, compound, building, grids }: RollArea) => [
  community,
  compound ?? null,
  grids ?? null,
  building ?? null,
];
const address = 'h.compound, h.building, h.unit, h.number';

export interface ResidentLine extends HomeAddress {
  readonly id: string;
  readonly home: string;
  readonly name_sealed: string;
  readonly identity_sealed: string | null;
  readonly born_year: number | null;
}
/** Who lives here now. @param withAway also whoever belongs to a home and lives elsewhere */
export async function readResidentLines(
  client: Queryable,
  area: RollArea,
  withAway = false,
): Promise<readonly ResidentLine[]> {
  const { rows } = await client.query<ResidentLine>(
    `SELECT r.id, h.id AS home, ${address}, r.name_sealed, r.identity_sealed, r.born_year
     FROM home h
     JOIN residence l ON l.community_id = h.community_id AND l.home_id = h.id AND l.until_date IS NULL
     JOIN resident r ON r.community_id = l.community_id AND r.id = l.resident_id
     WHERE ${inArea} AND ($5 OR l.relation <> 'away') AND r.erased_at IS NULL AND r.merged_into IS NULL
     ORDER BY h.key, r.id`,
    [...valuesOf(area), withAway],
  );
  return rows;
}

export interface HomeLine extends HomeAddress {
  readonly id: string;
  readonly residents: readonly string[];
}
/** The homes where somebody lives, with who may speak for each. */
export async function readHomeLines(client: Queryable, area: RollArea): Promise<readonly HomeLine[]> {
  const { rows } = await client.query<HomeLine>(
    `SELECT h.id, ${address}, array_agg(l.resident_id ORDER BY l.resident_id) AS residents
     FROM home h
     JOIN residence l ON l.community_id = h.community_id AND l.home_id = h.id AND l.until_date IS NULL
     WHERE ${inArea} GROUP BY h.community_id, h.id ORDER BY h.key`,
    valuesOf(area),
  );
  return rows;
}

export type OwnedLine = OwnedHome & HomeAddress;
/** Every home with its area and the marks of its owners on the day; without an identity number a row stands for itself. */
export async function readOwnedLines(
  client: Queryable,
  area: RollArea,
  on: CivilDate,
): Promise<readonly OwnedLine[]> {
  const { rows } = await client.query<OwnedLine>(
    `SELECT h.id AS home, ${address}, coalesce(h.area_square_centimetres, 0)::float8 AS area,
       coalesce(array_agg(DISTINCT coalesce(o.owner_mark, o.id::text)) FILTER (WHERE o.id IS NOT NULL), '{}') AS owners
     FROM home h
     LEFT JOIN home_owner o ON o.community_id = h.community_id AND o.home_id = h.id
       AND o.from_date <= $5::date AND (o.until_date IS NULL OR o.until_date >= $5::date)
     WHERE ${inArea} GROUP BY h.community_id, h.id ORDER BY h.key`,
    [...valuesOf(area), on],
  );
  return rows;
}

export interface Lacking extends HomeAddress {
  readonly no_owner: boolean;
  readonly no_area: boolean;
  /** Owned, and no owner of it has a number: nobody of them is known online. */
  readonly no_number: boolean;
}
export interface RollGaps {
  readonly no_owner: number;
  readonly no_area: number;
  readonly no_number: number;
  /** The first of them, in the order of their doors. */
  readonly homes: readonly Lacking[];
}
/** What a roll of owners frozen on the day would lack. */
export async function readRollGaps(
  client: Queryable,
  area: RollArea,
  on: CivilDate,
  most: number,
): Promise<RollGaps> {
  const count = (what: keyof RollGaps) => `(count(*) FILTER (WHERE ${what}) OVER ())::int`;
  const { rows } = await client.query<Lacking & { n_owner: number; n_area: number; n_number: number }>(
    `SELECT h.*, ${count('no_owner')} AS n_owner, ${count('no_area')} AS n_area,
       ${count('no_number')} AS n_number
     FROM (
       SELECT h.key, ${address}, count(o.id) = 0 AS no_owner, h.area_square_centimetres IS NULL AS no_area,
         count(o.id) > 0 AND count(o.owner_mark) = 0 AS no_number
       FROM home h
       LEFT JOIN home_owner o ON o.community_id = h.community_id AND o.home_id = h.id
         AND o.from_date <= $5::date AND (o.until_date IS NULL OR o.until_date >= $5::date)
       WHERE ${inArea} GROUP BY h.community_id, h.id
     ) h WHERE no_owner OR no_area OR no_number ORDER BY key LIMIT $6`,
    [...valuesOf(area), on, most],
  );
  const [first] = rows;
  return {
    no_owner: first?.n_owner ?? 0,
    no_area: first?.n_area ?? 0,
    no_number: first?.n_number ?? 0,
    homes: rows,
  };
}

/** A grid and those inside it: general grids hold micro grids and nothing deeper. */
export async function gridsIn(client: Queryable, grid: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM place WHERE id = $1 OR parent_id = $1',
    [grid],
  );
  return rows.map(({ id }) => id);
}
