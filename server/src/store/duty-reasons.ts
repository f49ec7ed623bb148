import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { Queryable } from './write-record.ts';

export interface NewReason {
  readonly id: string;
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly kind: string;
  readonly from_date: CivilDate;
  readonly until_date: CivilDate;
  readonly words_sealed: string | null;
  readonly at: number;
}
export interface ReasonRow extends NewReason {
  readonly answered_at: number | null;
  readonly answered_by: string | null;
  readonly accepted: boolean | null;
  readonly answer_sealed: string | null;
}
export const reasonPlace = (id: string, column: 'words_sealed' | 'answer_sealed'): SealedPlace => ({
  table: 'duty_reason',
  row: id,
  column,
});

/** Takes it down once, however often it is sent. */
export async function addReason(client: Queryable, community: string, row: NewReason): Promise<void> {
  await client.query(
    `INSERT INTO duty_reason (community_id, id, person_id, post, organ_id, kind, from_date, until_date, words_sealed, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (community_id, id) DO NOTHING`,
    [
      community,
      row.id,
      row.person_id,
      row.post,
      row.organ_id,
      row.kind,
      row.from_date,
      row.until_date,
      row.words_sealed,
      row.at,
    ],
  );
}

/** Those of these people that end on `since` or later, latest first; at most 500. What was taken back is left out. */
export async function readReasons(
  client: Queryable,
  community: string,
  people: readonly string[],
  since: CivilDate,
): Promise<readonly ReasonRow[]> {
  const { rows } = await client.query<ReasonRow>(
    `SELECT * FROM duty_reason
     WHERE community_id = $1 AND person_id = ANY($2::uuid[]) AND until_date >= $3::date AND withdrawn_at IS NULL
     ORDER BY from_date DESC, id DESC LIMIT 500`,
    [community, people, since],
  );
  return rows;
}

export async function findReason(
  client: Queryable,
  community: string,
  id: string,
): Promise<ReasonRow | undefined> {
  const { rows } = await client.query<ReasonRow>(
    'SELECT * FROM duty_reason WHERE community_id = $1 AND id = $2::uuid AND withdrawn_at IS NULL',
    [community, id],
  );
  return rows[0];
}

/** False when somebody was faster: it is answered, or taken back. */
export async function writeAnswer(
  client: Queryable,
  community: string,
  id: string,
  answer: {
    readonly by: string;
    readonly at: number;
    readonly accepted: boolean;
    readonly sealed: string | null;
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE duty_reason SET answered_at = $3, answered_by = $4::uuid, accepted = $5, answer_sealed = $6
     WHERE community_id = $1 AND id = $2::uuid AND answered_at IS NULL AND withdrawn_at IS NULL`,
    [community, id, answer.at, answer.by, answer.accepted, answer.sealed],
  );
  return rowCount === 1;
}

/** False when it is answered, or not this person's. */
export async function takeBack(
  client: Queryable,
  community: string,
  id: string,
  person: string,
  at: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE duty_reason SET withdrawn_at = $4
     WHERE community_id = $1 AND id = $2::uuid AND person_id = $3::uuid AND answered_at IS NULL AND withdrawn_at IS NULL`,
    [community, id, person, at],
  );
  return rowCount === 1;
}
