import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@liren/core/basics/ids.ts';
import { ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type BuildingAddress, calledNow, openBuilding } from '@liren/core/registry/address-names.ts';
import {
  addBuildingChange,
  addChangeForAll,
  type BuildingChangeRow,
  closeHomes,
  holdTearDown,
  latestArrival,
  markUndone,
  reopenHomes,
} from '../store/building-changes.ts';
import {
  addBuildings,
  holdBuilding,
  readAddressNames,
  setBuildingDays,
  writeAddressNames,
} from '../store/buildings.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import { lockRegistry } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { registryAreas } from './registry-area.ts';
import { type Changed, type RegistryRefusal, refusing } from './registry-refusal.ts';
import { renameBuildings } from './rename-buildings.ts';
import { keptWhere } from './transact.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** What became of a building, or of a whole compound where `building` is left out. */
export type BuildingWish =
  | { readonly kind: 'opened' | 'torn-down'; readonly at: BuildingAddress; readonly day: CivilDate }
  | {
      readonly kind: 'renamed';
      readonly from: { readonly compound: string; readonly building?: string | undefined };
      /** The compound's name, or the building's within its compound. */
      readonly to: string;
    };
/** What a change touches: homes that close or get another name, and who lives in them. */
export interface BuildingOutcome {
  readonly buildings: number;
  readonly homes: number;
  readonly residents: number;
  /** Doors that stood under both names and are one now. */
  readonly merged: number;
}
export interface BuildingRun {
  readonly client: Queryable;
  readonly community: string;
  readonly today: CivilDate;
}
export type Noted = Pick<
  BuildingChangeRow,
  'kind' | 'compound' | 'building' | 'to_compound' | 'to_building' | 'closed_homes' | 'ended_stays'
>;
export interface Done {
  readonly outcome: BuildingOutcome;
  readonly noted: Noted;
}

/**
 * Writes down that a building was built, torn down or came to be called otherwise: all of it in one transaction.
 * @param isPreview does all of it and keeps none: what is told beforehand is what will be.
 */
export function changeBuildings(
  deps: RegistryDeps,
  asker: Person,
  community: string,
  wish: BuildingWish,
  isPreview: boolean,
): Promise<Changed<BuildingOutcome>> {
  return whileAlone(deps, asker, community, async (run, { post, organ }) => {
    const done = await become(deps, asker, run, wish);
    if (!done.ok) return { keep: false, answer: done };
    await addBuildingChange(run.client, community, {
      ...done.value.noted,
      id: randomUUID(),
      day: wish.kind === 'renamed' ? run.today : wish.day,
      person_id: asker.person,
      post,
      organ_id: organ,
      at: deps.shell.now(),
    });
    return { keep: !isPreview, answer: ok(done.value.outcome) };
  });
}

interface Outcome {
  readonly keep: boolean;
  readonly answer: Changed<BuildingOutcome>;
}
const refused = (answer: ReturnType<typeof refusing>): Outcome => ({ keep: false, answer });

/** Somebody who keeps the registry of the whole community, and nobody else writing in it. */
async function whileAlone(
  { shell, directory }: RegistryDeps,
  asker: Person,
  community: string,
  work: (run: BuildingRun, seat: Person['posts'][number]) => Promise<Outcome>,
): Promise<Changed<BuildingOutcome>> {
  const area = registryAreas(directory, asker).find(
    (each) => each.community === community && each.grids === undefined,
  );
  if (area === undefined) return refusing('not-allowed');
  return keptWhere(shell.pool, async (client) =>
    (await lockRegistry(client, community))
      ? work({ client, community, today: civilDateOf(shell.now()) }, area.post)
      : refused(refusing('busy')),
  );
}

function become(
  deps: RegistryDeps,
  asker: Person,
  run: BuildingRun,
  wish: BuildingWish,
): Promise<Result<Done, RegistryRefusal>> {
  if (wish.kind === 'renamed') return renameBuildings(deps.directory, run, wish);
  if (wish.day > run.today)
    return Promise.resolve(refusing('bad-day', { about: 'day', message: '日期还没有到。到了那天再登记。' }));
  return wish.kind === 'opened' ? build(run, wish) : tearDown(deps, asker, run, wish);
}

const noted = (kind: 'opened' | 'torn-down', at: BuildingAddress): Noted => ({
  kind,
  ...at,
  to_compound: null,
  to_building: null,
  closed_homes: [],
  ended_stays: [],
});

/** A building that is new, or stands again where one was torn down. */
async function build(
  { client, community }: BuildingRun,
  { at: said, day }: { readonly at: BuildingAddress; readonly day: CivilDate },
): Promise<Result<Done, RegistryRefusal>> {
  const names = await readAddressNames(client, community);
  const at = { ...said, compound: calledNow(names)(said).compound };
  const known = await holdBuilding(client, community, at);
  if (known !== undefined && known.closed_on === null) return refusing('building-stands');
  if (known !== undefined && known.closed_on !== null && day <= known.closed_on)
    return refusing('bad-day', { about: 'day', message: '日期不晚于上一栋楼拆除的那天。' });
  await addBuildings(client, community, [at]);
  await setBuildingDays(client, community, { ...at, opened_on: day, closed_on: null });
  await writeAddressNames(client, community, openBuilding(names, at));
  return ok({
    outcome: { buildings: 1, homes: 0, residents: 0, merged: 0 },
    noted: noted('opened', at),
  });
}

/** Who still lives there in the registry has left with the last day on which the building stood. */
async function tearDown(
  { shell }: RegistryDeps,
  asker: Person,
  { client, community }: BuildingRun,
  { at, day }: { readonly at: BuildingAddress; readonly day: CivilDate },
): Promise<Result<Done, RegistryRefusal>> {
  const known = await holdBuilding(client, community, at);
  if (known === undefined || known.closed_on !== null) return refusing('no-such-building');
  if (known.opened_on !== null && day < known.opened_on)
    return refusing('bad-day', { about: 'day', message: '日期早于这栋楼建成的那天。' });
  const { day: arrival } = await latestArrival(client, community, at);
  if (arrival !== null && arrival > day)
    return refusing('bad-day', {
      about: 'day',
      message: `底数里有人 ${arrival} 才住进这栋楼。请先核对这些人，或者改日期。`,
    });
  const { homes, stays } = await closeHomes(client, community, at, day);
  await setBuildingDays(client, community, { ...known, closed_on: day });
  const ids = orderedIds(shell.now());
  await addChangeForAll(
    client,
    community,
    { field: 'left', source: 'torn-down', person: asker.person, at: shell.now() },
    stays.map(({ resident }) => ({ id: ids(), resident })),
  );
  return ok({
    outcome: { buildings: 1, homes: homes.length, residents: stays.length, merged: 0 },
    noted: { ...noted('torn-down', at), closed_homes: homes, ended_stays: stays },
  });
}

/** Takes a tear-down back: the homes stand, and whoever did not settle elsewhere lives there as before. */
export function undoTearDown(
  deps: RegistryDeps,
  asker: Person,
  community: string,
  id: string,
): Promise<Changed<BuildingOutcome>> {
  return whileAlone(deps, asker, community, async ({ client }) => {
    const change = await holdTearDown(client, community, id);
    const building = change && (await holdBuilding(client, community, change));
    if (change === undefined || building === undefined) return refused(refusing('not-found'));
    if (building.closed_on !== change.day) return refused(refusing('building-stands'));
    await setBuildingDays(client, community, { ...building, closed_on: null });
    const back = await reopenHomes(client, community, change);
    const by = { person: asker.person, at: deps.shell.now() };
    const ids = orderedIds(by.at);
    await addChangeForAll(
      client,
      community,
      { field: 'moved', source: 'tear-down-undone', ...by },
      back.map((resident) => ({ id: ids(), resident })),
    );
    await markUndone(client, community, id, by);
    const answer = ok({ buildings: 1, homes: change.closed_homes.length, residents: back.length, merged: 0 });
    return { keep: true, answer };
  });
}
