import type { FirstAnswers } from './ballots.ts';

/** Enough answers to be placed on the map, where there are as many statements. */
const enough = 7;
/** As long as fewer are placed, those who answered most are placed, too. */
const fewest = 15;

/**
 * Who is on the map, as Polis has it: whoever answered seven statements, or all that there were at the time; and while
 * there are fewer than fifteen such people, the most active of the others. Who is on it stays on it.
 */
export interface Roll {
  /** Answers by row. */
  readonly answers: Int32Array;
  readonly statements: number;
  /** Rows in the order in which they gave their seventh answer. */
  readonly settled: readonly number[];
  /** All rows on the map, in the order in which they came onto it. */
  readonly admitted: readonly number[];
}
export const emptyRoll: Roll = { answers: new Int32Array(0), statements: 0, settled: [], admitted: [] };

/** The rows on the map: by their seventh answer; then those who have not given as many, as they came. */
export function rowsOnMap({ settled, admitted }: Roll): Int32Array {
  const on = new Set(admitted);
  const first = settled.filter((row) => on.has(row));
  const done = new Set(first);
  return Int32Array.from([...first, ...admitted.filter((row) => !done.has(row))]);
}

/** Reads further answers, instant by instant: what was given at the same instant counts together. */
export function admit(roll: Roll, first: FirstAnswers, rows: number): Roll {
  const answers = new Int32Array(rows);
  answers.set(roll.answers);
  const settled = [...roll.settled];
  const admitted = [...roll.admitted];
  const on = new Set(admitted);
  const place = (row: number): void => {
    if (!on.has(row)) admitted.push(row);
    on.add(row);
  };
  let { statements } = roll;
  let known = roll.answers.length;
  for (const [from, to] of instantsOf(first.at)) {
    const gave = first.row.subarray(from, to);
    statements = above(statements, first.column.subarray(from, to));
    known = above(known, gave);
    for (const row of gave) if (increase(answers, row) === enough) settled.push(row);
    const needed = Math.min(enough, statements);
    for (const row of gave) if ((answers[row] ?? 0) >= needed) place(row);
    if (admitted.length < fewest) mostActive(answers, known, on, fewest - admitted.length).forEach(place);
  }
  return { answers, statements, settled, admitted };
}

/** One more than the largest number met so far. */
const above = (before: number, numbers: Int32Array): number =>
  numbers.reduce((most, number) => Math.max(most, number + 1), before);

function increase(counts: Int32Array, i: number): number {
  const count = (counts[i] ?? 0) + 1;
  counts[i] = count;
  return count;
}

/** From where to where the same instant stands, the end excluded. */
function* instantsOf(at: Float64Array): Iterable<readonly [number, number]> {
  for (let from = 0; from < at.length; ) {
    let to = from + 1;
    while (to < at.length && at[to] === at[from]) to++;
    yield [from, to];
    from = to;
  }
}

/** Of the first `known` rows, those not yet placed that have most answers; of as many, who came first. */
function mostActive(
  answers: Int32Array,
  known: number,
  on: ReadonlySet<number>,
  places: number,
): readonly number[] {
  const others: number[] = [];
  for (let row = 0; row < known; row++) if (!on.has(row)) others.push(row);
  return others.sort((a, b) => (answers[b] ?? 0) - (answers[a] ?? 0) || a - b).slice(0, places);
}
