import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import { columnsOf } from './registry.ts';
import type { Queryable } from './write-record.ts';

/** What of an organisation may be about a person, and stands sealed. */
export const contactFields = ['contact', 'phone'] as const;
export type ContactField = (typeof contactFields)[number];
export const organisationPlace = (id: string, field: ContactField): SealedPlace => ({
  table: 'organisation',
  row: id,
  column: `${field}_sealed`,
});
export function openContact(sealer: Sealer, id: string, field: ContactField, sealed: string): string {
  const opened = sealer.open(organisationPlace(id, field), sealed);
  if (!opened.ok) throw new Error(`the ${field} of organisation ${id} does not open: ${opened.error}`);
  return opened.value;
}

export interface OrganisationValues {
  readonly kind: string;
  readonly name: string;
  readonly credit_code: string | null;
  readonly address: string;
  readonly key: string;
  readonly compound: string | null;
  readonly building: string | null;
  readonly unit: string | null;
  readonly contact_sealed: string | null;
  readonly phone_sealed: string | null;
  readonly qualification: string | null;
  readonly qualified_until: string | null;
}
export type OrganisationRow = OrganisationValues & { readonly id: string; readonly grid_id: string };
export type HeldOrganisation = OrganisationRow & {
  readonly version: number;
  readonly closed_on: CivilDate | null;
};

const valueColumns = [
  'kind',
  'name',
  'credit_code',
  'address',
  'key',
  'compound',
  'building',
  'unit',
  'contact_sealed',
  'phone_sealed',
  'qualification',
  'qualified_until',
] as const satisfies readonly (keyof OrganisationValues)[];
export const organisationColumns = ['id', 'grid_id', ...valueColumns, 'version', 'closed_on'] as const;

/** Adds organisations, each in its grid for as long as anybody can tell. */
export async function addOrganisations(
  client: Queryable,
  community: string,
  rows: readonly OrganisationRow[],
): Promise<void> {
  const names = ['id', 'grid_id', ...valueColumns] as const;
  const types: Partial<Record<(typeof names)[number], string>> = { id: 'uuid', qualified_until: 'date' };
  const places = names.map((name, i) => `$${i + 2}::${types[name] ?? 'text'}[]`);
  await client.query(
    `INSERT INTO organisation (community_id, ${names.join(', ')}) SELECT $1, * FROM unnest(${places.join(', ')})`,
    [community, ...columnsOf(rows, names)],
  );
  await client.query(
    `INSERT INTO organisation_grid (community_id, organisation_id, grid_id)
     SELECT $1, * FROM unnest($2::uuid[], $3::text[])`,
    [community, ...columnsOf(rows, ['id', 'grid_id'])],
  );
}

/** The organisation as it stands; nobody else changes it before the transaction ends. */
export async function holdOrganisation(
  client: Queryable,
  community: string,
  id: string,
): Promise<HeldOrganisation | undefined> {
  const { rows } = await client.query<HeldOrganisation>(
    `SELECT ${organisationColumns.join(', ')} FROM organisation
     WHERE community_id = $1 AND id = $2::uuid FOR UPDATE`,
    [community, id],
  );
  return rows[0];
}

export async function rewriteOrganisation(
  client: Queryable,
  community: string,
  id: string,
  values: OrganisationValues,
): Promise<void> {
  await client.query(
    `UPDATE organisation SET ${valueColumns.map((name, i) => `${name} = $${i + 3}`).join(', ')}
     WHERE community_id = $1 AND id = $2::uuid`,
    [community, id, ...valueColumns.map((name) => values[name])],
  );
}

/** It was there for the last time on this day; whom to call there is forgotten with it. */
export async function closeOrganisation(
  client: Queryable,
  community: string,
  id: string,
  lastDay: CivilDate,
): Promise<void> {
  await client.query(
    `UPDATE organisation SET closed_on = $3::date, contact_sealed = NULL, phone_sealed = NULL
     WHERE community_id = $1 AND id = $2::uuid`,
    [community, id, lastDay],
  );
}

export interface OrganisationChange {
  readonly id: string;
  readonly organisation_id: string;
  readonly field: string;
  readonly former_sealed: string | null;
}
export const organisationChangePlace = (id: string): SealedPlace => ({
  table: 'organisation_change',
  row: id,
  column: 'former_sealed',
});

/** Writes down changes and counts those of one organisation as one. */
export async function addOrganisationChanges(
  client: Queryable,
  community: string,
  rows: readonly OrganisationChange[],
  by: { readonly source: string; readonly person: string | undefined; readonly at: number },
): Promise<void> {
  const changed = [
    ...new Set(rows.flatMap(({ field, organisation_id }) => (field === 'added' ? [] : organisation_id))),
  ];
  await client.query(
    'UPDATE organisation SET version = version + 1 WHERE community_id = $1 AND id = ANY($2::uuid[])',
    [community, changed],
  );
  await client.query(
    `INSERT INTO organisation_change (community_id, id, organisation_id, field, former_sealed, source, person_id, at, version)
     SELECT $1, k.*, $6, $7, $8, o.version
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) AS k(id, organisation_id, field, former)
     JOIN organisation o ON o.community_id = $1 AND o.id = k.organisation_id`,
    [
      community,
      ...columnsOf(rows, ['id', 'organisation_id', 'field', 'former_sealed']),
      by.source,
      by.person ?? null,
      by.at,
    ],
  );
}

/** What a contact was formerly is erased as well: taken away, it is not to be found in the history. */
export async function forgetFormer(
  client: Queryable,
  community: string,
  id: string,
  fields: readonly ContactField[],
): Promise<void> {
  await client.query(
    `UPDATE organisation_change SET former_sealed = NULL
     WHERE community_id = $1 AND organisation_id = $2::uuid AND field = ANY($3::text[])`,
    [community, id, fields],
  );
}

export interface KnownOrganisation {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly credit_code: string | null;
}
/** Those that are there now, by code or by name and address. */
export async function findOrganisations(
  client: Queryable,
  community: string,
  codes: readonly string[],
  keys: readonly string[],
): Promise<readonly KnownOrganisation[]> {
  const { rows } = await client.query<KnownOrganisation>(
    `SELECT id, key, name, credit_code FROM organisation
     WHERE community_id = $1 AND closed_on IS NULL AND (credit_code = ANY($2::text[]) OR key = ANY($3::text[]))`,
    [community, codes, keys],
  );
  return rows;
}

/** The one grid in which all homes of a building or stairwell lie, by building. */
export async function gridsOfBuildings(
  client: Queryable,
  community: string,
  blocks: readonly { readonly compound: string; readonly building: string; readonly unit: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ compound: string; building: string; unit: string; grid: string }>(
    `SELECT k.compound, k.building, k.unit, min(h.grid_id) AS grid
     FROM (SELECT DISTINCT * FROM unnest($2::text[], $3::text[], $4::text[]) AS k(compound, building, unit)) AS k
     JOIN home h ON h.community_id = $1 AND h.compound = k.compound AND h.building = k.building
       AND (k.unit = '' OR h.unit = k.unit) AND h.closed_on IS NULL
     GROUP BY k.compound, k.building, k.unit HAVING count(DISTINCT h.grid_id) = 1`,
    [community, ...columnsOf(blocks, ['compound', 'building', 'unit'])],
  );
  return new Map(rows.map(({ compound, building, unit, grid }) => [`${compound}|${building}|${unit}`, grid]));
}

/** Every organisation of these grids or buildings that is there now, for whoever draws grids anew. */
export async function organisationsIn(
  client: Queryable,
  community: string,
  buildings: readonly { readonly compound: string; readonly building: string }[],
  grids: readonly string[],
): Promise<readonly { id: string; compound: string; building: string; unit: string; grid: string }[]> {
  const { rows } = await client.query<{
    id: string;
    compound: string;
    building: string;
    unit: string;
    grid: string;
  }>(
    `SELECT id, coalesce(compound, '') AS compound, coalesce(building, '') AS building, coalesce(unit, '') AS unit,
       grid_id AS grid FROM organisation
     WHERE community_id = $1 AND closed_on IS NULL AND (grid_id = ANY($4::text[]) OR (compound, building) IN
       (SELECT * FROM unnest($2::text[], $3::text[])))`,
    [community, ...columnsOf(buildings, ['compound', 'building']), grids],
  );
  return rows;
}

/** A building is called otherwise: what lies in it goes with it. */
export async function moveOrganisations(
  client: Queryable,
  community: string,
  from: { readonly compound: string; readonly building: string },
  to: { readonly compound: string; readonly building: string },
): Promise<void> {
  await client.query(
    `UPDATE organisation SET compound = $4, building = $5
     WHERE community_id = $1 AND compound = $2 AND building = $3`,
    [community, from.compound, from.building, to.compound, to.building],
  );
}
