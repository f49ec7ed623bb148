import type { Pool } from 'pg';
import { otherCode, procedureId } from './door.ts';
import type { RequestFilter } from './filter.ts';

/** A matter as this door shows it. */
export interface RequestRow {
  readonly community_id: string;
  readonly id: string;
  readonly number: string;
  readonly charter: string;
  readonly procedure_version: string;
  readonly affair: string | null;
  readonly status: 'open' | 'ended';
  readonly step: string;
  readonly organ_id: string | null;
  readonly opened_at: number;
  readonly ended_at: number | null;
  readonly due_at: number | null;
  readonly last_at: number;
  readonly late: boolean;
  readonly lat: number | null;
  readonly long: number | null;
  /** The sealed description; null unless the reporter agreed to open it. */
  readonly body: string | null;
}

/** The specification's bound on one answer. */
export const mostRequests = 1000;

const columns = `m.community_id, m.id, m.number, m.charter, m.procedure_version, m.affair, m.status, m.step, m.organ_id,
  m.opened_at, m.ended_at, m.due_at, (m.state->>'lastAt')::bigint AS last_at, m.late, m.lat, m.long, s.body`;
/** The consent stands in the record's first event; without it the words are not even read. */
const words = `
LEFT JOIN event e ON e.community_id = m.community_id AND e.matter_id = m.id AND e.seq = 1
  AND e.data->'openText' = 'true'::jsonb
LEFT JOIN sealed s ON s.community_id = e.community_id AND s.matter_id = e.matter_id AND s.seq = e.seq AND s.name = 'text'`;

const byIds = `SELECT ${columns} FROM matter m ${words}
WHERE m.community_id = ANY($1::text[]) AND m.id = ANY($2::uuid[]) AND m.procedure = '${procedureId}'
ORDER BY m.opened_at DESC, m.id`;

/** Each community gives its newest by its own index, so the cost follows the answer, not the table. */
const byTime = `SELECT ${columns} FROM unnest($1::text[]) AS c(community) CROSS JOIN LATERAL (
  SELECT * FROM matter WHERE community_id = c.community AND opened_at BETWEEN $2 AND $3 AND procedure = '${procedureId}'
    AND ($4::text[] IS NULL OR coalesce(affair, '${otherCode}') = ANY($4))
    AND ($5::text[] IS NULL OR status = ANY($5))
  ORDER BY opened_at DESC, id LIMIT ${mostRequests}) AS m ${words}
ORDER BY m.opened_at DESC, m.id LIMIT ${mostRequests}`;

/** Newest first. */
export async function readRequests(
  pool: Pool,
  communities: readonly string[],
  filter: RequestFilter,
): Promise<readonly RequestRow[]> {
  const query =
    filter.by === 'ids'
      ? { text: byIds, values: [communities, filter.ids] }
      : {
          text: byTime,
          values: [communities, filter.from, filter.until, filter.codes ?? null, filter.statuses ?? null],
        };
  return (await pool.query<RequestRow>(query)).rows;
}

/** The matter that a token (the id of the command that opened it) led to. */
export async function findByToken(
  pool: Pool,
  communities: readonly string[],
  token: string,
): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT m.id FROM command c JOIN matter m ON m.community_id = c.community_id AND m.id = c.matter_id
     WHERE c.community_id = ANY($1::text[]) AND c.id = $2::uuid AND m.procedure = '${procedureId}'`,
    [communities, token],
  );
  return rows[0]?.id;
}
