import type { CivilDate } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { type HomeAddress, homeKey } from '@liren/core/registry/address.ts';
import type { Relation } from '@liren/core/registry/relations.ts';
import { checkFirstDay, checkLastDay, type LatestStay } from '@liren/core/registry/stays.ts';
import { endStay, findLatestStay, type HeldStay } from '../store/correct-registry.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import { addHomes, addResidences, endResidences, findHomes } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { type ChangeWish, changeResident } from './change-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import { readDoor } from './read-correction.ts';
import { type Changed, refusing, refusingDay } from './registry-refusal.ts';
import { readStanding, titlesOf } from './standing.ts';

type Person = Extract<Asker, { kind: 'person' }>;
const latestOf = (stay: HeldStay | undefined): LatestStay | undefined =>
  stay && { from: stay.from_date, until: stay.until_date ?? undefined };

/** Writes down that a resident has left, with the last day on which they lived there. */
export function leaveHome(
  deps: RegistryDeps,
  asker: Person,
  wish: ChangeWish & { readonly day: CivilDate },
): Promise<Changed<undefined>> {
  return changeResident(deps, asker, wish, async ({ client, community, row, today }) => {
    const stay = await findLatestStay(client, community, row.id);
    const fault = checkLastDay(latestOf(stay), wish.day, today);
    if (fault !== undefined) return refusingDay(fault);
    await endStay(client, community, row.id, wish.day);
    return ok([{ field: 'left' }]);
  });
}

export interface Door {
  readonly address: string;
  /** The clerk has seen that the registry does not know this home, and that it is one. */
  readonly isNew: boolean;
}

/** The home of a door; a new one is added where the clerk says that it is one. */
export async function settleDoor(
  deps: RegistryDeps,
  client: Queryable,
  community: string,
  said: HomeAddress,
  isNew: boolean,
): Promise<Changed<string>> {
  const standing = await readStanding(client, community, titlesOf(deps.directory));
  const address = standing.called(said);
  const gone = standing.goneText(address);
  if (gone !== undefined) return refusing('bad-value', { about: 'address', message: gone });
  const key = homeKey(address);
  const [known] = await findHomes(client, community, [key]);
  if (known !== undefined) return ok(known.id);
  if (!isNew) return refusing('home-unknown', { about: 'address' });
  const id = orderedIds(deps.shell.now())();
  const grid_id = deps.directory.findCommunity(community)?.placeId ?? '';
  await addHomes(client, community, [{ id, ...address, key, grid_id }]);
  return ok(id);
}

/** A resident lives in another home of the community from a day on; the stay before ends the day before. */
export async function moveHome(
  deps: RegistryDeps,
  asker: Person,
  wish: ChangeWish & Door & { readonly day: CivilDate; readonly relation: Relation },
): Promise<Changed<undefined>> {
  const address = readDoor(deps.directory, wish.community, wish.address);
  if (!address.ok) return address;
  return changeResident(deps, asker, wish, async ({ client, community, row, today }) => {
    const stay = await findLatestStay(client, community, row.id);
    const fault = checkFirstDay(latestOf(stay), wish.day, today);
    if (fault !== undefined) return refusingDay(fault);
    const home = await settleDoor(deps, client, community, address.value, wish.isNew);
    if (!home.ok) return home;
    if (stay?.home_id === home.value && stay.until_date === null) return refusing('no-change');
    const next = {
      resident_id: row.id,
      home_id: home.value,
      from_date: wish.day,
      relation: wish.relation,
    };
    await endResidences(client, community, [next]);
    await addResidences(client, community, [next]);
    return ok([{ field: 'moved', value: stay?.relation }]);
  });
}
