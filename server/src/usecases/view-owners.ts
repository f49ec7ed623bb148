import type { BuildingAddress } from '@liren/core/registry/address-names.ts';
import { headsOf } from '@liren/core/registry/ownership.ts';
import { areasOfBuilding, openOwner, readAreas, readOwners } from '../store/owners.ts';
import type { RegistryDeps } from './import-residents.ts';

/** Who owns a building: how large it is, as far as its homes are measured, and how many heads its owners are. */
export async function ownershipOf({ shell }: RegistryDeps, community: string, building: BuildingAddress) {
  const homes = await areasOfBuilding(shell.pool, community, building);
  const owners = await readOwners(
    shell.pool,
    community,
    homes.map(({ id }) => id),
  );
  const marks = new Map<string, string[]>();
  for (const { id, home_id, owner_mark } of owners)
    marks.set(home_id, [...(marks.get(home_id) ?? []), owner_mark ?? id]);
  const areas = homes.flatMap(({ area_square_centimetres }) => area_square_centimetres ?? []);
  return {
    areaSquareCentimetres: areas.reduce((sum, area) => sum + area, 0),
    homes: homes.length,
    measured: areas.length,
    owned: marks.size,
    heads: headsOf(marks.values()),
  };
}

/** Whether it is a person's or an organisation's: three figures and the last four of either. */
const masked = (number: string): string => `${number.slice(0, 3)}${'*'.repeat(11)}${number.slice(-4)}`;

/** Who owns one home, numbers masked; undefined where it is not of this community. */
export async function ownersOfHome({ shell }: RegistryDeps, community: string, home: string) {
  const [area] = await readAreas(shell.pool, community, [home]);
  if (area === undefined) return undefined;
  const rows = await readOwners(shell.pool, community, [home]);
  return {
    ...(area.area_square_centimetres !== null &&
      area.area_basis !== null && {
        area: { squareCentimetres: area.area_square_centimetres, basis: area.area_basis },
      }),
    owners: rows.map(({ id, name_sealed, number_sealed, share_top, share_bottom, from_date }) => ({
      id,
      name: openOwner(shell.sealer, id, 'name', name_sealed),
      ...(number_sealed !== null && { number: masked(openOwner(shell.sealer, id, 'number', number_sealed)) }),
      share: { top: share_top, bottom: share_bottom },
      since: from_date,
    })),
  };
}
