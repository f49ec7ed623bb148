import type { Queryable } from './write-record.ts';

/** One time that somebody saw personal data, or took it along. */
export interface SeenRow {
  /** Of the look itself. */
  readonly id: string;
  readonly at: number;
  readonly person_id: string;
  /** '' where only the person is known: what went onto a phone. */
  readonly post: string;
  readonly organ_id: string;
  /** A field of a resident or of an organisation’s contact, a part of a matter, or `day` for the homes of some grids. */
  readonly what: string;
  readonly kind: 'resident' | 'organisation' | 'matter' | 'phone' | 'export';
  /** Id of the resident, organisation or matter; of the phone; of the export. */
  readonly about: string;
  /** Sealed; '' where none was given. */
  readonly reason: string;
  /** How many residents at once. */
  readonly residents: number;
}

export interface SeenSpan {
  /** Epoch milliseconds: from `since` on, before `until`. */
  readonly since: number;
  readonly until: number;
  /** The last row of the page before. */
  readonly after: Pick<SeenRow, 'at' | 'id'> | undefined;
  readonly limit: number;
}

/** Every look at a community's personal data in a span of time, the first first. */
export async function readSeen(
  client: Queryable,
  community: string,
  { since, until, after, limit }: SeenSpan,
): Promise<readonly SeenRow[]> {
  const { rows } = await client.query<SeenRow>(
    `SELECT * FROM (
       SELECT id, at, person_id, post, organ_id, field AS what, 'resident' AS kind, resident_id AS about, 1 AS residents,
         reason_sealed AS reason FROM registry_look WHERE community_id = $1 AND at >= $2 AND at < $3
       UNION ALL
       SELECT id, at, person_id, post, organ_id, field, 'organisation', organisation_id, 1, reason_sealed
         FROM organisation_look WHERE community_id = $1 AND at >= $2 AND at < $3
       UNION ALL
       SELECT id, at, person_id, post, organ_id, what, 'matter', matter_id, 1, reason
         FROM look WHERE community_id = $1 AND at >= $2 AND at < $3
       UNION ALL
       SELECT id, at, person_id, '', '', 'day', 'phone', device_id, residents, ''
         FROM field_day_taken WHERE community_id = $1 AND at >= $2 AND at < $3
       UNION ALL
       SELECT c.id, c.at, e.asked_by, e.asked_post, e.asked_organ, 'export', 'export', e.id, c.residents, e.purpose_sealed
         FROM registry_export_copy c JOIN registry_export e ON e.community_id = c.community_id AND e.id = c.export_id
         WHERE c.community_id = $1 AND c.at >= $2 AND c.at < $3
     ) AS seen
     WHERE $4::bigint IS NULL OR (at, id) > ($4::bigint, $5::uuid)
     ORDER BY at, id LIMIT $6`,
    [community, since, until, after?.at ?? null, after?.id ?? null, limit],
  );
  return rows;
}
