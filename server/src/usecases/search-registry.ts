import { readPartialAddress, showHomeAddress, withoutAreas } from '@liren/core/registry/address.ts';
import { calledNow } from '@liren/core/registry/address-names.ts';
import { type IdentityNumber, maskIdentityNumber } from '@liren/core/registry/identity-number.ts';
import type { Kysely } from 'kysely';
import { maskPhone } from '../adapters/crypto/mask.ts';
import { readAddressNames } from '../store/buildings.ts';
import { type FoundResident, searchResidents } from '../store/read-registry.ts';
import { openResident } from '../store/registry.ts';
import type { Tables } from '../store/schema.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type RegistryArea, widestAreas } from './registry-area.ts';

/** A resident as a list shows them: name and home, numbers masked. */
export interface ResidentLine {
  readonly community: string;
  readonly communityTitle: string;
  readonly id: string;
  readonly name: string;
  readonly identity?: string;
  readonly phone?: string;
  readonly bornYear?: number;
  readonly sex?: 'female' | 'male';
  readonly address?: string;
  readonly relation?: string;
  readonly grid?: string;
}
export interface Found {
  readonly rows: readonly ResidentLine[];
  /** The last row of a page after which there is more. */
  readonly last: ResidentLine | undefined;
}

const pageRows = 50;

export function lineOf(deps: RegistryDeps, community: string, row: FoundResident): ResidentLine {
  const { id, identity_sealed: identity, phone_sealed: phone } = row;
  const { compound, building, unit, number } = row;
  const isHoused = compound !== null && building !== null && unit !== null && number !== null;
  const grid = row.grid_id === null ? undefined : deps.directory.findPlace(row.grid_id);
  return {
    community,
    communityTitle: deps.directory.findCommunity(community)?.title ?? '',
    id,
    name: openResident(deps.shell.sealer, id, 'name', row.name_sealed),
    ...(identity !== null && {
      identity: maskIdentityNumber(
        openResident(deps.shell.sealer, id, 'identity', identity) as IdentityNumber,
      ),
    }),
    ...(phone !== null && { phone: maskPhone(openResident(deps.shell.sealer, id, 'phone', phone)) }),
    ...(row.born_year !== null && { bornYear: row.born_year }),
    ...(row.sex !== null && { sex: row.sex }),
    ...(isHoused && { address: showHomeAddress({ compound, building, unit, number }) }),
    ...(row.relation !== null && { relation: row.relation }),
    ...(grid?.level === 'grid' && { grid: grid.title }),
  };
}

/**
 * Finds residents by name, number or address, in the communities that the asker's seats open, one community after the
 * other. A word too short to mean anything finds nobody.
 */
export async function searchRegistry(
  deps: RegistryDeps & { readonly db: Kysely<Tables> },
  areas: readonly RegistryArea[],
  word: string,
  after: { readonly community: string; readonly id: string } | undefined,
): Promise<Found> {
  const rows: ResidentLine[] = [];
  for (const { community, grids } of widestAreas(areas)) {
    if (after !== undefined && community < after.community) continue;
    const found = await searchResidents(deps.db, {
      community,
      grids,
      tokens: deps.registry.sought(community, word),
      address: await addressIn(deps, community, word),
      after: after?.community === community ? after.id : undefined,
      limit: pageRows + 1 - rows.length,
    });
    rows.push(...found.map((row) => lineOf(deps, community, row)));
    if (rows.length > pageRows) break;
  }
  const page = rows.slice(0, pageRows);
  return { rows: page, last: rows.length > pageRows ? page.at(-1) : undefined };
}

async function addressIn({ shell, directory }: RegistryDeps, community: string, word: string) {
  const address = readPartialAddress(word);
  if (address?.compound === undefined) return address;
  const place = directory.findCommunity(community)?.placeId ?? '';
  const areas = directory.pathTo(place).map(({ title }) => title);
  // The community's own name alone is no compound in it: everybody would be found.
  const compound = withoutAreas(address.compound, areas);
  if (compound === '') return address;
  const called = calledNow(await readAddressNames(shell.pool, community))({
    compound,
    building: address.building ?? '',
  });
  return {
    ...address,
    compound: called.compound,
    ...(address.building !== undefined && { building: called.building }),
  };
}
