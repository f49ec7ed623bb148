import type { Json } from '@liren/core/basics/json.ts';
import type { Queryable } from '../write-record.ts';

export interface DiscussionRow {
  readonly community_id: string;
  readonly id: string;
  readonly matter_id: string;
  readonly step: string;
  readonly n: number;
  readonly statements: number;
  readonly changes: number;
  readonly closed_at: number | null;
  readonly attended: number;
  readonly attendance: Json | null;
}
const columns = 'community_id, id, matter_id, step, n, statements, changes, closed_at, attended, attendance';

export async function findDiscussion(
  client: Queryable,
  community: string,
  id: string,
): Promise<DiscussionRow | undefined> {
  const { rows } = await client.query<DiscussionRow>({
    name: 'discussion',
    text: `SELECT ${columns} FROM discussion WHERE community_id = $1 AND id = $2::uuid`,
    values: [community, id],
  });
  return rows[0];
}

/** Begins with the first who says something. */
export async function ensureDiscussion(
  client: Queryable,
  row: Pick<DiscussionRow, 'community_id' | 'id' | 'matter_id' | 'step' | 'n'>,
): Promise<void> {
  await client.query({
    name: 'ensure-discussion',
    text: `INSERT INTO discussion (community_id, id, matter_id, step, n) VALUES ($1, $2::uuid, $3::uuid, $4, $5)
       ON CONFLICT DO NOTHING`,
    values: [row.community_id, row.id, row.matter_id, row.step, row.n],
  });
}

/** Nobody writes or votes in it until this transaction is over. */
export async function holdDiscussion(
  client: Queryable,
  community: string,
  id: string,
): Promise<DiscussionRow | undefined> {
  const { rows } = await client.query<DiscussionRow>(
    `SELECT ${columns} FROM discussion WHERE community_id = $1 AND id = $2::uuid FOR UPDATE`,
    [community, id],
  );
  return rows[0];
}

export async function closeDiscussion(
  client: Queryable,
  community: string,
  id: string,
  at: number,
): Promise<void> {
  await client.query(
    'UPDATE discussion SET closed_at = $3 WHERE community_id = $1 AND id = $2::uuid AND closed_at IS NULL',
    [community, id, at],
  );
}

export async function addPart(
  client: Queryable,
  community: string,
  id: string,
  resident: string,
): Promise<void> {
  await client.query({
    name: 'discussion-part',
    text: `INSERT INTO discussion_part (community_id, discussion_id, resident_id) VALUES ($1, $2::uuid, $3::uuid)
       ON CONFLICT DO NOTHING`,
    values: [community, id, resident],
  });
}
export async function readParts(
  client: Queryable,
  community: string,
  id: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ resident_id: string }>(
    'SELECT resident_id FROM discussion_part WHERE community_id = $1 AND discussion_id = $2::uuid',
    [community, id],
  );
  return rows.map(({ resident_id }) => resident_id);
}

export async function keepAttendance(
  client: Queryable,
  community: string,
  id: string,
  attended: number,
  told: Json,
): Promise<void> {
  await client.query(
    `UPDATE discussion SET attended = $3, attendance = $4
     WHERE community_id = $1 AND id = $2::uuid AND attended < $3`,
    [community, id, attended, JSON.stringify(told)],
  );
}

export interface OpenDiscussion {
  readonly community_id: string;
  readonly id: string;
}
/** Open matters that stand in one of these steps, the newest first. */
export async function openMattersOf(
  client: Queryable,
  communities: readonly string[],
  steps: readonly { readonly procedure: string; readonly step: string }[],
): Promise<readonly OpenDiscussion[]> {
  const { rows } = await client.query<OpenDiscussion>(
    `SELECT m.community_id, m.id FROM matter m
     WHERE m.community_id = ANY($1) AND m.status = 'open'
       AND (m.procedure, m.step) IN (SELECT * FROM unnest($2::text[], $3::text[]))
     ORDER BY m.opened_at DESC, m.id LIMIT 50`,
    [communities, steps.map(({ procedure }) => procedure), steps.map(({ step }) => step)],
  );
  return rows;
}

export async function discussionKeys(
  client: Queryable,
): Promise<readonly Pick<DiscussionRow, 'community_id' | 'id' | 'matter_id'>[]> {
  const { rows } = await client.query<DiscussionRow>('SELECT community_id, id, matter_id FROM discussion');
  return rows;
}
