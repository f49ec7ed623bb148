import { byId, type CastVote } from './types.ts';

/** Who answered what: a sparse matrix by rows. People and statements stand in the order in which they first appeared. */
export interface Ballots {
  readonly voters: readonly string[];
  readonly statements: readonly string[];
  readonly rowOf: ReadonlyMap<string, number>;
  readonly columnOf: ReadonlyMap<string, number>;
  /** Row i's cells are those from start[i] to start[i + 1], the end excluded. */
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Int8Array;
}

/** First answers of a pair (a changed mind is none), in the order of time. */
export interface FirstAnswers {
  readonly row: Int32Array;
  readonly column: Int32Array;
  readonly at: Float64Array;
}

export const noBallots: Ballots = {
  voters: [],
  statements: [],
  rowOf: new Map(),
  columnOf: new Map(),
  start: new Int32Array(1),
  column: new Int32Array(0),
  value: new Int8Array(0),
};

/** By time; what was cast at the same instant stands in an order that the file's has no part in. */
export const inOrder = (votes: readonly CastVote[]): readonly CastVote[] =>
  votes.toSorted(
    (a, b) => a.at - b.at || byId(a.voter, b.voter) || byId(a.statement, b.statement) || a.vote - b.vote,
  );

/**
 * Adds votes to ballots. Of several answers of one person to one statement the last counts (at the same instant the most
 * agreeing), once.
 */
export function addToBallots(
  before: Ballots,
  votes: readonly CastVote[],
): { readonly ballots: Ballots; readonly first: FirstAnswers } {
  const people = numbering(before.voters, before.rowOf);
  const texts = numbering(before.statements, before.columnOf);
  /** Cells of each row that this call touches. */
  const added = new Map<number, Map<number, number>>();
  const first: { row: number; column: number; at: number }[] = [];
  const value = before.value.slice();
  for (const { voter, statement, vote, at } of inOrder(votes)) {
    const row = people.numberOf(voter);
    const column = texts.numberOf(statement);
    const cell = findCell(before, row, column);
    if (cell !== undefined) {
      value[cell] = vote;
      continue;
    }
    const cells = added.get(row) ?? new Map<number, number>();
    if (cells.size === 0) added.set(row, cells);
    if (!cells.has(column)) first.push({ row, column, at });
    cells.set(column, vote);
  }
  const matrix = withCells({ ...before, value }, people.ids.length, added, first.length);
  return {
    ballots: {
      voters: people.ids,
      statements: texts.ids,
      rowOf: people.index,
      columnOf: texts.index,
      ...matrix,
    },
    first: {
      row: Int32Array.from(first, ({ row }) => row),
      column: Int32Array.from(first, ({ column }) => column),
      at: Float64Array.from(first, ({ at }) => at),
    },
  };
}

function numbering(known: readonly string[], knownIndex: ReadonlyMap<string, number>) {
  const ids = [...known];
  const index = new Map(knownIndex);
  const numberOf = (id: string): number => {
    const found = index.get(id);
    if (found !== undefined) return found;
    index.set(id, ids.length);
    return ids.push(id) - 1;
  };
  return { ids, index, numberOf };
}

function findCell({ start, column }: Ballots, row: number, wanted: number): number | undefined {
  const end = start[row + 1] ?? 0;
  for (let cell = start[row] ?? end; cell < end; cell++) if (column[cell] === wanted) return cell;
  return undefined;
}

/** The matrix with new cells behind each row's old ones. */
function withCells(
  before: Pick<Ballots, 'start' | 'column' | 'value'>,
  rows: number,
  added: ReadonlyMap<number, ReadonlyMap<number, number>>,
  count: number,
): Pick<Ballots, 'start' | 'column' | 'value'> {
  const oldRows = before.start.length - 1;
  const start = new Int32Array(rows + 1);
  const column = new Int32Array(before.column.length + count);
  const value = new Int8Array(column.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    start[row] = at;
    if (row < oldRows) {
      const from = before.start[row] ?? 0;
      const to = before.start[row + 1] ?? 0;
      column.set(before.column.subarray(from, to), at);
      value.set(before.value.subarray(from, to), at);
      at += to - from;
    }
    for (const [added_, vote] of added.get(row) ?? []) {
      column[at] = added_;
      value[at++] = vote;
    }
  }
  start[rows] = at;
  return { start, column, value };
}
