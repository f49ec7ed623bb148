/** 微网格 for homes; 专属网格, one unit such as a school; 总网格 holds grids, never homes. */
export const gridKinds = ['micro', 'exclusive', 'general'] as const;
export type GridKind = (typeof gridKinds)[number];

/** How many households a grid should hold; both ends belong to the range. */
export interface SizeRange {
  readonly least: number;
  readonly most: number;
}
export interface Workload {
  readonly home: number;
  readonly resident: number;
  readonly matter: number;
  readonly riskHome: number;
}
/** What a charter holds its grids to. */
export interface GridRules {
  readonly micro: SizeRange;
  readonly general: SizeRange;
  /** Points of work: of a home, a resident, an open matter, and more for a home that is due more often. */
  readonly workload: Workload;
}

/** The homes behind one stairwell, or of a whole building where stairwells are not told. */
export interface Block {
  readonly compound: string;
  readonly building: string;
  /** '' where the building has one stairwell. */
  readonly unit: string;
  readonly households: number;
  /** Points of work, whole and not negative. */
  readonly points: number;
  /** Longitude and latitude of the building, WGS-84, where it is drawn. */
  readonly at?: readonly [long: number, lat: number];
}

export type Outside = 'small' | 'large';

export const outsideOf = (households: number, { least, most }: SizeRange): Outside | undefined => {
  if (households < least) return 'small';
  return households > most ? 'large' : undefined;
};

/** One text for one building. */
export const buildingKey = ({ compound, building }: Pick<Block, 'compound' | 'building'>): string =>
  `${compound}|${building}`;
export const blockKey = ({
  compound,
  building,
  unit,
}: Pick<Block, 'compound' | 'building' | 'unit'>): string => `${compound}|${building}|${unit}`;
