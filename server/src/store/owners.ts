import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { BuildingAddress } from '@liren/core/registry/address-names.ts';
import type { AreaBasis } from '@liren/core/registry/ownership.ts';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import { columnsOf } from './registry.ts';
import type { Queryable } from './write-record.ts';

type OwnerColumn = 'name' | 'number';
export const ownerPlace = (id: string, column: OwnerColumn): SealedPlace => ({
  table: 'home_owner',
  row: id,
  column: `${column}_sealed`,
});
export function openOwner(sealer: Sealer, id: string, column: OwnerColumn, sealed: string): string {
  // Of whoever was erased the name is nothing.
  if (sealed === '') return '';
  const opened = sealer.open(ownerPlace(id, column), sealed);
  if (!opened.ok) throw new Error(`the ${column} of owner ${id} does not open: ${opened.error}`);
  return opened.value;
}

export interface OwnerRecord {
  readonly id: string;
  readonly home_id: string;
  readonly name_sealed: string;
  readonly number_sealed: string | null;
  readonly owner_mark: string | null;
  readonly share_top: number;
  readonly share_bottom: number;
  readonly from_date: CivilDate;
}
const names = [
  'id',
  'home_id',
  'name_sealed',
  'number_sealed',
  'owner_mark',
  'share_top',
  'share_bottom',
  'from_date',
] as const satisfies readonly (keyof OwnerRecord)[];

/** Who owns these homes now. */
export async function readOwners(
  client: Queryable,
  community: string,
  homes: readonly string[],
): Promise<readonly OwnerRecord[]> {
  const { rows } = await client.query<OwnerRecord>(
    `SELECT ${names.join(', ')} FROM home_owner
     WHERE community_id = $1 AND home_id = ANY($2::uuid[]) AND until_date IS NULL ORDER BY id`,
    [community, homes],
  );
  return rows;
}

export async function addOwners(
  client: Queryable,
  community: string,
  rows: readonly OwnerRecord[],
): Promise<void> {
  await client.query(
    `INSERT INTO home_owner (community_id, ${names.join(', ')})
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::int[], $8::int[], $9::date[])`,
    [community, ...columnsOf(rows, names)],
  );
}

/** @param lastDay on which they own; for whoever began later, their first day. */
export async function endOwners(
  client: Queryable,
  community: string,
  ids: readonly string[],
  lastDay: CivilDate,
): Promise<void> {
  await client.query(
    `UPDATE home_owner SET until_date = greatest(from_date, $3::date)
     WHERE community_id = $1 AND id = ANY($2::uuid[]) AND until_date IS NULL`,
    [community, ids, lastDay],
  );
}

export interface AreaRow {
  readonly id: string;
  readonly area_square_centimetres: number | null;
  readonly area_basis: AreaBasis | null;
}

export async function readAreas(
  client: Queryable,
  community: string,
  homes: readonly string[],
): Promise<readonly AreaRow[]> {
  const { rows } = await client.query<AreaRow>(
    'SELECT id, area_square_centimetres, area_basis FROM home WHERE community_id = $1 AND id = ANY($2::uuid[])',
    [community, homes],
  );
  return rows;
}

export async function setAreas(
  client: Queryable,
  community: string,
  rows: readonly AreaRow[],
): Promise<void> {
  await client.query(
    `UPDATE home h SET area_square_centimetres = k.area, area_basis = k.basis
     FROM unnest($2::uuid[], $3::bigint[], $4::text[]) AS k(id, area, basis)
     WHERE h.community_id = $1 AND h.id = k.id`,
    [community, ...columnsOf(rows, ['id', 'area_square_centimetres', 'area_basis'])],
  );
}

/** The homes of a building that stand, with what area each has. */
export async function areasOfBuilding(
  client: Queryable,
  community: string,
  { compound, building }: BuildingAddress,
): Promise<readonly AreaRow[]> {
  const { rows } = await client.query<AreaRow>(
    `SELECT id, area_square_centimetres, area_basis FROM home
     WHERE community_id = $1 AND compound = $2 AND building = $3 AND closed_on IS NULL`,
    [community, compound, building],
  );
  return rows;
}

/** Rows that may be about somebody: those with one of the marks, and all of homes where they lived. */
export async function ownersLike(
  client: Queryable,
  community: string,
  { resident, marks }: { readonly resident: string; readonly marks: readonly string[] },
): Promise<readonly OwnerRecord[]> {
  const { rows } = await client.query<OwnerRecord>(
    `SELECT ${names.join(', ')} FROM home_owner
     WHERE community_id = $1 AND (owner_mark = ANY($3::text[]) OR home_id IN
       (SELECT home_id FROM residence WHERE community_id = $1 AND resident_id = $2))`,
    [community, resident, marks],
  );
  return rows;
}

/** Share and area stay, and the mark by which heads are counted; no name and no number. */
export async function eraseOwners(
  client: Queryable,
  community: string,
  ids: readonly string[],
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE home_owner SET name_sealed = '', number_sealed = NULL WHERE community_id = $1 AND id = ANY($2::uuid[])`,
    [community, ids],
  );
  return rowCount ?? 0;
}
