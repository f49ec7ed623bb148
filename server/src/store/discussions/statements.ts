import type { Moderated, RemovalReason } from '@liren/core/opinion/moderation.ts';
import type { SealedPlace, Sealer } from '../../adapters/crypto/sealer.ts';
import type { Queryable } from '../write-record.ts';

export interface StatementRow {
  readonly n: number;
  readonly handle: string;
  readonly words_sealed: string | null;
  readonly written_at: number;
  readonly status: Moderated['status'];
  readonly reason: RemovalReason | null;
  readonly decided_by: string | null;
  readonly decided_at: number | null;
  readonly appealed_at: number | null;
  readonly appeal_sealed: string | null;
  readonly upheld: boolean | null;
  readonly appeal_decided_at: number | null;
}
const columns = `n, handle, words_sealed, written_at, status, reason, decided_by, decided_at, appealed_at, appeal_sealed,
  upheld, appeal_decided_at`;

export const wordsPlace = (
  discussion: string,
  n: number,
  column: 'words_sealed' | 'appeal_sealed',
): SealedPlace => ({ table: 'statement', row: `${discussion}/${n}`, column });

/** Undefined where the writer had it erased. */
export function openWords(
  sealer: Sealer,
  discussion: string,
  n: number,
  column: 'words_sealed' | 'appeal_sealed',
  sealed: string | null,
): string | undefined {
  if (sealed === null) return undefined;
  const opened = sealer.open(wordsPlace(discussion, n, column), sealed);
  if (!opened.ok) throw new Error(`statement ${n} of ${discussion} does not open: ${opened.error}`);
  return opened.value;
}

export const moderatedOf = (row: StatementRow): Moderated => ({
  status: row.status,
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.decided_by !== null && { decidedBy: row.decided_by }),
  ...(row.appealed_at !== null && { appeal: row.upheld === null ? {} : { upheld: row.upheld } }),
});

/** All statements of a discussion, in the order in which they were written. */
export async function readStatements(
  client: Queryable,
  community: string,
  discussion: string,
): Promise<readonly StatementRow[]> {
  const { rows } = await client.query<StatementRow>({
    name: 'statements',
    text: `SELECT ${columns} FROM statement WHERE community_id = $1 AND discussion_id = $2::uuid ORDER BY n`,
    values: [community, discussion],
  });
  return rows;
}

/** @param hold others wait until this transaction is over */
export async function findStatement(
  client: Queryable,
  community: string,
  discussion: string,
  n: number,
  hold = false,
): Promise<StatementRow | undefined> {
  const { rows } = await client.query<StatementRow>(
    `SELECT ${columns} FROM statement WHERE community_id = $1 AND discussion_id = $2::uuid AND n = $3
     ${hold ? 'FOR UPDATE' : ''}`,
    [community, discussion, n],
  );
  return rows[0];
}

interface NewStatement {
  readonly community: string;
  readonly discussion: string;
  readonly handle: string;
  readonly status: 'waiting' | 'shown';
  readonly at: number;
  readonly seal: (n: number) => string;
  /** No more than so many of one writer, and of all. */
  readonly most: { readonly own: number; readonly all: number };
}
/** The number of the new statement, or why there is none. Must be inside a transaction. */
export async function addStatement(
  client: Queryable,
  { community, discussion, handle, status, at, seal, most }: NewStatement,
): Promise<number | 'closed' | 'too-many'> {
  const { rows } = await client.query<{ statements: number }>(
    `UPDATE discussion SET statements = statements + 1
     WHERE community_id = $1 AND id = $2::uuid AND closed_at IS NULL RETURNING statements`,
    [community, discussion],
  );
  const n = rows[0]?.statements;
  if (n === undefined) return 'closed';
  const own = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM statement
     WHERE community_id = $1 AND discussion_id = $2::uuid AND handle = $3`,
    [community, discussion, handle],
  );
  if (n > most.all || (own.rows[0]?.count ?? 0) >= most.own) return 'too-many';
  await client.query(
    `INSERT INTO statement (community_id, discussion_id, n, handle, words_sealed, written_at, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [community, discussion, n, handle, seal(n), at, status],
  );
  return n;
}

export async function setDecision(
  client: Queryable,
  { community, discussion, n }: { community: string; discussion: string; n: number },
  { status, reason }: Moderated,
  { person, at }: { readonly person: string; readonly at: number },
): Promise<void> {
  await client.query(
    `UPDATE statement SET status = $4, reason = $5, decided_by = $6::uuid, decided_at = $7
     WHERE community_id = $1 AND discussion_id = $2::uuid AND n = $3`,
    [community, discussion, n, status, reason ?? null, person, at],
  );
}

export async function setAppeal(
  client: Queryable,
  { community, discussion, n }: { community: string; discussion: string; n: number },
  sealed: string,
  at: number,
): Promise<void> {
  await client.query(
    `UPDATE statement SET appealed_at = $4, appeal_sealed = $5
     WHERE community_id = $1 AND discussion_id = $2::uuid AND n = $3`,
    [community, discussion, n, at, sealed],
  );
}

export async function setAppealDecision(
  client: Queryable,
  { community, discussion, n }: { community: string; discussion: string; n: number },
  upheld: boolean,
  { person, at }: { readonly person: string; readonly at: number },
): Promise<void> {
  await client.query(
    `UPDATE statement SET upheld = $4, status = $5, appeal_decided_by = $6::uuid, appeal_decided_at = $7
     WHERE community_id = $1 AND discussion_id = $2::uuid AND n = $3`,
    [community, discussion, n, upheld, upheld ? 'removed' : 'shown', person, at],
  );
}

/** The words of one writer are gone; their votes become those of `nobody`. Returns how many values are gone. */
export async function eraseVoter(
  client: Queryable,
  community: string,
  discussion: string,
  handle: string,
  nobody: string,
): Promise<number> {
  const of = [community, discussion, handle, nobody];
  const words = await client.query(
    `UPDATE statement SET words_sealed = NULL, appeal_sealed = NULL, handle = $4
     WHERE community_id = $1 AND discussion_id = $2::uuid AND handle = $3`,
    of,
  );
  await client.query(
    `UPDATE statement_vote SET handle = $4 WHERE community_id = $1 AND discussion_id = $2::uuid AND handle = $3`,
    of,
  );
  return words.rowCount ?? 0;
}
