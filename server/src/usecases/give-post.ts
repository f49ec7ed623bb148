import { type CivilDate, type PersonId, personId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { givePost, type PeopleDeps } from '../signin/people.ts';
import type { FullDirectory } from '../store/directory.ts';
import { charterOf } from './scope.ts';

export interface PostRequest {
  readonly loginName: string;
  readonly post: string;
  readonly organ: string;
  readonly from: CivilDate;
  /** The last day in office. */
  readonly until?: CivilDate;
}
export type PostRefusal =
  | { readonly code: 'unknown-person' }
  | { readonly code: 'unknown-organ' }
  /** The charter seats this post elsewhere; `posts` are those that it seats in this organ. */
  | { readonly code: 'post-not-here'; readonly posts: readonly string[] }
  | { readonly code: 'ends-before-it-begins' };

/** The staff member with this sign-in name. */
export async function findStaff(people: PeopleDeps, loginName: string): Promise<PersonId | undefined> {
  const { rows } = await people.pool.query<{ id: string }>('SELECT id FROM auth_user WHERE username = $1', [
    people.blindIndex.ofLoginName(loginName),
  ]);
  return rows[0] === undefined ? undefined : personId(rows[0].id);
}

/** Posts that the organ's charter seats in it, by id. */
export function postsIn(directory: FullDirectory, organ: string): readonly { id: string; title: string }[] {
  const found = directory.findOrgan(organ);
  const charter = found && charterOf(directory, { post: '', organ: found.id });
  return Object.entries(charter?.posts ?? {})
    .filter(([, post]) => found !== undefined && post.in.includes(found.kind))
    .map(([id, { title }]) => ({ id, title }));
}

/** Seats somebody from a day on; the same seat from the same day again only changes its last day. */
export async function giveStaffPost(
  people: PeopleDeps,
  directory: FullDirectory,
  { loginName, post, organ, from, until }: PostRequest,
): Promise<Result<PersonId, PostRefusal>> {
  const person = await findStaff(people, loginName);
  if (person === undefined) return err({ code: 'unknown-person' });
  if (directory.findOrgan(organ) === undefined) return err({ code: 'unknown-organ' });
  const posts = postsIn(directory, organ).map(({ id }) => id);
  if (!posts.includes(post)) return err({ code: 'post-not-here', posts });
  if (until !== undefined && until < from) return err({ code: 'ends-before-it-begins' });
  await givePost(people.pool, { person, post, organ, from, ...(until !== undefined && { until }) });
  return ok(person);
}
