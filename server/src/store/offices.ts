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

export interface WaitingRow {
  readonly community_id: string;
  readonly matter_id: string;
  readonly candidate: string;
  readonly post: string;
  readonly organ_id: string;
  readonly from_date: CivilDate;
  readonly until_date: CivilDate;
  readonly person_id: PersonId | null;
}
const waitingColumns = `e.community_id, e.matter_id, e.candidate, e.post, e.organ_id, e.from_date::text AS from_date,
  e.until_date::text AS until_date, e.person_id`;
const mostWaiting = 500;
/** Elected for a term that is not over, and not at work: by no account, or by one that the workplace does not let in. */
export async function readWaiting(client: Queryable, on: CivilDate): Promise<readonly WaitingRow[]> {
  const { rows } = await client.query<WaitingRow>(
    `SELECT ${waitingColumns} FROM elected e LEFT JOIN person p ON p.id = e.person_id
     WHERE e.until_date >= $1::date AND (e.person_id IS NULL OR p.kind <> 'staff')
     ORDER BY e.from_date, e.community_id, e.matter_id, e.candidate LIMIT ${mostWaiting}`,
    [on],
  );
  return rows;
}

export async function findElected(
  client: Queryable,
  { community, matter, candidate }: Pick<ElectedRow, 'community' | 'matter' | 'candidate'>,
): Promise<WaitingRow | undefined> {
  const { rows } = await client.query<WaitingRow>(
    `SELECT ${waitingColumns} FROM elected e
     WHERE e.community_id = $1 AND e.matter_id = $2::uuid AND e.candidate = $3`,
    [community, matter, candidate],
  );
  return rows[0];
}

/** False where somebody was quicker. */
export async function setSeated(
  client: Queryable,
  row: Pick<WaitingRow, 'community_id' | 'matter_id' | 'candidate'>,
  { person, by, at }: { readonly person: PersonId; readonly by: PersonId; readonly at: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE elected SET person_id = $4::uuid, seated_by = $5::uuid, seated_at = $6
     WHERE community_id = $1 AND matter_id = $2::uuid AND candidate = $3 AND person_id IS NULL`,
    [row.community_id, row.matter_id, row.candidate, person, by, at],
  );
  return rowCount === 1;
}
