import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { ResidentColumns } from './read-registry.ts';
import type { Queryable } from './write-record.ts';

export type HeldResident = ResidentColumns & {
  readonly identity_index: string | null;
  readonly version: number;
  readonly erased_at: number | null;
  /** Whom it is an alias of. */
  readonly merged_into: string | null;
};

/** False while a table is taken in; otherwise none can begin before the transaction ends. */
export async function keepImportsOut(client: Queryable, community: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'SELECT pg_try_advisory_xact_lock_shared(hashtextextended($1, 0)) AS held',
    [`registry/${community}`],
  );
  return rows[0]?.held === true;
}

/** The resident as they stand; nobody else changes them before the transaction ends. */
export async function holdResident(
  client: Queryable,
  community: string,
  id: string,
): Promise<HeldResident | undefined> {
  const { rows } = await client.query<HeldResident>(
    `SELECT id, name_sealed, identity_sealed, identity_index, phone_sealed, born_year, sex, version, erased_at, merged_into
     FROM resident WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [community, id],
  );
  return rows[0];
}

export interface HeldStay {
  readonly home_id: string;
  readonly from_date: CivilDate;
  readonly until_date: CivilDate | null;
  readonly relation: string;
}

/** The stay that lasts, or else the last one. */
export async function findLatestStay(
  client: Queryable,
  community: string,
  resident: string,
): Promise<HeldStay | undefined> {
  const { rows } = await client.query<HeldStay>(
    `SELECT home_id, from_date, until_date, relation FROM residence WHERE community_id = $1 AND resident_id = $2
     ORDER BY until_date DESC NULLS FIRST, from_date DESC LIMIT 1`,
    [community, resident],
  );
  return rows[0];
}

export type ResidentValues = Omit<HeldResident, 'version' | 'erased_at' | 'merged_into'> & {
  readonly tokens: readonly string[];
};

export async function rewriteResident(
  client: Queryable,
  community: string,
  values: ResidentValues,
): Promise<void> {
  await client.query(
    `UPDATE resident SET name_sealed = $3, identity_sealed = $4, identity_index = $5, phone_sealed = $6,
       born_year = $7, sex = $8, tokens = $9::text[]
     WHERE community_id = $1 AND id = $2`,
    [
      community,
      values.id,
      values.name_sealed,
      values.identity_sealed,
      values.identity_index,
      values.phone_sealed,
      values.born_year,
      values.sex,
      values.tokens,
    ],
  );
}

export async function setRelation(
  client: Queryable,
  community: string,
  resident: string,
  relation: string,
): Promise<void> {
  await client.query(
    `UPDATE residence SET relation = $3 WHERE community_id = $1 AND resident_id = $2 AND until_date IS NULL`,
    [community, resident, relation],
  );
}

/** @param lastDay lived there; not before the stay began. */
export async function endStay(
  client: Queryable,
  community: string,
  resident: string,
  lastDay: CivilDate,
): Promise<void> {
  await client.query(
    `UPDATE residence SET until_date = $3::date
     WHERE community_id = $1 AND resident_id = $2 AND until_date IS NULL`,
    [community, resident, lastDay],
  );
}

export interface OneChange {
  readonly id: string;
  readonly resident: string;
  readonly field: string;
  readonly formerSealed: string | null;
  readonly reasonSealed: string | null;
  readonly source: string;
  readonly person: string;
  readonly at: number;
}
export const changePlace = (id: string, column: 'former_sealed' | 'reason_sealed'): SealedPlace => ({
  table: 'registry_change',
  row: id,
  column,
});

/** Writes down changes of one resident, held by this transaction, and counts them as one. */
export async function writeChanges(
  client: Queryable,
  community: string,
  resident: string,
  changes: readonly OneChange[],
): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    'UPDATE resident SET version = version + 1 WHERE community_id = $1 AND id = $2 RETURNING version',
    [community, resident],
  );
  const version = rows[0]?.version;
  if (version === undefined) throw new Error('a change of a resident who is not there');
  for (const change of changes)
    await client.query(
      `INSERT INTO registry_change
         (community_id, id, resident_id, field, former_sealed, reason_sealed, source, person_id, at, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        community,
        change.id,
        resident,
        change.field,
        change.formerSealed,
        change.reasonSealed,
        change.source,
        change.person,
        change.at,
        version,
      ],
    );
}
