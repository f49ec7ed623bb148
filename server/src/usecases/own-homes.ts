import { showHomeAddress } from '@liren/core/registry/address.ts';
import { homesOfOwners, type OwnerKey } from '../store/own-homes.ts';
import type { OwnResident } from '../store/own-registry.ts';
import { openResident } from '../store/registry.ts';
import type { RegistryDeps } from './import-residents.ts';

/**
 * As which owners the asker may be found: by the identity number of each record shown to be theirs, and, who lives
 * elsewhere, by what this session has shown (prove-owner.ts).
 */
export function ownerKeys(
  { shell, registry }: RegistryDeps,
  { residents, owners }: { readonly residents: readonly OwnResident[]; readonly owners: readonly OwnerKey[] },
): readonly OwnerKey[] {
  const byRecord = residents.flatMap(({ community_id: community, id, identity_sealed: sealed }) =>
    sealed === null
      ? []
      : {
          community,
          mark: registry.ownerMark(community, openResident(shell.sealer, id, 'identity', sealed)),
        },
  );
  return [...byRecord, ...owners];
}

/** The homes that the asker owns, and with how many others. */
export async function readOwnHomes(deps: RegistryDeps, own: Parameters<typeof ownerKeys>[1]) {
  const homes = await homesOfOwners(deps.shell.pool, ownerKeys(deps, own));
  return homes.map(({ community_id: community, others, ...home }) => ({
    community,
    communityTitle: deps.directory.findCommunity(community)?.title ?? '',
    address: showHomeAddress(home),
    others,
  }));
}
