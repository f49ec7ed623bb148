/** What is told of a count: the count; that it lies below the least that is told; or nothing at all. */
export type ToldCount = number | 'few' | 'withheld';

export interface ToldRow {
  readonly cells: readonly ToldCount[];
  readonly total: ToldCount;
}
/** One group, or everybody, counted grid by grid. */
export interface CountedCell {
  readonly count: number;
  /** The reader may see the rows of this cell, and so its count. */
  readonly open: boolean;
}

/**
 * Tells a row of counts and its total so that no count below `least` of a cell that is not open can be worked out, also
 * not by somebody who knows how it is told: a few may still be anything from 0 to `least - 1`. Where the total would give
 * them away, every cell that is not open is withheld with them: a choice of which would give a hint.
 */
export function tellCounts(cells: readonly CountedCell[], least: number): ToldRow {
  const closed = cells.flatMap(({ count, open }) => (open ? [] : [count]));
  const sum = sumOf(closed);
  const few = closed.filter((count) => count < least);
  const tell = (told: (count: number) => ToldCount, total: ToldCount): ToldRow => ({
    cells: cells.map(({ count, open }) => (open ? count : told(count))),
    total,
  });
  const total = sumOf(cells.map(({ count }) => count));
  if (few.length === 0) return tell((count) => count, total);
  const fewSum = sumOf(few);
  if (sum < least) return tell(() => 'few', closed.length === cells.length ? 'few' : 'withheld');
  const hidden = fewSum >= least - 1 && fewSum <= (few.length - 1) * (least - 1);
  return tell((count) => (!hidden ? 'withheld' : count < least ? 'few' : count), total);
}

/**
 * Rows that share people out among them, as permanent and floating residents do: everybody less the one is nearly the
 * other. Where any of them hides a cell or its total, all of them do.
 */
export function tellSharedOut(rows: readonly (readonly CountedCell[])[], least: number): readonly ToldRow[] {
  const told = rows.map((cells) => tellCounts(cells, least));
  const isHidden = (count: ToldCount): boolean => typeof count !== 'number';
  const hidesCells = told.some(({ cells }) => cells.some(isHidden));
  const hidesTotal = told.some(({ total }) => isHidden(total));
  // Which of them are few would tell too: the others are not.
  const hide = (count: ToldCount, hides: boolean): ToldCount => (hides ? 'withheld' : count);
  return told.map(({ cells, total }, i) => ({
    cells: cells.map((count, at) => hide(count, hidesCells && rows[i]?.[at]?.open !== true)),
    total: hide(total, hidesTotal),
  }));
}

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
