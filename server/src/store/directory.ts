import { type CivilDate, organId, placeId } from '@liren/core/basics/ids.ts';
import type { Charter, Level, Organ, Place } from '@liren/core/engine/types.ts';
import type { GridKind } from '@liren/core/grids/types.ts';
import type { Community, Directory } from '../usecases/shell.ts';
import { type Geometry, holdsPoint } from './geometry.ts';
import type { Queryable } from './write-record.ts';

interface PlaceRow {
  id: string;
  parent_id: string | null;
  level: Level;
  title: string;
  shape: Geometry | null;
  grid_kind: GridKind | null;
  closed: boolean;
}
type KnownPlace = Place & {
  readonly parentId?: string;
  readonly shape?: Geometry;
  /** Of a grid. */
  readonly gridKind?: GridKind;
};

/** What the directory holds beyond what use cases need: shapes and lists for maps and menus. */
export interface FullDirectory extends Directory {
  /** Those that stand; what was closed is still found by its id. */
  readonly places: readonly KnownPlace[];
  readonly organs: readonly Organ[];
}

/** Smaller places first: a grid tells more than its street. */
const fineness: readonly Level[] = ['building', 'grid', 'community', 'street', 'district'];

/** Reads places, communities and organs whole. They are thousands, not millions, and change seldom. */
export async function loadDirectory(
  client: Queryable,
  charters: ReadonlyMap<string, Charter>,
  today: CivilDate,
): Promise<FullDirectory> {
  const placeRows = await client.query<PlaceRow>(
    `SELECT id, parent_id, level, title, shape, grid_kind, coalesce(closed_on < $1::date, false) AS closed
     FROM place ORDER BY id`,
    [today],
  );
  const organRows = await client.query<{ id: string; kind: string; title: string; area_id: string }>(
    'SELECT id, kind, title, area_id FROM organ ORDER BY id',
  );
  const communityRows = await client.query<{
    id: string;
    title: string;
    place_id: string;
    street_id: string;
    charter: string;
  }>('SELECT id, title, place_id, street_id, charter FROM community ORDER BY id');
  const places = placeRows.rows.map(placeOf);
  const closed = new Set(placeRows.rows.filter((row) => row.closed).map(({ id }) => id));
  const organs = organRows.rows.map(
    ({ id, kind, title, area_id }): Organ => ({ id: organId(id), kind, title, area: placeId(area_id) }),
  );
  const communities = communityRows.rows.map((row): Community => {
    const charter = charters.get(row.charter);
    if (charter === undefined)
      throw new Error(`community ${row.id} lives under an unknown charter ${row.charter}`);
    return { id: row.id, title: row.title, placeId: row.place_id, streetId: row.street_id, charter };
  });
  return assemble(places, closed, organs, communities);
}

const placeOf = (row: PlaceRow): KnownPlace => ({
  id: placeId(row.id),
  level: row.level,
  title: row.title,
  ...(row.parent_id !== null && { parentId: row.parent_id }),
  ...(row.shape !== null && { shape: row.shape }),
  ...(row.level === 'grid' && { gridKind: row.grid_kind ?? 'micro' }),
});

/** Smaller ground first. */
const byFineness = (a: KnownPlace, b: KnownPlace): number =>
  fineness.indexOf(a.level) - fineness.indexOf(b.level) ||
  Number(a.gridKind === 'general') - Number(b.gridKind === 'general');

function assemble(
  all: readonly KnownPlace[],
  closed: ReadonlySet<string>,
  organs: readonly Organ[],
  communities: readonly Community[],
): FullDirectory {
  const placeById = new Map<string, KnownPlace>(all.map((place) => [place.id, place]));
  const organById = new Map<string, Organ>(organs.map((organ) => [organ.id, organ]));
  const communityById = new Map(communities.map((each) => [each.id, each]));
  const communityByPlace = new Map(communities.map((each) => [each.placeId, each]));
  const chain = (id: string): readonly KnownPlace[] => {
    const place = placeById.get(id);
    if (place === undefined) return [];
    return [...(place.parentId === undefined ? [] : chain(place.parentId)), place];
  };
  const places = all.filter(({ id }) => !closed.has(id));
  const paths = new Map(all.map((place) => [place.id as string, chain(place.id)]));
  const around = new Map<string, readonly Organ[]>();
  const drawn = places.filter((place) => place.shape !== undefined).sort(byFineness);
  return {
    places,
    organs,
    communities,
    findCommunity: (id) => communityById.get(id),
    findCommunityOf: (id) =>
      [...(paths.get(id) ?? [])].reverse().flatMap((place) => communityByPlace.get(place.id) ?? [])[0],
    findPlace: (id) => placeById.get(id),
    pathTo: (id) => (paths.get(id) ?? []).map(({ id: own, level, title }) => ({ id: own, level, title })),
    findOrgan: (id) => organById.get(id),
    organsAround: (communityId) => {
      const streetId = communityById.get(communityId)?.streetId;
      if (streetId === undefined) return [];
      const known = around.get(streetId);
      if (known !== undefined) return known;
      const above = new Set((paths.get(streetId) ?? []).map((place) => place.id));
      const found = organs.filter(
        (organ) =>
          above.has(organ.area) || (paths.get(organ.area) ?? []).some((place) => place.id === streetId),
      );
      around.set(streetId, found);
      return found;
    },
    findPlaceAt: (lat, long) =>
      drawn.find((place) => place.shape !== undefined && holdsPoint(place.shape, lat, long))?.id,
  };
}

/** Counts up whenever places or organs change, on whatever server. */
export async function directoryVersion(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM directory_state');
  return rows[0]?.version ?? 0;
}

/** Has every server read places and organs anew. */
export async function touchDirectory(client: Queryable): Promise<void> {
  await client.query('UPDATE directory_state SET version = version + 1');
}
