import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { BuildingAddress } from '@liren/core/registry/address-names.ts';
import type { Queryable } from './write-record.ts';

export interface EndedStay {
  readonly resident: string;
  readonly home: string;
  readonly from: CivilDate;
}
export interface BuildingChangeRow extends BuildingAddress {
  readonly id: string;
  readonly kind: 'opened' | 'torn-down' | 'renamed';
  readonly to_compound: string | null;
  readonly to_building: string | null;
  readonly day: CivilDate;
  readonly closed_homes: readonly string[];
  readonly ended_stays: readonly EndedStay[];
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly at: number;
  readonly undone_at: number | null;
}

/** The first day of the latest stay that lasts in the building; undefined where nobody lives there. */
export async function latestArrival(
  client: Queryable,
  community: string,
  { compound, building }: BuildingAddress,
): Promise<{ readonly day: CivilDate | null; readonly homes: number; readonly residents: number }> {
  const { rows } = await client.query<{ day: CivilDate | null; homes: number; residents: number }>(
    `SELECT max(l.from_date) AS day, count(DISTINCT h.id)::int AS homes, count(l.resident_id)::int AS residents
     FROM home h
     LEFT JOIN residence l ON l.community_id = h.community_id AND l.home_id = h.id AND l.until_date IS NULL
     WHERE h.community_id = $1 AND h.compound = $2 AND h.building = $3 AND h.closed_on IS NULL`,
    [community, compound, building],
  );
  return rows[0] ?? { day: null, homes: 0, residents: 0 };
}

/** Closes every home of the building; whoever lived there lives nowhere in the community from the day after on. */
export async function closeHomes(
  client: Queryable,
  community: string,
  { compound, building }: BuildingAddress,
  lastDay: CivilDate,
): Promise<{ readonly homes: readonly string[]; readonly stays: readonly EndedStay[] }> {
  const homes = await client.query<{ id: string }>(
    `UPDATE home SET closed_on = $4::date, key = key || '@' || id
     WHERE community_id = $1 AND compound = $2 AND building = $3 AND closed_on IS NULL RETURNING id`,
    [community, compound, building, lastDay],
  );
  const ids = homes.rows.map(({ id }) => id);
  const stays = await client.query<EndedStay>(
    `UPDATE residence SET until_date = $3::date
     WHERE community_id = $1 AND home_id = ANY($2::uuid[]) AND until_date IS NULL
     RETURNING resident_id AS resident, home_id AS home, from_date AS "from"`,
    [community, ids, lastDay],
  );
  return { homes: ids, stays: stays.rows };
}

/**
 * Opens the homes of a tear-down again, with the stays that it ended: of those who are not erased and live nowhere else.
 * @returns whose stays go on.
 */
export async function reopenHomes(
  client: Queryable,
  community: string,
  { closed_homes, ended_stays }: Pick<BuildingChangeRow, 'closed_homes' | 'ended_stays'>,
): Promise<readonly string[]> {
  await client.query(
    `UPDATE home SET closed_on = NULL, key = compound || '|' || building || '|' || unit || '|' || number
     WHERE community_id = $1 AND id = ANY($2::uuid[])`,
    [community, closed_homes],
  );
  const { rows } = await client.query<{ resident_id: string }>(
    `UPDATE residence l SET until_date = NULL
     FROM unnest($2::uuid[], $3::uuid[], $4::date[]) AS k(resident, home, from_date)
     WHERE l.community_id = $1 AND l.resident_id = k.resident AND l.home_id = k.home AND l.from_date = k.from_date
       AND NOT EXISTS (SELECT FROM residence n WHERE n.community_id = $1 AND n.resident_id = k.resident
         AND n.until_date IS NULL)
       AND EXISTS (SELECT FROM resident r WHERE r.community_id = $1 AND r.id = k.resident AND r.erased_at IS NULL)
     RETURNING l.resident_id`,
    [
      community,
      ended_stays.map(({ resident }) => resident),
      ended_stays.map(({ home }) => home),
      ended_stays.map(({ from }) => from),
    ],
  );
  return rows.map(({ resident_id }) => resident_id);
}

/** Doors that stand under both names, as `from` and `to` write them. */
export async function twinHomes(
  client: Queryable,
  community: string,
  from: BuildingAddress,
  to: BuildingAddress,
): Promise<readonly { readonly lost: string; readonly kept: string }[]> {
  const { rows } = await client.query<{ lost: string; kept: string }>(
    `SELECT f.id AS lost, t.id AS kept FROM home f JOIN home t
       ON t.community_id = f.community_id AND t.unit = f.unit AND t.number = f.number
     WHERE f.community_id = $1 AND f.compound = $2 AND f.building = $3 AND f.closed_on IS NULL
       AND t.compound = $4 AND t.building = $5 AND t.closed_on IS NULL`,
    [community, from.compound, from.building, to.compound, to.building],
  );
  return rows;
}

/** What stands behind a door besides those who live there: it goes with the door. */
export const ofHomes = ['field_entry', 'home_risk_change'] as const;

/**
 * One door that was written down twice becomes one: who lives there, who came to visit and what was found move to the
 * kept one, and the other is closed.
 */
export async function mergeHomes(
  client: Queryable,
  community: string,
  twins: readonly { readonly lost: string; readonly kept: string }[],
  lastDay: CivilDate,
): Promise<void> {
  const pairs = [community, twins.map(({ lost }) => lost), twins.map(({ kept }) => kept)];
  const of = 'unnest($2::uuid[], $3::uuid[]) AS k(lost, kept)';
  await client.query(
    `DELETE FROM residence l USING ${of}
     WHERE l.community_id = $1 AND l.home_id = k.lost AND EXISTS (SELECT FROM residence o
       WHERE o.community_id = $1 AND o.home_id = k.kept AND o.resident_id = l.resident_id AND o.from_date = l.from_date)`,
    pairs,
  );
  await client.query(
    `UPDATE residence l SET home_id = k.kept FROM ${of} WHERE l.community_id = $1 AND l.home_id = k.lost`,
    pairs,
  );
  for (const table of ofHomes)
    await client.query(
      `UPDATE ${table} t SET home_id = k.kept FROM ${of} WHERE t.community_id = $1 AND t.home_id = k.lost`,
      pairs,
    );
  await mergeOwners(client, pairs, lastDay);
  await client.query(
    `UPDATE home t SET risk = coalesce(t.risk, f.risk), visited_at = greatest(t.visited_at, f.visited_at),
       area_square_centimetres = coalesce(t.area_square_centimetres, f.area_square_centimetres),
       area_basis = coalesce(t.area_basis, f.area_basis)
     FROM ${of} JOIN home f ON f.community_id = $1 AND f.id = k.lost WHERE t.community_id = $1 AND t.id = k.kept`,
    pairs,
  );
  await client.query(
    `UPDATE home SET closed_on = $3::date, key = key || '@' || id, visited_at = NULL
     WHERE community_id = $1 AND id = ANY($2::uuid[])`,
    [community, twins.map(({ lost }) => lost), lastDay],
  );
}

/** Where both doors have owners those of the kept one stand: the shares of both would be more than a home. */
async function mergeOwners(client: Queryable, pairs: readonly unknown[], lastDay: CivilDate): Promise<void> {
  const of = 'unnest($2::uuid[], $3::uuid[]) AS k(lost, kept)';
  await client.query(
    `UPDATE home_owner o SET until_date = greatest(o.from_date, $4::date) FROM ${of}
     WHERE o.community_id = $1 AND o.home_id = k.lost AND o.until_date IS NULL AND EXISTS (SELECT FROM home_owner e
       WHERE e.community_id = $1 AND e.home_id = k.kept AND e.until_date IS NULL)`,
    [...pairs, lastDay],
  );
  await client.query(
    `UPDATE home_owner o SET home_id = k.kept FROM ${of} WHERE o.community_id = $1 AND o.home_id = k.lost`,
    [...pairs],
  );
}

/** Every home of the building stands under the new name from now on, those that were closed too. */
export async function moveHomes(
  client: Queryable,
  community: string,
  from: BuildingAddress,
  to: BuildingAddress,
): Promise<void> {
  await client.query(
    `UPDATE home SET compound = $4, building = $5,
       key = $4 || '|' || $5 || '|' || unit || '|' || number || CASE WHEN closed_on IS NULL THEN '' ELSE '@' || id END
     WHERE community_id = $1 AND compound = $2 AND building = $3`,
    [community, from.compound, from.building, to.compound, to.building],
  );
}

const columns = `id, kind, compound, building, to_compound, to_building, day, closed_homes, ended_stays, person_id,
  post, organ_id, at, undone_at`;

export async function addBuildingChange(
  client: Queryable,
  community: string,
  row: Omit<BuildingChangeRow, 'undone_at'>,
): Promise<void> {
  await client.query(
    `INSERT INTO building_change (community_id, id, kind, compound, building, to_compound, to_building, day,
       closed_homes, ended_stays, person_id, post, organ_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      community,
      row.id,
      row.kind,
      row.compound,
      row.building,
      row.to_compound,
      row.to_building,
      row.day,
      row.closed_homes,
      JSON.stringify(row.ended_stays),
      row.person_id,
      row.post,
      row.organ_id,
      row.at,
    ],
  );
}

export async function readBuildingChanges(
  client: Queryable,
  community: string,
): Promise<readonly BuildingChangeRow[]> {
  const { rows } = await client.query<BuildingChangeRow>(
    `SELECT ${columns} FROM building_change WHERE community_id = $1 ORDER BY at DESC, id DESC LIMIT 50`,
    [community],
  );
  return rows;
}

/** The tear-down that stands, held until the transaction ends. */
export async function holdTearDown(
  client: Queryable,
  community: string,
  id: string,
): Promise<BuildingChangeRow | undefined> {
  const { rows } = await client.query<BuildingChangeRow>(
    `SELECT ${columns} FROM building_change
     WHERE community_id = $1 AND id = $2 AND kind = 'torn-down' AND undone_at IS NULL FOR UPDATE`,
    [community, id],
  );
  return rows[0];
}

export async function markUndone(
  client: Queryable,
  community: string,
  id: string,
  by: { readonly person: string; readonly at: number },
): Promise<void> {
  await client.query(
    'UPDATE building_change SET undone_at = $3, undone_by = $4 WHERE community_id = $1 AND id = $2',
    [community, id, by.at, by.person],
  );
}

/** Writes the same change down for many residents, and counts it for each. */
export async function addChangeForAll(
  client: Queryable,
  community: string,
  { field, source, person, at }: { field: string; source: string; person: string | undefined; at: number },
  rows: readonly { readonly id: string; readonly resident: string }[],
): Promise<void> {
  await client.query(
    `WITH k AS (SELECT * FROM unnest($2::uuid[], $3::uuid[]) AS k(id, resident)),
     counted AS (UPDATE resident r SET version = version + 1 FROM k
       WHERE r.community_id = $1 AND r.id = k.resident RETURNING r.id, r.version)
     INSERT INTO registry_change (community_id, id, resident_id, field, source, person_id, at, version)
     SELECT $1, k.id, k.resident, $4, $5, $6::uuid, $7, c.version FROM k JOIN counted c ON c.id = k.resident`,
    [
      community,
      rows.map(({ id }) => id),
      rows.map(({ resident }) => resident),
      field,
      source,
      person ?? null,
      at,
    ],
  );
}
