import { type Instant, instant } from '../basics/ids.ts';

const dayMilliseconds = 86_400_000;
/** Clocks of phones that differ by less are right enough. */
const toleratedMilliseconds = 120_000;

/** When something was done without a network, as far as can be known. */
export interface ClaimedTime {
  readonly at: Instant;
  /** By how much the phone's clock was wrong when it called (positive: behind); absent when it was right enough. */
  readonly clockOffMilliseconds?: number;
  /** The phone named a time that cannot be (later than now, or longer ago than a phone may wait). */
  readonly bounded: boolean;
}

/**
 * A phone tells when by its own clock, and what that clock says as it calls; both are wrong by the same amount unless
 * somebody set the clock in between. The time is moved by that amount and then held between `mostDays` ago and now.
 */
export function claimedTime(claimed: number, sentAt: number, now: Instant, mostDays: number): ClaimedTime {
  const off = now - sentAt;
  const isOff = Math.abs(off) > toleratedMilliseconds;
  const moved = claimed + (isOff ? off : 0);
  const at = Math.min(now, Math.max(moved, now - mostDays * dayMilliseconds));
  return {
    at: instant(at),
    ...(isOff && { clockOffMilliseconds: off }),
    bounded: at !== moved && Math.abs(at - moved) > toleratedMilliseconds,
  };
}
