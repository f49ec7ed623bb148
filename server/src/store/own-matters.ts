import { type Kysely, type SqlBool, sql } from 'kysely';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import type { Keyset, ListRow } from './list-filter.ts';
import type { Tables } from './schema.ts';
import type { Queryable } from './write-record.ts';

export type OwnRow = ListRow & { readonly role: string };

/** Matters that a person opened or joined, newest first. */
export async function listOwnMatters(
  db: Kysely<Tables>,
  person: string,
  limit: number,
  after: Keyset | undefined,
): Promise<readonly OwnRow[]> {
  const result = await sql<OwnRow>`
    SELECT m.community_id, m.id, m.number, m.version, m.procedure, m.procedure_version, m.charter, m.status, m.step,
      m.outcome, m.channel, m.affair, m.class, m.urgency, m.place_id, m.organ_id, m.opened_at, m.ended_at, m.due_at,
      m.late, m.rated, m.joined, m.lat, m.long, p.role
    FROM participant p JOIN matter m ON m.community_id = p.community_id AND m.id = p.matter_id
    WHERE p.person_id = ${person} AND p.role IN ('opener', 'joined')
      AND ${after === undefined ? sql<SqlBool>`true` : sql<SqlBool>`(m.opened_at, m.id) < (${after.at}, ${after.id}::uuid)`}
    ORDER BY m.opened_at DESC, m.id DESC LIMIT ${limit}`.execute(db);
  return result.rows;
}

/** A reason is free text and may name somebody: it is sealed. */
export const lookPlace = (id: string): SealedPlace => ({ table: 'look', row: id, column: 'reason' });

export interface LookRow {
  readonly community_id: string;
  readonly id: string;
  readonly matter_id: string;
  readonly number: string;
  readonly post: string;
  readonly organ_id: string;
  readonly what: string;
  readonly reason: string;
  readonly at: number;
}

/** Looks at matters that the person opened, newest first. */
export async function readLooks(
  client: Queryable,
  sealer: Sealer,
  person: string,
): Promise<readonly LookRow[]> {
  const { rows } = await client.query<LookRow>(
    `SELECT l.community_id, l.id, l.matter_id, m.number, l.post, l.organ_id, l.what, l.reason, l.at
     FROM participant p JOIN look l ON l.community_id = p.community_id AND l.matter_id = p.matter_id
     JOIN matter m ON m.community_id = p.community_id AND m.id = p.matter_id
     WHERE p.person_id = $1 AND p.role = 'opener' ORDER BY l.at DESC LIMIT 500`,
    [person],
  );
  return rows.map((row) => {
    if (row.reason === '') return row;
    const opened = sealer.open(lookPlace(row.id), row.reason);
    if (!opened.ok) throw new Error(`the reason of look ${row.id} does not open: ${opened.error}`);
    return { ...row, reason: opened.value };
  });
}
