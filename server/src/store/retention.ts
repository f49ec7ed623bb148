import type { RetentionRule } from '@liren/core/law/retention.ts';
import type { Queryable } from './write-record.ts';

/** Matters of a community that ended before, with nothing open beside them and nobody asking for them. */
const settled = `m.community_id = $1 AND m.status = 'ended' AND m.ended_at < $2
  AND NOT EXISTS (SELECT FROM retention_hold h WHERE h.community_id = m.community_id AND h.matter_id = m.id)
  AND NOT EXISTS (SELECT FROM matter o WHERE o.community_id = m.community_id AND o.status = 'open'
    AND (o.id = m.parent_id OR o.parent_id = m.id))`;
/** What somebody in office said to everybody is an act of the office, and stays. */
const official = `(s.audience = 'public' AND s.seq > 1 AND e.actor ? 'post')`;

/** Statements of a rule that concerns one community: $1 the community, $2 before when. Each says what it takes away. */
const communityRules: Readonly<Partial<Record<RetentionRule, readonly string[]>>> = {
  // The opening's own words wait for the longer term: the search index is made of them.
  matterContacts: [
    `DELETE FROM sealed s USING matter m WHERE s.community_id = m.community_id AND s.matter_id = m.id AND ${settled}
       AND s.audience <> 'public' AND NOT (s.seq = 1 AND s.name IN ('title', 'text', 'location'))`,
  ],
  matterWords: [
    `DELETE FROM sealed s USING matter m, event e WHERE s.community_id = m.community_id AND s.matter_id = m.id
       AND e.community_id = s.community_id AND e.matter_id = s.matter_id AND e.seq = s.seq AND ${settled} AND NOT ${official}`,
    `DELETE FROM matter_words w USING matter m WHERE w.community_id = m.community_id AND w.matter_id = m.id AND ${settled}`,
    `UPDATE matter m SET lat = NULL, long = NULL WHERE ${settled} AND m.lat IS NOT NULL`,
    `DELETE FROM participant p USING matter m WHERE p.community_id = m.community_id AND p.matter_id = m.id AND ${settled}
       AND p.role <> 'staff'`,
  ],
  messages: [
    'DELETE FROM message WHERE community_id = $1 AND at < $2',
    'DELETE FROM outbox WHERE community_id = $1 AND at < $2 AND next_at IS NULL',
  ],
  fieldWords: [
    `UPDATE home_risk_change SET reason_sealed = '' WHERE community_id = $1 AND at < $2 AND reason_sealed <> ''`,
    'UPDATE field_entry SET words_sealed = NULL WHERE community_id = $1 AND at < $2 AND words_sealed IS NOT NULL',
    `UPDATE duty_reason SET words_sealed = NULL, answer_sealed = NULL WHERE community_id = $1 AND at < $2
       AND (words_sealed IS NOT NULL OR answer_sealed IS NOT NULL) AND (answered_at IS NOT NULL OR withdrawn_at IS NOT NULL)`,
  ],
  registryHistory: [
    `UPDATE registry_change SET former_sealed = NULL, reason_sealed = NULL WHERE community_id = $1 AND at < $2
       AND (former_sealed IS NOT NULL OR reason_sealed IS NOT NULL)`,
    `UPDATE registry_request SET value_sealed = NULL, answer_sealed = NULL WHERE community_id = $1 AND answered_at < $2
       AND (value_sealed IS NOT NULL OR answer_sealed IS NOT NULL)`,
  ],
  looks: [
    'DELETE FROM look WHERE community_id = $1 AND at < $2',
    'DELETE FROM registry_look WHERE community_id = $1 AND at < $2',
    'DELETE FROM organisation_look WHERE community_id = $1 AND at < $2',
    'DELETE FROM field_day_taken WHERE community_id = $1 AND at < $2',
    'DELETE FROM registry_export_copy WHERE community_id = $1 AND at < $2',
    `DELETE FROM registry_export e WHERE community_id = $1 AND asked_at < $2 AND NOT EXISTS
       (SELECT FROM registry_export_copy c WHERE c.community_id = e.community_id AND c.export_id = e.id)`,
  ],
};

/** Takes away what a rule says of one community, all at once; how many values and rows went. */
export async function eraseByRule(
  client: Queryable,
  rule: RetentionRule,
  community: string,
  before: number,
): Promise<number> {
  let erased = 0;
  for (const statement of communityRules[rule] ?? [])
    erased += (await client.query(statement, [community, before])).rowCount ?? 0;
  return erased;
}

/** Photos of settled matters: their bytes lie outside the database, and go one by one. */
export async function findExpiredPhotos(
  client: Queryable,
  community: string,
  before: number,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT f.id FROM file f JOIN matter m ON m.community_id = f.community_id AND m.id = f.matter_id WHERE ${settled}`,
    [community, before],
  );
  return rows.map(({ id }) => id);
}

export async function eraseTrail(client: Queryable, before: number): Promise<number> {
  return (await client.query('DELETE FROM sign_in_trail WHERE at < $1', [before])).rowCount ?? 0;
}

export interface RetentionAct {
  readonly rule: string;
  readonly months: number;
  readonly erased: number;
  readonly at: number;
}

export async function noteRetention(client: Queryable, id: string, act: RetentionAct): Promise<void> {
  await client.query('INSERT INTO retention_act (id, rule, months, erased, at) VALUES ($1, $2, $3, $4, $5)', [
    id,
    act.rule,
    act.months,
    act.erased,
    act.at,
  ]);
}

/** What was erased by rule, the last first. */
export async function readRetention(client: Queryable, limit: number): Promise<readonly RetentionAct[]> {
  const { rows } = await client.query<RetentionAct>(
    'SELECT rule, months, erased, at FROM retention_act ORDER BY at DESC, id LIMIT $1',
    [limit],
  );
  return rows;
}
