import { creditCode } from '../usecases/testing-organisations.ts';
import { identity } from '../usecases/testing-registry.ts';

/** 1,890 units in 27 buildings of 35 floors, two doors a floor: as many as 中海西里 had without gas. */
export const compound = '柳荫里';
const floors = 35;
const doorOf = (unit: number) => {
  const [building, door] = [Math.floor(unit / 70) + 1, unit % 70];
  return { building, number: (Math.floor(door / 2) + 1) * 100 + (door % 2) + 1 };
};
const addressOf = (unit: number): string => {
  const { building, number } = doorOf(unit);
  return `${compound}${building}号楼1单元${number}`;
};
/** As it stands on a roll. */
export const labelOf = (unit: number): string => {
  const { building, number } = doorOf(unit);
  return `${compound} ${building} 号楼 1 单元 ${number}`;
};
/** As a clerk types it. */
export const figuresOf = (unit: number): string => {
  const { building, number } = doorOf(unit);
  return `${building}-1-${number}`;
};
export const units = 27 * floors * 2;

export interface UnitOwners {
  readonly unit: number;
  readonly address: string;
  /** Square metres; undefined where nobody has measured. */
  readonly area: number | undefined;
  readonly owners: readonly { readonly name: string; readonly number?: string; readonly code?: string }[];
}
const person = (n: number) => ({
  name: `业主${String(n)}`,
  number: identity(`19${50 + (n % 50)}0${1 + (n % 9)}${10 + (n % 18)}`, (n * 7 + Math.floor(n / 50)) % 1000),
});
export const developer = { name: '永兴置业', code: creditCode(7) };
export const investor = person(90_000);

/** How many units of each sort there are, from the first door on. */
export const sorts = { developer: 37, investor: 5, unnumbered: 60, unowned: 12, couples: 600 } as const;
const bounds = {
  investor: sorts.developer,
  unnumbered: sorts.developer + sorts.investor,
  unowned: sorts.developer + sorts.investor + sorts.unnumbered,
  couples: sorts.developer + sorts.investor + sorts.unnumbered + sorts.unowned,
  singles: sorts.developer + sorts.investor + sorts.unnumbered + sorts.unowned + sorts.couples,
};
export const firstCouple = bounds.couples;
export const firstSingle = bounds.singles;
/** Of who has no number, the first eight have no area either. */
export const unmeasured = 8;

const singles = units - firstSingle;
/** Developer and investor are one head each, a couple is one. */
export const heads = 1 + 1 + sorts.unnumbered + sorts.unowned + sorts.couples + singles;
/** Square metres, once everything is measured. */
export const area =
  sorts.developer * 300 +
  sorts.investor * 150 +
  (sorts.unnumbered + sorts.unowned + singles) * 60 +
  sorts.couples * 120;

/** @param complete also the units that the first table lacks: twelve without owners, eight without area */
function unitAt(unit: number, complete: boolean): UnitOwners {
  const at = { unit, address: addressOf(unit) };
  if (unit < bounds.investor) return { ...at, area: 300, owners: [developer] };
  if (unit < bounds.unnumbered) return { ...at, area: 150, owners: [investor] };
  if (unit < bounds.unowned) {
    const isMeasured = complete || unit >= bounds.unnumbered + unmeasured;
    return { ...at, area: isMeasured ? 60 : undefined, owners: [{ name: `老业主${unit}` }] };
  }
  if (unit < bounds.couples) return { ...at, area: 60, owners: complete ? [person(unit)] : [] };
  if (unit < bounds.singles)
    return { ...at, area: 120, owners: [person(unit * 2 + 10_000), person(unit * 2 + 10_001)] };
  return { ...at, area: 60, owners: [person(unit)] };
}
export const compoundOwners = (complete: boolean): readonly UnitOwners[] =>
  Array.from({ length: units }, (_, unit) => unitAt(unit, complete));

export const unowned = (): readonly string[] =>
  Array.from({ length: sorts.unowned }, (_, i) => addressOf(bounds.unowned + i));

/** The table that a developer or land office hands over. */
export const ownersCsv = (rows: readonly UnitOwners[]): Uint8Array =>
  new TextEncoder().encode(
    [
      '业主姓名,身份证号,统一社会信用代码,住址,专有部分面积,面积依据,共有份额',
      ...rows.flatMap(({ address, area, owners }) =>
        owners.map(({ name, number = '', code = '' }) =>
          [
            name,
            number,
            code,
            address,
            area ?? '',
            area === undefined ? '' : '产权登记',
            owners.length > 1 ? `1/${owners.length}` : '',
          ].join(','),
        ),
      ),
    ].join('\n'),
  );
