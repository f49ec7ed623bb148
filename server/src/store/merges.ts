import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { Queryable } from './write-record.ts';

export const mergePlace = (id: string, column: 'reason_sealed' | 'undo_reason_sealed'): SealedPlace => ({
  table: 'resident_merge',
  row: id,
  column,
});
export const distinctPlace = (id: string): SealedPlace => ({
  table: 'resident_distinct',
  row: id,
  column: 'reason_sealed',
});

/** A stay of the resident who is gone, as it was; `moved` where it came over. */
export interface MovedStay {
  readonly home: string;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly moved: boolean;
}
/** What takes a merge back. */
export interface MergeUndo {
  readonly changes: readonly string[];
  readonly looks: readonly string[];
  readonly requests: readonly string[];
  readonly groups: readonly string[];
  readonly carers: readonly string[];
  readonly stays: readonly MovedStay[];
  /** Who had been merged into the one who is gone. */
  readonly aliases: readonly string[];
  readonly keptTokens: readonly string[];
  readonly goneTokens: readonly string[];
  readonly goneIndex: string | null;
  readonly goneVersion: number;
  /** Values that the kept resident lacked and took over. */
  readonly took: readonly ('identity' | 'phone')[];
}
export interface MergeRow {
  readonly id: string;
  readonly kept_id: string;
  readonly gone_id: string;
  readonly undo: MergeUndo;
  readonly version_before: number;
  readonly version_after: number;
  readonly reason_sealed: string | null;
  readonly person_id: string;
  readonly at: number;
  readonly undone_at: number | null;
}

/** Those who were merged into a resident and are not erased. */
export async function readAliases(
  client: Queryable,
  community: string,
  kept: string,
): Promise<readonly { id: string; name_sealed: string; identity_sealed: string | null }[]> {
  const { rows } = await client.query<{ id: string; name_sealed: string; identity_sealed: string | null }>(
    `SELECT id, name_sealed, identity_sealed FROM resident
     WHERE community_id = $1 AND merged_into = $2 AND erased_at IS NULL`,
    [community, kept],
  );
  return rows;
}

/** Makes one resident an alias, with whoever was an alias of it. Its identity number is marked no more where `index` is null. */
export async function makeAlias(
  client: Queryable,
  community: string,
  { gone, kept, index }: { readonly gone: string; readonly kept: string; readonly index: string | null },
): Promise<readonly string[]> {
  await client.query(
    `UPDATE resident SET merged_into = $3, tokens = '{}', identity_index = $4, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [community, gone, kept, index],
  );
  const { rows } = await client.query<{ id: string }>(
    'UPDATE resident SET merged_into = $3 WHERE community_id = $1 AND merged_into = $2 RETURNING id',
    [community, gone, kept],
  );
  return rows.map(({ id }) => id);
}

export async function unmakeAlias(
  client: Queryable,
  community: string,
  gone: string,
  { goneTokens, goneIndex, aliases }: Pick<MergeUndo, 'goneTokens' | 'goneIndex' | 'aliases'>,
): Promise<void> {
  await client.query(
    `UPDATE resident SET merged_into = NULL, tokens = $3::text[], identity_index = $4, version = version + 1
     WHERE community_id = $1 AND id = $2`,
    [community, gone, goneTokens, goneIndex],
  );
  await client.query(
    'UPDATE resident SET merged_into = $2 WHERE community_id = $1 AND id = ANY($3::uuid[])',
    [community, gone, aliases],
  );
}

export async function readTokens(
  client: Queryable,
  community: string,
  id: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ tokens: string[] }>(
    'SELECT tokens FROM resident WHERE community_id = $1 AND id = $2',
    [community, id],
  );
  return rows[0]?.tokens ?? [];
}

export async function addMerge(
  client: Queryable,
  community: string,
  row: Omit<MergeRow, 'undone_at'>,
): Promise<void> {
  await client.query(
    `INSERT INTO resident_merge
       (community_id, id, kept_id, gone_id, undo, version_before, version_after, reason_sealed, person_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      community,
      row.id,
      row.kept_id,
      row.gone_id,
      JSON.stringify(row.undo),
      row.version_before,
      row.version_after,
      row.reason_sealed,
      row.person_id,
      row.at,
    ],
  );
}

const mergeColumns =
  'id, kept_id, gone_id, undo, version_before, version_after, reason_sealed, person_id, at, undone_at';

export async function holdMerge(
  client: Queryable,
  community: string,
  id: string,
): Promise<MergeRow | undefined> {
  const { rows } = await client.query<MergeRow>(
    `SELECT ${mergeColumns} FROM resident_merge WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [community, id],
  );
  return rows[0];
}

/** Merges that hold, the last first. */
export async function readMerges(client: Queryable, community: string): Promise<readonly MergeRow[]> {
  const { rows } = await client.query<MergeRow>(
    `SELECT ${mergeColumns} FROM resident_merge WHERE community_id = $1 AND undone_at IS NULL
     ORDER BY at DESC, id DESC LIMIT 50`,
    [community],
  );
  return rows;
}

export async function markUndone(
  client: Queryable,
  community: string,
  id: string,
  by: { readonly person: string; readonly at: number; readonly reasonSealed: string },
): Promise<void> {
  await client.query(
    `UPDATE resident_merge SET undone_at = $3, undone_by = $4, undo_reason_sealed = $5
     WHERE community_id = $1 AND id = $2`,
    [community, id, by.at, by.person, by.reasonSealed],
  );
}

/** A resident stands as they did at one version once more, under a later one: what could be taken back then can be now. */
export async function carryUndo(
  client: Queryable,
  community: string,
  resident: string,
  versions: { readonly was: number; readonly is: number },
): Promise<void> {
  await client.query(
    `UPDATE resident_merge SET version_after = $4
     WHERE community_id = $1 AND kept_id = $2 AND version_after = $3 AND undone_at IS NULL`,
    [community, resident, versions.was, versions.is],
  );
}

/** Of whoever is erased nothing can be taken back, and no reason stays. */
export async function forgetMerges(client: Queryable, community: string, resident: string): Promise<void> {
  await client.query(
    `UPDATE resident_merge SET undo = '{}', reason_sealed = NULL, undo_reason_sealed = NULL, version_after = -1
     WHERE community_id = $1 AND (kept_id = $2 OR gone_id = $2)`,
    [community, resident],
  );
  await client.query(
    'UPDATE resident_distinct SET reason_sealed = NULL WHERE community_id = $1 AND (one_id = $2 OR other_id = $2)',
    [community, resident],
  );
}

/** Pairs that share two marks of a name or number, or one and a building; whoever was told apart is left out. */
export async function findAlike(
  client: Queryable,
  community: string,
  most: number,
): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await client.query<{ one: string; other: string }>(
    `WITH marked AS (
       SELECT array_agg(r.id ORDER BY r.id) AS ids FROM resident r, unnest(r.tokens) AS token
       WHERE r.community_id = $1 AND r.erased_at IS NULL GROUP BY token HAVING count(*) BETWEEN 2 AND 60),
     paired AS (
       SELECT one, other, count(*) AS marks FROM marked m, unnest(m.ids) AS one, unnest(m.ids) AS other
       WHERE one < other GROUP BY one, other)
     SELECT p.one, p.other FROM paired p
     WHERE (p.marks >= 2 OR EXISTS (
         SELECT 1 FROM residence a JOIN home ah ON ah.community_id = a.community_id AND ah.id = a.home_id
         JOIN home bh ON bh.community_id = a.community_id AND bh.compound = ah.compound AND bh.building = ah.building
         JOIN residence b ON b.community_id = a.community_id AND b.home_id = bh.id
         WHERE a.community_id = $1 AND a.resident_id = p.one AND b.resident_id = p.other))
       AND NOT EXISTS (SELECT 1 FROM resident_distinct d
         WHERE d.community_id = $1 AND d.one_id = p.one AND d.other_id = p.other)
     ORDER BY p.marks DESC, p.one, p.other LIMIT $2`,
    [community, most],
  );
  return rows.map(({ one, other }) => [one, other]);
}

export async function addDistinct(
  client: Queryable,
  community: string,
  row: {
    readonly id: string;
    readonly one: string;
    readonly other: string;
    readonly reasonSealed: string;
    readonly person: string;
    readonly at: number;
  },
): Promise<void> {
  await client.query(
    `INSERT INTO resident_distinct (community_id, id, one_id, other_id, reason_sealed, person_id, at)
     VALUES ($1, $2, LEAST($3::uuid, $4::uuid), GREATEST($3::uuid, $4::uuid), $5, $6, $7)
     ON CONFLICT (community_id, one_id, other_id) DO NOTHING`,
    [community, row.id, row.one, row.other, row.reasonSealed, row.person, row.at],
  );
}
