import { personId } from '@liren/core/basics/ids.ts';
import { unwrap } from '@liren/core/basics/result.ts';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEntry } from '../store/resident-groups.ts';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import type { Asker } from './actor.ts';
import { eraseResident } from './erase-resident.ts';
import { findDuplicates } from './find-duplicates.ts';
import { importOwners } from './import-owners.ts';
import { mergeResidents, tellApart, undoMerge } from './merge-residents.ts';
import { emptyRegistry, identity, takeInto } from './testing-registry.ts';
import { readResidentPage } from './view-resident.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
const keeper: Extract<Asker, { kind: 'person' }> = {
  kind: 'person',
  person: personId('0197f000-0000-7000-8000-000000000001'),
  posts: [{ post: 'community-worker', organ: 'o-east' as never }],
};
const community = 'c-east';

beforeAll(async () => {
  street = await openExampleStreet(database);
});
beforeEach(() => emptyRegistry(database.pool));

/** One person written down again and again: with and without a number, in this home and that, in these groups and those. */
const written = fc.record({
  identity: fc.constantFrom('', identity('19800215', 22), identity('19800215', 44)),
  phone: fc.constantFrom('', '13977418852', '13900000001'),
  home: fc.constantFrom('101', '102', '201'),
  since: fc.constantFrom('2020-01-01', '2024-05-06'),
  groups: fc.constantFrom('', '志愿者', '志愿者 残疾', '党员'),
});
const people = fc.uniqueArray(written, {
  minLength: 3,
  maxLength: 4,
  selector: ({ home, identity: number }) => `${home}/${number}`,
});

/** Everything that stands in the registry, apart from counters and the history's own lines of merging. */
async function standing(): Promise<readonly string[]> {
  const { pool, sealer } = street.deps.shell;
  const rows = async (text: string) => (await pool.query(text)).rows;
  const groups = await rows(
    'SELECT id, resident_id, mark, from_date, until_date, entry_sealed FROM resident_group ORDER BY id',
  );
  return [
    ...(await rows(
      `SELECT id, name_sealed, identity_sealed, identity_index, phone_sealed, born_year, sex, merged_into,
         (SELECT array_agg(t ORDER BY t) FROM unnest(tokens) t) AS tokens FROM resident ORDER BY id`,
    )),
    ...(await rows(
      'SELECT resident_id, home_id, from_date, until_date, relation FROM residence ORDER BY 1, 2, 3',
    )),
    ...(await rows(
      `SELECT id, resident_id, field FROM registry_change WHERE field NOT IN ('merged', 'unmerged') ORDER BY id`,
    )),
    ...groups.map(({ entry_sealed, ...row }) => ({
      ...row,
      group: openEntry(sealer, { id: row.id, entry_sealed }).group,
    })),
  ].map((row) => JSON.stringify(row));
}
const versionOf = async (id: string): Promise<number> =>
  (await database.pool.query('SELECT version FROM resident WHERE id = $1', [id])).rows[0]?.version;
const current = async (): Promise<readonly string[]> =>
  (await database.pool.query('SELECT id FROM resident WHERE merged_into IS NULL ORDER BY id')).rows.map(
    ({ id }) => id,
  );
const merge = async (keep: string, gone: string) =>
  mergeResidents(street.deps, keeper, {
    community,
    keep,
    gone,
    keepVersion: await versionOf(keep),
    goneVersion: await versionOf(gone),
    source: 'document',
    reason: '同一个人',
  });
const undo = (id: string) =>
  undoMerge(street.deps, keeper, { community, merge: id, source: 'told', reason: '弄错了' });

interface Row {
  readonly identity: string;
  readonly phone: string;
  readonly home: string;
  readonly since: string;
  readonly groups: string;
}
const take = (rows: readonly Row[]) =>
  takeInto(
    street.deps,
    new TextEncoder().encode(
      [
        '姓名,身份证号,联系电话,住址,入住时间,人群',
        ...rows.map(
          (each) => `王芳,${each.identity},${each.phone},3号楼${each.home},${each.since},${each.groups}`,
        ),
      ].join('\n'),
    ),
  );

describe('merging', () => {
  it('and taking it back in the reverse order leaves everything as it was', async () => {
    let chains = 0;
    await fc.assert(
      fc.asyncProperty(
        people,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 3 }),
        async (rows, picks) => {
          await emptyRegistry(database.pool);
          await take(rows);
          const states = [await standing()];
          const merges: string[] = [];
          for (const [a, b] of picks) {
            const ids = await current();
            if (ids.length < 2) break;
            const keep = ids[a % ids.length] ?? '';
            const others = ids.filter((id) => id !== keep);
            const gone = others[b % others.length] ?? '';
            merges.push(unwrap(await merge(keep, gone)));
            states.push(await standing());
          }
          if (merges.length > 1) chains += 1;
          const { rows: homes } = await database.pool.query(
            'SELECT resident_id FROM residence WHERE until_date IS NULL',
          );
          expect(homes.map(({ resident_id }) => resident_id).sort()).toEqual(await current());
          for (const id of merges.toReversed()) {
            states.pop();
            unwrap(await undo(id));
            expect(await standing()).toEqual(states.at(-1));
          }
        },
      ),
      { numRuns: 25 },
    );
    expect(chains).toBeGreaterThan(3);
  });

  it('carries numbers, homes and groups to the one who is kept', async () => {
    await take([
      { identity: '', phone: '13900000001', home: '101', since: '2020-01-01', groups: '志愿者' },
      {
        identity: identity('19800215', 22),
        phone: '',
        home: '102',
        since: '2024-05-06',
        groups: '志愿者 残疾',
      },
    ]);
    const [keep = '', gone = ''] = await current();
    const { pairs } = await findDuplicates(street.deps, community);
    expect(pairs.map(({ why }) => why)).toEqual([['building']]);
    const id = unwrap(await merge(keep, gone));
    const { rows } = await database.pool.query('SELECT * FROM resident WHERE id = $1', [keep]);
    expect(rows[0]).toMatchObject({ born_year: 1980, sex: 'female' });
    const stays = await database.pool.query(
      'SELECT until_date FROM residence WHERE resident_id = $1 ORDER BY 1',
      [keep],
    );
    expect(stays.rows).toEqual([{ until_date: '2026-11-16' }, { until_date: null }]);
    const groups = await database.pool.query('SELECT 1 FROM resident_group WHERE resident_id = $1', [keep]);
    expect(groups.rowCount).toBe(2);
    const alias = await readResidentPage(street.deps, keeper, { community, id: gone });
    expect(alias).toMatchObject({ mergedInto: keep, mayChange: false, mayReveal: false, homes: [] });
    const after = await findDuplicates(street.deps, community);
    expect(after).toMatchObject({
      pairs: [],
      merges: [{ id, kept: keep, undoable: true, reason: '同一个人' }],
    });
  });

  it('is refused to be taken back after another change, or before the merge after it', async () => {
    await take([
      { identity: '', phone: '', home: '101', since: '2020-01-01', groups: '' },
      { identity: '', phone: '', home: '102', since: '2020-01-01', groups: '' },
      { identity: '', phone: '', home: '201', since: '2020-01-01', groups: '' },
    ]);
    const [a = '', b = '', c = ''] = await current();
    const first = unwrap(await merge(a, b));
    const second = unwrap(await merge(c, a));
    expect(await undo(first)).toMatchObject({ error: { code: 'merge-first' } });
    unwrap(await undo(second));
    await database.pool.query('UPDATE resident SET version = version + 1 WHERE id = $1', [a]);
    expect(await undo(first)).toMatchObject({ error: { code: 'merge-changed' } });
    expect(await merge(a, b)).toMatchObject({ error: { code: 'merged', about: a } });
  });

  it('finds the one who is kept by the number of the other when a table comes again', async () => {
    const rows = [
      { identity: identity('19800215', 22), phone: '', home: '101', since: '2020-01-01', groups: '' },
      { identity: identity('19800215', 44), phone: '', home: '102', since: '2020-01-01', groups: '' },
    ];
    await take(rows);
    const [keep = '', gone = ''] = await current();
    unwrap(await merge(keep, gone));
    const again = await take(rows);
    expect(again.accepted).toBe(0);
    expect(await current()).toEqual([keep]);
    const homes = await database.pool.query('SELECT resident_id FROM residence WHERE until_date IS NULL');
    expect(homes.rows).toEqual([{ resident_id: keep }]);
  });

  it('two who were told apart are not named again', async () => {
    await take([
      { identity: '', phone: '13900000001', home: '101', since: '2020-01-01', groups: '' },
      { identity: '', phone: '13900000001', home: '201', since: '2020-01-01', groups: '' },
    ]);
    const [one = '', other = ''] = await current();
    const [pair] = (await findDuplicates(street.deps, community)).pairs;
    expect(pair?.why).toEqual(['phone', 'building']);
    unwrap(
      await tellApart(street.deps, keeper, { community, one: other, other: one, reason: '一对同名的亲戚' }),
    );
    expect((await findDuplicates(street.deps, community)).pairs).toEqual([]);
  });

  it('leaves nothing of either where the one who is kept is erased', async () => {
    await take([
      { identity: '', phone: '13900000001', home: '101', since: '2020-01-01', groups: '志愿者' },
      { identity: identity('19800215', 22), phone: '', home: '102', since: '2020-01-01', groups: '党员' },
    ]);
    const [keep = '', gone = ''] = await current();
    const id = unwrap(await merge(keep, gone));
    // Under the number of the record that was merged.
    const table = `业主姓名,身份证号,住址\n王芳,${identity('19800215', 22)},柳荫里9号楼101`;
    const owners = { fileName: '业主.csv', community, bytes: new TextEncoder().encode(table) };
    unwrap(await importOwners(street.deps, keeper, owners));
    const wish = { community, id: keep, version: await versionOf(keep), source: 'told' as const };
    unwrap(await eraseResident(street.deps, keeper, { ...wish, reason: '本人要求' }));
    const { rows } = await database.pool.query(
      'SELECT name_sealed, identity_index, phone_sealed, erased_at IS NULL AS stands FROM resident',
    );
    expect(rows).toEqual(
      [0, 1].map(() => ({ name_sealed: '', identity_index: null, phone_sealed: null, stands: false })),
    );
    const { rows: kept } = await database.pool.query('SELECT undo, reason_sealed FROM resident_merge');
    expect(kept).toEqual([{ undo: {}, reason_sealed: null }]);
    expect(await undo(id)).toMatchObject({ error: { code: 'erased' } });
    unwrap(await importOwners(street.deps, keeper, owners));
    const { rows: owned } = await database.pool.query('SELECT name_sealed, number_sealed FROM home_owner');
    expect(owned).toEqual([{ name_sealed: '', number_sealed: null }]);
  });
});
