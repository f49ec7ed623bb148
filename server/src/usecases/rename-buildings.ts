import { ok, type Result } from '@liren/core/basics/result.ts';
import { withoutAreas } from '@liren/core/registry/address.ts';
import {
  type AddressName,
  type BuildingAddress,
  callBuilding,
  callCompound,
  calledNow,
} from '@liren/core/registry/address-names.ts';
import { plainWidth } from '@liren/core/registry/plain-width.ts';
import { latestArrival, mergeHomes, moveHomes, twinHomes } from '../store/building-changes.ts';
import {
  addBuildings,
  buildingsOf,
  dropBuilding,
  holdBuilding,
  readAddressNames,
  setBuildingDays,
  writeAddressNames,
} from '../store/buildings.ts';
import type { FullDirectory } from '../store/directory.ts';
import { moveOrganisations } from '../store/organisations.ts';
import type { BuildingOutcome, BuildingRun, BuildingWish, Done } from './change-buildings.ts';
import { type RegistryRefusal, refusing } from './registry-refusal.ts';

type RenameWish = Extract<BuildingWish, { kind: 'renamed' }>;
const nothing: BuildingOutcome = { buildings: 0, homes: 0, residents: 0, merged: 0 };

/** Names as the registry writes them: without blanks, and without the community's own name before them. */
function readNewName(
  directory: FullDirectory,
  community: string,
  { from, to }: RenameWish,
): string | undefined {
  const said = plainWidth(to).replaceAll(/[\s·,，|@]+/g, '');
  if (from.building !== undefined)
    return /^([0-9]{1,5}[A-Za-z]?|[A-Za-z][0-9]{0,4})$/.exec(said)?.[0].toUpperCase();
  const path = directory.pathTo(directory.findCommunity(community)?.placeId ?? '');
  const name = withoutAreas(
    said,
    path.map(({ title }) => title),
  );
  return name === '' || name.length > 50 ? undefined : name;
}

/**
 * A compound or a building is called otherwise from now on, or was always the same as another: every home comes to stand
 * under the new name, a door that stood under both becomes one, and whoever still writes the old name is understood.
 */
export async function renameBuildings(
  directory: FullDirectory,
  run: BuildingRun,
  wish: RenameWish,
): Promise<Result<Done, RegistryRefusal>> {
  const { client, community } = run;
  const name = readNewName(directory, community, wish);
  if (name === undefined)
    return refusing('bad-value', {
      about: 'to',
      message: wish.from.building === undefined ? '请写小区的名字。' : '楼号写成数字或字母，例如 5、12A。',
    });
  const names = await readAddressNames(client, community);
  const done =
    wish.from.building === undefined
      ? await renameCompound(run, names, wish.from.compound, name)
      : await renameBuilding(
          run,
          names,
          { compound: wish.from.compound, building: wish.from.building },
          name,
        );
  if (!done.ok) return done;
  await writeAddressNames(client, community, done.value.names);
  return ok(done.value);
}

type Renamed = Result<Done & { readonly names: readonly AddressName[] }, RegistryRefusal>;

async function renameCompound(
  run: BuildingRun,
  names: readonly AddressName[],
  from: string,
  said: string,
): Promise<Renamed> {
  const to = calledNow(names)({ compound: said, building: '' }).compound;
  if (to === from) return refusing('no-change', { message: '它现在就叫这个名字。' });
  const { client, community } = run;
  const own = await buildingsOf(client, community, from);
  const others = await buildingsOf(client, community, to);
  if (own.length === 0 && others.length === 0) return refusing('no-such-building');
  let outcome = nothing;
  for (const { building } of own)
    outcome = sum(outcome, await fold(run, { compound: from, building }, { compound: to, building }));
  const standing = new Set([...own, ...others].map(({ building }) => building));
  return ok({
    outcome,
    names: callCompound(names, from, to, others.length === 0 ? new Set() : standing),
    noted: renamedNote({ compound: from, building: '' }, { compound: to, building: '' }),
  });
}

async function renameBuilding(
  run: BuildingRun,
  names: readonly AddressName[],
  from: BuildingAddress,
  said: string,
): Promise<Renamed> {
  const to = calledNow(names)({ ...from, building: said });
  if (to.building === from.building) return refusing('no-change', { message: '它现在就叫这个名字。' });
  const known = await holdBuilding(run.client, run.community, from);
  const other = await holdBuilding(run.client, run.community, to);
  if (known === undefined && other === undefined) return refusing('no-such-building');
  const outcome = known === undefined ? nothing : await fold(run, from, to);
  return ok({ outcome, names: callBuilding(names, from, to.building), noted: renamedNote(from, to) });
}

const renamedNote = (from: BuildingAddress, to: BuildingAddress): Done['noted'] => ({
  kind: 'renamed',
  ...from,
  to_compound: to.compound,
  to_building: to.building,
  closed_homes: [],
  ended_stays: [],
});

const sum = (a: BuildingOutcome, b: BuildingOutcome): BuildingOutcome => ({
  buildings: a.buildings + b.buildings,
  homes: a.homes + b.homes,
  residents: a.residents + b.residents,
  merged: a.merged + b.merged,
});

/** Everything of one building comes to stand under the name of another, which may be there already. */
async function fold(
  { client, community, today }: BuildingRun,
  from: BuildingAddress,
  to: BuildingAddress,
): Promise<BuildingOutcome> {
  const before = await holdBuilding(client, community, from);
  if (before === undefined) return nothing;
  const { homes, residents } = await latestArrival(client, community, from);
  const twins = await twinHomes(client, community, from, to);
  await mergeHomes(client, community, twins, today);
  const there = await holdBuilding(client, community, to);
  await addBuildings(client, community, [to]);
  await moveHomes(client, community, from, to);
  await moveOrganisations(client, community, from, to);
  // What stands under either name stands.
  if (there === undefined || there.closed_on !== null)
    await setBuildingDays(client, community, {
      ...to,
      opened_on: before.opened_on ?? there?.opened_on ?? null,
      closed_on: before.closed_on,
    });
  await dropBuilding(client, community, from);
  return { buildings: 1, homes, residents, merged: twins.length };
}
