import { uuidFromHash } from '@liren/core/basics/hash.ts';
import type { Definition, Matter } from '@liren/core/engine/types.ts';
import type { AllocateConfig } from '@liren/core/steps/allocate/config.ts';
import type { MeetConfig } from '@liren/core/steps/meet/config.ts';
import type { VoteConfig } from '@liren/core/steps/vote/config.ts';
import type { PollConfig } from '@liren/core/steps/vote/poll.ts';
import type { RollRule } from '@liren/core/voting/types.ts';
import type { PollRow } from '../../store/polls/polls.ts';

export type BoxConfig = Pick<PollConfig, 'channels' | 'attends' | 'revocable' | 'proxies'>;
export type VoteRule = Pick<VoteConfig, 'ballot' | 'question' | 'channels' | 'attends' | 'passes'>;

/** The stage of a matter that has a roll. */
export interface PollStep {
  /** One for each stay: whoever comes back to a vote votes in another. */
  readonly id: string;
  readonly step: string;
  readonly n: number;
  readonly kind: 'vote' | 'meet' | 'allocate';
  readonly rule: RollRule;
  readonly ballot: PollRow['ballot'];
  /** How its ballots come in; a meeting that counts hands, or decides nothing, has no box. */
  readonly config: BoxConfig | undefined;
  /** What is voted on, and by what rule: of a vote, and of a ballot in the room. */
  readonly vote?: VoteRule;
  readonly allocate?: AllocateConfig;
}

/** Whoever is there votes at their own telephone or is asked one by one; a slip is put right at once. */
const inTheRoom = {
  question: { kind: 'approve' },
  channels: ['online', 'desk'],
  revocable: { minutes: 10 },
} as const;

const pollId = (matter: string, step: string, n: number): string =>
  uuidFromHash(`poll/${matter}/${step}/${n}`);

/** @param at a stay of the past; absent for the one that is open */
export function findPollStep(
  { procedure }: Definition,
  matter: Matter,
  at?: { readonly step: string; readonly n: number },
): PollStep | undefined {
  const visit = at ?? (matter.stage.status === 'open' ? matter.stage.visit : undefined);
  if (visit === undefined) return undefined;
  const step = procedure.steps[visit.step];
  const own = { id: pollId(matter.id, visit.step, visit.n), step: visit.step, n: visit.n };
  if (step?.kind === 'vote') {
    const config = step.config as VoteConfig;
    return { ...own, kind: 'vote', rule: config.roll, ballot: config.ballot, config, vote: config };
  }
  if (step?.kind === 'allocate') {
    const config = step.config as AllocateConfig;
    return { ...own, kind: 'allocate', rule: config.roll, ballot: config.ballot, config, allocate: config };
  }
  if (step?.kind !== 'meet') return undefined;
  const { of, ballot = 'none', attends, passes = [] } = step.config as MeetConfig;
  const meeting: Omit<PollStep, 'config'> = { ...own, kind: 'meet', rule: of, ballot };
  if (ballot === 'none' || ballot === 'hands') return { ...meeting, config: undefined };
  const config = { ...inTheRoom, ballot, attends, passes };
  return { ...meeting, config, vote: config };
}
