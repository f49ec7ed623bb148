import type { Ballots } from './ballots.ts';

/**
 * Answers less the mean answer to their statement, by rows. A missing answer is taken as the mean (so it is 0 here, and not
 * stored); a statement that was taken out has no cells.
 */
export interface Centred {
  readonly rows: number;
  /** Of all statements, those taken out too: their numbers are those of the ballots. */
  readonly columns: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly value: Float64Array;
}

export function centre(ballots: Ballots, isOut: Uint8Array): Centred {
  const columns = ballots.statements.length;
  const mean = meansOf(ballots);
  const rows = ballots.voters.length;
  const start = new Int32Array(rows + 1);
  const column = new Int32Array(ballots.column.length);
  const value = new Float64Array(ballots.column.length);
  let at = 0;
  for (let row = 0; row < rows; row++) {
    const end = ballots.start[row + 1] ?? 0;
    for (let cell = ballots.start[row] ?? 0; cell < end; cell++) {
      const j = ballots.column[cell] ?? 0;
      if (isOut[j] === 1) continue;
      column[at] = j;
      value[at++] = (ballots.value[cell] ?? 0) - (mean[j] ?? 0);
    }
    start[row + 1] = at;
  }
  return { rows, columns, start, column: column.subarray(0, at), value: value.subarray(0, at) };
}

function meansOf(ballots: Ballots): Float64Array {
  const mean = new Float64Array(ballots.statements.length);
  const answers = new Int32Array(ballots.statements.length);
  ballots.column.forEach((j, cell) => {
    mean[j] = (mean[j] ?? 0) + (ballots.value[cell] ?? 0);
    answers[j] = (answers[j] ?? 0) + 1;
  });
  return mean.map((sum, j) => sum / Math.max(1, answers[j] ?? 0));
}

/** `XᵀX vector`, without ever making XᵀX: it has a cell for every two statements. */
export function timesCovariance(x: Centred, vector: Float64Array): Float64Array {
  const { rows, start, column, value } = x;
  const product = new Float64Array(x.columns);
  for (let row = 0; row < rows; row++) {
    const from = start[row] as number;
    const to = start[row + 1] as number;
    let dot = 0;
    for (let cell = from; cell < to; cell++)
      dot += (value[cell] as number) * (vector[column[cell] as number] as number);
    for (let cell = from; cell < to; cell++) {
      const j = column[cell] as number;
      product[j] = (product[j] as number) + dot * (value[cell] as number);
    }
  }
  return product;
}
