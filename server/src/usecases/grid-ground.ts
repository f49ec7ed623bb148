import type { GridLoad, HeldBlock, StandingGrid } from '@liren/core/grids/draft.ts';
import { blockKey, buildingKey, type GridRules, type Workload } from '@liren/core/grids/types.ts';
import { readPartialAddress, withoutAreas } from '@liren/core/registry/address.ts';
import type { FullDirectory } from '../store/directory.ts';
import { type BlockRow, countOpenMatters, readBlocks } from '../store/grid-ground.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Community } from './shell.ts';

type Known = FullDirectory['places'][number];

/** A building that the directory knows as a place. */
export interface KnownBuilding {
  readonly place: string;
  readonly compound: string;
  readonly building: string;
  readonly unit: string;
  readonly at?: readonly [long: number, lat: number];
  /** The grid, or the community, under which it stands. */
  readonly grid: string;
}
/** All that deciding about a community's grids needs. */
export interface GridGround {
  readonly community: Community;
  readonly rules: GridRules | undefined;
  readonly grids: readonly (StandingGrid & { readonly parent?: string; readonly shape?: Known['shape'] })[];
  readonly blocks: readonly HeldBlock[];
  readonly buildings: readonly KnownBuilding[];
  /** Open matters of which the grid is known and the building is not. They stay with their grid. */
  readonly looseMatters: ReadonlyMap<string, number>;
}

/** What a grid holds, with the matters that belong to no building of it. */
export function withLoose(ground: GridGround, grids: Iterable<string>, load: GridLoad): GridLoad {
  const { matter } = ground.rules?.workload ?? plainWork;
  const more = [...grids].reduce((all, grid) => all + (ground.looseMatters.get(grid) ?? 0), 0);
  return { ...load, matters: load.matters + more, points: load.points + more * matter };
}

/** Where no charter says: a home is a home. */
const plainWork: Workload = { home: 1, resident: 0, matter: 0, riskHome: 0 };

function buildingsOf(directory: FullDirectory, community: Community): readonly KnownBuilding[] {
  const areas = directory.pathTo(community.placeId).map(({ title }) => title);
  return directory.places
    .filter(({ level }) => level === 'building')
    .flatMap(({ id, title, shape }): KnownBuilding[] => {
      const path = directory.pathTo(id);
      if (!path.some((place) => place.id === community.placeId)) return [];
      const grid = path.findLast((place) => place.level === 'grid')?.id ?? community.placeId;
      const { compound = '', building = '', unit = '' } = readPartialAddress(title) ?? {};
      const own = withoutAreas(compound, areas);
      return [
        {
          place: id,
          // What reads like no address is called as it is written.
          ...(own === '' && building === ''
            ? { compound: title, building: '' }
            : { compound: own, building }),
          unit,
          grid,
          ...(shape?.type === 'Point' && { at: shape.coordinates }),
        },
      ];
    });
}

const pointsOf = (work: Workload, block: Omit<HeldBlock, 'points'>): number =>
  block.households * work.home +
  block.residents * work.resident +
  block.matters * work.matter +
  block.riskHomes * work.riskHome;

function blocksOf(
  rows: readonly BlockRow[],
  buildings: readonly KnownBuilding[],
  matters: ReadonlyMap<string, number>,
  work: Workload,
): readonly HeldBlock[] {
  const drawn = new Map(buildings.map((building) => [buildingKey(building), building]));
  const lived = new Set(rows.map(buildingKey));
  // The matters of a building stand with its first stairwell; nobody lives in a building that no home names.
  const counted = new Set<string>();
  const blocks = [
    ...rows.map((row) => ({ ...row, grid: row.grid_id, riskHomes: row.risk_homes })),
    ...buildings
      .filter((building) => !lived.has(buildingKey(building)))
      .map((building) => ({ ...building, households: 0, residents: 0, riskHomes: 0 })),
  ];
  const known = new Set<string>();
  return blocks.flatMap(
    ({ compound, building, unit, grid, households, residents, riskHomes }): HeldBlock[] => {
      const key = `${blockKey({ compound, building, unit })}|${grid}`;
      if (known.has(key)) return [];
      known.add(key);
      const place = drawn.get(buildingKey({ compound, building }));
      const first = place !== undefined && !counted.has(place.place);
      if (place !== undefined) counted.add(place.place);
      const block = {
        compound,
        building,
        unit,
        grid,
        households,
        residents,
        riskHomes,
        matters: first ? (matters.get(place.place) ?? 0) : 0,
        ...(place?.at !== undefined && { at: place.at }),
      };
      return [{ ...block, points: pointsOf(work, block) }];
    },
  );
}

/** Reads what lies where in a community. */
export async function readGround(
  client: Queryable,
  directory: FullDirectory,
  community: Community,
): Promise<GridGround> {
  const rules = community.charter.grids;
  const buildings = buildingsOf(directory, community);
  const rows = await readBlocks(client, community.id);
  const matters = await countOpenMatters(client, community.id);
  const grids = directory.places.filter(
    ({ id, level }) =>
      level === 'grid' && directory.pathTo(id).some((place) => place.id === community.placeId),
  );
  return {
    community,
    rules,
    buildings,
    looseMatters: new Map(grids.map(({ id }) => [id, matters.get(id) ?? 0])),
    blocks: blocksOf(rows, buildings, matters, rules?.workload ?? plainWork),
    grids: [
      { id: community.placeId, title: community.title, kind: 'undrawn' },
      ...grids.map(({ id, title, parentId, gridKind = 'micro', shape }) => ({
        id,
        title,
        kind: gridKind,
        ...(parentId !== undefined && { parent: parentId }),
        ...(shape !== undefined && { shape }),
      })),
    ],
  };
}
