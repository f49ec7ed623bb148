import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { Queryable } from './write-record.ts';

export const requestPlace = (id: string, column: 'value_sealed' | 'answer_sealed'): SealedPlace => ({
  table: 'registry_request',
  row: id,
  column,
});
export const requestFields = ['name', 'identity', 'phone', 'relation'] as const;
export type RequestField = (typeof requestFields)[number];

export interface RequestRow {
  readonly id: string;
  readonly resident_id: string;
  readonly field: RequestField;
  readonly value_sealed: string | null;
  readonly person_id: string;
  readonly by_self: boolean;
  readonly at: number;
  readonly answered_at: number | null;
  readonly accepted: boolean | null;
  readonly answer_sealed: string | null;
}
const columns =
  'id, resident_id, field, value_sealed, person_id, by_self, at, answered_at, accepted, answer_sealed';

/** What was asked about one resident, the last first. */
export async function readRequests(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly RequestRow[]> {
  const { rows } = await client.query<RequestRow>(
    `SELECT ${columns} FROM registry_request WHERE community_id = $1 AND resident_id = $2
     ORDER BY at DESC, id DESC LIMIT 50`,
    [community, resident],
  );
  return rows;
}

/** One that waits, held against a second answer. */
export async function holdRequest(
  client: Queryable,
  community: string,
  id: string,
): Promise<RequestRow | undefined> {
  const { rows } = await client.query<RequestRow>(
    `SELECT ${columns} FROM registry_request WHERE community_id = $1 AND id = $2 FOR UPDATE`,
    [community, id],
  );
  return rows[0];
}

export async function addRequest(
  client: Queryable,
  community: string,
  row: Omit<RequestRow, 'answered_at' | 'accepted' | 'answer_sealed'>,
): Promise<void> {
  await client.query(
    `INSERT INTO registry_request (community_id, id, resident_id, field, value_sealed, person_id, by_self, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [community, row.id, row.resident_id, row.field, row.value_sealed, row.person_id, row.by_self, row.at],
  );
}

/** What was asked for is in the history from now on, or is nothing: the value itself goes. */
export async function answerRequest(
  client: Queryable,
  community: string,
  answer: {
    readonly id: string;
    readonly person: string;
    readonly accepted: boolean;
    readonly answerSealed: string | null;
    readonly at: number;
  },
): Promise<void> {
  await client.query(
    `UPDATE registry_request SET value_sealed = NULL, answered_at = $3, answered_by = $4, accepted = $5, answer_sealed = $6
     WHERE community_id = $1 AND id = $2`,
    [community, answer.id, answer.at, answer.person, answer.accepted, answer.answerSealed],
  );
}

/** Whoever waits longest first; at most 100. */
export async function readOpenRequests(
  client: Queryable,
  communities: readonly string[],
): Promise<readonly (RequestRow & { readonly community_id: string; readonly name_sealed: string })[]> {
  const { rows } = await client.query<
    RequestRow & { readonly community_id: string; readonly name_sealed: string }
  >(
    `SELECT q.community_id, ${columns
      .split(', ')
      .map((column) => `q.${column}`)
      .join(', ')}, r.name_sealed
     FROM registry_request q JOIN resident r ON r.community_id = q.community_id AND r.id = q.resident_id
     WHERE q.community_id = ANY($1::text[]) AND q.answered_at IS NULL AND r.erased_at IS NULL
     ORDER BY q.at LIMIT 100`,
    [communities],
  );
  return rows;
}
