import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { addDays, civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { BuildingAddress } from '@liren/core/registry/address-names.ts';
import { addChangeForAll } from '../store/building-changes.ts';
import { addBuildings, holdBuilding, setBuildingDays } from '../store/buildings.ts';
import {
  closeHandedOver,
  copyHistory,
  type HandedHome,
  type HandedResident,
  homesToHandOver,
  keepHomes,
  knownIds,
  livingInHomes,
  remarkGroups,
} from '../store/hand-over.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import {
  addHomes,
  addResidences,
  addResidents,
  endResidences,
  findByIdentity,
  findHomes,
  lockRegistry,
  openResident,
} from '../store/registry.ts';
import { openEntry } from '../store/resident-groups.ts';
import type { Queryable } from '../store/write-record.ts';
import type { RegistryDeps } from './import-residents.ts';
import { handOverOwners } from './keep-owners.ts';
import { keptWhere } from './transact.ts';

export interface HandOver {
  readonly from: string;
  readonly to: string;
  readonly buildings: readonly BuildingAddress[];
  /** First day in the other community; not in the future. */
  readonly on: CivilDate;
  /** Does all of it and keeps none. */
  readonly dryRun: boolean;
}
export interface HandedOver {
  readonly homes: number;
  readonly residents: number;
  /** Who was in the registry of the other community already. */
  readonly known: number;
}
type Answer = Result<HandedOver, string>;

/**
 * 划转: buildings come to lie in another community, as when one is divided. Homes stand there from that day on, whoever
 * lives in them lives there, with what is known of them and who looked; here they have left, and their history stays.
 */
export async function handOverBuildings(deps: RegistryDeps, wish: HandOver): Promise<Answer> {
  const { shell, directory } = deps;
  const unknown = [wish.from, wish.to].find((id) => directory.findCommunity(id) === undefined);
  if (unknown !== undefined) return err(`没有社区 ${unknown}。`);
  if (wish.from === wish.to) return err('两个社区是同一个。');
  if (wish.on > civilDateOf(shell.now())) return err('日期还没有到。到了那天再划。');
  return keptWhere(shell.pool, async (client) => {
    const answer = await handOver(deps, client, wish);
    return { keep: answer.ok && !wish.dryRun, answer };
  });
}

async function handOver(deps: RegistryDeps, client: Queryable, wish: HandOver): Promise<Answer> {
  const { from, to } = wish;
  for (const community of [from, to].toSorted())
    if (!(await lockRegistry(client, community)))
      return err(`社区 ${community} 正在导入底数表。等它结束了再划。`);
  const fault = await holdAll(client, wish);
  if (fault !== undefined) return err(fault);
  const homes = await homesToHandOver(client, from, wish.buildings);
  const [clash] = await findHomes(
    client,
    to,
    homes.map(({ key }) => key),
  );
  if (clash !== undefined)
    return err(`两个社区都登记了 ${clash.key.replaceAll('|', ' ')} 这一户。请先在其中一边核对。`);
  const residents = await livingInHomes(
    client,
    from,
    homes.map(({ id }) => id),
  );
  const late = residents.find(({ from_date }) => from_date >= wish.on);
  if (late !== undefined) return err(`底数里有人 ${late.from_date} 才住进来，不早于划转的日期。请核对日期。`);
  const known = await settleIn(deps, client, wish, homes, residents);
  await closeHandedOver(client, from, to, {
    buildings: wish.buildings,
    homes: homes.map(({ id }) => id),
    lastDay: addDays(wish.on, -1),
  });
  await noteFor(
    deps,
    client,
    from,
    residents.map(({ id }) => id),
    'left',
  );
  return ok({ homes: homes.length, residents: residents.length, known });
}

/** Why one of the buildings cannot go; undefined where all stand here. */
async function holdAll(
  client: Queryable,
  { from, to, buildings, on }: HandOver,
): Promise<string | undefined> {
  for (const at of buildings) {
    const name = `${at.compound}${at.building}号楼`;
    const here = await holdBuilding(client, from, at);
    if (here === undefined || here.closed_on !== null)
      return `${from} 的底数里没有 ${name}，或者它已经不在了。`;
    if (here.opened_on !== null && here.opened_on >= on)
      return `${name} ${here.opened_on} 才建成，不早于划转的日期。`;
    const there = await holdBuilding(client, to, at);
    await addBuildings(client, to, [at]);
    await setBuildingDays(client, to, { ...at, opened_on: there?.opened_on ?? on, closed_on: null });
  }
  return undefined;
}

/** Homes and residents stand in the other community. @returns how many residents it knew already. */
async function settleIn(
  deps: RegistryDeps,
  client: Queryable,
  { from, to, on }: HandOver,
  homes: readonly HandedHome[],
  residents: readonly HandedResident[],
): Promise<number> {
  const { directory } = deps;
  const place = directory.findCommunity(to)?.placeId ?? '';
  // A grid that was laid anew under the other community goes along with its homes.
  const gridOf = (id: string): string => (directory.findCommunityOf(id)?.id === to ? id : place);
  const newId = orderedIds(deps.shell.now());
  const there = homes.map((home) => ({ ...home, id: newId(), grid_id: gridOf(home.grid_id) }));
  await addHomes(client, to, there);
  await keepHomes(client, to, there);
  const homeOf = new Map(homes.map(({ id }, at) => [id, there[at]?.id ?? '']));
  await handOverOwners(deps, client, { from, to, on, homeOf });
  const moved = residents.map((resident) => recordIn(deps, to, resident));
  const inTheOther = await findByIdentity(
    client,
    to,
    moved.flatMap(({ identity_index: index }) => index ?? []),
  );
  const knownAs = new Map(inTheOther.map(({ identityIndex, id }) => [identityIndex, id]));
  const idOf = ({ id, identity_index: index }: { id: string; identity_index: string | null }): string =>
    (index === null ? undefined : knownAs.get(index)) ?? id;
  const back = await knownIds(
    client,
    to,
    moved.map(({ id }) => id),
  );
  const fresh = moved.filter((record) => idOf(record) === record.id && !back.has(record.id));
  await addResidents(client, to, fresh);
  const stays = residents.map(({ home_id, relation }, at) => {
    const record = moved[at];
    if (record === undefined) throw new Error('a resident without a record');
    return { resident_id: idOf(record), home_id: homeOf.get(home_id) ?? '', from_date: on, relation };
  });
  await endResidences(client, to, stays);
  await addResidences(client, to, stays);
  const came = fresh.map(({ id }) => id);
  await copyHistory(client, { from, to }, came);
  await remarkGroups(client, to, came, (row) =>
    deps.registry.groupMark(to, row.resident_id, openEntry(deps.shell.sealer, row).group),
  );
  await noteFor(
    deps,
    client,
    to,
    stays.map(({ resident_id }) => resident_id),
    'moved',
  );
  return residents.length - fresh.length;
}

/** The resident with the marks of the other community: those of two communities never match. */
function recordIn({ shell, registry }: RegistryDeps, community: string, resident: HandedResident) {
  const { id, name_sealed, identity_sealed, phone_sealed, born_year, sex } = resident;
  const open = (column: 'identity' | 'phone', sealed: string | null) =>
    sealed === null ? undefined : openResident(shell.sealer, id, column, sealed);
  const name = openResident(shell.sealer, id, 'name', name_sealed);
  const identity = open('identity', identity_sealed);
  return {
    id,
    name_sealed,
    identity_sealed,
    phone_sealed,
    born_year,
    sex,
    identity_index: identity === undefined ? null : registry.identityIndex(community, identity),
    tokens: registry.of(community, { name, identity, phone: open('phone', phone_sealed) }).join(' '),
  };
}

async function noteFor(
  { shell }: RegistryDeps,
  client: Queryable,
  community: string,
  residents: readonly string[],
  field: 'left' | 'moved',
): Promise<void> {
  const ids = orderedIds(shell.now());
  await addChangeForAll(
    client,
    community,
    { field, source: 'handed-over', person: undefined, at: shell.now() },
    residents.map((resident) => ({ id: ids(), resident })),
  );
}
