import type { CivilDate } from '@liren/core/basics/ids.ts';
import { type BuildingAddress, calledNow } from '@liren/core/registry/address-names.ts';
import { readAddressNames, readClosedBuildings } from '../store/buildings.ts';
import type { Queryable } from '../store/write-record.ts';

/** How a community calls its buildings, and which of them no longer stand. */
export async function readStanding(client: Queryable, community: string) {
  const called = calledNow(await readAddressNames(client, community));
  const closed = await readClosedBuildings(client, community);
  const keyOf = ({ compound, building }: BuildingAddress): string => `${compound}|${building}`;
  const lastDays = new Map(closed.map((each) => [keyOf(each), each.closed_on]));
  return {
    called,
    goneOn: (address: BuildingAddress): CivilDate | undefined => lastDays.get(keyOf(address)),
  };
}
