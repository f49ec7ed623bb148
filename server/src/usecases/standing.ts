import { addDays } from '@liren/core/calendar/calendar.ts';
import { type BuildingAddress, calledNow } from '@liren/core/registry/address-names.ts';
import { type ClosedBuilding, readAddressNames, readClosedBuildings } from '../store/buildings.ts';
import type { FullDirectory } from '../store/directory.ts';
import type { Queryable } from '../store/write-record.ts';

/** What a community is called. */
export const titlesOf =
  (directory: FullDirectory) =>
  (community: string): string =>
    directory.findCommunity(community)?.title ?? community;

/** How a community calls its buildings, and why nobody can live in some of them any more. */
export async function readStanding(
  client: Queryable,
  community: string,
  titleOf: (community: string) => string,
) {
  const called = calledNow(await readAddressNames(client, community));
  const closed = await readClosedBuildings(client, community);
  const keyOf = ({ compound, building }: BuildingAddress): string => `${compound}|${building}`;
  const gone = new Map(closed.map((each) => [keyOf(each), goneText(each, titleOf)]));
  return { called, goneText: (address: BuildingAddress): string | undefined => gone.get(keyOf(address)) };
}

/** Why nobody can be written down in a building any more, and what to do instead. */
const goneText = (
  { closed_on, handed_to }: ClosedBuilding,
  titleOf: (community: string) => string,
): string =>
  handed_to === null
    ? `这栋楼 ${closed_on} 已经拆除。原地盖了新楼，请先在“楼栋”里登记；楼号改了，请写现在的楼号。`
    : `这栋楼 ${addDays(closed_on, 1)} 起划给了${titleOf(handed_to)}。请登记到那边的底数里。`;
