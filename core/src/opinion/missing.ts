import { type ToldCount, tellCounts } from '../registry/small-counts.ts';

/** People of one age, one building, or of several taken together because each has too few people to be told of. */
export interface AttendanceCell {
  readonly keys: readonly string[];
  /** How many live there. */
  readonly people: number;
  readonly took: ToldCount;
  /** By what is told, less than half as many of them took part as of everybody. */
  readonly isMissing: boolean;
}
export interface Attendance {
  readonly cells: readonly AttendanceCell[];
  readonly total: ToldCount;
}

/**
 * 谁没来: who took part, by each of several ways to tell people apart (age, building), beside how many there are. Everybody
 * knows how many live in a building; so neither those who took part nor those who did not may be told where they are fewer
 * than `least`, nor be worked out from the rest.
 *
 * @param took of each participant, what they are in each way; unknown where it is left out.
 * @param population in each way, how many there are of each.
 */
export function whoIsMissing<Way extends string>(
  took: readonly Readonly<Partial<Record<NoInfer<Way>, string>>>[],
  population: Readonly<Record<Way, ReadonlyMap<string, number>>>,
  least: number,
): Readonly<Record<Way, Attendance>> {
  const ways = Object.entries<ReadonlyMap<string, number>>(population);
  const told = ways.map(([way, people]) => {
    const counts = new Map<string, number>();
    for (const one of took) {
      const key = one[way as NoInfer<Way>] ?? '';
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return [way, attendance(counts, people, least)] as const;
  });
  return Object.fromEntries(told) as Record<Way, Attendance>;
}

interface Counted {
  readonly keys: readonly string[];
  readonly people: number;
  readonly count: number;
}

function attendance(
  counts: ReadonlyMap<string, number>,
  population: ReadonlyMap<string, number>,
  least: number,
): Attendance {
  const cells = largeEnough(counts, population, least);
  const told = tellCounts(
    cells.map(({ count }) => ({ count, open: false })),
    least,
  );
  const isNearlyAll = cells.some(({ people, count }) => people - count < least);
  const everybody = cells.reduce((sum, { people }) => sum + people, 0);
  const isMissing = (people: number, count: ToldCount): boolean => {
    if (typeof told.total !== 'number' || count === 'withheld') return false;
    // Of few, as many as there may be.
    const most = count === 'few' ? least - 1 : count;
    return most / people < told.total / everybody / 2;
  };
  return {
    total: told.total,
    cells: cells.map(({ keys, people }, i) => {
      const count = isNearlyAll ? 'withheld' : (told.cells[i] ?? 'withheld');
      return { keys, people, took: count, isMissing: isMissing(people, count) };
    }),
  };
}

/**
 * Cells of which both those who took part and those who did not may be enough to be told: small ones are taken together, with
 * the next larger if need be, and with whoever is of none.
 */
function largeEnough(
  counts: ReadonlyMap<string, number>,
  population: ReadonlyMap<string, number>,
  least: number,
): readonly Counted[] {
  const cells = [...population].map(([key, people]) => ({
    keys: [key],
    people,
    count: counts.get(key) ?? 0,
  }));
  const strangers = [...counts].filter(([key]) => !population.has(key));
  const strange = strangers.reduce((sum, [, count]) => sum + count, 0);
  let pool: Counted = { keys: [], people: strange, count: strange };
  const large: Counted[] = [];
  for (const cell of cells.toSorted((a, b) => a.people - b.people)) {
    const isNeeded = cell.people < 2 * least || (pool.people > 0 && pool.people < 2 * least);
    if (!isNeeded) large.push(cell);
    else
      pool = {
        keys: [...pool.keys, ...cell.keys],
        people: pool.people + cell.people,
        count: pool.count + cell.count,
      };
  }
  const order = [...population.keys()];
  large.sort((a, b) => order.indexOf(a.keys[0] ?? '') - order.indexOf(b.keys[0] ?? ''));
  return pool.people > 0 ? [...large, pool] : large;
}
