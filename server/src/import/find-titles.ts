/** Where the titles of a table stand, and what they are: titles may take two rows, with a merged cell over several. */
export interface Titles {
  readonly titles: readonly string[];
  /** Rows above the first row of data. */
  readonly rowsAbove: number;
}

const rowsSearched = 10;
const tidy = (cell: string | undefined): string => (cell ?? '').replaceAll(/\s+/g, '');

/** A lower title says more than the merged one above it: 住址 over 楼号, 单元, 室号. */
const under = (upper: readonly string[], lower: readonly string[]): readonly string[] =>
  Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => tidy(lower[at]) || tidy(upper[at]));

/**
 * Communities head their tables with the table's name, the month and who filled it in. The titles are the row, or the
 * two rows together, that know most of the words we look for; undefined where no row knows two.
 */
export function findTitles(
  rows: readonly (readonly string[])[],
  known: ReadonlySet<string>,
): Titles | undefined {
  let best: (Titles & { readonly score: number }) | undefined;
  for (const [at, row] of rows.slice(0, rowsSearched).entries()) {
    for (const [titles, rowsAbove] of [
      [row.map(tidy), at + 1],
      [under(row, rows[at + 1] ?? []), at + 2],
    ] as const) {
      const score = titles.filter((title) => known.has(title)).length;
      if (score >= 2 && score > (best?.score ?? 0)) best = { titles, rowsAbove, score };
    }
  }
  return best;
}
