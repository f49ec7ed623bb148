import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import { addBuildings } from './buildings.ts';
import type { Queryable } from './write-record.ts';

/** Columns side by side, one array each: thousands of rows in one statement. */
export const columnsOf = <Row extends object>(
  rows: readonly Row[],
  names: readonly (keyof Row)[],
): unknown[] => names.map((name) => rows.map((row) => row[name]));

type SealedColumn = 'name' | 'identity' | 'phone';
export const residentPlace = (id: string, column: SealedColumn): SealedPlace => ({
  table: 'resident',
  row: id,
  column: `${column}_sealed`,
});

/** A sealed value of a resident, opened. */
export function openResident(sealer: Sealer, id: string, column: SealedColumn, sealed: string): string {
  // Of whoever was erased the name is nothing.
  if (sealed === '') return '';
  const opened = sealer.open(residentPlace(id, column), sealed);
  if (!opened.ok) throw new Error(`the ${column} of resident ${id} does not open: ${opened.error}`);
  return opened.value;
}

export interface HomeRow {
  readonly id: string;
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly number: string;
  readonly key: string;
  readonly grid_id: string;
}
export interface IdentityRow {
  readonly id: string;
  readonly identity_sealed: string | null;
  readonly identity_index: string | null;
  readonly born_year: number | null;
  readonly sex: string | null;
  /** Joined by blanks: an array of arrays of different lengths has no shape in PostgreSQL. */
  readonly tokens: string;
}
export interface ResidentRecord extends IdentityRow {
  readonly name_sealed: string;
  readonly phone_sealed: string | null;
}
export interface ResidenceRow {
  readonly resident_id: string;
  readonly home_id: string;
  readonly from_date: string;
  readonly relation: string;
}
export interface ChangeRow {
  readonly id: string;
  readonly resident_id: string;
  readonly field: 'added' | 'identity' | 'moved' | 'group-set';
  /** Why somebody who asked to be erased is here again. */
  readonly reason_sealed: string | null;
}

/** False when somebody else is writing much into this community's registry just now. Held until the transaction ends. */
export async function lockRegistry(client: Queryable, community: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held',
    [`registry/${community}`],
  );
  return rows[0]?.held === true;
}

export interface KnownHome {
  readonly key: string;
  readonly id: string;
  readonly grid: string;
}

/** The homes of these keys that are known. */
export async function findHomes(
  client: Queryable,
  community: string,
  keys: readonly string[],
): Promise<readonly KnownHome[]> {
  const { rows } = await client.query<KnownHome>(
    'SELECT key, id, grid_id AS grid FROM home WHERE community_id = $1 AND key = ANY($2::text[])',
    [community, keys],
  );
  return rows;
}

export interface KnownResident {
  readonly id: string;
  readonly identityIndex: string | null;
  readonly nameSealed: string;
  /** Where they live now; null when they have left. */
  readonly home: string | null;
}
type Stay = readonly [resident: string, home: string];

async function staysOf(
  client: Queryable,
  community: string,
  column: 'resident_id' | 'home_id',
  ids: readonly string[],
): Promise<readonly Stay[]> {
  const { rows } = await client.query<{ resident_id: string; home_id: string }>(
    `SELECT resident_id, home_id FROM residence
     WHERE community_id = $1 AND ${column} = ANY($2::uuid[]) AND until_date IS NULL`,
    [community, ids],
  );
  return rows.map((row) => [row.resident_id, row.home_id]);
}

/*
 * One table a statement: of a community that is just being filled the database has counted nothing yet, takes it for
 * empty, and would join it row by row with all of itself.
 */

async function residentsBy(
  client: Queryable,
  community: string,
  condition: 'identity_index = ANY($2::text[])' | 'id = ANY($2::uuid[])',
  values: readonly string[],
): Promise<readonly Omit<KnownResident, 'home'>[]> {
  const { rows } = await client.query<Omit<KnownResident, 'home'>>(
    // Whoever was merged is found as the one who stands for them.
    `SELECT coalesce(k.id, r.id) AS id, r.identity_index AS "identityIndex",
       coalesce(k.name_sealed, r.name_sealed) AS "nameSealed"
     FROM resident r LEFT JOIN resident k ON k.community_id = r.community_id AND k.id = r.merged_into
     WHERE r.community_id = $1 AND r.${condition}`,
    [community, values],
  );
  return rows;
}

const housed = (
  residents: readonly Omit<KnownResident, 'home'>[],
  stays: readonly Stay[],
): readonly KnownResident[] => {
  const homeOf = new Map(stays);
  return residents.map((resident) => ({ ...resident, home: homeOf.get(resident.id) ?? null }));
};

/** Residents known by their identity numbers. */
export async function findByIdentity(
  client: Queryable,
  community: string,
  indexes: readonly string[],
): Promise<readonly KnownResident[]> {
  const residents = await residentsBy(client, community, 'identity_index = ANY($2::text[])', indexes);
  const ids = residents.map(({ id }) => id);
  return housed(residents, await staysOf(client, community, 'resident_id', ids));
}

/** Who lives in these homes now. */
export async function findLivingIn(
  client: Queryable,
  community: string,
  homes: readonly string[],
): Promise<readonly KnownResident[]> {
  const stays = await staysOf(client, community, 'home_id', homes);
  const ids = stays.map(([resident]) => resident);
  return housed(await residentsBy(client, community, 'id = ANY($2::uuid[])', ids), stays);
}

/**
 * Has the database count what was written, also within the transaction that writes it: its plans follow from that, those by
 * which it checks foreign keys among them.
 */
export async function countRegistry(client: Queryable): Promise<void> {
  await client.query('ANALYZE home, home_grid, resident, residence');
}

/** Adds homes, each in its grid for as long as anybody can tell. */
export async function addHomes(
  client: Queryable,
  community: string,
  rows: readonly HomeRow[],
): Promise<void> {
  const names = ['id', 'compound', 'building', 'unit', 'number', 'key', 'grid_id'] as const;
  await addBuildings(client, community, rows);
  await client.query(
    `INSERT INTO home (community_id, id, compound, building, unit, number, key, grid_id)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    [community, ...columnsOf(rows, names)],
  );
  await client.query(
    `INSERT INTO home_grid (community_id, home_id, grid_id) SELECT $1, * FROM unnest($2::uuid[], $3::text[])`,
    [community, ...columnsOf(rows, ['id', 'grid_id'])],
  );
}

export async function addResidents(
  client: Queryable,
  community: string,
  rows: readonly ResidentRecord[],
): Promise<void> {
  const names = [
    'id',
    'name_sealed',
    'identity_sealed',
    'identity_index',
    'phone_sealed',
    'born_year',
    'sex',
    'tokens',
  ] as const;
  await client.query(
    `INSERT INTO resident (community_id, id, name_sealed, identity_sealed, identity_index, phone_sealed, born_year, sex, tokens)
     SELECT $1, k.id, k.name, k.identity, k.index, k.phone, k.born, k.sex, string_to_array(k.tokens, ' ')
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::smallint[], $8::text[], $9::text[])
       AS k(id, name, identity, index, phone, born, sex, tokens)`,
    [community, ...columnsOf(rows, names)],
  );
}

/** Adds the identity numbers of residents who were known without. */
export async function addIdentities(
  client: Queryable,
  community: string,
  rows: readonly IdentityRow[],
): Promise<void> {
  const names = ['id', 'identity_sealed', 'identity_index', 'born_year', 'sex', 'tokens'] as const;
  await client.query(
    `UPDATE resident r SET identity_sealed = k.identity, identity_index = k.index, born_year = k.born, sex = k.sex,
       tokens = r.tokens || string_to_array(k.tokens, ' ')
     FROM unnest($2::uuid[], $3::text[], $4::text[], $5::smallint[], $6::text[], $7::text[])
       AS k(id, identity, index, born, sex, tokens)
     WHERE r.community_id = $1 AND r.id = k.id AND r.erased_at IS NULL`,
    [community, ...columnsOf(rows, names)],
  );
}

/** Ends what the residents' stays were so far: the day before the new one, and not before they began. */
export async function endResidences(
  client: Queryable,
  community: string,
  rows: readonly ResidenceRow[],
): Promise<void> {
  await client.query(
    `UPDATE residence l SET until_date = greatest(l.from_date, k.from_date - 1)
     FROM unnest($2::uuid[], $3::date[]) AS k(resident_id, from_date)
     WHERE l.community_id = $1 AND l.resident_id = k.resident_id AND l.until_date IS NULL`,
    [community, ...columnsOf(rows, ['resident_id', 'from_date'])],
  );
}

/** A stay that began on the same day in the same home, and was ended, goes on. */
export async function addResidences(
  client: Queryable,
  community: string,
  rows: readonly ResidenceRow[],
): Promise<void> {
  await client.query(
    `INSERT INTO residence (community_id, resident_id, home_id, from_date, relation)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::date[], $5::text[])
     ON CONFLICT (community_id, resident_id, home_id, from_date)
       DO UPDATE SET until_date = NULL, relation = EXCLUDED.relation`,
    [community, ...columnsOf(rows, ['resident_id', 'home_id', 'from_date', 'relation'])],
  );
}

export async function addChanges(
  client: Queryable,
  community: string,
  rows: readonly ChangeRow[],
  by: { readonly source: string; readonly person: string | undefined; readonly at: number },
): Promise<void> {
  await client.query(
    `INSERT INTO registry_change (community_id, id, resident_id, field, reason_sealed, source, person_id, at)
     SELECT $1, k.*, $6, $7, $8 FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS k`,
    [
      community,
      ...columnsOf(rows, ['id', 'resident_id', 'field', 'reason_sealed']),
      by.source,
      by.person ?? null,
      by.at,
    ],
  );
  const known = rows.flatMap(({ field, resident_id }) => (field === 'added' ? [] : resident_id));
  if (known.length > 0)
    await client.query(
      'UPDATE resident SET version = version + 1 WHERE community_id = $1 AND id = ANY($2::uuid[])',
      [community, known],
    );
}
