import { civilDate, personId } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { draftFault, type GridDraft, gridAfter } from '@liren/core/grids/draft.ts';
import { outlines } from '@liren/core/grids/outline.ts';
import { buildingKey } from '@liren/core/grids/types.ts';
import { givePost } from '../signin/people.ts';
import { type FullDirectory, touchDirectory } from '../store/directory.ts';
import { holdsPoint, partsOf } from '../store/geometry.ts';
import {
  communitiesDue,
  type GridChangeRow,
  lockGrids,
  noteEffective,
  noteFault,
  waitingGridChanges,
} from '../store/grid-changes.ts';
import {
  addOrgan,
  closePlaces,
  drawPlace,
  endSeats,
  homesIn,
  openGrid,
  placeUnder,
} from '../store/grid-ground.ts';
import { drawHomes, drawOrganisations } from '../store/grids.ts';
import { organisationsIn } from '../store/organisations.ts';
import { lockRegistry } from '../store/registry.ts';
import type { Queryable } from '../store/write-record.ts';
import { type GridGround, readGround } from './grid-ground.ts';
import { gridPostOf } from './grid-seats.ts';
import type { Community, Shell } from './shell.ts';
import { inTransaction } from './transact.ts';

export interface GridDeps {
  readonly shell: Shell;
  readonly directory: FullDirectory;
  /** Reads places and organs anew when somebody changed them. */
  readonly refreshDirectory: () => Promise<void>;
}

/**
 * Does what was decided for today or for a day on which no server ran; homes lie in their new grids from the day that
 * was decided. Any server may do it: a change is done once. Answers with how many were done.
 */
export async function applyGridChanges(deps: GridDeps): Promise<number> {
  const { shell, directory } = deps;
  const today = civilDateOf(shell.now());
  let done = 0;
  for (const id of await communitiesDue(shell.pool, today)) {
    const community = directory.findCommunity(id);
    // One after another: a change may build upon the one before it.
    while (community !== undefined && (await applyNext(deps, community))) done += 1;
  }
  await deps.refreshDirectory();
  return done;
}

async function applyNext(deps: GridDeps, community: Community): Promise<boolean> {
  const { shell } = deps;
  await deps.refreshDirectory();
  return inTransaction(shell.pool, async (client) => {
    await lockGrids(client, community.id);
    const today = civilDateOf(shell.now());
    const waiting = await waitingGridChanges(client, community.id);
    const next = waiting.find((change) => change.fault === null && change.from_date <= today);
    // Whoever takes a household table in just now writes homes into grids: next time.
    if (next === undefined || !(await lockRegistry(client, community.id))) return false;
    await applyChange(deps, client, community, next);
    return true;
  });
}

async function applyChange(
  { shell, directory }: GridDeps,
  client: Queryable,
  community: Community,
  change: GridChangeRow,
): Promise<void> {
  const ground = await readGround(client, directory, community);
  const fault = draftFault(change.draft, ground.grids, ground.blocks);
  if (fault !== undefined) return noteFault(client, community.id, change.id, fault);
  const { draft, from_date } = change;
  await openGrids(client, ground, draft, from_date);
  await moveWhatLies(client, ground, draft, from_date);
  await moveBuildings(client, ground, draft);
  await redraw(client, ground, draft);
  await closeGrids(client, directory, draft, from_date);
  await fillSeats(client, directory, ground, change);
  await touchDirectory(client);
  await noteEffective(client, community.id, change.id, shell.now());
}

/** A new grid stands where most of its homes come from: under the same general grid. */
function parentOf(ground: GridGround, draft: GridDraft, key: string): string {
  const own = ground.blocks.filter((block) => gridAfter(draft, block) === key);
  const [largest] = own.toSorted((a, b) => b.households - a.households);
  const from = ground.grids.find(({ id }) => id === largest?.grid);
  return from?.kind === 'undrawn' || from?.parent === undefined ? ground.community.placeId : from.parent;
}

async function openGrids(
  client: Queryable,
  ground: GridGround,
  draft: GridDraft,
  from: string,
): Promise<void> {
  const { community } = ground;
  const seat = gridPostOf(community.charter);
  for (const { key, title, kind } of draft.opens) {
    await openGrid(client, { id: key, parent: parentOf(ground, draft, key), title, kind, from });
    if (seat !== undefined)
      await addOrgan(client, {
        id: organOfNew(key),
        kind: seat.organ,
        title: `${community.title}${title}`,
        area: key,
      });
  }
}
const organOfNew = (grid: string): string => `grid-${grid}`;

async function moveWhatLies(
  client: Queryable,
  { community }: GridGround,
  draft: GridDraft,
  from: string,
): Promise<void> {
  const closing = draft.closes.map(({ grid }) => grid);
  const moved = (rows: Awaited<ReturnType<typeof homesIn>>) =>
    rows
      .map((row) => ({ id: row.id, grid_id: gridAfter(draft, row), was: row.grid }))
      .filter(({ grid_id, was }) => grid_id !== was);
  const day = civilDate(from);
  const homes = await homesIn(client, community.id, draft.moves, closing);
  await drawHomes(client, community.id, day, moved(homes));
  // What lies on a street or in a market goes with what is left of its grid.
  const organisations = await organisationsIn(client, community.id, draft.moves, closing);
  await drawOrganisations(client, community.id, day, moved(organisations));
}

async function moveBuildings(client: Queryable, ground: GridGround, draft: GridDraft): Promise<void> {
  const firstUnit = new Map(ground.blocks.toReversed().map((block) => [buildingKey(block), block.unit]));
  const moves = ground.buildings
    .map((known) => ({
      place: known.place,
      was: known.grid,
      parent: gridAfter(draft, { ...known, unit: firstUnit.get(buildingKey(known)) ?? known.unit }),
    }))
    .filter(({ was, parent }) => was !== parent);
  await placeUnder(client, moves);
}

/** Grids whose ground was shared out anew are drawn from where their buildings stand. */
async function redraw(client: Queryable, ground: GridGround, draft: GridDraft): Promise<void> {
  const sites = ground.blocks.flatMap((block) =>
    block.at === undefined ? [] : [{ at: block.at, was: block.grid, grid: gridAfter(draft, block) }],
  );
  const closing = new Map(draft.closes.map(({ grid, into }) => [grid, into]));
  const touched = new Set([
    ...closing.keys(),
    ...sites.filter(({ was, grid }) => was !== grid).flatMap(({ was, grid }) => [was, grid]),
    ...draft.closes.map(({ into }) => into),
  ]);
  const grounds = ground.grids
    .filter(({ id, kind }) => touched.has(id) && kind !== 'undrawn')
    .flatMap(({ id, shape }) => {
      const parts = shape === undefined ? [] : partsOf(shape);
      return parts.flatMap(([ring]) => {
        if (ring === undefined) return [];
        const part = { type: 'Polygon' as const, coordinates: [ring] };
        const own = sites.filter(
          ({ at: [long, lat], was }) => was === id && (parts.length === 1 || holdsPoint(part, lat, long)),
        );
        // Ground on which no building is drawn goes with what is left of its grid.
        const left = { at: ring[0] ?? ([0, 0] as const), grid: closing.get(id) ?? id };
        return [{ ring, sites: own.length === 0 ? [left] : own }];
      });
    });
  for (const [grid, outline] of outlines(grounds)) await drawPlace(client, grid, outline);
}

async function closeGrids(
  client: Queryable,
  directory: FullDirectory,
  draft: GridDraft,
  from: string,
): Promise<void> {
  const closing = draft.closes.map(({ grid }) => grid);
  const organs = directory.organs.filter(({ area }) => closing.includes(area)).map(({ id }) => id);
  await closePlaces(client, closing, from);
  await endSeats(client, organs, from);
}

async function fillSeats(
  client: Queryable,
  directory: FullDirectory,
  { community }: GridGround,
  { seats, draft, from_date }: GridChangeRow,
): Promise<void> {
  const seat = gridPostOf(community.charter);
  if (seat === undefined) return;
  const opened = new Set(draft.opens.map(({ key }) => key));
  for (const { grid, person } of seats) {
    const standing = directory.organs.find(({ area, kind }) => area === grid && kind === seat.organ)?.id;
    const organ = opened.has(grid) ? organOfNew(grid) : standing;
    if (organ !== undefined)
      await givePost(client, {
        person: personId(person),
        post: seat.post,
        organ,
        from: civilDate(from_date),
      });
  }
}
