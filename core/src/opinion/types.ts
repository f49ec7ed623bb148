/** 同意, 反对, 跳过. */
export type Vote = 1 | -1 | 0;

/** One answer of one person to one statement. */
export interface CastVote {
  readonly voter: string;
  readonly statement: string;
  readonly vote: Vote;
  /** When it was cast, in milliseconds; the same for all where nobody wrote it down. */
  readonly at: number;
}

export interface MapOptions {
  /** Statements that a moderator took out: counted, but neither on the map nor told of. */
  readonly out: ReadonlySet<string>;
  /** At most so many groups, at least 2. */
  readonly maxGroups: number;
}
export const defaultOptions: MapOptions = { out: new Set(), maxGroups: 5 };

/** Fewer letters first, then as text: numbers stand in their own order. */
export const byId = (a: string, b: string): number =>
  a.length !== b.length ? a.length - b.length : a < b ? -1 : a > b ? 1 : 0;
