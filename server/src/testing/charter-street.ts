import { civilDate, type PersonId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import type { Charter } from '@liren/core/engine/types.ts';
import type pg from 'pg';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost } from '../signin/people.ts';
import { system } from '../usecases/actor.ts';
import { importOwners } from '../usecases/import-owners.ts';
import { groupsOf } from '../usecases/resident-groups.ts';
import { identity, takeInto } from '../usecases/testing-registry.ts';
import { type Served, type StreetOptions, serveStreet } from './street.ts';

const areas = { district: 'd', street: 's', community: 'c1', grid: 'c1g1', building: 'c1g1' } as const;
/** Households of the one community, each of one grown person who owns the home. */
export const homeCount = 12;
export const phoneOf = (n: number): string => `139110040${String(n).padStart(2, '0')}`;
export const nameOf = (n: number): string => `住户${'一二三四五六七八九十百千'[n] ?? ''}`;
export const identityOf = (n: number): string => identity('19700101', 300 + n);
const doorOf = (n: number): string => `柳荫里1号楼1单元${101 + n}`;

/** A district, a street, a community and a grid, with one organ of each kind that the charter names. */
async function plant(pool: pg.Pool, charter: Charter): Promise<void> {
  for (const [id, parent, level, title] of [
    ['d', null, 'district', '东风区'],
    ['s', 'd', 'street', '柳荫街道'],
    ['c1', 's', 'community', '柳荫社区'],
    ['c1g1', 'c1', 'grid', '柳荫一网格'],
  ])
    await pool.query('INSERT INTO place (id, parent_id, level, title) VALUES ($1, $2, $3, $4)', [
      id,
      parent,
      level,
      title,
    ]);
  for (const [id, title] of [
    ['c1', '柳荫社区'],
    ['s', '柳荫街道'],
  ])
    await pool.query(
      `INSERT INTO community (id, title, place_id, street_id, charter) VALUES ($1, $2, $1, 's', $3)`,
      [id, title, charter.id],
    );
  for (const [kind, { title, level }] of Object.entries(charter.organs))
    await pool.query('INSERT INTO organ (id, kind, title, area_id) VALUES ($1, $1, $2, $3)', [
      kind,
      title,
      areas[level],
    ]);
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const givenNames = ['建国', '秀英', '志强', '玉梅', '长河', '小红', '德福', '桂芳', '卫东'];
/** What whoever sits in the n-th seat is called; no two share a name. */
const nameOfSeat = (n: number): string =>
  `${surnames[n % surnames.length]}${givenNames[Math.floor(n / surnames.length) % givenNames.length]}`;

/** The role of whoever sits in this post of this kind of organ. */
export const seatOf = (post: string, organ: string): string => `${post}@${organ}`;

/** One street under a charter, with somebody in every seat, a dozen in each post that a roll is made of, and its residents. */
export async function startCharterStreet(
  pool: pg.Pool,
  charter: Charter,
  rollPosts: readonly string[],
  options: StreetOptions = {},
): Promise<Served> {
  await plant(pool, charter);
  const street = await serveStreet(pool, options, async ({ people }, now) => {
    const seated = new Map<string, PersonId>();
    const seats = Object.entries(charter.posts).flatMap(([post, { in: organs }]) =>
      organs.flatMap((organ) => [
        { role: seatOf(post, organ), post, organ },
        ...(rollPosts.includes(post) && organ === organs[0]
          ? Array.from({ length: 11 }, (_, i) => ({ role: `${seatOf(post, organ)}#${i + 2}`, post, organ }))
          : []),
      ]),
    );
    for (const [n, { role, post, organ }] of seats.entries()) {
      const entry = { kind: 'staff', name: nameOfSeat(n), demoRole: role } as const;
      const person = await ensureDemoPerson(people, entry, now());
      seated.set(role, person);
      await givePost(pool, { person, post, organ, from: civilDate('2026-01-01') });
    }
    return seated;
  });
  const { deps } = street.wired;
  const homes = Array.from({ length: homeCount }, (_, n) => n);
  // Whatever is registered by hand and hides nothing is registered of everybody.
  const groups = (groupsOf(deps, 'c1')?.groups ?? [])
    .filter(
      ({ rule, sensitive, carers }) => rule === undefined && sensitive === undefined && carers.length === 0,
    )
    .map(({ title }) => title)
    .join('、');
  const rows = homes.map((n) =>
    [nameOf(n), identityOf(n), phoneOf(n), doorOf(n), '柳荫一网格', groups].join(),
  );
  const table = ['姓名,身份证号,联系电话,住址,网格,人群', ...rows].join('\n');
  await takeInto(deps, new TextEncoder().encode(table), 'c1');
  const owned = homes.map((n) => `${nameOf(n)},${identityOf(n)},${doorOf(n)},89.50,产权登记,`);
  const bytes = new TextEncoder().encode(
    ['业主姓名,身份证号,住址,专有部分面积,面积依据,共有份额', ...owned].join('\n'),
  );
  unwrap(await importOwners(deps, system, { bytes, fileName: '业主.csv', community: 'c1' }));
  return street;
}
