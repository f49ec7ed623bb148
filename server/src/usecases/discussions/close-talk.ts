import { randomInt } from 'node:crypto';
import type { Definition, Draft, Facts, Matter } from '@liren/core/engine/types.ts';
import type { ConversationFacts } from '@liren/core/opinion/facts.ts';
import { isWaiting } from '@liren/core/opinion/moderation.ts';
import { votesDigest } from '@liren/core/opinion/published.ts';
import type { CastVote } from '@liren/core/opinion/types.ts';
import {
  closeDiscussion,
  ensureDiscussion,
  findDiscussion,
  holdDiscussion,
} from '../../store/discussions/discussions.ts';
import { moderatedOf, readStatements, type StatementRow } from '../../store/discussions/statements.ts';
import { readVotes, renameVoters } from '../../store/discussions/votes.ts';
import type { Queryable } from '../../store/write-record.ts';
import { MovedOn } from '../settle.ts';
import type { Shell } from '../shell.ts';
import { type DiscussStep, findDiscussStep } from './discuss-step.ts';

/** What closing a discussion goes by, and what is written with it. */
export interface ClosingGround {
  readonly facts: Facts;
  readonly also?: (client: Queryable, drafts: readonly Draft[]) => Promise<void>;
}

/** Numbers from 1, drawn by lot: the list tells nothing of who came when. */
function drawnNames(votes: readonly CastVote[]): ReadonlyMap<string, string> {
  const voters = [...new Set(votes.map(({ voter }) => voter))];
  for (let i = voters.length - 1; i > 0; i--) {
    const j = randomInt(i + 1);
    [voters[i], voters[j]] = [voters[j] ?? '', voters[i] ?? ''];
  }
  return new Map(voters.map((voter, i) => [voter, String(i + 1)]));
}

/** Statements that are not on the map. */
export const outOf = (statements: readonly StatementRow[]): ReadonlySet<string> =>
  new Set(statements.filter(({ status }) => status !== 'shown').map(({ n }) => String(n)));

const figuresOf = (statements: readonly StatementRow[], votes: readonly CastVote[]): ConversationFacts => ({
  participants: new Set(votes.map(({ voter }) => voter)).size,
  votes: votes.length,
  statements: statements.length,
  removed: statements.filter(({ status }) => status === 'removed').length,
  waiting: statements.filter((row) => isWaiting(moderatedOf(row))).length,
  digest: votesDigest(votes, outOf(statements)),
});

/** For whoever looks at the step: whether anything waits that hinders its end. */
export async function withConversation(
  { pool }: Shell,
  definition: Definition,
  matter: Matter,
  facts: Facts,
): Promise<Facts> {
  const step = openStep(definition, matter);
  if (step === undefined) return facts;
  return { ...facts, conversation: figuresOf(await readStatements(pool, matter.community, step.id), []) };
}

function openStep(definition: Definition, matter: Matter): DiscussStep | undefined {
  const step = findDiscussStep(definition, matter);
  return step?.until !== undefined && step.config.statements === true ? step : undefined;
}

/**
 * For the command that ends a discussion. Voters become numbers drawn by lot, in the same transaction in which the digest of
 * their votes enters the record: from then on everybody can compute the map anew, and nobody can tell whose a vote was.
 */
export async function closingGround(
  { pool }: Shell,
  definition: Definition,
  matter: Matter,
  facts: Facts,
): Promise<ClosingGround> {
  const step = openStep(definition, matter);
  if (step === undefined) return { facts };
  const { community } = matter;
  const before = await findDiscussion(pool, community, step.id);
  const statements = await readStatements(pool, community, step.id);
  const cast = await readVotes(pool, community, step.id, 0);
  const names = drawnNames(cast);
  const votes = cast.map((vote) => ({ ...vote, voter: names.get(vote.voter) ?? '' }));
  return {
    facts: { ...facts, conversation: figuresOf(statements, votes) },
    also: async (client) => {
      await ensureDiscussion(client, { community_id: community, matter_id: matter.id, ...step });
      const held = await holdDiscussion(client, community, step.id);
      const isSame = (await readStatements(client, community, step.id)).every(
        ({ status }, i) => status === statements[i]?.status,
      );
      if (held?.changes !== (before?.changes ?? 0) || !isSame) throw new MovedOn();
      await renameVoters(client, community, step.id, names);
      await closeDiscussion(client, community, step.id, facts.now);
    },
  };
}
