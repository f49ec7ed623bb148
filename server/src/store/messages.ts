import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Keyset, ListRow } from './list-filter.ts';
import type { Queryable } from './write-record.ts';

/** The pseudonyms under which a person takes part, newest matters first; more than these nobody follows. */
export async function readOwnHandles(client: Queryable, person: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ handle: string }>({
    name: 'own-handles',
    text: `SELECT handle FROM participant WHERE person_id = $1 AND role IN ('opener', 'joined') LIMIT 500`,
    values: [person],
  });
  return rows.map((row) => row.handle);
}

export interface MessageRow {
  readonly community_id: string;
  readonly id: string;
  readonly matter_id: string;
  readonly key: string;
  readonly params: JsonObject;
  readonly at: number;
  readonly read_at: number | null;
  readonly matter: ListRow;
}

/** Messages to these audiences with the matter of each, newest first. */
export async function readMessages(
  client: Queryable,
  audiences: readonly string[],
  limit: number,
  after: Keyset | undefined,
): Promise<readonly MessageRow[]> {
  const { rows } = await client.query<MessageRow>(
    `SELECT x.community_id, x.id, x.matter_id, x.key, x.params, x.at, x.read_at,
       to_jsonb(m) - 'state' AS matter
     FROM message x JOIN matter m ON m.community_id = x.community_id AND m.id = x.matter_id
     WHERE x.audience = ANY($1) AND (x.at, x.id) < ($2, $3::uuid)
     ORDER BY x.at DESC, x.id DESC LIMIT $4`,
    [
      audiences,
      after?.at ?? Number.MAX_SAFE_INTEGER,
      after?.id ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff',
      limit,
    ],
  );
  return rows;
}

export async function countUnread(client: Queryable, audiences: readonly string[]): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM message WHERE audience = ANY($1) AND read_at IS NULL LIMIT 100) AS unread`,
    [audiences],
  );
  return Number(rows[0]?.count ?? 0);
}
