import type { DraftFault, GridDraft } from '@liren/core/grids/draft.ts';
import type { Queryable } from './write-record.ts';

export interface SeatWish {
  /** A grid that stands, or one that the draft opens. */
  readonly grid: string;
  readonly person: string;
}
export interface GridChangeRow {
  readonly id: string;
  readonly draft: GridDraft;
  readonly seats: readonly SeatWish[];
  readonly from_date: string;
  readonly reason: string;
  readonly decided_by: string;
  readonly post: string;
  readonly organ_id: string;
  readonly decided_at: number;
  readonly withdrawn_by: string | null;
  readonly withdrawn_at: number | null;
  readonly effective_at: number | null;
  readonly fault: DraftFault | null;
}
const columns = `id, draft, seats, from_date::text AS from_date, reason, decided_by, post, organ_id, decided_at,
  withdrawn_by, withdrawn_at, effective_at, fault`;

/** One change after another in a community: held until the transaction ends. */
export async function lockGrids(client: Queryable, community: string): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`grids/${community}`]);
}

export async function addGridChange(
  client: Queryable,
  community: string,
  row: Pick<
    GridChangeRow,
    'id' | 'draft' | 'seats' | 'from_date' | 'reason' | 'decided_by' | 'post' | 'organ_id' | 'decided_at'
  >,
): Promise<void> {
  await client.query(
    `INSERT INTO grid_change (community_id, id, draft, seats, from_date, reason, decided_by, post, organ_id, decided_at)
     VALUES ($1, $2, $3, $4, $5::date, $6, $7, $8, $9, $10)`,
    [
      community,
      row.id,
      JSON.stringify(row.draft),
      JSON.stringify(row.seats),
      row.from_date,
      row.reason,
      row.decided_by,
      row.post,
      row.organ_id,
      row.decided_at,
    ],
  );
}

/** The newest first. */
export async function readGridChanges(
  client: Queryable,
  community: string,
  most: number,
): Promise<readonly GridChangeRow[]> {
  const { rows } = await client.query<GridChangeRow>(
    `SELECT ${columns} FROM grid_change WHERE community_id = $1 ORDER BY decided_at DESC, id DESC LIMIT $2`,
    [community, most],
  );
  return rows;
}

/** What was decided and neither done nor withdrawn, in the order in which it is to be done. */
export async function waitingGridChanges(
  client: Queryable,
  community: string,
): Promise<readonly GridChangeRow[]> {
  const { rows } = await client.query<GridChangeRow>(
    `SELECT ${columns} FROM grid_change
     WHERE community_id = $1 AND withdrawn_at IS NULL AND effective_at IS NULL
     ORDER BY from_date, decided_at, id FOR UPDATE`,
    [community],
  );
  return rows;
}

/** Communities in which a change is to be done by this day. */
export async function communitiesDue(client: Queryable, today: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ community_id: string }>(
    `SELECT DISTINCT community_id FROM grid_change
     WHERE from_date <= $1::date AND withdrawn_at IS NULL AND effective_at IS NULL AND fault IS NULL
     ORDER BY community_id`,
    [today],
  );
  return rows.map(({ community_id }) => community_id);
}

/** False when it has taken effect or was withdrawn already. */
export async function withdrawGridChange(
  client: Queryable,
  community: string,
  id: string,
  by: { readonly person: string; readonly at: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE grid_change SET withdrawn_by = $3, withdrawn_at = $4
     WHERE community_id = $1 AND id = $2::uuid AND withdrawn_at IS NULL AND effective_at IS NULL`,
    [community, id, by.person, by.at],
  );
  return rowCount === 1;
}

export async function noteEffective(
  client: Queryable,
  community: string,
  id: string,
  at: number,
): Promise<void> {
  await client.query('UPDATE grid_change SET effective_at = $3 WHERE community_id = $1 AND id = $2::uuid', [
    community,
    id,
    at,
  ]);
}

export async function noteFault(
  client: Queryable,
  community: string,
  id: string,
  fault: DraftFault,
): Promise<void> {
  await client.query('UPDATE grid_change SET fault = $3 WHERE community_id = $1 AND id = $2::uuid', [
    community,
    id,
    JSON.stringify(fault),
  ]);
}
