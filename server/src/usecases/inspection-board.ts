import type { FullDirectory } from '../store/directory.ts';
import type { Asker } from './actor.ts';
import { type FieldworkDeps, fieldworkOf } from './fieldwork-seats.ts';
import { type Inspection, inspectionsIn } from './inspections.ts';
import { kindTitle } from './organisation-frame.ts';
import { registryAreas } from './registry-area.ts';
import type { Shell } from './shell.ts';

type Deps = FieldworkDeps & { readonly shell: Shell };
type Person = Extract<Asker, { kind: 'person' }>;

/** `done` and `due` of this period, and where a failed item is still being put right. */
export const placeFigures = ['owed', 'done', 'due', 'faulty'] as const;
export type PlaceFigure = (typeof placeFigures)[number];
const isCounted: Readonly<Record<PlaceFigure, (each: Inspection) => boolean>> = {
  owed: () => true,
  done: ({ done }) => done,
  due: ({ done }) => !done,
  faulty: ({ row }) => row.open_faults > 0,
};

const titleOf = (directory: FullDirectory, grid: string): string => directory.findPlace(grid)?.title ?? '';

/** How far the inspections of each grid are, by round; they tell of no organisation. */
export async function inspectionBoard(deps: Deps, community: string) {
  const fieldwork = fieldworkOf(deps, community);
  if (fieldwork === undefined) return undefined;
  const all = await inspectionsIn(deps, { community, fieldwork }, undefined);
  const groups = new Map<string, Inspection[]>();
  for (const each of all) {
    const key = `${each.row.grid_id}/${each.round}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()]
    .flatMap((own) => {
      const [first] = own;
      if (first === undefined) return [];
      const count = (figure: PlaceFigure) => own.filter(isCounted[figure]).length;
      const grid = { id: first.row.grid_id, title: titleOf(deps.directory, first.row.grid_id) };
      return {
        grid,
        drawn: deps.directory.findPlace(grid.id)?.level === 'grid',
        round: { id: first.round, title: fieldwork.rounds[first.round]?.title ?? first.round },
        until: first.until,
        owed: count('owed'),
        done: count('done'),
        due: count('due'),
        faulty: count('faulty'),
      };
    })
    .toSorted((a, b) => Number(b.drawn) - Number(a.drawn) || a.grid.id.localeCompare(b.grid.id));
}

/** The organisations behind a figure, for whoever keeps this registry or walks these grids; undefined for others. */
export async function figurePlaces(
  deps: Deps,
  asker: Person,
  {
    community,
    grid,
    round,
    figure,
  }: {
    readonly community: string;
    readonly grid?: string | undefined;
    readonly round?: string | undefined;
    readonly figure: PlaceFigure;
  },
) {
  const area = registryAreas(deps.directory, asker).find((each) => each.community === community);
  const fieldwork = fieldworkOf(deps, community);
  if (area === undefined || fieldwork === undefined) return undefined;
  const wanted = grid === undefined ? area.grids : [grid];
  if (wanted?.some((id) => area.grids !== undefined && !area.grids.includes(id))) return undefined;
  const kinds = deps.directory.findCommunity(community)?.charter.organisations ?? [];
  const all = await inspectionsIn(deps, { community, fieldwork }, wanted);
  return all
    .filter((each) => (round === undefined || each.round === round) && isCounted[figure](each))
    .map(({ row, until, done, inspectedAt }) => ({
      id: row.id,
      community,
      name: row.name,
      kind: kindTitle(kinds, row.kind),
      address: row.address,
      grid: { id: row.grid_id, title: titleOf(deps.directory, row.grid_id) },
      until,
      done,
      openFaults: row.open_faults,
      ...(inspectedAt !== undefined && { inspectedAt }),
    }));
}
