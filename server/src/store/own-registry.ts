import { forgetMerges } from './merges.ts';
import { eraseGroups } from './resident-groups.ts';
import type { Queryable } from './write-record.ts';

export interface OwnResident {
  readonly community_id: string;
  readonly id: string;
  readonly name_sealed: string;
  readonly identity_sealed: string | null;
}

/** Who carries one of the marks, of which no two communities have the same; who was erased carries none. Every voter asks this. */
export async function findMarked(
  client: Queryable,
  communities: readonly string[],
  marks: readonly string[],
): Promise<readonly OwnResident[]> {
  const { rows } = await client.query<OwnResident>({
    name: 'marked-residents',
    text: `SELECT community_id, id, name_sealed, identity_sealed FROM resident
       WHERE community_id = ANY($1::text[]) AND tokens && $2::text[] ORDER BY community_id, id`,
    values: [communities, marks],
  });
  return rows;
}

export async function addProof(
  client: Queryable,
  session: string,
  { community_id, id }: OwnResident,
  at: number,
): Promise<void> {
  await client.query(
    `INSERT INTO resident_proof (session_id, community_id, resident_id, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING`,
    [session, community_id, id, at],
  );
}

/**
 * Leaves a tombstone: nothing that tells who it was, also not in the history, in requests or in the reasons of looks.
 * Where somebody lived from when until when stays, so that counts of any day stay right. Returns how many values went.
 */
export async function eraseResidentRow(
  client: Queryable,
  community: string,
  id: string,
  at: number,
): Promise<number> {
  const aliases = await client.query<{ id: string }>(
    'SELECT id FROM resident WHERE community_id = $1 AND merged_into = $2 AND erased_at IS NULL',
    [community, id],
  );
  let gone = 0;
  for (const alias of aliases.rows) gone += await eraseResidentRow(client, community, alias.id, at);
  await forgetMerges(client, community, id);
  const values = await client.query(
    `UPDATE resident SET name_sealed = '', identity_sealed = NULL, identity_index = NULL, phone_sealed = NULL,
       born_year = NULL, sex = NULL, tokens = '{}', erased_at = $3
     WHERE community_id = $1 AND id = $2 AND erased_at IS NULL`,
    [community, id, at],
  );
  const history = await client.query(
    `UPDATE registry_change SET former_sealed = NULL, reason_sealed = NULL
     WHERE community_id = $1 AND resident_id = $2 AND (former_sealed IS NOT NULL OR reason_sealed IS NOT NULL)`,
    [community, id],
  );
  const looks = await client.query(
    `UPDATE registry_look SET reason_sealed = '' WHERE community_id = $1 AND resident_id = $2`,
    [community, id],
  );
  const requests = await client.query(
    `UPDATE registry_request SET value_sealed = NULL, answer_sealed = NULL
     WHERE community_id = $1 AND resident_id = $2`,
    [community, id],
  );
  gone += await eraseGroups(client, community, id);
  return [values, history, looks, requests].reduce((sum, { rowCount }) => sum + (rowCount ?? 0), gone);
}
