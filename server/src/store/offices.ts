import type { CivilDate, PersonId } from '@liren/core/basics/ids.ts';
import type { Queryable } from './write-record.ts';

export interface Term {
  readonly post: string;
  readonly organ: string;
  readonly from: CivilDate;
  readonly until: CivilDate;
}
export interface ElectedRow extends Term {
  readonly community: string;
  readonly matter: string;
  readonly candidate: string;
  readonly person: PersonId | undefined;
}

export async function addElected(client: Queryable, row: ElectedRow): Promise<void> {
  await client.query(
    `INSERT INTO elected (community_id, matter_id, candidate, post, organ_id, from_date, until_date, person_id)
     VALUES ($1, $2::uuid, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (community_id, matter_id, candidate) DO UPDATE SET person_id = excluded.person_id`,
    [row.community, row.matter, row.candidate, row.post, row.organ, row.from, row.until, row.person ?? null],
  );
}

/** Whoever holds the post holds it no more from this day; who took it on that very day never held it. */
export async function endPosts(
  client: Queryable,
  { post, organ, from }: Pick<Term, 'post' | 'organ' | 'from'>,
  people?: readonly string[],
): Promise<void> {
  const who = `post = $1 AND organ_id = $2 AND ($4::uuid[] IS NULL OR person_id = ANY($4::uuid[]))`;
  const values = [post, organ, from, people ?? null];
  await client.query(`DELETE FROM post WHERE ${who} AND from_date = $3::date`, values);
  await client.query(
    `UPDATE post SET until_date = $3::date - 1
     WHERE ${who} AND from_date < $3::date AND (until_date IS NULL OR until_date >= $3::date)`,
    values,
  );
}
