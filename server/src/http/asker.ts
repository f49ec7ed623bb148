import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Session } from '../signin/sessions.ts';
import { rememberingPosts } from '../store/posts.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from '../usecases/actor.ts';
import type { Shell } from '../usecases/shell.ts';

/** Who a session is, with the posts of today. Staff who have not passed their second factor are nobody yet. */
export function createAskerFor(
  client: Queryable,
  now: Shell['now'],
): (session: Session | undefined) => Promise<Asker> {
  const postsOf = rememberingPosts(client, now, () => civilDateOf(now()));
  return async (session) => {
    if (session === undefined) return { kind: 'guest' };
    const isStaff = session.kind === 'staff';
    if (isStaff && !session.secondFactor) return { kind: 'guest' };
    return {
      kind: 'person',
      person: session.personId,
      session: session.sessionId,
      posts: isStaff ? await postsOf(session.personId) : [],
    };
  };
}
