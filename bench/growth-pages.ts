import { instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { audiencesOfPosts } from '@liren/core/projections/tasks.ts';
import type pg from 'pg';
import { countInbox, readInbox } from '../server/src/store/inbox.ts';
import type { ListFilter } from '../server/src/store/list-filter.ts';
import { listMatters } from '../server/src/store/list-matters.ts';
import { readMeasures } from '../server/src/store/measures.ts';
import { readOverview } from '../server/src/store/overview.ts';
import { readPosts } from '../server/src/store/posts.ts';
import { findCandidates } from '../server/src/store/similar.ts';
import type { Role, TestStreet } from '../server/src/testing/street.ts';
import { scopeOf } from '../server/src/usecases/scope.ts';
import { tailWords } from './grown-district.ts';

export const now = instant(Date.parse('2026-11-09T09:30:00+08:00'));
const month = '2026-10';
const dayMilliseconds = 86_400_000;

/** One page that people open: its store function alone, and the whole answer. */
export interface Page {
  readonly name: string;
  readonly role: Role;
  /** Empty where no page shows just this. */
  readonly url: string;
  readonly store: () => Promise<unknown>;
}

/** Pages of four readers: a street's leader, the hotline that sees the district, a squad of the street, a utility. */
export async function pagesOf(
  street: TestStreet,
  pool: pg.Pool,
  rareAffair: string,
): Promise<readonly Page[]> {
  const { deps } = street.wired;
  const postsOf = async (role: Role) => {
    const person = street.people.get(role);
    if (person === undefined) throw new Error(`nobody is ${role}`);
    return { person, posts: await readPosts(pool, person, civilDateOf(now)) };
  };
  const scopes = async (role: Role) => scopeOf(deps.directory, { kind: 'person', ...(await postsOf(role)) });
  const leader = await scopes('leader');
  const clerk = await scopes('clerk');
  const audiences = audiencesOfPosts((await postsOf('dispatcher')).posts);
  const lists = (reader: string, role: Role, scope: typeof leader) => {
    const page = (name: string, query: Record<string, string>, filter: ListFilter): Page => ({
      name: `${name}: ${reader}`,
      role,
      url: `/api/matters?${new URLSearchParams(query).toString()}`,
      store: () => listMatters(deps.db, scope, filter, 50),
    });
    return {
      list: (name: string, query: Record<string, string> = {}, filter: ListFilter = query) =>
        page(`list, ${name}`, query, filter),
      search: (name: string, q: string) => {
        const words = deps.text.forQuery(q);
        if (words === undefined) throw new Error(`nothing to search in ${q}`);
        return page(`search, ${name}`, { q }, { words });
      },
    };
  };
  const inStreet = lists('street', 'leader', leader);
  const inDistrict = lists('district', 'clerk', clerk);
  const inSquad = lists('squad', 'urban', await scopes('urban'));
  const inUtility = lists('utility', 'water', await scopes('water'));
  const typed = deps.text.candidateQuery('小区门口堆放建筑垃圾，有异味，物业不管') ?? '';
  const ranking = (communities: readonly string[]) => () =>
    readMeasures(pool, communities, month, 'complaint', 'organ');
  return [
    {
      name: 'inbox',
      role: 'dispatcher',
      url: '/api/inbox',
      store: () =>
        Promise.all([
          readInbox(deps.db, audiences, { limit: 50 }),
          countInbox(deps.db, audiences, { now, tonight: now + dayMilliseconds / 2 }),
        ]),
    },
    inStreet.list('all'),
    inStreet.list('open', { status: 'open' }),
    inStreet.list('late', { late: 'true' }, { late: true }),
    inStreet.list('dissatisfied', { rated: 'dissatisfied' }),
    inStreet.list('excluded', { excluded: 'true' }, { excluded: true }),
    inStreet.list('rare affair', { affair: rareAffair }),
    inDistrict.list('all'),
    inDistrict.list('late', { late: 'true' }, { late: true }),
    inDistrict.list('rare affair', { affair: rareAffair }),
    inSquad.list('all'),
    inSquad.list('rare affair', { affair: rareAffair }),
    inUtility.list('open', { status: 'open' }),
    inStreet.search('in nearly all', '小区'),
    inStreet.search('two frequent', '小区 物业'),
    inStreet.search('6 %', '拆除'),
    inStreet.search('two of 6 %', '拆除 下水'),
    inStreet.search('1.5 %', tailWords.common),
    inStreet.search('0.15 %', tailWords.rare),
    inStreet.search('found nowhere', '长颈鹿 拆除'),
    inDistrict.search('in nearly all', '小区'),
    inDistrict.search('two of 6 %', '拆除 下水'),
    inDistrict.search('1.5 %', tailWords.common),
    inDistrict.search('0.15 %', tailWords.rare),
    inSquad.search('two of 6 %', '拆除 下水'),
    inUtility.search('two of 6 %', '拆除 下水'),
    {
      name: 'similar ones, while typing: street',
      role: 'leader',
      url: '',
      store: () => findCandidates(pool, leader.communities, typed, now - 60 * dayMilliseconds),
    },
    {
      name: 'ranking of a month: street',
      role: 'leader',
      url: `/api/measures?month=${month}&by=organ`,
      store: ranking(leader.communities),
    },
    { name: 'ranking of a month: district', role: 'clerk', url: '', store: ranking(clerk.communities) },
    {
      name: 'overview',
      role: 'leader',
      url: '/api/overview',
      store: () => readOverview(pool, leader.communities, instant(now - 14 * dayMilliseconds), now),
    },
  ];
}
