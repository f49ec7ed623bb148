import type { HomeAddress } from './address.ts';

/** A building of a compound, as the registry calls both. */
export interface BuildingAddress {
  readonly compound: string;
  readonly building: string;
}
/** 别名: another way in which people write a compound, or a building within the compound `within` ('' for a compound). */
export interface AddressName {
  readonly level: 'compound' | 'building';
  readonly within: string;
  readonly said: string;
  readonly means: string;
}

const keyOf = ({ level, within, said }: Omit<AddressName, 'means'>): string =>
  [level, within, said].join('|');
const meanings = (names: readonly AddressName[]): ReadonlyMap<string, string> =>
  new Map(names.map((name) => [keyOf(name), name.means]));

/** Reads an address as the registry calls it: first its compound, then its building within that. */
export function calledNow(names: readonly AddressName[]): <T extends BuildingAddress>(address: T) => T {
  const meant = meanings(names);
  return (address) => {
    const { compound: said, building } = address;
    const compound = meant.get(keyOf({ level: 'compound', within: '', said })) ?? said;
    const known = meant.get(keyOf({ level: 'building', within: compound, said: building }));
    return { ...address, compound, building: known ?? building };
  };
}

/** One name for each way of writing, the latest; none that means itself. */
const tidied = (names: readonly AddressName[]): readonly AddressName[] =>
  [...new Map(names.map((name) => [keyOf(name), name])).values()].filter(({ said, means }) => said !== means);

/**
 * The names after a compound, or a building within one, came to be called otherwise: whatever meant it means the new
 * name, and the new name is no longer another way to write something else. No name leads to a name.
 */
function called(
  names: readonly AddressName[],
  { level, within, said: from, means: to }: AddressName,
): readonly AddressName[] {
  const isBeside = (name: AddressName): boolean => name.level === level && name.within === within;
  const kept = names.filter((name) => !(isBeside(name) && name.said === to));
  const followed = kept.map((name) =>
    isBeside(name) && name.means === from ? { ...name, means: to } : name,
  );
  return tidied([...followed, { level, within, said: from, means: to }]);
}

export const callBuilding = (
  names: readonly AddressName[],
  { compound, building }: BuildingAddress,
  to: string,
): readonly AddressName[] =>
  called(names, { level: 'building', within: compound, said: building, means: to });

/** @param standing buildings of the compound that it comes to be: their names mean themselves. */
export function callCompound(
  names: readonly AddressName[],
  from: string,
  to: string,
  standing: ReadonlySet<string>,
): readonly AddressName[] {
  const isOf = (compound: string) => (name: AddressName) =>
    name.level === 'building' && name.within === compound;
  const own = names.filter(isOf(to));
  const meant = new Map(own.map(({ said, means }) => [said, means]));
  const taken = new Set([...standing, ...own.flatMap(({ said, means }) => [said, means])]);
  const moved = names
    .filter(isOf(from))
    .filter(({ said }) => !taken.has(said))
    .map((name) => ({ ...name, within: to, means: meant.get(name.means) ?? name.means }));
  const others = names.filter((name) => !isOf(from)(name));
  return called([...moved, ...others], { level: 'compound', within: '', said: from, means: to });
}

/** The names once a new building stands where people wrote an old one: its own name means itself. */
export const openBuilding = (
  names: readonly AddressName[],
  { compound, building }: BuildingAddress,
): readonly AddressName[] =>
  names.filter(({ level, within, said }) => level !== 'building' || within !== compound || said !== building);

/** Where a door is: 501 is the first door of the fifth floor. Undefined where the number does not tell. */
export function floorOf({
  number,
}: Pick<HomeAddress, 'number'>): { floor: number; door: string } | undefined {
  const [, floor = '0', door = ''] = /^(\d{1,2})(\d{2}[A-Z]?)$/.exec(number) ?? [];
  return Number(floor) === 0 ? undefined : { floor: Number(floor), door };
}
