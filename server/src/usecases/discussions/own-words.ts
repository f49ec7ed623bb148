import { randomUUID } from 'node:crypto';
import type { PersonId } from '@liren/core/basics/ids.ts';
import type { Vote } from '@liren/core/opinion/types.ts';
import { discussionKeys } from '../../store/discussions/discussions.ts';
import { eraseVoter, openWords, readStatements } from '../../store/discussions/statements.ts';
import { readOwnVotes } from '../../store/discussions/votes.ts';
import type { Queryable } from '../../store/write-record.ts';
import type { Shell } from '../shell.ts';
import { voterHandle } from './discuss-step.ts';

/** What somebody wrote and voted in every discussion; of a closed one nobody knows how they voted. */
export async function ownWords(shell: Shell, person: PersonId) {
  const { pool, sealer } = shell;
  const all = [];
  for (const { community_id, id, matter_id } of await discussionKeys(pool)) {
    const me = voterHandle(shell, id, person);
    const wrote = (await readStatements(pool, community_id, id)).filter(({ handle }) => handle === me);
    const votes: ReadonlyMap<number, Vote> = await readOwnVotes(pool, community_id, id, me);
    if (wrote.length === 0 && votes.size === 0) continue;
    all.push({
      community: community_id,
      matter: matter_id,
      statements: wrote.map(({ n, words_sealed, status }) => ({
        n,
        text: openWords(sealer, id, n, 'words_sealed', words_sealed) ?? '',
        status,
      })),
      votes: [...votes].map(([n, vote]) => ({ n, vote })),
    });
  }
  return all;
}

/** Words are erased; votes stay, and are nobody's any more. Returns how many values are gone. */
export async function eraseOwnWords(shell: Shell, client: Queryable, person: PersonId): Promise<number> {
  let erased = 0;
  for (const { community_id, id } of await discussionKeys(client))
    erased += await eraseVoter(
      client,
      community_id,
      id,
      voterHandle(shell, id, person),
      `gone-${randomUUID()}`,
    );
  return erased;
}
