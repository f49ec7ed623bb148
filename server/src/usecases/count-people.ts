import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { fitsRule, maySeeGroup, type PeopleGroup } from '@liren/core/registry/groups.ts';
import {
  type CountedCell,
  type ToldCount,
  tellCounts,
  tellSharedOut,
} from '@liren/core/registry/small-counts.ts';
import { csvRow } from '../import/error-file.ts';
import { currentMemberships, type LivingResident, livingResidents } from '../store/count-people.ts';
import { openEntry } from '../store/resident-groups.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type RegistryArea, registryAreas } from './registry-area.ts';
import { groupsOf } from './resident-groups.ts';
import { charterOf } from './scope.ts';

/** Where the charter says nothing. */
const usualLeastCount = 10;

/** Where the asker uses the registry, or has an eye on all that happens. */
const countedAreas = ({ directory }: RegistryDeps, asker: Asker): readonly RegistryArea[] => [
  ...registryAreas(directory, asker),
  ...registryAreas(directory, asker, ['see-measures']).filter(
    ({ post }) => charterOf(directory, post)?.posts[post.post]?.sees === 'area',
  ),
];

/** Communities of which the asker may know figures. */
export const countedCommunities = (deps: RegistryDeps, asker: Asker): readonly string[] => [
  ...new Set(countedAreas(deps, asker).map(({ community }) => community)),
];

/** One row of the table: everybody where there is no group. */
export interface PeopleRow {
  readonly group?: PeopleGroup;
  /** Ids of who is in it. */
  readonly members: ReadonlySet<string>;
}

/** Who lives in a community, and in which of its groups. */
export async function readPeople(deps: RegistryDeps, community: string) {
  const { shell } = deps;
  const residents = await livingResidents(shell.pool, community);
  const groups = groupsOf(deps, community);
  const byGroup = new Map<string, string[]>();
  for (const row of await currentMemberships(shell.pool, community)) {
    const { group } = openEntry(shell.sealer, row);
    byGroup.set(group, [...(byGroup.get(group) ?? []), row.resident_id]);
  }
  const year = Number(civilDateOf(shell.now()).slice(0, 4));
  const fits = (rule: NonNullable<PeopleGroup['rule']>, { born_year, relation }: LivingResident) =>
    fitsRule(rule, { bornYear: born_year ?? undefined, relation: relation ?? undefined }, year);
  const rows: readonly PeopleRow[] = [
    { members: new Set(residents.map(({ id }) => id)) },
    ...(groups?.groups ?? []).map((group) => {
      const { id, rule } = group;
      const members =
        rule === undefined ? byGroup.get(id) : residents.flatMap((each) => (fits(rule, each) ? each.id : []));
      return { group, members: new Set(members) };
    }),
  ];
  return { residents, rows, leastCount: groups?.leastCount ?? usualLeastCount };
}

const holds = ({ grids }: RegistryArea, grid: string): boolean => grids === undefined || grids.includes(grid);

/** The seats that let somebody see who is in a group in a grid. */
export const seatsSeeing = (
  { directory }: RegistryDeps,
  asker: Asker,
  {
    community,
    grid,
    group,
  }: { readonly community: string; readonly grid: string; readonly group: PeopleGroup | undefined },
): readonly RegistryArea[] =>
  registryAreas(directory, asker).filter(
    (area) =>
      area.community === community &&
      holds(area, grid) &&
      (group === undefined || maySeeGroup(group, area.post.post)),
  );

/**
 * How many live in each grid of a community, and how many of each group. Whoever may not see the rows of a figure learns
 * of no figure below the least that the charter lets be told.
 */
export async function countPeople(deps: RegistryDeps, asker: Asker, community: string) {
  const { directory } = deps;
  const known = directory.findCommunity(community);
  const areas = countedAreas(deps, asker).filter((area) => area.community === community);
  if (known === undefined || areas.length === 0) return undefined;
  const { residents, rows, leastCount } = await readPeople(deps, community);
  const lived = new Set(residents.map(({ grid_id }) => grid_id));
  const grids = [
    ...directory.places.filter(({ level }) => level === 'grid').map(({ id }) => id as string),
    known.placeId,
  ].filter((id) => lived.has(id) && areas.some((area) => holds(area, id)));
  const gridOf = new Map(residents.map(({ id, grid_id }) => [id, grid_id]));
  const cellsOf = ({ group, members }: PeopleRow): readonly CountedCell[] => {
    const counts = new Map<string, number>();
    for (const member of members) {
      const grid = gridOf.get(member) ?? '';
      counts.set(grid, (counts.get(grid) ?? 0) + 1);
    }
    return grids.map((grid) => ({
      count: counts.get(grid) ?? 0,
      open: seatsSeeing(deps, asker, { community, grid, group }).length > 0,
    }));
  };
  return {
    community: { id: known.id, title: known.title },
    leastCount,
    grids: grids.map((id) => ({
      id,
      ...(id !== known.placeId && { title: directory.findPlace(id)?.title ?? '' }),
    })),
    rows: tellRows(
      rows.map((row) => ({ row, cells: cellsOf(row) })),
      leastCount,
    ),
  };
}

interface CountedRow {
  readonly row: PeopleRow;
  readonly cells: readonly CountedCell[];
}
function tellRows(rows: readonly CountedRow[], least: number) {
  // Everybody has one relation to the head of their home.
  const isShare = ({ row }: CountedRow): boolean => row.group?.rule?.relation !== undefined;
  const shares = rows.filter(isShare);
  const shared = tellSharedOut(
    shares.map(({ cells }) => cells),
    least,
  );
  return rows.map((each) => {
    const { group } = each.row;
    const told = shared[shares.indexOf(each)] ?? tellCounts(each.cells, least);
    return {
      ...(group !== undefined && { group: group.id, title: group.title }),
      sensitive: group?.sensitive !== undefined,
      total: told.total,
      cells: told.cells.map((count, at) => ({ count, open: each.cells[at]?.open === true })),
    };
  });
}

type Counted = NonNullable<Awaited<ReturnType<typeof countPeople>>>;

/** The same table for a spreadsheet; what is hidden on the page is hidden in it. */
export function peopleCsv({ grids, rows, leastCount }: Counted): string {
  const say = (count: ToldCount): string =>
    count === 'few' ? `少于${leastCount}` : count === 'withheld' ? '不显示' : String(count);
  const lines = [
    ['人群', '合计', ...grids.map(({ title }) => title ?? '没有划进网格')],
    ...rows.map(({ title, total, cells }) => [
      title ?? '全部居民',
      say(total),
      ...cells.map(({ count }) => say(count)),
    ]),
  ];
  // The mark by which spreadsheets know UTF-8.
  return `\uFEFF${lines.map((line) => `${csvRow(line)}\r\n`).join('')}`;
}
