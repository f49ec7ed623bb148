import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { BuildingAddress } from '@liren/core/registry/address-names.ts';
import type { AreaRow } from './owners.ts';
import { columnsOf, type HomeRow, type ResidentRecord } from './registry.ts';
import type { GroupRow } from './resident-groups.ts';
import type { Queryable } from './write-record.ts';

/** A home that is handed over, as it stands in its community. */
export type HandedHome = HomeRow & AreaRow & { readonly risk: string | null };
/** Who lives in one of them. */
export type HandedResident = Omit<ResidentRecord, 'tokens'> & {
  readonly home_id: string;
  readonly relation: string;
  readonly from_date: CivilDate;
};

export async function homesToHandOver(
  client: Queryable,
  community: string,
  buildings: readonly BuildingAddress[],
): Promise<readonly HandedHome[]> {
  const { rows } = await client.query<HandedHome>(
    `SELECT id, compound, building, unit, number, key, grid_id, risk, area_square_centimetres, area_basis FROM home
     WHERE community_id = $1 AND closed_on IS NULL
       AND (compound, building) IN (SELECT * FROM unnest($2::text[], $3::text[]))
     ORDER BY id FOR UPDATE`,
    [community, buildings.map(({ compound }) => compound), buildings.map(({ building }) => building)],
  );
  return rows;
}

export async function livingInHomes(
  client: Queryable,
  community: string,
  homes: readonly string[],
): Promise<readonly HandedResident[]> {
  const { rows } = await client.query<HandedResident>(
    `SELECT r.id, r.name_sealed, r.identity_sealed, r.identity_index, r.phone_sealed, r.born_year, r.sex,
       l.home_id, l.relation, l.from_date
     FROM residence l JOIN resident r ON r.community_id = l.community_id AND r.id = l.resident_id
     WHERE l.community_id = $1 AND l.home_id = ANY($2::uuid[]) AND l.until_date IS NULL AND r.erased_at IS NULL
     ORDER BY r.id FOR UPDATE OF r`,
    [community, homes],
  );
  return rows;
}

/** Which of these residents the community knows: who was handed over once before, and comes back. */
export async function knownIds(
  client: Queryable,
  community: string,
  residents: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT id FROM resident WHERE community_id = $1 AND id = ANY($2::uuid[])',
    [community, residents],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What is known of a resident goes along, sealed as it is: a seal names the row, never the community. */
export const ofResidents = ['registry_change', 'registry_look', 'resident_group'] as const;

export async function copyHistory(
  client: Queryable,
  { from, to }: { readonly from: string; readonly to: string },
  residents: readonly string[],
): Promise<void> {
  for (const table of ofResidents) {
    const columns = await client.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'community_id'`,
      [table],
    );
    const names = columns.rows.map(({ name }) => name).join(', ');
    await client.query(
      `INSERT INTO ${table} (community_id, ${names})
       SELECT $2, ${names} FROM ${table} WHERE community_id = $1 AND resident_id = ANY($3::uuid[])`,
      [from, to, residents],
    );
  }
}

/** Of groups that came along: marks of two communities never match. */
export async function remarkGroups(
  client: Queryable,
  community: string,
  residents: readonly string[],
  markOf: (row: GroupRow) => string,
): Promise<void> {
  const { rows } = await client.query<GroupRow>(
    `SELECT id, resident_id, entry_sealed, from_date, until_date FROM resident_group
     WHERE community_id = $1 AND resident_id = ANY($2::uuid[])`,
    [community, residents],
  );
  await client.query(
    `UPDATE resident_group g SET mark = k.mark FROM unnest($2::uuid[], $3::text[]) AS k(id, mark)
     WHERE g.community_id = $1 AND g.id = k.id`,
    [community, rows.map(({ id }) => id), rows.map(markOf)],
  );
}

/** The homes stand in this community no longer; their last day is the eve of the hand-over. */
export async function closeHandedOver(
  client: Queryable,
  community: string,
  to: string,
  {
    buildings,
    homes,
    lastDay,
  }: {
    readonly buildings: readonly BuildingAddress[];
    readonly homes: readonly string[];
    readonly lastDay: CivilDate;
  },
): Promise<void> {
  await client.query(
    `UPDATE residence SET until_date = greatest(from_date, $3::date)
     WHERE community_id = $1 AND home_id = ANY($2::uuid[]) AND until_date IS NULL`,
    [community, homes, lastDay],
  );
  await client.query(
    `UPDATE resident_carer c SET until_date = greatest(c.from_date, $3::date) FROM residence l
     WHERE c.community_id = $1 AND c.until_date IS NULL AND l.community_id = $1 AND l.resident_id = c.resident_id
       AND l.home_id = ANY($2::uuid[]) AND l.until_date >= $3::date`,
    [community, homes, lastDay],
  );
  await client.query(
    `UPDATE home_owner SET until_date = greatest(from_date, $3::date)
     WHERE community_id = $1 AND home_id = ANY($2::uuid[]) AND until_date IS NULL`,
    [community, homes, lastDay],
  );
  await client.query(
    `UPDATE home SET closed_on = $3::date, key = key || '@' || id WHERE community_id = $1 AND id = ANY($2::uuid[])`,
    [community, homes, lastDay],
  );
  await client.query(
    `UPDATE building SET closed_on = greatest($5::date, opened_on), handed_to = $4
     WHERE community_id = $1 AND (compound, building) IN (SELECT * FROM unnest($2::text[], $3::text[]))`,
    [
      community,
      buildings.map(({ compound }) => compound),
      buildings.map(({ building }) => building),
      to,
      lastDay,
    ],
  );
}

/** How risky and how large each home is. */
export async function keepHomes(
  client: Queryable,
  community: string,
  homes: readonly HandedHome[],
): Promise<void> {
  await client.query(
    `UPDATE home h SET risk = k.risk, area_square_centimetres = k.area, area_basis = k.basis
     FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::text[]) AS k(id, risk, area, basis)
     WHERE h.community_id = $1 AND h.id = k.id`,
    [community, ...columnsOf(homes, ['id', 'risk', 'area_square_centimetres', 'area_basis'])],
  );
}
