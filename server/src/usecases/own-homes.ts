import { showHomeAddress } from '@liren/core/registry/address.ts';
import { homesOfOwners, type OwnerKey, readOwnerProofs } from '../store/own-homes.ts';
import type { OwnResident } from '../store/own-registry.ts';
import { openResident } from '../store/registry.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/**
 * As which owners the asker may be found: by the identity number of each record shown to be theirs, and, who lives
 * elsewhere, by what this session has shown (prove-owner.ts).
 */
export async function ownerKeys(
  { shell, registry }: RegistryDeps,
  asker: Person,
  residents: readonly OwnResident[],
): Promise<readonly OwnerKey[]> {
  const byRecord = residents.flatMap(({ community_id: community, id, identity_sealed: sealed }) =>
    sealed === null
      ? []
      : {
          community,
          mark: registry.ownerMark(community, openResident(shell.sealer, id, 'identity', sealed)),
        },
  );
  const shown = asker.session === undefined ? [] : await readOwnerProofs(shell.pool, asker.session);
  return [...byRecord, ...shown];
}

/** The homes that the asker owns, and with how many others. */
export async function readOwnHomes(deps: RegistryDeps, asker: Person, residents: readonly OwnResident[]) {
  const homes = await homesOfOwners(deps.shell.pool, await ownerKeys(deps, asker, residents));
  return homes.map(({ community_id: community, others, ...home }) => ({
    community,
    communityTitle: deps.directory.findCommunity(community)?.title ?? '',
    address: showHomeAddress(home),
    others,
  }));
}
