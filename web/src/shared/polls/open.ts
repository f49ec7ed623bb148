import type { PollBody } from '../api/bodies.ts';

/** Whether ballots are taken: the server said so, or it has opened since; a clock that is slow keeps nobody from voting. */
export const takesBallots = (
  { open, opensAt, closesAt }: Pick<PollBody, 'open' | 'opensAt' | 'closesAt'>,
  now: number,
): boolean => (open || (opensAt !== undefined && opensAt <= now)) && now < (closesAt ?? 0);
