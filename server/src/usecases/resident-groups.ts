import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { fitsRule, maySeeGroup, type PeopleGroup, type PeopleGroups } from '@liren/core/registry/groups.ts';
import type { FoundResident } from '../store/read-registry.ts';
import { type CarerRow, type GroupEntry, type GroupRow, openEntry } from '../store/resident-groups.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type RegistryArea, registryAreas } from './registry-area.ts';
import { charterOf } from './scope.ts';

/** The groups of the charter that the community lives under; undefined where it names none. */
export function groupsOf({ library, directory }: RegistryDeps, community: string): PeopleGroups | undefined {
  const charter = directory.findCommunity(community)?.charter.id;
  return charter === undefined ? undefined : library.charters.get(charter)?.groups;
}

/** The seats that open the registry where the resident lives. */
export const areasHolding = (
  deps: RegistryDeps,
  asker: Asker,
  community: string,
  { grid_id: grid }: Pick<FoundResident, 'grid_id'>,
): readonly RegistryArea[] =>
  registryAreas(deps.directory, asker).filter(
    (area) =>
      area.community === community &&
      (area.grids === undefined || (grid !== null && area.grids.includes(grid))),
  );

export const seenBy = (group: PeopleGroup, areas: readonly RegistryArea[]): boolean =>
  areas.some(({ post }) => maySeeGroup(group, post.post));
export const setBy = (group: PeopleGroup, areas: readonly RegistryArea[]): boolean =>
  areas.some(({ post }) => group.set.includes(post.post));

export interface Membership {
  readonly row: GroupRow;
  readonly entry: GroupEntry;
  /** Undefined where the charter does not have the group any more. */
  readonly group: PeopleGroup | undefined;
}
export const openMemberships = (
  { shell }: RegistryDeps,
  groups: PeopleGroups,
  rows: readonly GroupRow[],
): readonly Membership[] =>
  rows.map((row) => {
    const entry = openEntry(shell.sealer, row);
    return { row, entry, group: groups.groups.find(({ id }) => id === entry.group) };
  });

export interface GroupLine {
  readonly title: string;
  /** Absent where a rule tells. */
  readonly id?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly at?: number;
}

/** Groups that follow from what the registry knows already. */
export const ruledLines = (
  { shell }: RegistryDeps,
  { groups }: PeopleGroups,
  { born_year, relation }: FoundResident,
): readonly GroupLine[] => {
  const year = Number(civilDateOf(shell.now()).slice(0, 4));
  const resident = { bornYear: born_year ?? undefined, relation: relation ?? undefined };
  return groups.flatMap(({ rule, title }) =>
    rule !== undefined && fitsRule(rule, resident, year) ? [{ title }] : [],
  );
};

export const membershipLine = (
  { row, entry, group }: Membership,
  names: ReadonlyMap<string, string>,
): GroupLine => {
  const { by, source, reason, at } = entry.ended ?? entry.set;
  return {
    id: row.id,
    title: group?.title ?? entry.group,
    from: row.from_date,
    source,
    at,
    ...(row.until_date !== null && { until: row.until_date }),
    ...(reason !== undefined && { reason }),
    ...(by !== undefined && { by: names.get(by) ?? '' }),
  };
};

/** Who looks after them: name, post and organ. */
export function carerLine(
  { directory }: RegistryDeps,
  { person_id, post, organ_id, from_date, until_date }: CarerRow,
  names: ReadonlyMap<string, string>,
) {
  const organ = directory.findOrgan(organ_id);
  const charter = organ && charterOf(directory, { post, organ: organ.id });
  return {
    name: names.get(person_id) ?? '',
    post: charter?.posts[post]?.title ?? '',
    organ: organ?.title ?? '',
    from: from_date as string,
    ...(until_date !== null && { until: until_date as string }),
  };
}
