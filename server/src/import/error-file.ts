import type { Table } from './read-table.ts';

/** One thing wrong with one row; `row` as a spreadsheet counts. */
export interface RowError {
  readonly row: number;
  /** Title of the column; empty when it concerns the whole row. */
  readonly field: string;
  readonly message: string;
}

/** What the file of errors adds behind the original columns; left out of account when it comes back. */
export const errorColumns = ['错误栏目', '错误原因'] as const;

/** A cell that a spreadsheet might take for a formula gets a quote in front, which reading takes away again. */
export const guarded = (cell: string): string =>
  /^'*[=+\-@\t\r]/.test(cell) && !/^[+-]?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
export const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** One row of a CSV file that opens well in a spreadsheet. */
export const csvRow = (cells: readonly string[]): string =>
  cells.map((cell) => quoted(guarded(cell))).join(',');

/**
 * The rows that were not taken in, as they came, each with its reasons: to be corrected and imported again. CSV with
 * the mark by which spreadsheets know UTF-8.
 */
export function errorFile({ columns, rows }: Table, errors: readonly RowError[]): string {
  const byRow = new Map<number, RowError[]>();
  for (const error of errors) byRow.set(error.row, [...(byRow.get(error.row) ?? []), error]);
  const kept = columns.filter((title) => !errorColumns.some((own) => own === title));
  const places = kept.map((title) => columns.indexOf(title));
  const lines = rows.flatMap(({ row, cells }) => {
    const own = byRow.get(row);
    if (own === undefined) return [];
    const fields = [...new Set(own.map(({ field }) => field))].filter((field) => field !== '');
    const reasons = own.map(({ message }) => message);
    return [csvRow([...places.map((place) => cells[place] ?? ''), fields.join('、'), reasons.join(' ')])];
  });
  return `\uFEFF${[csvRow([...kept, ...errorColumns]), ...lines].join('\r\n')}\r\n`;
}
