import { isWeaker, type Owner, sharesFit, succession } from '@liren/core/registry/ownership.ts';
import type { RowError } from '../import/error-file.ts';
import type { OwnerField } from '../import/owner-mapping.ts';
import type { HomeArea, OwnerRow } from '../import/read-owner.ts';

/** A row, and who it is. */
export interface ToldOwner extends Owner {
  readonly read: OwnerRow;
}
export interface HeldOwner extends Owner {
  readonly id: string;
}
export interface HomeNow {
  readonly owners: readonly HeldOwner[];
  readonly area: HomeArea | undefined;
}
export interface HomePlan {
  readonly ended: readonly HeldOwner[];
  readonly begun: readonly ToldOwner[];
  /** Undefined where it stays as it is. */
  readonly area: HomeArea | undefined;
}
interface Fault {
  readonly row: number;
  readonly field: OwnerField;
  readonly message: string;
}

const basisTexts = { registered: '产权登记', surveyed: '实测', contract: '合同' } as const;
const squareMetres = (area: HomeArea): string => (area.squareCentimetres / 10_000).toFixed(2);
const isSameArea = (one: HomeArea, other: HomeArea): boolean =>
  one.squareCentimetres === other.squareCentimetres && one.basis === other.basis;

function twice(told: readonly ToldOwner[]): Fault | undefined {
  const rowOf = new Map<string, number>();
  for (const { mark, read } of told) {
    const who = mark ?? read.name;
    const first = rowOf.get(who);
    if (first !== undefined)
      return { row: read.row, field: 'name', message: `和第 ${first} 行是同一户的同一位业主。` };
    rowOf.set(who, read.row);
  }
  return undefined;
}

function areaFault(told: readonly ToldOwner[], held: HomeArea | undefined): Fault | undefined {
  const [first, ...others] = told.flatMap(({ read: { row, area } }) => (area ? [{ row, area }] : []));
  if (first === undefined) return undefined;
  const other = others.find(({ area }) => !isSameArea(area, first.area));
  if (other !== undefined)
    return { row: other.row, field: 'area', message: `和第 ${first.row} 行是同一户，面积或者依据不一样。` };
  return held !== undefined && isWeaker(first.area.basis, held.basis)
    ? {
        row: first.row,
        field: 'area',
        message: `这一户已有${basisTexts[held.basis]}面积 ${squareMetres(held)} 平方米，${basisTexts[first.area.basis]}面积不替换它。面积这一格空着再导入。`,
      }
    : undefined;
}

const shareFault = (told: readonly ToldOwner[]): Fault | undefined =>
  sharesFit(told.map(({ share }) => share))
    ? undefined
    : {
        row: told[0]?.read.row ?? 0,
        field: 'share',
        message: '这一户的份额加起来超过整套。几个人共有的，每人写自己的份额，例如 1/2。',
      };

/** What becomes of one home of which the table tells every owner; or why none of its rows goes in. */
export function planHome(
  told: readonly ToldOwner[],
  held: HomeNow,
  titleOf: (field: OwnerField) => string,
): HomePlan | readonly RowError[] {
  const fault = twice(told) ?? areaFault(told, held.area) ?? shareFault(told);
  if (fault !== undefined)
    return told.map(({ read: { row } }) =>
      row === fault.row
        ? { row, field: titleOf(fault.field), message: fault.message }
        : { row, field: '', message: togetherText(fault.row) },
    );
  const area = told.find(({ read }) => read.area !== undefined)?.read.area;
  const isKept = area === undefined || (held.area !== undefined && isSameArea(area, held.area));
  return { ...succession(held.owners, told), area: isKept ? undefined : area };
}

/** Half of a home's owners would end the other half. */
export const togetherText = (row: number): string => `同一户的第 ${row} 行有错，一户的业主一起改好再导入。`;
