/** GeoJSON, WGS-84, positions as [longitude, latitude]. */
export type Geometry =
  | { readonly type: 'Point'; readonly coordinates: readonly [number, number] }
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
export type Ring = readonly (readonly [number, number])[];

/** Even-odd rule over one ring; points on an edge may fall on either side. */
function inRing(ring: Ring, long: number, lat: number): boolean {
  let inside = false;
  ring.forEach(([x1, y1], i) => {
    const [x2, y2] = ring[(i + 1) % ring.length] ?? [x1, y1];
    if (y1 > lat !== y2 > lat && long < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}

/** The parts of an area, each with its outer ring first and its holes after; a point has none. */
export function partsOf(shape: Geometry): readonly (readonly Ring[])[] {
  if (shape.type === 'Point') return [];
  return shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates;
}

/** Inside an outer ring and in none of its holes; a point holds nothing. */
export function holdsPoint(shape: Geometry, lat: number, long: number): boolean {
  return partsOf(shape).some(([outer, ...holes]) => {
    if (outer === undefined) return false;
    return inRing(outer, long, lat) && !holes.some((hole) => inRing(hole, long, lat));
  });
}

const earthRadiusMeters = 6_371_008;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance. */
export function distanceMeters(
  a: { readonly lat: number; readonly long: number },
  b: { readonly lat: number; readonly long: number },
): number {
  const halfChord =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.long - a.long) / 2) ** 2;
  return 2 * earthRadiusMeters * Math.asin(Math.min(1, Math.sqrt(halfChord)));
}
