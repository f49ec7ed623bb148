import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { ensureDiscussion } from '../../store/discussions/discussions.ts';
import { addStatement, wordsPlace } from '../../store/discussions/statements.ts';
import { keptWhere } from '../transact.ts';
import { voterHandle } from './discuss-step.ts';
import { type Person, type TalkDeps, type TalkKey, type TalkRefusal, talkToSpeakIn } from './find-talk.ts';

/** Whoever holds the discussion sets out what it is about, and may write more. */
const most = { own: 5, keeper: 30, all: 800 };

export interface Added {
  readonly n: number;
  /** What the holder writes is shown at once; what others write waits for a look. */
  readonly status: 'waiting' | 'shown';
}

/** 说一条: a short statement in one's own words, for others to agree with or not. */
export async function writeStatement(
  deps: TalkDeps,
  asker: Person,
  key: TalkKey & { readonly text: string },
): Promise<Result<Added, TalkRefusal>> {
  const found = await talkToSpeakIn(deps, asker, key);
  if (!found.ok) return found;
  const words = key.text.replace(/\s+/gu, ' ').trim();
  if (words === '') return err('no-words');
  const { step, keeper } = found.value;
  const { community, matter } = key;
  const { shell } = deps;
  const status = keeper ? 'shown' : 'waiting';
  const n = await keptWhere(shell.pool, async (client) => {
    await ensureDiscussion(client, { community_id: community, matter_id: matter, ...step });
    const answer = await addStatement(client, {
      community,
      discussion: step.id,
      handle: voterHandle(shell, step.id, asker.person),
      status,
      at: shell.now(),
      seal: (number) => shell.sealer.seal(wordsPlace(step.id, number, 'words_sealed'), words),
      most: { own: keeper ? most.keeper : most.own, all: most.all },
    });
    return { keep: typeof answer === 'number', answer };
  });
  if (n === 'closed') return err('talk-over');
  return n === 'too-many' ? err(n) : ok({ n, status });
}
