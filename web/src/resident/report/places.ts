import type { PlaceBody } from '../../shared/api/bodies.ts';
import { asWritten } from '../../shared/i18n/titles.ts';

const mostShown = 4;
const numerals = '零一二三四五六七八九';

/** As people write an address: no gaps, figures as figures, 楼 for 号楼. */
const plain = (text: string): string =>
  text
    .replaceAll(/\s/g, '')
    .replaceAll(/[零一二三四五六七八九](?=号|楼|栋|单元)/g, (sign) => String(numerals.indexOf(sign)))
    .replaceAll(/号楼|栋|幢/g, '楼')
    .toLowerCase();

const isWithin = (words: string, { title }: PlaceBody): boolean => words.includes(plain(asWritten(title)));

/** Buildings whose name stands in what was written, or begins with it; longest names first. */
export function buildingsLike(places: readonly PlaceBody[], written: string): readonly PlaceBody[] {
  const words = plain(written);
  if (words.length < 2) return [];
  return places
    .filter(({ level, title }) => {
      if (level !== 'building' && level !== 'compound') return false;
      const name = plain(asWritten(title));
      return words.includes(name) || name.includes(words);
    })
    .sort((a, b) => Number(isWithin(words, b)) - Number(isWithin(words, a)))
    .slice(0, mostShown);
}

/** The address with the building in it: what was written stays, unless it was only the beginning of the name. */
export const withBuilding = (written: string, building: PlaceBody): string =>
  isWithin(plain(written), building) ? written : asWritten(building.title);

/** The community that a place lies in. */
export function communityOf(places: readonly PlaceBody[], place: PlaceBody): PlaceBody | undefined {
  let at: PlaceBody | undefined = place;
  // A tree of places is shallow; the bound guards against a ring in it.
  for (let depth = 0; at !== undefined && depth < 12; depth += 1) {
    if (at.level === 'community') return at;
    const parent: string | undefined = at.parent;
    at = places.find(({ id }) => id === parent);
  }
  return undefined;
}

/** Where a place stands when it is drawn as a point. */
export function spotOf({ shape }: PlaceBody): { readonly lat: number; readonly long: number } | undefined {
  if (typeof shape !== 'object' || shape === null || !('type' in shape) || shape.type !== 'Point')
    return undefined;
  const [long, lat] = 'coordinates' in shape && Array.isArray(shape.coordinates) ? shape.coordinates : [];
  return typeof lat === 'number' && typeof long === 'number' ? { lat, long } : undefined;
}
