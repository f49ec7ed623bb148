import type { Instant } from '../basics/ids.ts';
import type { RollSum } from './roll.ts';
import type { Ballot, Sum } from './types.ts';

/**
 * What the shell knows of a stage's roll and box: sums for the screen, and the ballots when they are to be counted. Whoever
 * only asks whose turn it is need not load it: nothing is hindered by its absence, and nothing decided without it.
 */
export interface PollFacts {
  /** As it stands, or, before it is frozen, as it would be frozen now. */
  readonly roll: RollSum;
  /** Who has checked in to a meeting. */
  readonly present: Sum;
  /** Who has voted, by whatever channel. */
  readonly taken: Sum;
  /** Paper ballots that two people entered differently. */
  readonly differences: number;
  /** Who received the papers, with proof, and said nothing. */
  readonly silent: Sum;
  /** Only for the command that counts them. */
  readonly ballots?: readonly Ballot[];
}

export interface Option {
  readonly id: string;
  readonly title: string;
}
/** 决议: what a meeting or vote of a matter decided. */
export interface Resolution {
  readonly step: string;
  readonly n: number;
  readonly at: Instant;
  readonly outcome: string;
  readonly elected: readonly Option[];
  readonly runOff: readonly Option[];
}
