/** How near another matter is, the nearest first; in words on the page. */
export const grades = [
  'building',
  'compound',
  'steps',
  'walk',
  'grid',
  'ride',
  'community',
  'unknown',
  'street',
  'far',
] as const;
export type Grade = (typeof grades)[number];

/** Whole likeness counts where one stands; the farther, the more the words alone must say. */
const weights: Readonly<Record<Grade, number>> = {
  building: 1.25,
  compound: 1.1,
  steps: 1,
  walk: 0.85,
  grid: 1,
  ride: 0.7,
  community: 1,
  // Not to know the place lowers nothing.
  unknown: 1,
  street: 0.8,
  far: 0.5,
};

/** Upper ends, closed; places are public to about 100 m. */
const stepsMeters = 250;
const walkMeters = 1000;
const rideMeters = 2000;

export interface Spot {
  readonly address?: string | undefined;
  readonly grid?: string | undefined;
  readonly community?: string | undefined;
}

const building =
  /^(?<before>.*?)(?<number>[0-9a-z一二三四五六七八九十]+)\s*(?:号?\s*楼|栋|幢|座)(?!道|梯|上|下)/u;

/** The compound and the building that an address names, as far as it does: ‘柳荫里 3 号楼 2 单元’. */
export function readAddress(address: string): { readonly compound?: string; readonly building?: string } {
  const plain = address.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
  const found = building.exec(plain)?.groups;
  const compound = found?.['before'] ?? '';
  // A number alone may be any compound's: it names a building only together with one.
  if (compound.length < 2) return {};
  return { compound, building: `${compound}${numberOf(found?.['number'] ?? '')}` };
}

const digits = '零一二三四五六七八九';
/** ‘三’ and ‘3’, ‘十二’ and ‘12’ are one building. */
function numberOf(text: string): string {
  const tens = /^([一二三四五六七八九]?)十([一二三四五六七八九]?)$/u.exec(text);
  if (tens !== null)
    return String((digits.indexOf(tens[1] || '一') || 1) * 10 + Math.max(0, digits.indexOf(tens[2] || '零')));
  return [...text].map((each) => (digits.includes(each) ? digits.indexOf(each) : each)).join('');
}

function byAddress(a: Spot, b: Spot): Grade | undefined {
  const [here, there] = [readAddress(a.address ?? ''), readAddress(b.address ?? '')];
  if (here.building !== undefined && here.building === there.building) return 'building';
  return here.compound !== undefined && here.compound === there.compound ? 'compound' : undefined;
}

function byMeters(meters: number | undefined): Grade | undefined {
  if (meters === undefined) return undefined;
  if (meters <= stepsMeters) return 'steps';
  if (meters <= walkMeters) return 'walk';
  return meters <= rideMeters ? 'ride' : 'far';
}

function byArea(a: Spot, b: Spot): Grade {
  if (a.grid !== undefined && a.grid === b.grid) return 'grid';
  if (a.community === undefined || b.community === undefined) return 'unknown';
  return a.community === b.community ? 'community' : 'street';
}

/** By address, else by distance, else by the area that both lie in. */
export const gradeOf = (a: Spot, b: Spot, distanceMeters: number | undefined): Grade =>
  byAddress(a, b) ?? byMeters(distanceMeters) ?? byArea(a, b);

/** The likeness of words as nearness lets it count. */
export const likenessAt = (words: number, grade: Grade): number => words * weights[grade];

const freshDays = 14;
/** A quarter less after 14 days, never by more than half: an old matter that is still open may be the very one. */
export const freshness = (ageDays: number): number =>
  0.5 + 0.5 * (freshDays / (freshDays + Math.max(0, ageDays)));
