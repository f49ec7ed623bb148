import { findMatterWithPolls, type PollRow } from '../../store/polls/polls.ts';
import type { Asker } from '../actor.ts';
import type { Seen } from '../seen.ts';
import { seenBy } from '../seen.ts';
import type { VoterDeps } from './own-entries.ts';
import { keepsPoll } from './poll-seats.ts';
import { findPollStep, type PollStep } from './poll-step.ts';

export interface FoundPoll {
  readonly seen: Seen;
  readonly step: PollStep;
  readonly poll: PollRow;
  readonly keeper: boolean;
}

/** The poll of a matter that the asker may see: of the open stage, or of the stay that is named. */
export async function findSeenPoll(
  deps: VoterDeps,
  asker: Asker,
  {
    community,
    matter,
    at,
  }: { community: string; matter: string; at?: { step: string; n: number } | undefined },
): Promise<FoundPoll | undefined> {
  const found = await findMatterWithPolls(deps.shell.pool, community, matter);
  const seen = found && seenBy(deps, asker, found.stored);
  const step = seen && findPollStep(seen.definition, seen.matter, at);
  const poll = found?.polls.find(({ id }) => id === step?.id);
  if (seen === undefined || step === undefined || poll === undefined) return undefined;
  return { seen, step, poll, keeper: keepsPoll(seen.definition, seen.matter, seen.facts, step) };
}
