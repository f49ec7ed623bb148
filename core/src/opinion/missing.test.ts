import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Attendance, whoIsMissing } from './missing.ts';

const people = (age: string, building: string, count: number) =>
  Array.from({ length: count }, () => ({ age, building }));

describe('who is missing', () => {
  it('is told by age and by building', () => {
    const took = [
      ...people('18–39', '1 号楼', 12),
      ...people('40–59', '1 号楼', 40),
      ...people('60 以上', '2 号楼', 30),
      ...people('60 以上', '3 号楼', 3),
      ...people('18–39', '4 号楼', 4),
    ];
    const told = whoIsMissing(
      took,
      {
        age: new Map([
          ['18–39', 200],
          ['40–59', 150],
          ['60 以上', 90],
        ]),
        building: new Map([
          ['1 号楼', 150],
          ['2 号楼', 140],
          ['3 号楼', 70],
          ['4 号楼', 80],
        ]),
      },
      5,
    );
    expect(told.age).toEqual({
      total: 89,
      cells: [
        { keys: ['18–39'], people: 200, took: 16, isMissing: true },
        { keys: ['40–59'], people: 150, took: 40, isMissing: false },
        { keys: ['60 以上'], people: 90, took: 33, isMissing: false },
      ],
    });
    // Three and four cannot hide one another: by the total, somebody could tell that they are seven together.
    expect(told.building.cells.map(({ took: count }) => count)).toEqual(Array(4).fill('withheld'));
  });

  it('takes small buildings together, and whoever lives in none of them', () => {
    const told = whoIsMissing(
      [...people('', 'a', 20), ...people('', 'c', 2), ...people('', 'elsewhere', 4), {}],
      {
        building: new Map([
          ['c', 6],
          ['a', 60],
          ['b', 40],
          ['d', 8],
        ]),
      },
      5,
    );
    expect(told.building.cells.map(({ keys, people: many }) => [keys, many])).toEqual([
      [['a'], 60],
      [['b'], 40],
      [['c', 'd'], 19],
    ]);
  });

  it.each([[[4, 4, 4]], [[4, 5, 7]], [[1, 5, 6]], [[3, 3, 5]]])(
    'leaves open every count that is hidden, also to who knows that %j live there',
    (sizes) => {
      const hidden = alikeRows(sizes).flatMap(hiddenIn);
      expect(hidden.length).toBeGreaterThan(5);
      for (const { took, possible } of hidden) {
        expect(possible.size).toBeGreaterThan(1);
        // Of a few it may be any number below the least.
        expect([...possible]).toEqual(expect.arrayContaining(took === 'few' ? [0, 1] : []));
      }
    },
  );

  it('never tells fewer than the least, and calls nobody missing by what is not told', () => {
    const homes = fc.array(fc.tuple(fc.nat(80), fc.nat(100)), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(homes, fc.integer({ min: 2, max: 10 }), (cells, least) => {
        const population = new Map(cells.map(([many], i) => [String(i), many]));
        const took = cells.flatMap(([many, share], i) =>
          Array.from({ length: Math.floor((many * share) / 100) }, () => ({ home: String(i) })),
        );
        const { home } = whoIsMissing(took, { home: population }, least);
        expect(home.cells.reduce((sum, cell) => sum + cell.people, 0)).toBe(
          cells.reduce((sum, [many]) => sum + many, 0),
        );
        for (const cell of home.cells) {
          if (typeof cell.took === 'number') {
            expect(cell.took).toBeGreaterThanOrEqual(least);
            expect(cell.people - cell.took).toBeGreaterThanOrEqual(least);
          }
          expect(cell.took === 'withheld' && cell.isMissing).toBe(false);
        }
      }),
    );
  });
});

interface Alike {
  readonly told: Attendance;
  readonly total: number;
  /** Every row of counts, by cell as told, of which the same is told. */
  readonly rows: number[][];
}
/** All that may have been, by what is told of it and by how many took part in all, which everybody knows. */
function alikeRows(sizes: readonly number[]): readonly Alike[] {
  const population = new Map(sizes.map((size, i) => [String(i), size]));
  const alike = new Map<string, Alike>();
  for (const row of rowsWithin(sizes)) {
    const took = row.flatMap((count, i) => Array.from({ length: count }, () => ({ home: String(i) })));
    const told = whoIsMissing(took, { home: population }, 2).home;
    const key = JSON.stringify([told, took.length]);
    const same = alike.get(key) ?? { told, total: took.length, rows: [] };
    same.rows.push(told.cells.map(({ keys }) => keys.reduce((sum, one) => sum + (row[Number(one)] ?? 0), 0)));
    alike.set(key, same);
  }
  return [...alike.values()];
}

/** Where fewer than the least took part in all, or did not, no table can hide it. */
function hiddenIn({ told, total, rows }: Alike) {
  const people = told.cells.reduce((sum, cell) => sum + cell.people, 0);
  return told.cells.flatMap(({ took }, at) =>
    typeof took === 'number' || total < 2 || total > people - 2
      ? []
      : [{ took, possible: new Set(rows.map((row) => row[at] ?? 0)) }],
  );
}

/** Every row of counts up to these sizes. */
function rowsWithin(sizes: readonly number[]): number[][] {
  const [size, ...rest] = sizes;
  if (size === undefined) return [[]];
  const shorter = rowsWithin(rest);
  return Array.from({ length: size + 1 }, (_, count) => shorter.map((row) => [count, ...row])).flat();
}
