import type { Queryable } from './write-record.ts';

export interface EntryCount {
  readonly entries: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly raised: number;
}
/** How much one worker wrote down in a community, and what came of it. */
export async function countEntries(
  client: Queryable,
  community: string,
  person: string,
): Promise<EntryCount> {
  const { rows } = await client.query<EntryCount>(
    `SELECT count(DISTINCT e.id)::int AS entries, min(e.at) AS first, max(e.at) AS last,
       count(m.matter_id)::int AS raised
     FROM field_entry e LEFT JOIN field_entry_matter m
       ON m.community_id = e.community_id AND m.entry_id = e.id
     WHERE e.community_id = $1 AND e.person_id = $2::uuid`,
    [community, person],
  );
  return rows[0] ?? { entries: 0, first: null, last: null, raised: 0 };
}

export interface TakenRow {
  readonly device_id: string;
  readonly homes: number;
  readonly residents: number;
  readonly at: number;
}
/** The last times that homes of a community went onto a phone of theirs. */
export async function readTaken(
  client: Queryable,
  community: string,
  person: string,
  most: number,
): Promise<readonly TakenRow[]> {
  const { rows } = await client.query<TakenRow>(
    `SELECT device_id, homes, residents, at FROM field_day_taken
     WHERE community_id = $1 AND person_id = $2::uuid ORDER BY at DESC LIMIT $3`,
    [community, person, most],
  );
  return rows;
}
