import { personId } from '@liren/core/basics/ids.ts';
import type { BuildingAddress } from '@liren/core/registry/address-names.ts';
import { findPerson, type PeopleDeps } from '../signin/people.ts';
import { type BuildingChangeRow, readBuildingChanges } from '../store/building-changes.ts';
import { readAddressNames, readBuildings, readDoors } from '../store/buildings.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { RegistryArea } from './registry-area.ts';
import { titlesOf } from './standing.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };

/** Everything that stands, or stood, in the asker's part of a community; what people call it, and what became of it. */
export async function viewBuildings(deps: Deps, { community, grids }: RegistryArea) {
  const { shell, directory } = deps;
  const isWhole = grids === undefined;
  const buildings = await readBuildings(shell.pool, community, grids);
  return {
    mayChange: isWhole,
    buildings: buildings.map(({ opened_on, closed_on, handed_to, grids: within, ...building }) => ({
      ...building,
      grids: within.flatMap((id) => {
        const place = directory.findPlace(id);
        return place?.level === 'grid' ? [{ id, title: place.title }] : [];
      }),
      ...(opened_on !== null && { openedOn: opened_on }),
      ...(closed_on !== null && { closedOn: closed_on }),
      ...(handed_to !== null && { handedTo: titlesOf(directory)(handed_to) }),
    })),
    names: await readAddressNames(shell.pool, community),
    changes: isWhole ? await changeLines(deps, community) : [],
  };
}

async function changeLines({ shell, people }: Deps, community: string) {
  const changes = await readBuildingChanges(shell.pool, community);
  const nameOf = new Map<string, string>();
  for (const id of new Set(changes.map(({ person_id }) => person_id)))
    nameOf.set(id, (await findPerson(people, personId(id)))?.name ?? '');
  return changes.map((change) => changeLine(change, nameOf));
}

function changeLine(change: BuildingChangeRow, nameOf: ReadonlyMap<string, string>) {
  const { id, kind, compound, building, to_compound, to_building, day, at, undone_at } = change;
  return {
    id,
    kind,
    compound,
    building,
    ...(to_compound !== null &&
      to_building !== null && { to: { compound: to_compound, building: to_building } }),
    day,
    homes: change.closed_homes.length,
    residents: change.ended_stays.length,
    by: nameOf.get(change.person_id) ?? '',
    at,
    undone: undone_at !== null,
  };
}

/** Door by door: how many live behind each and when somebody was last there; no names. */
export async function viewDoors(
  { shell }: RegistryDeps,
  { community, grids }: RegistryArea,
  building: BuildingAddress,
) {
  const doors = await readDoors(shell.pool, community, building, grids);
  return doors.map(({ id, unit, number, residents, risk, visited_at }) => ({
    id,
    unit,
    number,
    residents,
    ...(risk !== null && { risk }),
    ...(visited_at !== null && { visitedAt: visited_at }),
  }));
}
