import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedCell, tellCounts, tellSharedOut } from './small-counts.ts';

const closed = (...counts: number[]): CountedCell[] => counts.map((count) => ({ count, open: false }));

describe('counts below the least', () => {
  it('are told as few, where several of them hide one another', () => {
    expect(tellCounts(closed(30, 7, 4, 3, 12), 10)).toEqual({
      cells: [30, 'few', 'few', 'few', 12],
      total: 56,
    });
  });

  it('take the whole row with them where the total minus the rest would give one away', () => {
    expect(tellCounts(closed(30, 7, 12), 10)).toEqual({
      cells: ['withheld', 'withheld', 'withheld'],
      total: 49,
    });
    // Nothing but two zeros adds up to nothing.
    expect(tellCounts(closed(30, 0, 0), 10).cells).toEqual(['withheld', 'withheld', 'withheld']);
  });

  it('hide the total too where all of it is few', () => {
    expect(tellCounts(closed(3, 4), 10)).toEqual({ cells: ['few', 'few'], total: 'few' });
    expect(tellCounts([{ count: 30, open: true }, ...closed(4)], 10)).toEqual({
      cells: [30, 'few'],
      total: 'withheld',
    });
  });

  it('are told to who may see the rows', () => {
    const open = [1, 0, 40].map((count) => ({ count, open: true }));
    expect(tellCounts(open, 10)).toEqual({ cells: [1, 0, 40], total: 41 });
  });
});

/** Every row of so many cells, each count up to `most`. */
function rowsOf(cells: number, most: number): number[][] {
  if (cells === 0) return [[]];
  const shorter = rowsOf(cells - 1, most);
  return Array.from({ length: most + 1 }, (_, count) => shorter.map((row) => [count, ...row])).flat();
}

type Told = ReturnType<typeof tellCounts>;
/** Rows of so many cells by how they are told: whoever knows the rule asks which would be told in the very same way. */
function alikeRows(cells: number, least: number): (readonly [Told, number[][]])[] {
  const most = 3 * least;
  const told = new Map<string, number[][]>();
  for (const row of rowsOf(cells, most)) {
    const key = JSON.stringify(tellCounts(closed(...row), least));
    told.set(key, [...(told.get(key) ?? []), row]);
  }
  return (
    [...told]
      .map(([key, rows]) => [JSON.parse(key) as Told, rows] as const)
      // Rows with larger counts than were laid out would be missing.
      .filter(([{ total }]) => typeof total !== 'number' || total <= most)
  );
}
const hiddenIn = (cells: number, least: number) =>
  alikeRows(cells, least).flatMap(([told, rows]) =>
    told.cells.flatMap((cell, at) =>
      typeof cell === 'number' ? [] : [{ told, cell, possible: new Set(rows.map((row) => row[at] ?? 0)) }],
    ),
  );

describe('what is told', () => {
  it.each([
    [1, 3],
    [2, 3],
    [3, 3],
    [3, 4],
    [4, 3],
  ])(
    'leaves every hidden count of %i cells open, and every few of them anything below %i',
    (cells, least) => {
      const hidden = hiddenIn(cells, least);
      expect(hidden.length).toBeGreaterThan(0);
      const below = Array.from({ length: least }, (_, count) => count);
      for (const { told, cell, possible } of hidden) {
        expect(possible.size, JSON.stringify(told)).toBeGreaterThan(1);
        // Of a withheld cell it may also be that nobody is in it.
        const expected = cell === 'few' ? below : [0];
        expect([...possible], JSON.stringify(told)).toEqual(expect.arrayContaining(expected));
      }
    },
  );

  const cell = fc.record({ count: fc.nat({ max: 30 }), open: fc.boolean() });
  const isFew = ({ count, open }: CountedCell): boolean => !open && count < 10;
  it('is every open count, no few, and no total of nothing but few', () => {
    let mixed = 0;
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (row) => {
        const told = tellCounts(row, 10);
        mixed += Number(row.some(({ open }) => open) && row.some(isFew));
        const shut = row.filter(({ open }) => !open);
        const sum = shut.reduce((all, { count }) => all + count, 0);
        expect(typeof told.total === 'number').toBe(shut.length === 0 || sum >= 10);
        for (const [at, each] of row.entries()) {
          const shown = told.cells[at];
          expect(each.open ? shown : typeof shown === 'number' ? shown : each.count).toBe(each.count);
          expect(isFew(each) && typeof shown === 'number').toBe(false);
        }
      }),
    );
    expect(mixed).toBeGreaterThan(0);
  });
});

describe('rows that share everybody out', () => {
  it('are hidden together, so that everybody less the one does not tell the other', () => {
    const [permanent, floating] = tellSharedOut([closed(55, 54, 47), closed(5, 11, 7)], 10);
    expect(permanent).toEqual({ cells: ['withheld', 'withheld', 'withheld'], total: 156 });
    expect(floating).toEqual({ cells: ['withheld', 'withheld', 'withheld'], total: 23 });
    const totals = tellSharedOut([closed(90, 80), closed(2, 3)], 10).map(({ total }) => total);
    expect(totals).toEqual(['withheld', 'withheld']);
  });

  it('leave each hidden count open to who knows how many there are of everybody', () => {
    const least = 2;
    const told = new Map<string, number[][]>();
    // Two grids of permanent and floating residents and of others, whom no row counts.
    for (const row of rowsOf(6, 4)) {
      const [p1 = 0, f1 = 0, o1 = 0, p2 = 0, f2 = 0, o2 = 0] = row;
      const key = JSON.stringify([
        tellCounts(closed(p1 + f1 + o1, p2 + f2 + o2), least),
        ...tellSharedOut([closed(p1, p2), closed(f1, f2)], least),
      ]);
      told.set(key, [...(told.get(key) ?? []), [p1, p2, f1, f2, p1 + f1 + o1, p2 + f2 + o2]]);
    }
    const hidden = [...told].flatMap(([key, rows]) => {
      const [all, permanent, floating] = JSON.parse(key) as [Told, Told, Told];
      // Larger communities were not laid out whole.
      if (typeof all.total === 'number' && all.total > 4) return [];
      return [...permanent.cells, ...floating.cells, ...all.cells].flatMap((count, at) =>
        // Nobody can be in a grid where nobody is.
        typeof count === 'number' || (at < 4 && all.cells[at % 2] === 0)
          ? []
          : [{ key, possible: new Set(rows.map((row) => row[at])) }],
      );
    });
    expect(hidden.length).toBeGreaterThan(0);
    for (const { key, possible } of hidden) expect(possible.size, key).toBeGreaterThan(1);
  });
});
