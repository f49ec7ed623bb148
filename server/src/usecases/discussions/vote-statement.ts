import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Vote } from '@liren/core/opinion/types.ts';
import { addPart } from '../../store/discussions/discussions.ts';
import { findStatement } from '../../store/discussions/statements.ts';
import { putVote } from '../../store/discussions/votes.ts';
import { findOwnRecords } from '../own-registry.ts';
import { voterHandle } from './discuss-step.ts';
import { type Person, type TalkDeps, type TalkKey, type TalkRefusal, talkToSpeakIn } from './find-talk.ts';

/** 同意、不同意、说不好: one vote on a statement; the last one counts. */
export async function voteStatement(
  deps: TalkDeps,
  asker: Person,
  wish: TalkKey & { readonly n: number; readonly vote: Vote },
): Promise<Result<undefined, TalkRefusal>> {
  const { community, n, vote } = wish;
  const found = await talkToSpeakIn(deps, asker, wish);
  if (!found.ok) return found;
  const { step, asked } = found.value;
  if (!asked) return err('not-asked');
  const { shell } = deps;
  const statement = await findStatement(shell.pool, community, step.id, n);
  if (statement?.status !== 'shown') return err('not-shown');
  const handle = voterHandle(shell, step.id, asker.person);
  const isOpen = await putVote(shell.pool, { community, discussion: step.id, handle, statement: n, vote });
  if (!isOpen) return err('talk-over');
  const { residents } = await findOwnRecords(deps, asker);
  for (const { community_id, id } of residents)
    if (community_id === community) await addPart(shell.pool, community, step.id, id);
  return ok(undefined);
}
