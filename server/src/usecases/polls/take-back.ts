import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type MarkRefusal, revoke } from '@liren/core/voting/mark.ts';
import { readMarks, takeMark } from '../../store/polls/box.ts';
import type { Asker } from '../actor.ts';
import { markOf } from './cast-ballot.ts';
import { findSeenPoll } from './find-poll.ts';
import { findOwnEntries, type VoterDeps, voterOf } from './own-entries.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** 反悔: the voter, or the desk for them, takes an assisted vote back while that may be. */
export async function takeBack(
  deps: VoterDeps,
  asker: Person,
  wish: { readonly community: string; readonly matter: string; readonly entry: string },
): Promise<Result<undefined, 'not-found' | 'not-yours' | MarkRefusal>> {
  const { pool } = deps.shell;
  const found = await findSeenPoll(deps, asker, wish);
  if (found?.step.config === undefined) return err('not-found');
  const { poll, keeper, step } = found;
  const { keys } = await voterOf(deps, asker, wish.community);
  const own = await findOwnEntries(pool, wish.community, poll.id, { keys, holder: undefined });
  if (!keeper && own.every(({ id }) => id !== wish.entry)) return err('not-yours');
  const at = deps.shell.now();
  const rule = {
    opensAt: poll.opens_at ?? 0,
    closesAt: poll.closes_at ?? 0,
    channels: step.config?.channels ?? [],
    revocableMilliseconds: 0,
  };
  const held = (await readMarks(pool, wish.community, poll.id, [wish.entry])).get(wish.entry);
  const decided = revoke(rule, markOf(held), at);
  if (!decided.ok) return decided;
  return (await takeMark(pool, wish.community, poll.id, wish.entry, at))
    ? ok(undefined)
    : err('not-revocable');
}
