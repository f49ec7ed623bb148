import type { PollFacts } from '../../voting/facts.ts';
import { ballotsOf, pollOf, rollOf } from '../polls.ts';

/* Who comes to the club's meetings and votes, so that engine and oracle have the same people before them. */

export const hourMilliseconds = 3_600_000;
export const votersAt = 10;
/** Of ten, six; in every third hour four, which is too few. */
export const presentAt = (now: number): number => (Math.floor(now / hourMilliseconds) % 3 === 0 ? 4 : 6);

const roll = rollOf(votersAt);
const popular = ballotsOf({ for: 6, against: 3 });
/** Half of those who vote, which is not more than half. */
const divided = ballotsOf({ for: 4, against: 3, abstain: 1 });
export const hallAt = (now: number, isPopular: boolean): PollFacts =>
  pollOf(roll, isPopular ? popular : divided, { present: { heads: presentAt(now), area: 0 } });
