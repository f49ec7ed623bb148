import { randomUUID } from 'node:crypto';
import type { CivilDate } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { PeopleGroups } from '@liren/core/registry/groups.ts';
import { findNames, type PeopleDeps } from '../signin/people.ts';
import { type SeatRow, seatsIn } from '../store/grid-ground.ts';
import { changeCarer, readCarers, readMemberships } from '../store/resident-groups.ts';
import type { Asker } from './actor.ts';
import { type ChangeWish, changeHeld, type Former, type Held } from './change-resident.ts';
import { findVisible } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import { type Changed, refusing } from './registry-refusal.ts';
import { areasHolding, groupsOf, openMemberships, setBy } from './resident-groups.ts';
import { charterOf } from './scope.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;
export interface CarerSeat {
  readonly person: string;
  readonly post: string;
  readonly organ: string;
}

/** Seats of these posts in the community and its grids. */
async function seatsFor(
  { shell, directory }: Deps,
  community: string,
  posts: ReadonlySet<string>,
): Promise<readonly SeatRow[]> {
  if (posts.size === 0) return [];
  const organs = directory.organs.filter(({ area }) => directory.findCommunityOf(area)?.id === community);
  const seats = await seatsIn(
    shell.pool,
    organs.map(({ id }) => id),
    civilDateOf(shell.now()),
  );
  return seats.filter(({ post }) => posts.has(post));
}

/** Who may look after somebody of the community. */
export async function carersFor(deps: Deps, community: string, posts: ReadonlySet<string>) {
  const seats = await seatsFor(deps, community, posts);
  const names = await findNames(
    deps.people,
    seats.map(({ person_id }) => person_id),
  );
  return seats.map(({ person_id: person, post, organ_id }) => {
    const organ = deps.directory.findOrgan(organ_id);
    const charter = organ && charterOf(deps.directory, { post, organ: organ.id });
    return {
      person,
      post,
      organ: organ_id,
      name: names.get(person) ?? '',
      postTitle: charter?.posts[post]?.title ?? '',
      organTitle: organ?.title ?? '',
    };
  });
}

export type CarerWish = ChangeWish & {
  /** First day; who did it before did so until the day before. */
  readonly day: CivilDate;
  /** Undefined for nobody. */
  readonly seat: CarerSeat | undefined;
};

/** Names who looks after a resident in need from a day on, or that nobody does. */
export async function nameCarer(deps: Deps, asker: Person, wish: CarerWish): Promise<Changed<undefined>> {
  const found = await findVisible(deps, asker, wish);
  const groups = groupsOf(deps, wish.community);
  if (found === undefined || groups === undefined) return refusing('not-found');
  const areas = areasHolding(deps, asker, wish.community, found.resident);
  const may = groups.groups.some((group) => group.carers.length > 0 && setBy(group, areas));
  if (!may) return refusing('not-allowed', { message: '你的岗位不能登记结对帮扶。' });
  return changeHeld(deps, asker, wish, (held) => give(deps, held, groups, wish));
}

async function give(
  deps: Deps,
  { client, community, row, today }: Held,
  groups: PeopleGroups,
  { day, seat: wanted }: CarerWish,
): Promise<Changed<readonly Former[]>> {
  if (day > today) return refusing('bad-day', { about: 'day', message: '日期还没有到。到了那天再登记。' });
  const memberships = openMemberships(deps, groups, await readMemberships(client, community, row.id));
  const posts = new Set(
    memberships.flatMap(({ row: own, group }) => (own.until_date === null ? (group?.carers ?? []) : [])),
  );
  const seat = wanted === undefined ? ok(undefined) : await findSeat(deps, community, posts, wanted);
  if (!seat.ok) return seat;
  const [latest] = await readCarers(client, community, row.id);
  const current = latest?.until_date === null ? latest : undefined;
  if (current?.person_id === seat.value?.person_id && current?.post === seat.value?.post)
    return refusing('no-change');
  if (latest !== undefined && day < latest.from_date)
    return refusing('bad-day', { about: 'day', message: '日期早于现在这位开始的那天。' });
  await changeCarer(client, community, row.id, day, seat.value && { ...seat.value, id: randomUUID() });
  return ok([{ field: 'carer' }]);
}

async function findSeat(
  deps: Deps,
  community: string,
  posts: ReadonlySet<string>,
  wanted: CarerSeat,
): Promise<Changed<SeatRow>> {
  const wrong = (message: string) => refusing('bad-value', { about: 'seat', message });
  if (posts.size === 0) return wrong('这个人不在要结对帮扶的人群里。先登记是哪一类人群。');
  const seat = (await seatsFor(deps, community, posts)).find(
    ({ person_id, post, organ_id }) =>
      person_id === wanted.person && post === wanted.post && organ_id === wanted.organ,
  );
  return seat === undefined ? wrong('这个人不在可以结对的岗位上，请重新选。') : ok(seat);
}
