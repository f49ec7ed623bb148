import type { CivilDate } from '@liren/core/basics/ids.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import {
  addOwners,
  eraseOwners,
  type OwnerRecord,
  openOwner,
  ownerPlace,
  ownersLike,
  readOwners,
} from '../store/owners.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Held } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';

/** Names of an erased resident as an owner: by the number, or by the name where they lived. Returns how many went. */
export async function eraseOwned(
  { shell, registry }: RegistryDeps,
  { client, community, row }: Held,
  known: readonly Pick<Held, 'name' | 'identity'>[],
): Promise<number> {
  const marks = known.flatMap(({ identity }) =>
    identity === undefined ? [] : registry.ownerMark(community, identity),
  );
  const names = known.map(({ name }) => name);
  const rows = await ownersLike(client, community, { resident: row.id, marks });
  const isTheirs = ({ id, owner_mark, name_sealed }: OwnerRecord): boolean =>
    name_sealed !== '' &&
    (marks.length > 0 && owner_mark !== null
      ? marks.includes(owner_mark)
      : names.includes(openOwner(shell.sealer, id, 'name', name_sealed)));
  return eraseOwners(
    client,
    community,
    rows.filter(isTheirs).map(({ id }) => id),
  );
}

/** Owners go with their homes, with the marks of the other community: those of two communities never match. */
export async function handOverOwners(
  { shell, registry }: RegistryDeps,
  client: Queryable,
  {
    from,
    to,
    on,
    homeOf,
  }: {
    readonly from: string;
    readonly to: string;
    readonly on: CivilDate;
    readonly homeOf: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const ids = orderedIds(shell.now());
  const rows = await readOwners(client, from, [...homeOf.keys()]);
  const moved = rows.map((row): OwnerRecord => {
    const id = ids();
    const open = (column: 'name' | 'number', sealed: string) =>
      openOwner(shell.sealer, row.id, column, sealed);
    const number = row.number_sealed === null ? undefined : open('number', row.number_sealed);
    const name = open('name', row.name_sealed);
    return {
      ...row,
      id,
      home_id: homeOf.get(row.home_id) ?? '',
      name_sealed: name === '' ? '' : shell.sealer.seal(ownerPlace(id, 'name'), name),
      number_sealed: number === undefined ? null : shell.sealer.seal(ownerPlace(id, 'number'), number),
      owner_mark: number === undefined ? null : registry.ownerMark(to, number),
      from_date: on,
    };
  });
  await addOwners(client, to, moved);
}
