import { randomUUID } from 'node:crypto';
import { civilDate, personId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ofHomes } from '../store/building-changes.ts';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Asker } from './actor.ts';
import { type BuildingWish, changeBuildings, undoTearDown } from './change-buildings.ts';
import { registryAreas, widestAreas } from './registry-area.ts';
import { searchRegistry } from './search-registry.ts';
import { emptyRegistry, householdCsv, identity, takeInto } from './testing-registry.ts';
import { viewBuildings, viewDoors } from './view-buildings.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
beforeAll(async () => {
  street = await openExampleStreet(database);
});
beforeEach(() => emptyRegistry(database.pool));

type Person = Extract<Asker, { kind: 'person' }>;
const clerk: Person = {
  kind: 'person',
  person: personId(randomUUID()),
  posts: [{ post: 'community-worker', organ: 'o-east' as never }],
};
const walker: Person = { ...clerk, posts: [{ post: 'grid-worker', organ: 'o-east-1' as never }] };
const day = civilDate;
const change = (wish: BuildingWish, isPreview = false, who = clerk) =>
  changeBuildings(street.deps, who, 'c-east', wish, isPreview);
const wang = identity('19800215', 22);
const take = (...rows: readonly string[]) => takeInto(street.deps, householdCsv(...rows));
const area = (who = clerk) => {
  const [own] = widestAreas(registryAreas(street.deps.directory, who));
  if (own === undefined) throw new Error('no area');
  return own;
};
const view = (who = clerk) => viewBuildings(street.deps, area(who));
const standing = async () =>
  (await view()).buildings.map(({ compound, building, homes, residents, closedOn = '' }) =>
    [compound, building, homes, residents, closedOn].join(' '),
  );
const find = async (word: string) =>
  (await searchRegistry(street.deps, [area()], word, undefined)).rows.map(
    ({ name, address = '无' }) => `${name} ${address}`,
  );
const at = { compound: '柳荫里', building: '3' };

describe('what a community calls its buildings', () => {
  it('takes homes that were written with and without their compound as one, and understands both from then on', async () => {
    await take('王芳,,,3号楼2单元501,', '李四,,,柳荫里3号楼2单元501,', '赵六,,,3号楼2单元502,');
    expect(await standing()).toEqual([' 3 2 2 ', '柳荫里 3 1 1 ']);
    const wish = { kind: 'renamed', from: { compound: '' }, to: '柳荫里' } as const;
    const foretold = await change(wish, true);
    expect(await standing()).toEqual([' 3 2 2 ', '柳荫里 3 1 1 ']);
    expect(await change(wish)).toEqual(foretold);
    expect(foretold).toEqual({ ok: true, value: { buildings: 1, homes: 2, residents: 2, merged: 1 } });
    expect(await standing()).toEqual(['柳荫里 3 2 3 ']);
    const again = await take('王芳,,,3号楼2单元501,', '孙八,,,3-2-503,');
    expect([again.known, again.accepted]).toEqual([1, 1]);
    expect(await standing()).toEqual(['柳荫里 3 3 4 ']);
    expect(await find('3号楼2单元501')).toEqual([
      '王芳 柳荫里 3 号楼 2 单元 501',
      '李四 柳荫里 3 号楼 2 单元 501',
    ]);
  });

  it('finds a building by its old number and by its new one', async () => {
    await take('王芳,,,柳荫里3号楼501,');
    unwrap(await change({ kind: 'renamed', from: at, to: '12a' }));
    expect(await find('柳荫里3号楼501')).toEqual(['王芳 柳荫里 12A 号楼 501']);
    expect(await find('柳荫里12A号楼')).toEqual(['王芳 柳荫里 12A 号楼 501']);
    const [latest] = (await view()).changes;
    expect(latest).toMatchObject({ kind: 'renamed', ...at, to: { compound: '柳荫里', building: '12A' } });
  });

  it('keeps every visit with the door, whichever name it was written under', async () => {
    await take('王芳,,,3号楼2单元501,', '李四,,,柳荫里3号楼2单元501,');
    await database.pool.query(`UPDATE home SET visited_at = 7 WHERE compound = ''`);
    unwrap(await change({ kind: 'renamed', from: { compound: '' }, to: '柳荫里' }));
    const doors = await viewDoors(street.deps, area(), at);
    expect(doors).toMatchObject([{ number: '501', residents: 2, visitedAt: 7 }]);
  });

  it('moves everything that stands behind a door: no table that names a home is forgotten', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE confrelid = 'home'::regclass`,
    );
    // Where a home lies is its own row's, and goes with it.
    const told = ['home_grid', 'residence', 'home_owner', ...ofHomes];
    expect([...new Set(rows.map(({ name }) => name))].sort()).toEqual(told.sort());
  });

  it('refuses a name that it has already, and a building that nobody knows', async () => {
    await take('王芳,,,柳荫里3号楼501,');
    const refused = async (wish: BuildingWish) => {
      const done = await change(wish);
      return done.ok ? 'done' : done.error.code;
    };
    expect(await refused({ kind: 'renamed', from: at, to: '3' })).toBe('no-change');
    expect(await refused({ kind: 'renamed', from: { compound: '槐树' }, to: '杨树' })).toBe(
      'no-such-building',
    );
    expect(await refused({ kind: 'renamed', from: at, to: '甲|乙' })).toBe('bad-value');
    expect(await refused({ kind: 'renamed', from: { compound: '柳荫里' }, to: '  ' })).toBe('bad-value');
    expect((await view()).changes).toEqual([]);
  });
});

describe('a building that is torn down', () => {
  const tearDown = (on: string): BuildingWish => ({ kind: 'torn-down', at, day: day(on) });
  const household = [`王芳,${wang},,柳荫里3号楼501,`, '李四,,,柳荫里3号楼502,', '赵六,,,柳荫里4号楼101,'];

  it('has nobody left in it; its people are found as having left, with the reason in their history', async () => {
    await take(...household);
    expect(unwrap(await change(tearDown('2026-11-16')))).toEqual({
      buildings: 1,
      homes: 2,
      residents: 2,
      merged: 0,
    });
    expect(await standing()).toEqual(['柳荫里 3 0 0 2026-11-16', '柳荫里 4 1 1 ']);
    expect(await find('王芳')).toEqual(['王芳 无']);
    const { rows } = await database.pool.query(
      `SELECT field, source FROM registry_change WHERE field = 'left'`,
    );
    expect(rows).toEqual([
      { field: 'left', source: 'torn-down' },
      { field: 'left', source: 'torn-down' },
    ]);
  });

  it('takes nobody in any more, until a new one stands there', async () => {
    await take(...household);
    unwrap(await change(tearDown('2026-11-16')));
    const refused = await take('孙八,,,柳荫里3号楼503,');
    expect(refused.errors.map(({ message }) => message)).toEqual([
      '这栋楼 2026-11-16 已经拆除。原地盖了新楼，请先在“楼栋”里登记；楼号改了，请写现在的楼号。',
    ]);
    street.pass(86_400_000);
    unwrap(await change({ kind: 'opened', at, day: day('2026-11-17') }));
    expect((await take('孙八,,,柳荫里3号楼501,')).accepted).toBe(1);
    expect(await standing()).toEqual(['柳荫里 3 1 1 ', '柳荫里 4 1 1 ']);
    street.pass(-86_400_000);
  });

  it('stands again when it was a mistake: with everybody but those who settled elsewhere since', async () => {
    await take(...household);
    const before = await standing();
    unwrap(await change(tearDown('2026-11-16')));
    await take(`王芳,${wang},,柳荫里4号楼102,`);
    const [torn] = (await view()).changes;
    const undo = () => undoTearDown(street.deps, clerk, 'c-east', torn?.id ?? '');
    expect(unwrap(await undo())).toMatchObject({ homes: 2, residents: 1 });
    expect(before[0]).toBe('柳荫里 3 2 2 ');
    expect(await standing()).toEqual(['柳荫里 3 2 1 ', '柳荫里 4 2 2 ']);
    expect(await undo()).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('is refused for a day to come, or before somebody moved in', async () => {
    await take(...household);
    for (const on of ['2026-12-31', '2020-01-01'])
      expect(await change(tearDown(on))).toMatchObject({ ok: false, error: { code: 'bad-day' } });
    expect(await standing()).toEqual(['柳荫里 3 2 2 ', '柳荫里 4 1 1 ']);
  });
});

describe('who may', () => {
  it('a grid worker sees the doors of the own grid only, and changes nothing', async () => {
    await take('王芳,,,柳荫里3号楼501,东里第一网格', '李四,,,柳荫里4号楼101,东里第二网格');
    const { buildings, mayChange, changes } = await view(walker);
    expect(buildings.map(({ building, residents }) => [building, residents])).toEqual([['3', 1]]);
    expect([mayChange, changes]).toEqual([false, []]);
    expect(await viewDoors(street.deps, area(walker), { ...at, building: '4' })).toEqual([]);
    const refused = await change({ kind: 'torn-down', at, day: day('2026-11-16') }, false, walker);
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
  });
});
