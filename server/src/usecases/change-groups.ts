import type { CivilDate } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import type { PeopleGroup } from '@liren/core/registry/groups.ts';
import type { PeopleDeps } from '../signin/people.ts';
import { orderedIds } from '../store/ordered-ids.ts';
import {
  addMemberships,
  endMembership,
  type GroupAct,
  type GroupEntry,
  type NewMembership,
  readMemberships,
  sealEntry,
} from '../store/resident-groups.ts';
import type { Asker } from './actor.ts';
import { type ChangeWish, changeHeld } from './change-resident.ts';
import { findVisible } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import { keepsRegistry } from './registry-area.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import { areasHolding, groupsOf, openMemberships, setBy } from './resident-groups.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;
type GroupWish = ChangeWish & { readonly day: CivilDate; readonly reason: string };

const actOf = ({ shell }: RegistryDeps, asker: Person, { source, reason }: GroupWish): GroupAct => ({
  by: asker.person,
  source,
  reason,
  at: shell.now(),
});
const tomorrow = refusing('bad-day', { about: 'day', message: '日期还没有到。到了那天再登记。' });
const notYours = (title: string) =>
  refusing('not-allowed', { message: `章程没有让你的岗位登记“${title}”。可以告诉能登记的同事。` });

/** A row that says so; sealed, with a mark of its own. */
export function membershipOf(
  { shell, registry }: RegistryDeps,
  community: string,
  resident: string,
  { id, from, entry }: { readonly id: string; readonly from: CivilDate; readonly entry: GroupEntry },
): NewMembership {
  return {
    id,
    resident_id: resident,
    mark: registry.groupMark(community, resident, entry.group),
    entry_sealed: sealEntry(shell.sealer, id, entry),
    from_date: from,
  };
}

/** Writes down that a resident is in a group from a day on, by a seat that the charter lets do so. */
export async function setGroup(
  deps: Deps,
  asker: Person,
  wish: GroupWish & { readonly group: string },
): Promise<Changed<undefined>> {
  const found = await findVisible(deps, asker, wish);
  if (found === undefined) return refusing('not-found');
  const group = groupsOf(deps, wish.community)?.groups.find(({ id }) => id === wish.group);
  if (group === undefined) return refusing('bad-value', { about: 'group', message: '章程里没有这个人群。' });
  const areas = areasHolding(deps, asker, wish.community, found.resident);
  if (!setBy(group, areas)) return notYours(group.title);
  return changeHeld(deps, asker, wish, async ({ client, community, row, today }) => {
    if (wish.day > today) return tomorrow;
    const entry = { group: group.id, set: actOf(deps, asker, wish) };
    const id = orderedIds(deps.shell.now())();
    const added = await addMemberships(client, community, [
      membershipOf(deps, community, row.id, { id, from: wish.day, entry }),
    ]);
    return added.length === 0 ? refusing('in-group', { about: 'group' }) : ok([{ field: 'group-set' }]);
  });
}

/** Writes down the last day on which a resident is in a group. */
export async function endGroup(
  deps: Deps,
  asker: Person,
  wish: GroupWish & { readonly membership: string },
): Promise<Changed<undefined>> {
  const found = await findVisible(deps, asker, wish);
  const groups = groupsOf(deps, wish.community);
  if (found === undefined || groups === undefined) return refusing('not-found');
  const areas = areasHolding(deps, asker, wish.community, found.resident);
  const mayEnd = (group: PeopleGroup | undefined): boolean =>
    group === undefined ? keepsRegistry(deps.directory, asker, wish.community) : setBy(group, areas);
  return changeHeld(deps, asker, wish, async ({ client, community, row, today }) => {
    const all = openMemberships(deps, groups, await readMemberships(client, community, row.id));
    const membership = all.find((each) => each.row.id === wish.membership);
    if (membership === undefined) return refusing('not-found');
    if (!mayEnd(membership.group)) return notYours(membership.group?.title ?? '');
    if (membership.row.until_date !== null) return refusing('not-in-group');
    if (wish.day > today) return tomorrow;
    if (wish.day < membership.row.from_date)
      return refusing('bad-day', { about: 'day', message: '日期早于登记开始的那天。' });
    await endMembership(client, community, {
      id: membership.row.id,
      lastDay: wish.day,
      entrySealed: sealEntry(deps.shell.sealer, membership.row.id, {
        ...membership.entry,
        ended: actOf(deps, asker, wish),
      }),
    });
    return ok([{ field: 'group-ended' }]);
  });
}
