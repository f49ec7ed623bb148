import type { Ballots } from './ballots.ts';

/** Answers to one statement. */
export interface Tally {
  readonly agree: number;
  readonly disagree: number;
  readonly pass: number;
}
export const answersOf = ({ agree, disagree, pass }: Tally): number => agree + disagree + pass;

/**
 * Counts by statement: of the rows that `groupOf` gives a number, one tally for each group; -1 counts for nobody.
 * @returns of each group, of each statement
 */
export function tally(ballots: Ballots, groupOf: Int32Array, groups: number): readonly (readonly Tally[])[] {
  const columns = ballots.statements.length;
  const counts = new Int32Array(groups * columns * 3);
  for (let row = 0; row < groupOf.length; row++) {
    const group = groupOf[row] as number;
    if (group < 0) continue;
    const end = ballots.start[row + 1] as number;
    for (let cell = ballots.start[row] as number; cell < end; cell++) {
      const at =
        (group * columns + (ballots.column[cell] as number)) * 3 + (ballots.value[cell] as number) + 1;
      counts[at] = (counts[at] as number) + 1;
    }
  }
  return Array.from({ length: groups }, (_, group) =>
    ballots.statements.map((_statement, column) => {
      const at = (group * columns + column) * 3;
      return { disagree: counts[at] ?? 0, pass: counts[at + 1] ?? 0, agree: counts[at + 2] ?? 0 };
    }),
  );
}
