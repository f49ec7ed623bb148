import { err, ok, type Result } from '../basics/result.ts';
import { plainWidth, withFigures } from './plain-width.ts';

/** Where a home is inside its compound. Labels are kept as figures or short letters: '3', '2', '501', 'A'. */
export interface HomeAddress {
  /** 小区, 路段 or 村组 before the building; '' where the writer left it out. */
  readonly compound: string;
  readonly building: string;
  /** '' where the building has one stairwell. */
  readonly unit: string;
  readonly number: string;
}

/** `no-building`: no building can be told. `no-number`: a building, but no door. */
export type AddressFault = 'no-building' | 'no-number';

const label = '([0-9]{1,5}[A-Za-z]?|[A-Za-z][0-9]{0,4})';
const building = `${label}\\s*(?:号楼|号院|栋|幢|座|号|楼|#)`;
const unit = `${label}\\s*(?:单元|门洞|门|梯)`;
/** 501, 501室, 501号, 5层01: the door, at the very end. */
const door = `${label}\\s*(?:室|号|户|房)?`;

const inWords = new RegExp(`^(.*?)${building}[\\s,-]*(?:${unit}[\\s,-]*)?(?:[0-9]{1,2}层\\s*)?${door}$`);
/** 3号楼2-501: the building in words, the rest in figures. */
const halfInWords = new RegExp(`^(.*?)${building}[\\s,-]*${label}[-#/]${label}$`);
/** 3-2-501, 3#2-501, 3/2/501: building, unit, door; with two parts, building and door. */
const inFigures = new RegExp(`^(.*?)${label}[-#/]${label}(?:[-#/]${label})?$`);
const buildingOnly = new RegExp(`^(.*?)${building}\\s*(?:${unit})?$`);

const figure = (text: string | undefined): string => (text ?? '').replace(/^0+(?=\d)/, '').toUpperCase();
const compoundOf = (text: string | undefined): string => (text ?? '').replaceAll(/[\s,，]+/g, '');

/** Dashes of every kind, and what people put between the parts, as one sign. */
const tidied = (text: string): string =>
  withFigures(plainWidth(text))
    .replaceAll(/[‐‑‒–—―－~～]/g, '-')
    .replaceAll(/\s+/g, ' ');

/**
 * Reads an address as communities write it: 柳荫里3号楼2单元501室, 柳荫里 3-2-501, 三号楼二单元五零一, ３＃２－５０１.
 * Two spellings of one home give one `homeKey`.
 */
export function readHomeAddress(text: string): Result<HomeAddress, AddressFault> {
  const said = tidied(text);
  const figures = halfInWords.exec(said) ?? inFigures.exec(said);
  if (figures !== null) {
    const [, compound, first, second, third] = figures;
    return ok({
      compound: compoundOf(compound),
      building: figure(first),
      unit: third === undefined ? '' : figure(second),
      number: figure(third ?? second),
    });
  }
  const words = inWords.exec(said);
  if (words !== null) {
    const [, compound, house, stairs, number] = words;
    return ok({
      compound: compoundOf(compound),
      building: figure(house),
      unit: figure(stairs),
      number: figure(number),
    });
  }
  return err(buildingOnly.test(said) ? 'no-number' : 'no-building');
}

/** What somebody remembers of an address; a part that is left out may be anything. */
export type PartialAddress = Partial<HomeAddress>;

const doorOnly = new RegExp(`^([^0-9A-Za-z]*?)(?:${unit}[\\s,-]*)?${door}$`);
const told = (parts: HomeAddress): PartialAddress =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));

/**
 * Reads as much of an address as a searcher knows: 柳荫里, 3号楼, 柳荫里3号楼2单元, 501室, 3-501. Undefined where it says
 * nothing that could be one.
 */
export function readPartialAddress(text: string): PartialAddress | undefined {
  const whole = readHomeAddress(text);
  if (whole.ok) return told(whole.value);
  const said = tidied(text);
  const house = buildingOnly.exec(said);
  if (house !== null)
    return told({
      compound: compoundOf(house[1]),
      building: figure(house[2]),
      unit: figure(house[3]),
      number: '',
    });
  const last = doorOnly.exec(said);
  if (last !== null)
    return told({
      compound: compoundOf(last[1]),
      building: '',
      unit: figure(last[2]),
      number: figure(last[3]),
    });
  const compound = compoundOf(said);
  return compound.length < 2 || /^[0-9]/.test(compound) ? undefined : { compound };
}

/** The compound without the district, street and community that some write before it, each as the directory names it. */
export const withoutAreas = (compound: string, areas: readonly string[]): string =>
  areas.reduce((left, area) => {
    const at = area === '' ? -1 : left.indexOf(area);
    return at < 0 ? left : left.slice(at + area.length);
  }, compound);

/** One text for one home, whatever its spelling. */
export const homeKey = ({ compound, building: house, unit: stairs, number }: HomeAddress): string =>
  [compound, house, stairs, number].join('|');

/** Sorts homes as somebody walks by them: building 2 before 2A and 10, 901 before 1001. */
export const walkingOrder = ({ compound, building: house, unit: stairs, number }: HomeAddress): string =>
  [compound, house, stairs, number].join(' ').replaceAll(/\d+/g, (digits) => digits.padStart(6, '0'));

/** As it is shown: 柳荫里 3 号楼 2 单元 501. */
export const showHomeAddress = ({ compound, building: house, unit: stairs, number }: HomeAddress): string =>
  [compound, `${house} 号楼`, ...(stairs === '' ? [] : [`${stairs} 单元`]), number].join(' ').trim();
