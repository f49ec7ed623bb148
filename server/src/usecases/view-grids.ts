import { personId } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { apartOf, gridOutside, loadOf } from '@liren/core/grids/draft.ts';
import { findPerson } from '../signin/people.ts';
import { type GridChangeRow, readGridChanges } from '../store/grid-changes.ts';
import type { ChangeDeps } from './change-grids.ts';
import { type GridGround, readGround, withLoose } from './grid-ground.ts';
import { gridWorkers } from './grid-seats.ts';
import { charterOf } from './scope.ts';
import type { Community } from './shell.ts';

const mostChanges = 50;

/** A community's grids with what each holds and who works it, and every change that was decided. */
export async function viewGrids(deps: ChangeDeps, community: Community) {
  const { shell, directory } = deps;
  const today = civilDateOf(shell.now());
  const ground = await readGround(shell.pool, directory, community);
  const workers = await gridWorkers(deps, shell.pool, ground, today);
  const changes = await readGridChanges(shell.pool, community.id, mostChanges);
  return {
    community: { id: community.id, title: community.title, place: community.placeId },
    today,
    ...(ground.rules !== undefined && { rules: ground.rules }),
    grids: gridLines(ground),
    blocks: ground.blocks,
    apart: apartOf(ground.blocks),
    workers,
    changes: await Promise.all(changes.map((change) => changeLine(deps, change))),
  };
}

/** What every grid of a community holds and how much work that is. */
export function gridLines(ground: GridGround) {
  const { grids, blocks, rules } = ground;
  const within = (id: string): ReadonlySet<string> =>
    new Set([id, ...grids.filter(({ parent }) => parent === id).map((grid) => grid.id)]);
  return grids.map(({ id, title, kind, parent }) => {
    const own = kind === 'general' ? within(id) : new Set([id]);
    const load = withLoose(ground, own, loadOf(blocks.filter(({ grid }) => own.has(grid))));
    const outside = gridOutside(kind, load.households, rules);
    const general = grids.find((grid) => grid.id === parent && grid.kind === 'general');
    return {
      id,
      title,
      kind,
      ...(general !== undefined && { general: general.id }),
      load,
      ...(outside !== undefined && { outside }),
    };
  });
}

function stateOf(change: GridChangeRow): 'waiting' | 'done' | 'withdrawn' | 'stuck' {
  if (change.withdrawn_at !== null) return 'withdrawn';
  if (change.effective_at !== null) return 'done';
  return change.fault === null ? 'waiting' : 'stuck';
}

async function changeLine({ directory, people }: ChangeDeps, change: GridChangeRow) {
  const titleOf = (id: string): string =>
    change.draft.opens.find(({ key }) => key === id)?.title ?? directory.findPlace(id)?.title ?? '';
  const organ = directory.findOrgan(change.organ_id);
  const post = organ && charterOf(directory, { post: change.post, organ: organ.id })?.posts[change.post];
  return {
    id: change.id,
    from: change.from_date,
    reason: change.reason,
    state: stateOf(change),
    by: (await findPerson(people, personId(change.decided_by)))?.name ?? '',
    organ: organ?.title ?? '',
    post: post?.title ?? '',
    decidedAt: change.decided_at,
    opens: change.draft.opens.map(({ title, kind }) => ({ title, kind })),
    closes: change.draft.closes.map(({ grid, into }) => ({ title: titleOf(grid), into: titleOf(into) })),
    moves: change.draft.moves.map(({ compound, building, unit, to }) => ({
      compound,
      building,
      ...(unit !== undefined && { unit }),
      to: titleOf(to),
    })),
  };
}
