import { civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import { periodOf } from '@liren/core/fieldwork/duties.ts';
import type { PeopleDeps } from '../signin/people.ts';
import {
  type GridFigures,
  type MatterFigures,
  readGridFigures,
  readMatterFigures,
} from '../store/field-board.ts';
import type { Asker } from './actor.ts';
import { dueRulesOf } from './field-board.ts';
import { type FieldworkDeps, fieldworkOf } from './fieldwork-seats.ts';
import { type GridGround, readGround } from './grid-ground.ts';
import { type GridWorker, gridWorkers } from './grid-seats.ts';
import { type RegistryArea, registryAreas, widestAreas } from './registry-area.ts';
import { mayUse, scopeOf } from './scope.ts';
import type { Shell } from './shell.ts';
import { gridLines } from './view-grids.ts';

type Person = Extract<Asker, { kind: 'person' }>;
type Deps = FieldworkDeps & { readonly shell: Shell; readonly people: PeopleDeps };

/** Figures of a grid, in the order in which the board shows them. */
export const boardFigures = [
  'homes',
  'points',
  'visited',
  'awaited',
  'matters',
  'late',
  'risky',
  'never',
  'empty',
  'unlived',
  'workers',
] as const;
export type BoardFigure = (typeof boardFigures)[number];
/** Of work done and to do; the rest says where nobody lives or who is at risk, and is for whoever keeps those homes. */
const openFigures: readonly BoardFigure[] = [
  'homes',
  'points',
  'visited',
  'awaited',
  'matters',
  'late',
  'workers',
];
const fieldFigures: readonly BoardFigure[] = ['visited', 'awaited', 'risky', 'never'];

/** One community as somebody may see it on the board. */
export interface BoardArea {
  readonly community: string;
  /** Undefined for all of them. */
  readonly grids: readonly string[] | undefined;
  /** The homes that the asker keeps there; undefined for none. */
  readonly kept: RegistryArea | undefined;
}

/** Whole communities for whoever may see measures of them; their own grids for those who go from door to door. */
export function boardAreas({ directory }: Deps, asker: Asker): readonly BoardArea[] {
  const kept = widestAreas(registryAreas(directory, asker));
  const keptIn = (community: string) => kept.find((area) => area.community === community);
  const whole = mayUse(directory, asker, 'see-measures') ? scopeOf(directory, asker).communities : [];
  return [
    ...whole.map((community) => ({ community, grids: undefined, kept: keptIn(community) })),
    ...kept
      .filter(({ community }) => !whole.includes(community))
      .map((area) => ({ community: area.community, grids: area.grids, kept: area })),
  ];
}

/** Every grid of a community with its figures; undefined where the asker sees none of it. */
export async function communityBoard(deps: Deps, asker: Person, area: BoardArea) {
  const { shell, directory } = deps;
  const community = directory.findCommunity(area.community);
  if (community === undefined) return undefined;
  const today = civilDateOf(shell.now());
  const month = periodOf(today, 'month');
  const fieldwork = fieldworkOf(deps, community.id);
  const rules =
    fieldwork === undefined ? { rules: [], usual: '', urgent: undefined } : dueRulesOf(fieldwork, today);
  const ground = await readGround(shell.pool, directory, community);
  const homes = await readGridFigures(shell.pool, community.id, instantOf(month.from, 0), rules);
  const matters = await readMatterFigures(shell.pool, community.id, shell.now());
  const workers = await gridWorkers(deps, shell.pool, ground, today);
  const shown = boardFigures.filter(
    (figure) =>
      (area.kept !== undefined || openFigures.includes(figure)) &&
      (fieldwork !== undefined || !fieldFigures.includes(figure)),
  );
  const known = { homes, matters, workers };
  return {
    community: { id: community.id, title: community.title, place: community.placeId },
    month,
    figures: shown,
    opensHomes: area.kept !== undefined,
    opensGrids: registryAreas(directory, asker, ['manage-grids']).some(
      ({ community: id, grids }) => id === community.id && grids === undefined,
    ),
    ...(ground.rules !== undefined && { workload: ground.rules.workload }),
    grids: gridLines(ground)
      .filter(({ id, kind }) => kind !== 'general' && (area.grids?.includes(id) ?? true))
      .map((line) => gridBody(ground, line, known, shown))
      // Nothing lies outside the grids: then there is nothing to say of it.
      .filter(
        ({ kind, figures }) => kind !== 'undrawn' || (figures['homes'] ?? 0) + (figures['matters'] ?? 0) > 0,
      ),
  };
}

interface Known {
  readonly homes: readonly GridFigures[];
  readonly matters: readonly MatterFigures[];
  readonly workers: readonly GridWorker[];
}

function gridBody(
  ground: GridGround,
  { id, title, kind, load, outside }: ReturnType<typeof gridLines>[number],
  { homes, matters, workers }: Known,
  shown: readonly BoardFigure[],
) {
  const own = homes.find(({ grid_id }) => grid_id === id);
  const open = matters.find(({ grid_id }) => grid_id === (kind === 'undrawn' ? null : id));
  const sitting = workers.filter(({ grids }) => grids.includes(id));
  const all: Readonly<Record<BoardFigure, number>> = {
    homes: own?.homes ?? 0,
    points: load.points,
    visited: own?.visited ?? 0,
    awaited: own?.awaited ?? 0,
    matters: open?.matters ?? 0,
    late: open?.late ?? 0,
    risky: own?.risky ?? 0,
    never: own?.never ?? 0,
    empty: own?.empty ?? 0,
    unlived: unlivedIn(ground, id),
    workers: sitting.length,
  };
  return {
    id,
    title,
    kind,
    ...(outside !== undefined && { outside }),
    workers: sitting.map(({ name }) => name),
    figures: Object.fromEntries(shown.map((figure) => [figure, all[figure]])),
  };
}

/** Drawn buildings of the grid in which no home is registered. */
const unlivedIn = ({ blocks }: GridGround, grid: string): number =>
  blocks.filter((block) => block.grid === grid && block.households === 0).length;
