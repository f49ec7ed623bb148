import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import { type FoundResident, findResident } from '../store/read-registry.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type RegistryArea, registryAreas } from './registry-area.ts';

export interface ResidentKey {
  readonly community: string;
  readonly id: string;
}

export const reasonPlace = (id: string): SealedPlace => ({
  table: 'registry_look',
  row: id,
  column: 'reason_sealed',
});

/** The resident, if one of these areas holds them. */
export async function findIn(
  { shell }: RegistryDeps,
  areas: readonly RegistryArea[],
  { community, id }: ResidentKey,
): Promise<{ readonly area: RegistryArea; readonly resident: FoundResident } | undefined> {
  for (const area of areas.filter((each) => each.community === community)) {
    const resident = await findResident(shell.pool, community, id, area.grids);
    if (resident !== undefined) return { area, resident };
  }
  return undefined;
}

/** The resident, if one of the asker's seats opens the registry where they live. */
export const findVisible = (deps: RegistryDeps, asker: Asker, key: ResidentKey) =>
  findIn(deps, registryAreas(deps.directory, asker), key);
