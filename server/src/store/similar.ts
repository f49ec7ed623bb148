import type { Queryable } from './write-record.ts';

export interface SimilarRow {
  readonly community_id: string;
  readonly id: string;
  readonly number: string;
  readonly opened_at: number;
  readonly step: string;
  readonly joined: number;
  readonly grid_id: string | null;
  readonly lat: number | null;
  readonly long: number | null;
  readonly procedure: string;
  readonly procedure_version: string;
  readonly charter: string;
  readonly affair: string | null;
}

/** Open matters of these affairs, newest first; at most 50. All that is asked stands in the public record. */
export async function findOfAffairs(
  client: Queryable,
  communities: readonly string[],
  affairs: readonly string[],
  since: number,
): Promise<readonly SimilarRow[]> {
  if (affairs.length === 0) return [];
  const { rows } = await client.query<SimilarRow>(
    `SELECT m.community_id, m.id, m.number, m.opened_at, m.step, m.joined, m.grid_id, m.lat, m.long,
       m.procedure, m.procedure_version, m.charter, m.affair
     FROM matter m
     WHERE m.community_id = ANY($1) AND m.affair = ANY($2) AND m.status = 'open' AND m.opened_at >= $3
       AND m.parent_id IS NULL
     ORDER BY m.opened_at DESC LIMIT 50`,
    [communities, affairs, since],
  );
  return rows;
}

/**
 * Open matters of the communities whose words overlap most with the query; at most 50, best overlap first. Few stand
 * open, so that these are read and their words asked, not the words of years.
 */
export async function findCandidates(
  client: Queryable,
  communities: readonly string[],
  tsquery: string,
  since: number,
): Promise<readonly SimilarRow[]> {
  const { rows } = await client.query<SimilarRow>(
    `SELECT m.community_id, m.id, m.number, m.opened_at, m.step, m.joined, m.grid_id, m.lat, m.long,
       m.procedure, m.procedure_version, m.charter, m.affair
     FROM matter m JOIN matter_words w ON w.community_id = m.community_id AND w.matter_id = m.id
     WHERE m.community_id = ANY($1) AND m.status = 'open' AND m.opened_at >= $3 AND m.parent_id IS NULL
       AND w.words @@ $2::tsquery
     ORDER BY ts_rank(w.words, $2::tsquery) DESC LIMIT 50`,
    [communities, tsquery, since],
  );
  return rows;
}
