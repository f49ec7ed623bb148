import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Queryable } from './write-record.ts';

export interface FaultRow {
  readonly item: string;
  readonly finding: 'fail' | 'fixed';
}
/** What an entry found not in order; part of the transaction that takes the entry down. */
export async function addFaults(
  client: Queryable,
  community: string,
  entry: string,
  organisation: string,
  rows: readonly FaultRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `INSERT INTO inspection_fault (community_id, entry_id, organisation_id, item, finding)
     SELECT $1, $2::uuid, $3::uuid, * FROM unnest($4::text[], $5::text[])`,
    [community, entry, organisation, rows.map(({ item }) => item), rows.map(({ finding }) => finding)],
  );
}

export interface UnopenedFault {
  readonly item: string;
  readonly organisation_id: string;
  readonly name: string;
  readonly round: string;
  readonly grid_id: string;
  readonly words_sealed: string | null;
  readonly plain: JsonObject;
  /** An open matter of the same organisation about the same item. */
  readonly open_matter: string | null;
}
/** Failed items of an entry that no matter follows up yet. */
export async function unopenedFaults(
  client: Queryable,
  community: string,
  entry: string,
): Promise<readonly UnopenedFault[]> {
  const { rows } = await client.query<UnopenedFault>(
    `SELECT f.item, f.organisation_id, o.name, e.round, e.grid_id, e.words_sealed, e.plain, (
       SELECT m.id FROM inspection_fault b JOIN matter m ON m.community_id = b.community_id AND m.id = b.matter_id
       WHERE b.community_id = $1 AND b.organisation_id = f.organisation_id AND b.item = f.item AND m.status = 'open'
       LIMIT 1) AS open_matter
     FROM inspection_fault f
     JOIN field_entry e ON e.community_id = f.community_id AND e.id = f.entry_id
     JOIN organisation o ON o.community_id = f.community_id AND o.id = f.organisation_id
     WHERE f.community_id = $1 AND f.entry_id = $2::uuid AND f.finding = 'fail' AND f.matter_id IS NULL
     ORDER BY f.item`,
    [community, entry],
  );
  return rows;
}

export async function followUp(
  client: Queryable,
  community: string,
  entry: string,
  item: string,
  matter: string,
): Promise<void> {
  await client.query(
    `UPDATE inspection_fault SET matter_id = $4::uuid WHERE community_id = $1 AND entry_id = $2::uuid AND item = $3`,
    [community, entry, item, matter],
  );
}

export interface InspectedRow {
  readonly id: string;
  readonly grid_id: string;
  readonly kind: string;
  readonly name: string;
  readonly address: string;
  readonly contact_sealed: string | null;
  readonly phone_sealed: string | null;
  /** When somebody last got in to inspect it. */
  readonly inspected_at: number | null;
  /** Faults that a matter still follows up. */
  readonly open_faults: number;
}

const inspected = `SELECT o.id, o.grid_id, o.kind, o.name, o.address, o.contact_sealed, o.phone_sealed,
    e.at AS inspected_at, coalesce(f.n, 0)::int AS open_faults
  FROM organisation o
  LEFT JOIN (SELECT organisation_id, max(at) AS at FROM field_entry
    WHERE community_id = $1 AND organisation_id IS NOT NULL AND met GROUP BY organisation_id) AS e
    ON e.organisation_id = o.id
  LEFT JOIN (SELECT b.organisation_id, count(DISTINCT b.matter_id) AS n FROM inspection_fault b
    JOIN matter m ON m.community_id = b.community_id AND m.id = b.matter_id
    WHERE b.community_id = $1 AND m.status = 'open' GROUP BY b.organisation_id) AS f
    ON f.organisation_id = o.id
  WHERE o.community_id = $1 AND o.closed_on IS NULL AND o.kind = ANY($2::text[])
    AND ($3::text[] IS NULL OR o.grid_id = ANY($3))`;

/** Organisations of these kinds that are there now, with their last inspection; of all grids where none is named. */
export async function inspectedIn(
  client: Queryable,
  community: string,
  kinds: readonly string[],
  grids: readonly string[] | undefined,
): Promise<readonly InspectedRow[]> {
  const { rows } = await client.query<InspectedRow>(`${inspected} ORDER BY o.address, o.id`, [
    community,
    kinds,
    grids ?? null,
  ]);
  return rows;
}
