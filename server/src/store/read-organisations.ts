import { type HeldOrganisation, organisationColumns } from './organisations.ts';
import type { Queryable } from './write-record.ts';

const columns = organisationColumns.map((name) => `o.${name}`).join(', ');

export interface OrganisationSearch {
  readonly community: string;
  /** Only those in these; undefined for all. */
  readonly grids: readonly string[] | undefined;
  /** Part of a name or address, without blanks, or the begin of a code; '' for all. */
  readonly word: string;
  readonly kind: string | undefined;
  readonly closed: boolean;
  /** Id of the organisation before the page. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** Organisations that the word may mean, in the order in which they were written down. */
export async function searchOrganisations(
  client: Queryable,
  { community, grids, word, kind, closed, after, limit }: OrganisationSearch,
): Promise<readonly HeldOrganisation[]> {
  const { rows } = await client.query<HeldOrganisation>(
    `SELECT ${columns} FROM organisation o
     WHERE o.community_id = $1 AND ($2::text[] IS NULL OR o.grid_id = ANY($2)) AND (o.closed_on IS NOT NULL) = $3
       AND ($4::text IS NULL OR o.kind = $4) AND ($5::uuid IS NULL OR o.id > $5::uuid)
       AND ($6 = '' OR strpos(o.name, $6) > 0 OR starts_with(o.credit_code, upper($6))
         OR strpos(replace(o.address, ' ', ''), $6) > 0)
     ORDER BY o.id LIMIT $7`,
    [community, grids ?? null, closed, kind ?? null, after ?? null, word, limit],
  );
  return rows;
}

export async function findOrganisation(
  client: Queryable,
  community: string,
  id: string,
  grids: readonly string[] | undefined,
): Promise<HeldOrganisation | undefined> {
  const { rows } = await client.query<HeldOrganisation>(
    `SELECT ${columns} FROM organisation o
     WHERE o.community_id = $1 AND o.id = $2::uuid AND ($3::text[] IS NULL OR o.grid_id = ANY($3))`,
    [community, id, grids ?? null],
  );
  return rows[0];
}

export interface OrganisationChangeColumns {
  readonly id: string;
  readonly field: string;
  readonly former_sealed: string | null;
  readonly source: string;
  readonly person_id: string | null;
  readonly at: number;
}
export async function readOrganisationChanges(
  client: Queryable,
  community: string,
  id: string,
): Promise<readonly OrganisationChangeColumns[]> {
  const { rows } = await client.query<OrganisationChangeColumns>(
    `SELECT id, field, former_sealed, source, person_id, at FROM organisation_change
     WHERE community_id = $1 AND organisation_id = $2::uuid ORDER BY at DESC, id DESC LIMIT 100`,
    [community, id],
  );
  return rows;
}

export interface OrganisationLook {
  readonly id: string;
  readonly organisation_id: string;
  readonly field: string;
  readonly reason_sealed: string;
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly at: number;
}
export async function readOrganisationLooks(
  client: Queryable,
  community: string,
  id: string,
): Promise<readonly OrganisationLook[]> {
  const { rows } = await client.query<OrganisationLook>(
    `SELECT id, organisation_id, field, reason_sealed, person_id, post, organ_id, at FROM organisation_look
     WHERE community_id = $1 AND organisation_id = $2::uuid ORDER BY at DESC, id DESC LIMIT 100`,
    [community, id],
  );
  return rows;
}

export async function addOrganisationLook(
  client: Queryable,
  community: string,
  look: OrganisationLook,
): Promise<void> {
  await client.query(
    `INSERT INTO organisation_look (community_id, id, organisation_id, field, reason_sealed, person_id, post, organ_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      community,
      look.id,
      look.organisation_id,
      look.field,
      look.reason_sealed,
      look.person_id,
      look.post,
      look.organ_id,
      look.at,
    ],
  );
}
