import { randomUUID } from 'node:crypto';
import { civilDate } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ofResidents } from '../store/hand-over.ts';
import { addMemberships, openEntry, readMemberships } from '../store/resident-groups.ts';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { system } from './actor.ts';
import { membershipOf } from './change-groups.ts';
import { type HandOver, handOverBuildings } from './hand-over-buildings.ts';
import { importOwners } from './import-owners.ts';
import { searchRegistry } from './search-registry.ts';
import { emptyRegistry, householdCsv, identity, takeInto } from './testing-registry.ts';
import { ownershipOf } from './view-owners.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
beforeAll(async () => {
  street = await openExampleStreet(database);
});
const dayMilliseconds = 86_400_000;
beforeEach(async () => {
  await emptyRegistry(database.pool);
  await takeInto(street.deps, householdCsv(...people));
  // Whoever was taken in today may be handed over tomorrow.
  street.pass(dayMilliseconds);
  return () => street.pass(-dayMilliseconds);
});

const wang = identity('19800215', 22);
const people = [
  `王芳,${wang},13800001234,柳荫里3号楼501,东里第一网格`,
  '李四,,,柳荫里3号楼502,',
  '赵六,,,柳荫里4号楼101,',
];
const third = { compound: '柳荫里', building: '3' };
const handOver = (more: Partial<HandOver> = {}) =>
  handOverBuildings(street.deps, {
    from: 'c-east',
    to: 'c-west',
    buildings: [third],
    on: civilDate('2026-11-17'),
    dryRun: false,
    ...more,
  });
const find = async (community: string, word: string) =>
  (
    await searchRegistry(
      street.deps,
      [{ community, grids: undefined, post: { post: 'x', organ: 'x' as never } }],
      word,
      undefined,
    )
  ).rows.map(({ name, address = '无', phone = '' }) => [name, address, phone].join(' '));
const stays = async (community: string) =>
  (
    await database.pool.query<{ key: string; from_date: string; until_date: string | null }>(
      `SELECT h.compound || h.building || h.number AS key, l.from_date, l.until_date FROM residence l
       JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id WHERE l.community_id = $1 ORDER BY 1, 2`,
      [community],
    )
  ).rows.map(({ key, from_date, until_date }) => [key, from_date, until_date ?? ''].join(' '));

describe('buildings that come to lie in another community', () => {
  it('stand there with all who live in them, found by name, number and address; here they have left', async () => {
    expect(unwrap(await handOver())).toEqual({ homes: 2, residents: 2, known: 0 });
    expect(await find('c-west', '王芳')).toEqual(['王芳 柳荫里 3 号楼 501 138****1234']);
    expect(await find('c-west', wang)).toHaveLength(1);
    expect(await find('c-west', '柳荫里3号楼')).toHaveLength(2);
    expect(await find('c-east', '柳荫里3号楼')).toEqual([]);
    expect(await find('c-east', '王芳')).toEqual(['王芳 无 138****1234']);
    expect(await stays('c-west')).toEqual(['柳荫里3501 2026-11-17 ', '柳荫里3502 2026-11-17 ']);
    expect(await stays('c-east')).toEqual([
      '柳荫里3501 2026-11-16 2026-11-16',
      '柳荫里3502 2026-11-16 2026-11-16',
      '柳荫里4101 2026-11-16 ',
    ]);
  });

  it('take along what is known of everybody, and whoever is known there stays one person', async () => {
    await takeInto(street.deps, householdCsv(`王芳,${wang},,西里1号楼1,`), 'c-west');
    expect(unwrap(await handOver())).toMatchObject({ residents: 2, known: 1 });
    expect(await find('c-west', '王芳')).toEqual(['王芳 柳荫里 3 号楼 501 ']);
    const { rows } = await database.pool.query(
      `SELECT field, source, count(*)::int AS n FROM registry_change WHERE community_id = 'c-west'
       GROUP BY field, source ORDER BY field, source`,
    );
    expect(rows).toEqual([
      { field: 'added', source: '底数.xlsx', n: 2 },
      { field: 'moved', source: 'handed-over', n: 2 },
    ]);
  });

  it('keep everybody in their groups, which may be ended there', async () => {
    const { deps } = street;
    const [person] = (
      await database.pool.query<{ id: string }>(`SELECT id FROM resident WHERE identity_index IS NOT NULL`)
    ).rows;
    const resident = person?.id ?? '';
    const entry = { group: 'elders', set: { source: 'told', at: 7 } };
    const membership = (community: string) =>
      membershipOf(deps, community, resident, { id: randomUUID(), from: civilDate('2026-11-16'), entry });
    await addMemberships(database.pool, 'c-east', [membership('c-east')]);
    unwrap(await handOver());
    const [there] = await readMemberships(database.pool, 'c-west', resident);
    if (there === undefined) throw new Error('the group was lost');
    expect(openEntry(deps.shell.sealer, there)).toEqual(entry);
    // Nobody is in a group twice: the mark is that of this community.
    expect(await addMemberships(database.pool, 'c-west', [membership('c-west')])).toEqual([]);
  });

  it('take their owners and areas along, and come back with them', async () => {
    const owners = { fileName: '业主.csv', community: 'c-east' };
    const table = `业主姓名,身份证号,住址,专有面积,面积依据\n王芳,${wang},柳荫里3号楼501,89.5,合同`;
    unwrap(await importOwners(street.deps, system, { ...owners, bytes: new TextEncoder().encode(table) }));
    await database.pool.query(`UPDATE home_owner SET from_date = '2026-11-01'`);
    unwrap(await handOver());
    const { heads, areaSquareCentimetres } = await ownershipOf(street.deps, 'c-west', third);
    expect([heads, areaSquareCentimetres]).toEqual([1, 895_000]);
    const { rows } = await database.pool.query(
      `SELECT community_id, until_date, count(*) OVER (PARTITION BY owner_mark)::int AS n FROM home_owner ORDER BY 1`,
    );
    expect(rows).toEqual([
      { community_id: 'c-east', until_date: civilDate('2026-11-16'), n: 1 },
      { community_id: 'c-west', until_date: null, n: 1 },
    ]);
    street.pass(dayMilliseconds);
    unwrap(await handOver({ from: 'c-west', to: 'c-east', on: civilDate('2026-11-18') }));
    street.pass(-dayMilliseconds);
    const back = await ownershipOf(street.deps, 'c-east', third);
    expect([back.heads, back.areaSquareCentimetres]).toEqual([1, 895_000]);
  });

  it('are told beforehand, and nothing is kept of that', async () => {
    const foretold = await handOver({ dryRun: true });
    expect(await find('c-west', '王芳')).toEqual([]);
    expect(await handOver()).toEqual(foretold);
  });

  it('take nobody in here any more, and may come back', async () => {
    unwrap(await handOver());
    const report = await takeInto(street.deps, householdCsv('孙八,,,柳荫里3号楼503,'));
    expect(report.errors.map(({ message }) => message)).toEqual([
      '这栋楼 2026-11-17 起划给了西里社区。请登记到那边的底数里。',
    ]);
    street.pass(dayMilliseconds);
    const back = await handOver({ from: 'c-west', to: 'c-east', on: civilDate('2026-11-18') });
    street.pass(-dayMilliseconds);
    expect(unwrap(back)).toMatchObject({ homes: 2, residents: 2, known: 2 });
    expect(await find('c-east', '王芳')).toEqual(['王芳 柳荫里 3 号楼 501 138****1234']);
  });

  it('are refused where they do not stand, stand in both, or somebody moved in since; nothing is left of it', async () => {
    const refused = async (more: Partial<HandOver>) => {
      const done = await handOver(more);
      return done.ok ? 'done' : done.error;
    };
    expect(await refused({ buildings: [{ ...third, building: '9' }] })).toContain('没有 柳荫里9号楼');
    expect(await refused({ on: civilDate('2026-11-16') })).toContain('才住进来');
    expect(await refused({ on: civilDate('2026-12-24') })).toContain('日期还没有到');
    expect(await refused({ to: 'c-north' })).toContain('没有社区 c-north');
    await takeInto(street.deps, householdCsv('孙八,,,柳荫里3号楼501,'), 'c-west');
    expect(await refused({})).toContain('两个社区都登记了');
    expect(await find('c-east', '王芳')).toEqual(['王芳 柳荫里 3 号楼 501 138****1234']);
  });

  it('no table that tells of a resident is forgotten', async () => {
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT DISTINCT conrelid::regclass::text AS name FROM pg_constraint WHERE confrelid = 'resident'::regclass`,
    );
    // A stay begins anew; what was asked of this community is answered here, who looked after somebody sits here, and
    // whom its clerk took for one or for two was told of its own residents.
    const apart = ['registry_request', 'residence', 'resident_carer', 'resident_merge', 'resident_distinct'];
    expect(rows.map(({ name }) => name).sort()).toEqual([...apart, ...ofResidents].sort());
  });
});
