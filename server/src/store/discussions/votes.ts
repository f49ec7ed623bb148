import type { CastVote, Vote } from '@liren/core/opinion/types.ts';
import { columnsOf } from '../registry.ts';
import type { Queryable } from '../write-record.ts';

/**
 * One vote of one person on one statement, in place of an earlier one. Numbers are given out by the discussion's own row,
 * so that they follow one another without a gap that is filled later: whoever has read up to a number has read all below it.
 * False where the discussion is closed.
 */
export async function putVote(
  client: Queryable,
  {
    community,
    discussion,
    handle,
    statement,
    vote,
  }: { community: string; discussion: string; handle: string; statement: number; vote: Vote },
): Promise<boolean> {
  const { rows } = await client.query<{ open: number; kept: number }>({
    name: 'statement-vote',
    text: `WITH d AS (
         UPDATE discussion SET changes = changes + 1
         WHERE community_id = $1 AND id = $2::uuid AND closed_at IS NULL RETURNING community_id, id, changes
       ), v AS (
         INSERT INTO statement_vote (community_id, discussion_id, handle, statement_n, vote, first_no, no)
         SELECT d.community_id, d.id, $3, $4::int, $5::smallint, d.changes, d.changes FROM d
         ON CONFLICT (community_id, discussion_id, handle, statement_n)
           DO UPDATE SET vote = excluded.vote, no = excluded.no
         RETURNING 1
       ) SELECT (SELECT count(*)::int FROM d) AS open, (SELECT count(*)::int FROM v) AS kept`,
    values: [community, discussion, handle, statement, vote],
  });
  return rows[0]?.open === 1;
}

interface VoteRow {
  readonly handle: string;
  readonly statement_n: number;
  readonly vote: Vote;
  readonly first_no: number;
}
const castOf = ({ handle, statement_n, vote, first_no }: VoteRow): CastVote => ({
  voter: handle,
  statement: String(statement_n),
  vote,
  at: first_no,
});

/** Votes cast or changed after the number `after`, in the order of their first answers. */
export async function readVotes(
  client: Queryable,
  community: string,
  discussion: string,
  after: number,
): Promise<readonly CastVote[]> {
  const { rows } = await client.query<VoteRow>(
    `SELECT handle, statement_n, vote, first_no FROM statement_vote
     WHERE community_id = $1 AND discussion_id = $2::uuid AND no > $3 ORDER BY first_no`,
    [community, discussion, after],
  );
  return rows.map(castOf);
}

/** What one person said to which statements. */
export async function readOwnVotes(
  client: Queryable,
  community: string,
  discussion: string,
  handle: string,
): Promise<ReadonlyMap<number, Vote>> {
  const { rows } = await client.query<{ statement_n: number; vote: Vote }>({
    name: 'own-statement-votes',
    text: `SELECT statement_n, vote FROM statement_vote
       WHERE community_id = $1 AND discussion_id = $2::uuid AND handle = $3`,
    values: [community, discussion, handle],
  });
  return new Map(rows.map((row) => [row.statement_n, row.vote]));
}

/** From now on nobody can tell whose votes these were. */
export async function renameVoters(
  client: Queryable,
  community: string,
  discussion: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = [...names].map(([before, after]) => ({ before, after }));
  await client.query(
    `UPDATE statement_vote v SET handle = k.after FROM unnest($3::text[], $4::text[]) AS k(before, after)
     WHERE v.community_id = $1 AND v.discussion_id = $2::uuid AND v.handle = k.before`,
    [community, discussion, ...columnsOf(rows, ['before', 'after'])],
  );
}
