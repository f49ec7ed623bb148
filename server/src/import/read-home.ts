import { err, ok, type Result } from '@liren/core/basics/result.ts';
import {
  type AddressFault,
  type HomeAddress,
  readHomeAddress,
  withoutAreas,
} from '@liren/core/registry/address.ts';
import { plainName } from '@liren/core/registry/plain-width.ts';

/** Columns that tell a home: in one cell, or in cells of their own. */
export const homeFields = ['address', 'compound', 'building', 'unit', 'number'] as const;
export type HomeField = (typeof homeFields)[number];

export interface HomeContext {
  /** Titles of the district, street and community, which some write before every address. */
  readonly areas: readonly string[];
  /** The address as the registry calls it. */
  readonly called: (address: HomeAddress) => HomeAddress;
  /** Why nobody can live in a building any more; undefined where it stands. */
  readonly goneText: (address: HomeAddress) => string | undefined;
}

export const addressTexts: Readonly<Record<AddressFault, string>> = {
  'no-building': '看不出是几号楼。请写成“小区名 3 号楼 2 单元 501”。',
  'no-number': '有楼号，没有房号。',
};
const houseOf = (building: string): string =>
  /(号楼|号院|栋|幢|座|号|楼|#)$/.test(building) ? building : `${building}号楼`;
const unitOf = (unit: string): string => (unit === '' || /单元|门|梯/.test(unit) ? unit : `${unit}单元`);

/** The home that a row tells; what is missing in the one cell may stand in the others. */
export function readHome(
  text: (field: HomeField) => string | undefined,
  { areas, called, goneText }: HomeContext,
): Result<HomeAddress, { readonly field: 'building' | 'address'; readonly message: string }> {
  const building = text('building');
  const number = text('number');
  const isApart = building !== undefined && number !== undefined;
  const whole = text('address');
  const said = isApart ? `${houseOf(building)}${unitOf(text('unit') ?? '')}${number}` : whole;
  const field = isApart || whole === undefined ? 'building' : 'address';
  if (said === undefined) return err({ field, message: '没有写全住址：要有楼号和房号。' });
  const read = readHomeAddress(said);
  if (!read.ok) return err({ field, message: addressTexts[read.error] });
  const around = text('compound') ?? (isApart && whole !== undefined ? whole : '');
  const compound = (read.value.compound || plainName(around)).replace(/[·,，]/g, '');
  const home = called({ ...read.value, compound: withoutAreas(compound, areas) });
  const gone = goneText(home);
  return gone === undefined ? ok(home) : err({ field, message: gone });
}
