import type { Queryable } from '../write-record.ts';

export interface AuthorityRow {
  readonly entry: string;
  /** The mark of the holder's telephone. */
  readonly holder: string;
  readonly sealed: string;
  readonly at: number;
  readonly person: string;
}

/**
 * In place of an earlier one for the same line. False where the holder would have more than `most`: only within a
 * transaction that holds the poll (`holdPoll`) do two at once not both find room.
 */
export async function giveAuthority(
  client: Queryable,
  community: string,
  poll: string,
  { entry, holder, sealed, at, person }: AuthorityRow,
  most: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO authority (community_id, poll_id, entry_id, holder_mark, holder_sealed, given_at, person_id)
     SELECT $1, $2::uuid, $3::uuid, $4, $5, $6, $7::uuid WHERE (
       SELECT count(*) FROM authority
       WHERE community_id = $1 AND poll_id = $2::uuid AND holder_mark = $4 AND entry_id <> $3::uuid) < $8
     ON CONFLICT (community_id, poll_id, entry_id) DO UPDATE
       SET holder_mark = excluded.holder_mark, holder_sealed = excluded.holder_sealed,
         given_at = excluded.given_at, person_id = excluded.person_id`,
    [community, poll, entry, holder, sealed, at, person, most],
  );
  return rowCount === 1;
}

/** False where none was given, or it has been used. */
export async function endAuthority(
  client: Queryable,
  community: string,
  poll: string,
  entry: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `DELETE FROM authority a WHERE a.community_id = $1 AND a.poll_id = $2::uuid AND a.entry_id = $3::uuid
       AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.community_id = $1 AND m.poll_id = $2::uuid
         AND m.entry_id = a.entry_id AND m.channel = 'proxy')`,
    [community, poll, entry],
  );
  return rowCount === 1;
}
