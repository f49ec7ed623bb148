import type { PartialAddress } from '@liren/core/registry/address.ts';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Tables } from './schema.ts';
import type { Queryable } from './write-record.ts';

interface HomeColumns {
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly number: string;
  readonly grid_id: string;
}
export interface ResidentColumns {
  readonly id: string;
  readonly name_sealed: string;
  readonly identity_sealed: string | null;
  readonly phone_sealed: string | null;
  readonly born_year: number | null;
  readonly sex: 'female' | 'male' | null;
}
/** A resident with the home where they live now; its columns are null when they have left. */
export type FoundResident = ResidentColumns & {
  readonly version: number;
  readonly erased_at: number | null;
  /** Who stands for them; undefined in lists of who lives here, where no alias is. */
  readonly merged_into?: string | null;
  readonly relation: string | null;
} & { readonly [Name in keyof HomeColumns]: HomeColumns[Name] | null };

export interface RegistrySearch {
  readonly community: string;
  /** Only who lives in these; undefined for all. */
  readonly grids: readonly string[] | undefined;
  /** All of these marks; none when the word cannot be a name or a number. */
  readonly tokens: readonly string[];
  readonly address: PartialAddress | undefined;
  /** Id of the resident before the page. */
  readonly after: string | undefined;
  readonly limit: number;
}

const residentColumns =
  'r.id, r.name_sealed, r.identity_sealed, r.phone_sealed, r.born_year, r.sex, r.version, r.erased_at, r.merged_into';
const homeColumns = 'h.compound, h.building, h.unit, h.number, h.grid_id';
/** Every resident `r` with the stay that lasts. */
const withHome = `LEFT JOIN residence l
    ON l.community_id = r.community_id AND l.resident_id = r.id AND l.until_date IS NULL
  LEFT JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id`;

/** Names of compounds in which this stands. A community has few: each is reached through the index, not every home. */
async function compoundsLike(
  db: Kysely<Tables>,
  community: string,
  part: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ compound: string }>`
    WITH RECURSIVE c AS (
      (SELECT compound FROM home WHERE community_id = ${community} ORDER BY compound LIMIT 1)
      UNION ALL
      SELECT (SELECT h.compound FROM home h WHERE h.community_id = ${community} AND h.compound > c.compound
        ORDER BY h.compound LIMIT 1) FROM c WHERE c.compound IS NOT NULL)
    SELECT compound FROM c WHERE strpos(compound, ${part}) > 0`.execute(db);
  return rows.map(({ compound }) => compound);
}

/** Who lives where every told part of the address fits; undefined where nobody can. */
async function byAddress(
  db: Kysely<Tables>,
  community: string,
  { compound, building, unit, number }: PartialAddress,
): Promise<RawBuilder<unknown> | undefined> {
  const compounds = compound === undefined ? undefined : await compoundsLike(db, community, compound);
  if (compounds?.length === 0) return undefined;
  const parts = [
    compounds === undefined ? undefined : sql`h.compound = ANY(${compounds}::text[])`,
    building === undefined ? undefined : sql`h.building = ${building}`,
    unit === undefined ? undefined : sql`h.unit = ${unit}`,
    number === undefined ? undefined : sql`h.number = ${number}`,
  ].filter((part) => part !== undefined);
  return sql`SELECT l.resident_id AS id FROM home h JOIN residence l
    ON l.community_id = h.community_id AND l.home_id = h.id AND l.until_date IS NULL
    WHERE h.community_id = ${community} AND ${sql.join(parts, sql` AND `)}`;
}

/** Residents whom the word may mean, in the order in which they were written down. */
export async function searchResidents(
  db: Kysely<Tables>,
  { community, grids, tokens, address, after, limit }: RegistrySearch,
): Promise<readonly FoundResident[]> {
  const ways = [
    tokens.length === 0
      ? undefined
      : sql`SELECT id FROM resident WHERE community_id = ${community} AND tokens @> ${tokens}::text[]`,
    address && (await byAddress(db, community, address)),
  ].filter((way) => way !== undefined);
  if (ways.length === 0) return [];
  const { rows } = await sql<FoundResident>`
    SELECT ${sql.raw(residentColumns)}, l.relation, ${sql.raw(homeColumns)}
    FROM (${sql.join(ways, sql` UNION `)}) AS f JOIN resident r ON r.community_id = ${community} AND r.id = f.id
    ${sql.raw(withHome)}
    WHERE ${after === undefined ? sql`true` : sql`r.id > ${after}::uuid`}
      AND ${grids === undefined ? sql`true` : sql`h.grid_id = ANY(${grids}::text[])`}
    ORDER BY r.id LIMIT ${limit}`.execute(db);
  return rows;
}

export async function findResident(
  client: Queryable,
  community: string,
  id: string,
  grids: readonly string[] | undefined,
): Promise<FoundResident | undefined> {
  const { rows } = await client.query<FoundResident>(
    `SELECT ${residentColumns}, l.relation, ${homeColumns} FROM resident r ${withHome}
     WHERE r.community_id = $1 AND r.id = $2 AND ($3::text[] IS NULL OR h.grid_id = ANY($3))`,
    [community, id, grids ?? null],
  );
  return rows[0];
}

/** Those of these ids, in their order. */
export async function readResidents(
  client: Queryable,
  community: string,
  ids: readonly string[],
): Promise<readonly FoundResident[]> {
  const { rows } = await client.query<FoundResident>(
    `SELECT ${residentColumns}, l.relation, ${homeColumns} FROM resident r ${withHome}
     WHERE r.community_id = $1 AND r.id = ANY($2::uuid[]) ORDER BY r.id`,
    [community, ids],
  );
  return rows;
}

export interface Stay extends HomeColumns {
  readonly relation: string;
  readonly from_date: string;
  readonly until_date: string | null;
}

/** Every home of a resident, the last one first. */
export async function readStays(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly Stay[]> {
  const { rows } = await client.query<Stay>(
    `SELECT l.relation, l.from_date, l.until_date, ${homeColumns}
     FROM residence l JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id
     WHERE l.community_id = $1 AND l.resident_id = $2
     ORDER BY l.until_date DESC NULLS FIRST, l.from_date DESC LIMIT 100`,
    [community, resident],
  );
  return rows;
}

export interface ChangeColumns {
  readonly id: string;
  readonly former_sealed: string | null;
  readonly reason_sealed: string | null;
  readonly field: string;
  readonly source: string;
  readonly person_id: string | null;
  readonly at: number;
}

export async function readChanges(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly ChangeColumns[]> {
  const { rows } = await client.query<ChangeColumns>(
    `SELECT id, field, former_sealed, reason_sealed, source, person_id, at FROM registry_change
     WHERE community_id = $1 AND resident_id = $2 ORDER BY at DESC, id DESC LIMIT 100`,
    [community, resident],
  );
  return rows;
}

export interface RegistryLook {
  readonly id: string;
  readonly resident_id: string;
  readonly field: string;
  readonly reason_sealed: string;
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly at: number;
}

export async function readRegistryLooks(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly RegistryLook[]> {
  const { rows } = await client.query<RegistryLook>(
    `SELECT id, resident_id, field, reason_sealed, person_id, post, organ_id, at FROM registry_look
     WHERE community_id = $1 AND resident_id = $2 ORDER BY at DESC, id DESC LIMIT 100`,
    [community, resident],
  );
  return rows;
}

export async function addRegistryLook(
  client: Queryable,
  community: string,
  look: RegistryLook,
): Promise<void> {
  await client.query(
    `INSERT INTO registry_look (community_id, id, resident_id, field, reason_sealed, person_id, post, organ_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      community,
      look.id,
      look.resident_id,
      look.field,
      look.reason_sealed,
      look.person_id,
      look.post,
      look.organ_id,
      look.at,
    ],
  );
}
