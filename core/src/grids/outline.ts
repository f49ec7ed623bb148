/** A corner as longitude and latitude. */
type Corner = readonly [long: number, lat: number];
type Ring = readonly Corner[];
/** GeoJSON, WGS-84; rings close themselves. */
export type Outline =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** Ground that is shared out: its outer ring, and the buildings on it with the grid that each comes to. */
export interface Ground {
  readonly ring: Ring;
  readonly sites: readonly { readonly at: Corner; readonly grid: string }[];
}

/** About 1 cm: corners nearer than this are one. */
const grain = 1e7;
const snap = (degrees: number): number => Math.round(degrees * grain) / grain;
const snapped = ([long, lat]: Corner): Corner => [snap(long), snap(lat)];
const keyOf = ([long, lat]: Corner): string => `${long} ${lat}`;
const open = (ring: Ring): Ring => {
  const [first] = ring;
  const last = ring.at(-1);
  const closes = first !== undefined && last !== undefined && ring.length > 1 && keyOf(first) === keyOf(last);
  return closes ? ring.slice(0, -1) : ring;
};

/** The part of a ring that is nearer to `a` than to `b` (Sutherland and Hodgman, one half plane). */
function nearer(ring: Ring, a: Corner, b: Corner, squeeze: number): Ring {
  const [dx, dy] = [(b[0] - a[0]) * squeeze * squeeze, b[1] - a[1]];
  const [mx, my] = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  const beyond = ([x, y]: Corner): number => (x - mx) * dx + (y - my) * dy;
  return ring.flatMap((corner, i): Corner[] => {
    const before = ring.at(i - 1) ?? corner;
    const [here, there] = [beyond(corner), beyond(before)];
    const part = there / (there - here);
    const crossing: Corner = [
      before[0] + (corner[0] - before[0]) * part,
      before[1] + (corner[1] - before[1]) * part,
    ];
    const crosses = here > 0 !== there > 0;
    if (here > 0) return crosses ? [crossing] : [];
    return crosses ? [crossing, corner] : [corner];
  });
}

/** Each building's share: the ground that is nearer to it than to any other. */
function cellsOf({ ring, sites }: Ground): readonly { readonly grid: string; readonly ring: Ring }[] {
  const whole = open(ring).map(snapped);
  const squeeze = Math.cos(((whole[0]?.[1] ?? 0) * Math.PI) / 180);
  const spots = [...new Map(sites.map((site) => [keyOf(snapped(site.at)), site])).values()];
  const grids = new Set(spots.map(({ grid }) => grid));
  const [only] = grids;
  if (grids.size === 1 && only !== undefined) return [{ grid: only, ring: whole }];
  return spots.map(({ at, grid }) => ({
    grid,
    ring: spots
      .filter((other) => keyOf(snapped(other.at)) !== keyOf(snapped(at)))
      .reduce<Ring>((left, other) => nearer(left, at, other.at, squeeze), whole)
      .map(snapped),
  }));
}

type Edge = readonly [Corner, Corner];

/** Edges that only one of the rings has. */
function outerEdges(rings: readonly Ring[]): readonly Edge[] {
  const edges = new Map<string, Edge>();
  for (const ring of rings)
    for (const [i, to] of ring.entries()) {
      const from = ring.at(i - 1) ?? to;
      if (keyOf(from) === keyOf(to)) continue;
      if (!edges.delete(`${keyOf(to)}>${keyOf(from)}`)) edges.set(`${keyOf(from)}>${keyOf(to)}`, [from, to]);
    }
  return [...edges.values()];
}

/** Rings whose shared edges were taken away; undefined where what is left is no set of rings. */
function merged(rings: readonly Ring[]): readonly Ring[] | undefined {
  const edges = outerEdges(rings);
  const onward = new Map(edges.map((edge) => [keyOf(edge[0]), edge]));
  if (onward.size < edges.length) return undefined;
  const found: Ring[] = [];
  for (const start of [...onward.keys()]) {
    const ring: Corner[] = [];
    let edge = onward.get(start);
    while (edge !== undefined) {
      onward.delete(keyOf(edge[0]));
      ring.push(edge[0]);
      edge = onward.get(keyOf(edge[1]));
    }
    if (ring.length > 2) found.push(ring);
  }
  return found;
}

const turning = (ring: Ring): number =>
  ring.reduce((area, [x, y], i) => {
    const [x0, y0] = ring.at(i - 1) ?? [x, y];
    return area + x0 * y - x * y0;
  }, 0);
const closed = (ring: Ring): Ring => (ring[0] === undefined ? ring : [...ring, ring[0]]);
const counterClockwise = (ring: Ring): Ring => (turning(ring) < 0 ? ring.toReversed() : ring);

/**
 * The ground of each grid, drawn from where its buildings stand: of every piece of ground that was shared out, what is
 * nearer to them than to the buildings of others. Neighbouring parts become one.
 */
export function outlines(grounds: readonly Ground[]): ReadonlyMap<string, Outline> {
  const rings = new Map<string, Ring[]>();
  for (const ground of grounds)
    for (const { grid, ring } of cellsOf({ ...ground, ring: counterClockwise(open(ground.ring)) })) {
      if (ring.length < 3) continue;
      const known = rings.get(grid);
      if (known === undefined) rings.set(grid, [ring]);
      else known.push(ring);
    }
  return new Map(
    [...rings].map(([grid, own]): [string, Outline] => {
      const whole = merged(own);
      // A hole turns the other way: then the parts are drawn as they are.
      const parts = whole?.every((ring) => turning(ring) > 0) ? whole : own;
      const [first] = parts;
      return [
        grid,
        parts.length === 1 && first !== undefined
          ? { type: 'Polygon', coordinates: [closed(first)] }
          : { type: 'MultiPolygon', coordinates: parts.map((ring) => [closed(ring)]) },
      ];
    }),
  );
}
