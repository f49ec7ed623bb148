import { type CivilDate, organId, type PersonId } from '@liren/core/basics/ids.ts';
import type { Post } from '@liren/core/engine/types.ts';
import type { Queryable } from './write-record.ts';

/** The seats that a person holds on the day, in a fixed order. */
export async function readPosts(
  client: Queryable,
  person: PersonId,
  on: CivilDate,
): Promise<readonly Post[]> {
  const result = await client.query<{ post: string; organ_id: string }>({
    name: 'posts-of',
    text: `SELECT post, organ_id FROM post
           WHERE person_id = $1 AND from_date <= $2::date AND (until_date IS NULL OR until_date >= $2::date)
           ORDER BY post, organ_id`,
    values: [person, on],
  });
  return result.rows.map((row) => ({ post: row.post, organ: organId(row.organ_id) }));
}

/** Posts change seldom and are asked for at every request: remembered for this long. */
const rememberMilliseconds = 2_000;

/** `readPosts` with a short memory; a change of posts takes hold within two seconds on every server. */
export function rememberingPosts(client: Queryable, now: () => number, today: () => CivilDate) {
  const known = new Map<PersonId, { readonly from: number; readonly posts: Promise<readonly Post[]> }>();
  return (person: PersonId): Promise<readonly Post[]> => {
    const found = known.get(person);
    const age = found === undefined ? -1 : now() - found.from;
    // A clock that was set back must not make the memory last.
    if (found !== undefined && age >= 0 && age < rememberMilliseconds) return found.posts;
    if (known.size > 10_000) known.clear();
    const posts = readPosts(client, person, today());
    known.set(person, { from: now(), posts });
    posts.catch(() => known.delete(person));
    return posts;
  };
}

/** Who holds this post on the day in any of these organs: the organs of each, by person. */
export async function readHolders(
  client: Queryable,
  post: string,
  organs: readonly string[],
  on: CivilDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await client.query<{ person_id: string; organs: string[] }>(
    `SELECT person_id, array_agg(organ_id ORDER BY organ_id) AS organs FROM post
     WHERE post = $1 AND organ_id = ANY($2::text[]) AND from_date <= $3::date
       AND (until_date IS NULL OR until_date >= $3::date)
     GROUP BY person_id ORDER BY person_id`,
    [post, organs, on],
  );
  return new Map(rows.map((row) => [row.person_id, row.organs]));
}
