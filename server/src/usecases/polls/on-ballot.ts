import type { VoteState } from '@liren/core/steps/vote/config.ts';
import { isSound } from '@liren/core/voting/tally.ts';
import type { Seen } from '../seen.ts';

/** Whether the vote that is open now has these options, and seats enough for so many. */
export function isOnBallot({ matter }: Seen, choice: readonly string[]): boolean {
  const { stage } = matter;
  const state = stage.status === 'open' ? (stage.visit.state as unknown as VoteState) : undefined;
  const options = (state?.announced?.options ?? []).map(({ id }) => id);
  return isSound(options, choice, state?.seats ?? 1);
}
