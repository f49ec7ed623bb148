import type { PollFacts } from '../voting/facts.ts';
import { rollSum } from '../voting/roll.ts';
import { type Ballot, nothing, plus } from '../voting/types.ts';

/** A roll of so many heads, each with this area (square centimetres); the last so many stand aside. */
export const rollOf = (heads: number, area = 0, recused = 0) =>
  rollSum(
    Array.from({ length: heads }, (_, i) => ({
      id: `e${i + 1}`,
      no: i + 1,
      weight: { heads: 1, area },
      recused: i >= heads - recused,
    })),
  );

/** Ballots by what they say: `{ for: 8, against: 3 }`; an empty name says nothing valid. */
export const ballotsOf = (said: Readonly<Record<string, number>>, area = 0): readonly Ballot[] =>
  Object.entries(said).flatMap(([option, n]) =>
    Array.from({ length: n }, (_, i) => ({
      code: `${option}-${i}`,
      choice: option === '' ? [] : option.split('+'),
      weight: { heads: 1, area },
    })),
  );

export function pollOf(
  roll: PollFacts['roll'],
  ballots: readonly Ballot[] = [],
  more: Partial<PollFacts> = {},
): PollFacts {
  const taken = ballots.reduce((sum, { weight }) => plus(sum, weight), nothing);
  return { roll, present: taken, taken, differences: 0, silent: nothing, ballots, ...more };
}
