import type { AllocateState } from '@liren/core/steps/allocate/config.ts';
import { readChoice } from '@liren/core/steps/allocate/election.ts';
import type { VoteState } from '@liren/core/steps/vote/config.ts';
import { approveOptions, isSound } from '@liren/core/voting/tally.ts';
import type { FoundPoll } from './find-poll.ts';

/** Whether the vote that is open now has these options, and room for so many. */
export function isOnBallot(
  { seen, step }: Pick<FoundPoll, 'seen' | 'step'>,
  choice: readonly string[],
): boolean {
  const { stage } = seen.matter;
  if (stage.status !== 'open') return false;
  // A ballot in the room says yes, no or neither.
  if (step.kind === 'meet') return isSound(approveOptions, choice, 1);
  if (step.allocate !== undefined) {
    const { announced } = stage.visit.state as unknown as AllocateState;
    return announced !== undefined && readChoice(step.allocate, announced, choice).ok;
  }
  const state = stage.visit.state as unknown as VoteState;
  const options = (state.announced?.options ?? []).map(({ id }) => id);
  return isSound(options, choice, state.seats ?? 1);
}
