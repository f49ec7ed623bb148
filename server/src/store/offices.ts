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

export interface Waiting extends Term {
  readonly community: string;
  readonly matter: string;
  readonly candidate: string;
  readonly name: string;
  readonly person: string | null;
}

/** Elected people of these communities whose term runs and who have no account for work, the newest first. */
export async function readWaiting(
  client: Queryable,
  communities: readonly string[],
  on: CivilDate,
  one?: { readonly matter: string; readonly candidate: string },
): Promise<readonly Waiting[]> {
  const { rows } = await client.query<Waiting>(
    `SELECT l.community_id AS community, l.matter_id AS matter, l.candidate, l.post, l.organ_id AS organ,
       to_char(l.from_date, 'YYYY-MM-DD') AS "from", to_char(l.until_date, 'YYYY-MM-DD') AS until, l.person_id AS person,
       (SELECT each->>'title' FROM event e, jsonb_array_elements(e.data->'people') each
        WHERE e.community_id = l.community_id AND e.matter_id = l.matter_id AND e.type = 'offices-taken'
          AND each->>'id' = l.candidate ORDER BY e.seq DESC LIMIT 1) AS name
     FROM elected l
     WHERE l.community_id = ANY($1::text[]) AND l.until_date >= $2::date
       AND ($3::uuid IS NULL OR (l.matter_id = $3::uuid AND l.candidate = $4))
     ORDER BY l.from_date DESC, l.matter_id, l.candidate LIMIT 200`,
    [communities, on, one?.matter ?? null, one?.candidate ?? null],
  );
  return rows;
}
