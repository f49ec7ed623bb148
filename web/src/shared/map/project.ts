/** Longitude first, degrees, WGS-84, as GeoJSON writes it. */
export type Position = readonly [long: number, lat: number];
export interface Shape {
  readonly type: 'Polygon' | 'MultiPolygon';
  /** Rings of positions, or polygons of rings, as GeoJSON. */
  readonly coordinates: unknown;
}
export interface Bounds {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}
/** Plane units: one is a degree of latitude; y grows downwards. Right for a street, a few kilometres across. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Projection {
  readonly toPlane: (position: Position) => Point;
  readonly toGlobe: (point: Point) => Position;
}

export function projectionAt(lat: number): Projection {
  const squeeze = Math.max(Math.cos((lat * Math.PI) / 180), 0.05);
  return {
    toPlane: ([long, north]) => ({ x: long * squeeze, y: -north }),
    toGlobe: ({ x, y }) => [x / squeeze, -y],
  };
}

const isPosition = (value: unknown): value is Position =>
  Array.isArray(value) && typeof value[0] === 'number' && typeof value[1] === 'number';

/** Every ring of a shape, outer and inner alike; what is not a ring is left out. */
export function ringsOf(shape: Shape): Position[][] {
  const collect = (value: unknown): Position[][] => {
    if (!Array.isArray(value)) return [];
    const positions = value.filter(isPosition);
    return positions.length > 0 && positions.length === value.length ? [positions] : value.flatMap(collect);
  };
  return collect(shape.coordinates);
}

export function boundsOf(positions: readonly Position[]): Bounds | undefined {
  if (positions.length === 0) return undefined;
  const longs = positions.map(([long]) => long);
  const lats = positions.map(([, lat]) => lat);
  return {
    west: longs.reduce((a, b) => Math.min(a, b)),
    east: longs.reduce((a, b) => Math.max(a, b)),
    south: lats.reduce((a, b) => Math.min(a, b)),
    north: lats.reduce((a, b) => Math.max(a, b)),
  };
}

/** Whether a position lies in a shape; holes count as outside. */
export function contains(shape: Shape, [long, lat]: Position): boolean {
  let inside = false;
  for (const ring of ringsOf(shape)) {
    for (const [index, [x1, y1]] of ring.entries()) {
      const before = ring[(index + ring.length - 1) % ring.length];
      if (before === undefined) continue;
      const [x0, y0] = before;
      if (y1 > lat !== y0 > lat && long < ((x0 - x1) * (lat - y1)) / (y0 - y1) + x1) inside = !inside;
    }
  }
  return inside;
}

/** Where a label stands: the middle of the largest ring by area. */
export function labelPoint(shape: Shape): Position | undefined {
  let best: { area: number; at: Position } | undefined;
  for (const ring of ringsOf(shape)) {
    let area = 0;
    let x = 0;
    let y = 0;
    const [origin = [0, 0] as Position] = ring;
    for (const [index, [ax, ay]] of ring.entries()) {
      const [bx, by] = ring[(index + 1) % ring.length] ?? origin;
      const cross = (ax - origin[0]) * (by - origin[1]) - (bx - origin[0]) * (ay - origin[1]);
      area += cross;
      x += (ax + bx - 2 * origin[0]) * cross;
      y += (ay + by - 2 * origin[1]) * cross;
    }
    if (area === 0 || (best !== undefined && Math.abs(area) <= best.area)) continue;
    best = { area: Math.abs(area), at: [origin[0] + x / (3 * area), origin[1] + y / (3 * area)] };
  }
  return best?.at;
}
