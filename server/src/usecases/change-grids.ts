import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { addDays, civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type DraftFault, type GridDraft, type GridPreview, previewDraft } from '@liren/core/grids/draft.ts';
import { type Proposal, proposeGrids } from '@liren/core/grids/propose.ts';
import type { PeopleDeps } from '../signin/people.ts';
import {
  addGridChange,
  type GridChangeRow,
  lockGrids,
  type SeatWish,
  waitingGridChanges,
  withdrawGridChange,
} from '../store/grid-changes.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { applyGridChanges, type GridDeps } from './apply-grid-changes.ts';
import { type GridGround, readGround, withLoose } from './grid-ground.ts';
import { gridWorkers } from './grid-seats.ts';
import { registryAreas } from './registry-area.ts';
import type { Community } from './shell.ts';
import { inTransaction } from './transact.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export type ChangeDeps = GridDeps & { readonly people: PeopleDeps };
export type GridFault =
  | DraftFault
  /** `about`: as many grids as there are stairwells. */
  | { readonly code: 'too-few-buildings'; readonly about: string }
  /** Days that may be chosen run from today to a year from now. */
  | { readonly code: 'day-impossible' }
  /** Another change of the same grids waits for its day; `about` is that day. */
  | { readonly code: 'decided-already'; readonly about: string }
  | { readonly code: 'no-such-worker' }
  | { readonly code: 'took-effect' };

const mostDaysAhead = 366;

/** The community, if one of the asker's seats may share its grids anew. */
export function managedCommunity(
  { directory }: Pick<GridDeps, 'directory'>,
  asker: Asker,
  id: string,
): { readonly community: Community; readonly seat: Person['posts'][number] } | undefined {
  const area = registryAreas(directory, asker, ['manage-grids']).find(
    ({ community, grids }) => community === id && grids === undefined,
  );
  const community = directory.findCommunity(id);
  return area === undefined || community === undefined ? undefined : { community, seat: area.post };
}

/** Where no charter tells a size, any will do. */
const anySize = { least: 1, most: Number.MAX_SAFE_INTEGER };

/** How what lies in these grids may be shared among `count` grids. */
export async function proposeSplit(
  { shell, directory }: ChangeDeps,
  community: Community,
  { grids, count }: { readonly grids: readonly string[]; readonly count: number },
): Promise<Result<Proposal, GridFault>> {
  const ground = await readGround(shell.pool, directory, community);
  const known = grids.find((id) => !ground.grids.some((grid) => grid.id === id));
  if (known !== undefined) return err({ code: 'no-such-grid', about: known });
  const blocks = ground.blocks.filter(({ grid }) => grids.includes(grid));
  const proposal = proposeGrids(blocks, count, ground.rules?.micro ?? anySize);
  return proposal.ok ? proposal : err({ code: 'too-few-buildings', about: String(proposal.error.most) });
}

/** What each grid would hold; nothing is written. */
export async function previewChange(
  { shell, directory }: ChangeDeps,
  community: Community,
  draft: GridDraft,
): Promise<Result<GridPreview, GridFault>> {
  const ground = await readGround(shell.pool, directory, community);
  const preview = previewDraft(draft, ground.grids, ground.blocks, ground.rules);
  if (!preview.ok) return preview;
  const rows = preview.value.rows.map((row) => ({
    ...row,
    before: withLoose(ground, [row.id], row.before),
    after: withLoose(ground, [row.id], row.after),
  }));
  return ok({ ...preview.value, rows });
}

export interface Decision {
  readonly draft: GridDraft;
  readonly seats: readonly SeatWish[];
  readonly from: CivilDate;
  readonly reason: string;
}

/** Decides a change from a day on; one that begins today is done at once. */
export async function decideChange(
  deps: ChangeDeps,
  asker: Person,
  { community, seat }: { readonly community: Community; readonly seat: Person['posts'][number] },
  decision: Decision,
): Promise<Result<{ readonly id: string }, GridFault>> {
  const { shell, directory } = deps;
  const now = shell.now();
  const today = civilDateOf(now);
  const { from, reason } = decision;
  if (from < today || from > addDays(today, mostDaysAhead)) return err({ code: 'day-impossible' });
  const ids = orderedIds(now);
  const named = withIds(decision, ids);
  const id = ids();
  const decided = await inTransaction(shell.pool, async (client): Promise<GridFault | undefined> => {
    await lockGrids(client, community.id);
    const ground = await readGround(client, directory, community);
    const fault =
      (await faultOf(client, ground, named.draft)) ?? (await seatFault(deps, client, ground, named, today));
    if (fault !== undefined) return fault;
    await addGridChange(client, community.id, {
      ...named,
      id,
      from_date: from,
      reason,
      decided_by: asker.person,
      post: seat.post,
      organ_id: seat.organ,
      decided_at: now,
    });
    return undefined;
  });
  if (decided !== undefined) return err(decided);
  if (from === today) await applyGridChanges(deps);
  return ok({ id });
}

/** New grids get the ids that they keep. */
function withIds({ draft, seats }: Decision, ids: () => string): Pick<Decision, 'draft' | 'seats'> {
  const idOf = new Map(draft.opens.map(({ key }) => [key, ids()]));
  const own = (grid: string): string => idOf.get(grid) ?? grid;
  return {
    draft: {
      opens: draft.opens.map((each) => ({ ...each, key: own(each.key) })),
      closes: draft.closes.map(({ grid, into }) => ({ grid, into: own(into) })),
      moves: draft.moves.map((move) => ({ ...move, to: own(move.to) })),
    },
    seats: seats.map(({ grid, person }) => ({ grid: own(grid), person })),
  };
}

/** Grids that a change touches. */
const touchedBy = (ground: GridGround, draft: GridDraft): readonly string[] => {
  const preview = previewDraft(draft, ground.grids, ground.blocks, undefined);
  const named = [
    ...draft.closes.flatMap(({ grid, into }) => [grid, into]),
    ...draft.moves.map(({ to }) => to),
  ];
  return preview.ok ? preview.value.rows.map(({ id }) => id) : named;
};

async function faultOf(
  client: Queryable,
  ground: GridGround,
  draft: GridDraft,
): Promise<GridFault | undefined> {
  const preview = previewDraft(draft, ground.grids, ground.blocks, ground.rules);
  if (!preview.ok) return preview.error;
  const own = new Set(preview.value.rows.map(({ id }) => id));
  const waiting = await waitingGridChanges(client, ground.community.id);
  const titles = new Set(draft.opens.map(({ title }) => title));
  const other = waiting.find(
    (change) =>
      touchedBy(ground, change.draft).some((grid) => own.has(grid)) ||
      change.draft.opens.some(({ title }) => titles.has(title)),
  );
  return other === undefined ? undefined : { code: 'decided-already', about: other.from_date };
}

async function seatFault(
  deps: ChangeDeps,
  client: Queryable,
  ground: GridGround,
  { draft, seats }: Pick<Decision, 'draft' | 'seats'>,
  today: CivilDate,
): Promise<GridFault | undefined> {
  const workers = new Set((await gridWorkers(deps, client, ground, today)).map(({ person }) => person));
  if (seats.some(({ person }) => !workers.has(person))) return { code: 'no-such-worker' };
  const closing = new Set(draft.closes.map(({ grid }) => grid));
  const grids = new Set<string>([
    ...ground.grids.flatMap(({ id, kind }) => (kind === 'undrawn' || closing.has(id) ? [] : [id])),
    ...draft.opens.map(({ key }) => key),
  ]);
  const lost = seats.find(({ grid }) => !grids.has(grid));
  return lost === undefined ? undefined : { code: 'no-such-grid', about: lost.grid };
}

/** Takes back what has not taken effect. Undefined when the community has no such change. */
export async function withdrawChange(
  { shell }: ChangeDeps,
  asker: Person,
  community: Community,
  id: string,
): Promise<Result<void, GridFault>> {
  const gone = await withdrawGridChange(shell.pool, community.id, id, {
    person: asker.person,
    at: shell.now(),
  });
  return gone ? ok(undefined) : err({ code: 'took-effect' });
}
export type { GridChangeRow };
