import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { FoundResident } from './read-registry.ts';
import type { Queryable } from './write-record.ts';

export const exportPlace = (id: string, column: 'purpose_sealed' | 'answer_sealed'): SealedPlace => ({
  table: 'registry_export',
  row: id,
  column,
});

export interface ExportRow {
  readonly community_id: string;
  readonly id: string;
  readonly n: number;
  readonly grids: readonly string[] | null;
  readonly columns: readonly string[];
  readonly whole: readonly string[];
  readonly purpose_sealed: string;
  readonly asked_by: string;
  readonly asked_post: string;
  readonly asked_organ: string;
  readonly asked_at: number;
  readonly answered_by: string | null;
  readonly answered_post: string | null;
  readonly answered_organ: string | null;
  readonly answered_at: number | null;
  readonly approved: boolean | null;
  readonly answer_sealed: string | null;
  readonly until_at: number | null;
  readonly copies: number;
}
const columns = `e.community_id, e.id, e.n, e.grids, e.columns, e.whole, e.purpose_sealed, e.asked_by, e.asked_post, e.asked_organ,
  e.asked_at, e.answered_by, e.answered_post, e.answered_organ, e.answered_at, e.approved, e.answer_sealed, e.until_at,
  (SELECT count(*) FROM registry_export_copy c WHERE c.community_id = e.community_id AND c.export_id = e.id) AS copies`;

export async function addExport(
  client: Queryable,
  row: Pick<
    ExportRow,
    | 'community_id'
    | 'id'
    | 'grids'
    | 'columns'
    | 'whole'
    | 'purpose_sealed'
    | 'asked_by'
    | 'asked_post'
    | 'asked_organ'
    | 'asked_at'
  >,
): Promise<void> {
  // Two who ask at once get two numbers.
  await client.query('SELECT FROM community WHERE id = $1 FOR NO KEY UPDATE', [row.community_id]);
  await client.query(
    `INSERT INTO registry_export
       (community_id, id, grids, columns, whole, purpose_sealed, asked_by, asked_post, asked_organ, asked_at, n)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(max(n), 0) + 1 FROM registry_export WHERE community_id = $1`,
    [
      row.community_id,
      row.id,
      row.grids,
      row.columns,
      row.whole,
      row.purpose_sealed,
      row.asked_by,
      row.asked_post,
      row.asked_organ,
      row.asked_at,
    ],
  );
}

/** The latest of these communities, and of this person wherever. */
export async function readExports(
  client: Queryable,
  communities: readonly string[],
  person: string,
): Promise<readonly ExportRow[]> {
  const { rows } = await client.query<ExportRow>(
    `SELECT ${columns} FROM registry_export e WHERE e.community_id = ANY($1) OR e.asked_by = $2
     ORDER BY e.asked_at DESC, e.id DESC LIMIT 100`,
    [communities, person],
  );
  return rows;
}

/** One export, held against whoever answers or takes a copy at the same time. */
export async function holdExport(
  client: Queryable,
  community: string,
  id: string,
): Promise<ExportRow | undefined> {
  const held = await client.query(
    'SELECT FROM registry_export WHERE community_id = $1 AND id = $2 FOR UPDATE',
    [community, id],
  );
  if (held.rowCount === 0) return undefined;
  const { rows } = await client.query<ExportRow>(
    `SELECT ${columns} FROM registry_export e WHERE e.community_id = $1 AND e.id = $2`,
    [community, id],
  );
  return rows[0];
}

export async function answerExport(
  client: Queryable,
  { community_id, id }: ExportRow,
  answer: {
    readonly by: string;
    readonly post: string;
    readonly organ: string;
    readonly at: number;
    readonly until: number | undefined;
    readonly sealed: string | null;
  },
): Promise<void> {
  await client.query(
    `UPDATE registry_export SET answered_by = $3, answered_post = $4, answered_organ = $5, answered_at = $6,
       approved = $7, until_at = $8, answer_sealed = $9 WHERE community_id = $1 AND id = $2`,
    [
      community_id,
      id,
      answer.by,
      answer.post,
      answer.organ,
      answer.at,
      answer.until !== undefined,
      answer.until ?? null,
      answer.sealed,
    ],
  );
}

/** Who lives in these grids today, by door. */
export async function readExportResidents(
  client: Queryable,
  community: string,
  grids: readonly string[] | null,
  limit: number,
): Promise<readonly FoundResident[]> {
  const { rows } = await client.query<FoundResident>(
    `SELECT r.id, r.name_sealed, r.identity_sealed, r.phone_sealed, r.born_year, r.sex, r.version, r.erased_at, l.relation,
       h.compound, h.building, h.unit, h.number, h.grid_id
     FROM residence l JOIN resident r ON r.community_id = l.community_id AND r.id = l.resident_id
     JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id
     WHERE l.community_id = $1 AND l.until_date IS NULL AND r.erased_at IS NULL
       AND ($2::text[] IS NULL OR h.grid_id = ANY($2))
     ORDER BY h.compound, length(h.building), h.building, h.unit, length(h.number), h.number, r.id LIMIT $3`,
    [community, grids, limit],
  );
  return rows;
}

export interface ExportCopy {
  readonly id: string;
  readonly export_id: string;
  readonly n: number;
  readonly seed: string;
  readonly at: number;
}

export async function addCopy(
  client: Queryable,
  community: string,
  copy: ExportCopy,
  residents: readonly string[],
): Promise<void> {
  await client.query(
    `INSERT INTO registry_export_copy (community_id, id, export_id, n, seed, residents, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [community, copy.id, copy.export_id, copy.n, copy.seed, residents.length, copy.at],
  );
  await client.query(
    `INSERT INTO registry_export_resident (community_id, copy_id, resident_id)
     SELECT $1, $2, k.id FROM unnest($3::uuid[]) AS k(id)`,
    [community, copy.id, residents],
  );
}

export async function readCopies(client: Queryable, community: string): Promise<readonly ExportCopy[]> {
  const { rows } = await client.query<ExportCopy>(
    'SELECT id, export_id, n, seed, at FROM registry_export_copy WHERE community_id = $1 ORDER BY at DESC',
    [community],
  );
  return rows;
}

export async function readCopied(
  client: Queryable,
  community: string,
  copy: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ id: string }>(
    'SELECT resident_id AS id FROM registry_export_resident WHERE community_id = $1 AND copy_id = $2',
    [community, copy],
  );
  return new Set(rows.map(({ id }) => id));
}

export type ExportLook = Pick<ExportRow, 'id' | 'purpose_sealed' | 'asked_post' | 'asked_organ'> & {
  readonly at: number;
};

/** Copies in which a resident stands. */
export async function readExportLooks(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly ExportLook[]> {
  const { rows } = await client.query<ExportLook>(
    `SELECT e.id, e.purpose_sealed, e.asked_post, e.asked_organ, c.at
     FROM registry_export_resident k
     JOIN registry_export_copy c ON c.community_id = k.community_id AND c.id = k.copy_id
     JOIN registry_export e ON e.community_id = c.community_id AND e.id = c.export_id
     WHERE k.community_id = $1 AND k.resident_id = $2 ORDER BY c.at DESC LIMIT 100`,
    [community, resident],
  );
  return rows;
}
