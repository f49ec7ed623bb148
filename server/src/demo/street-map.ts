import type { Geometry } from '../store/geometry.ts';

/** Longitude and latitude, WGS-84. */
export type Position = readonly [number, number];
/** A block of the chequered ground: `columns` by `rows` cells from the cell (`column`, `row`), south-west first. */
export interface Block {
  readonly column: number;
  readonly row: number;
  readonly columns: number;
  readonly rows: number;
}

/** South-west corner and the size of one cell: about 400 m by 355 m. */
const corner: Position = [116.3952, 39.9011];
const cell = { long: 0.0047, lat: 0.0032 } as const;
/** Streets are never quite straight: each crossing is moved by up to this part of a cell. */
const bend = 0.14;

/** A number in 0–1 that looks random and is the same for ever. */
function scattered(column: number, row: number, salt: number): number {
  const x = Math.sin(column * 127.1 + row * 311.7 + salt * 74.7) * 43_758.5453;
  return x - Math.floor(x);
}

const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

/** The crossing at the corner of four cells; neighbours share it, so their borders meet without a gap. */
const crossing = (column: number, row: number): Position => [
  rounded(corner[0] + (column + (scattered(column, row, 1) - 0.5) * 2 * bend) * cell.long),
  rounded(corner[1] + (row + (scattered(column, row, 2) - 0.5) * 2 * bend) * cell.lat),
];

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** The outline of a block through every crossing on its edge, counter-clockwise as RFC 7946 asks. */
export function outline({ column, row, columns, rows }: Block): Geometry {
  const east = column + columns;
  const north = row + rows;
  const ring = [
    ...range(columns).map((i) => crossing(column + i, row)),
    ...range(rows).map((i) => crossing(east, row + i)),
    ...range(columns).map((i) => crossing(east - i, north)),
    ...range(rows).map((i) => crossing(column, north - i)),
  ];
  const [first] = ring;
  return { type: 'Polygon', coordinates: [first === undefined ? ring : [...ring, first]] };
}

/** A spot well inside the block; `across` and `up` run from 0 to 1. */
export function spotIn({ column, row, columns, rows }: Block, across: number, up: number): Position {
  const inset = 0.24;
  const [west, south, east, north] = [column, row, column + columns, row + rows];
  const u = inset / columns + across * (1 - (2 * inset) / columns);
  const v = inset / rows + up * (1 - (2 * inset) / rows);
  const [a, b, c, d] = [
    crossing(west, south),
    crossing(east, south),
    crossing(west, north),
    crossing(east, north),
  ];
  const blend = (i: 0 | 1): number =>
    rounded((a[i] * (1 - u) + b[i] * u) * (1 - v) + (c[i] * (1 - u) + d[i] * u) * v);
  return [blend(0), blend(1)];
}
