import type { RowError } from '../import/error-file.ts';
import type { ResidentRow } from '../import/read-resident.ts';
import type { ResidentField } from '../import/resident-mapping.ts';
import type { KnownHome, KnownResident } from '../store/registry.ts';

/** What the registry knows of the people and homes that some rows name. */
export interface KnownPart {
  readonly homes: ReadonlyMap<string, KnownHome>;
  readonly byIdentity: ReadonlyMap<string, KnownResident>;
  /** Who lives in a home now, by home and name. A resident who is taken up by a row leaves it. */
  readonly living: Map<string, KnownResident[]>;
  readonly nameOf: (resident: KnownResident) => string;
}

/** What a row comes to: somebody new, or known as it is, or known but elsewhere, or known but without a number. */
export type Fate =
  | { readonly kind: 'new' }
  | { readonly kind: 'known' | 'moved' | 'identity'; readonly resident: string }
  | { readonly kind: 'refused'; readonly field: ResidentField; readonly message: string };

const refused = (field: ResidentField, message: string): Fate => ({ kind: 'refused', field, message });
export const livingKey = (home: string, name: string): string => `${home}/${name}`;

/**
 * @param identityIndex of the row's identity number.
 * @param undrawn the place that homes stand in while nobody has drawn a grid around them.
 */
export function fateOf(
  row: ResidentRow,
  identityIndex: string | undefined,
  known: KnownPart,
  undrawn: string,
): Fate {
  const home = known.homes.get(row.key);
  if (row.grid !== undefined && home !== undefined && home.grid !== undrawn && home.grid !== row.grid)
    return refused('grid', '底数里这一户在另一个网格。请先核对是哪一个。');
  const namesakes = home === undefined ? [] : (known.living.get(livingKey(home.id, row.name)) ?? []);
  if (identityIndex === undefined) {
    const [namesake] = namesakes;
    return namesake === undefined ? { kind: 'new' } : { kind: 'known', resident: namesake.id };
  }
  const same = known.byIdentity.get(identityIndex);
  if (same !== undefined) {
    if (known.nameOf(same) !== row.name)
      return refused('identity', '底数里这个身份证号是另一个姓名。请核对号码和姓名。');
    return home !== undefined && same.home === home.id
      ? { kind: 'known', resident: same.id }
      : { kind: 'moved', resident: same.id };
  }
  const at = namesakes.findIndex((each) => each.identityIndex === null);
  const [nameless] = at < 0 ? [] : namesakes.splice(at, 1);
  return nameless === undefined ? { kind: 'new' } : { kind: 'identity', resident: nameless.id };
}

interface Earlier {
  readonly row: number;
  readonly hasIdentity: boolean;
}

/** Finds what a file says twice: the same person, or one home in two grids. The earlier row stands. */
export class Repeats {
  private readonly rowOfIdentity = new Map<string, number>();
  private readonly ofName = new Map<string, Earlier[]>();
  private readonly gridOf = new Map<string, { readonly grid: string; readonly row: number }>();
  private readonly titleOf: (field: ResidentField) => string;

  constructor(titleOf: (field: ResidentField) => string) {
    this.titleOf = titleOf;
  }

  /** The grid that some row names for this home. */
  findGrid(key: string): string | undefined {
    return this.gridOf.get(key)?.grid;
  }

  /** What is wrong with the row after those before it; undefined takes it as the one that stands. */
  check(row: ResidentRow): RowError | undefined {
    const refuse = (field: ResidentField, message: string): RowError => ({
      row: row.row,
      field: this.titleOf(field),
      message,
    });
    const number = row.identity?.number;
    const twice = number === undefined ? undefined : this.rowOfIdentity.get(number);
    if (twice !== undefined) return refuse('identity', `身份证号和第 ${twice} 行重复。`);
    const person = livingKey(row.key, row.name);
    const namesakes = this.ofName.get(person) ?? [];
    const namesake = namesakes.find(({ hasIdentity }) => number === undefined || !hasIdentity);
    if (namesake !== undefined) return refuse('name', `同一户的同一个姓名，和第 ${namesake.row} 行重复。`);
    const drawn = this.gridOf.get(row.key);
    if (row.grid !== undefined && drawn !== undefined && drawn.grid !== row.grid)
      return refuse('grid', `同一户在第 ${drawn.row} 行写的是另一个网格。`);
    if (number !== undefined) this.rowOfIdentity.set(number, row.row);
    this.ofName.set(person, [...namesakes, { row: row.row, hasIdentity: number !== undefined }]);
    if (row.grid !== undefined && drawn === undefined)
      this.gridOf.set(row.key, { grid: row.grid, row: row.row });
    return undefined;
  }
}
