import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Tables } from '../store/schema.ts';
import { type ExampleStreet, openExampleStreet } from '../testing/example-street.ts';
import { testDatabase, waitForLockWaiters } from '../testing/postgres.ts';
import { system } from './actor.ts';
import { importResidents } from './import-residents.ts';
import { emptyRegistry, householdCsv, identity, registryOf, takeInto } from './testing-registry.ts';

const database = testDatabase<Tables>();
let street: ExampleStreet;
beforeAll(async () => {
  street = await openExampleStreet(database);
});

const csv = householdCsv;
const take = (bytes: Uint8Array, community?: string, more?: object) =>
  takeInto(street.deps, bytes, community, more);
const registry = () => registryOf(street);
const empty = () => emptyRegistry(database.pool);
const count = async (table: string): Promise<number> =>
  (await database.pool.query<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n ?? -1;
interface Row {
  readonly name: string;
  readonly order: number | undefined;
  readonly home: { readonly building: number; readonly door: number };
  readonly inGrid: boolean;
}
const people = Array.from(
  { length: 2500 },
  (_, i) => `居民${i},,,东里${1 + (i % 40)}号楼${100 + Math.floor(i / 40)},`,
);

describe('an import that is broken off', () => {
  it('leaves nothing, and may be done again', async () => {
    await empty();
    // Somebody holds a home of the second batch, so that the import stands waiting with its first batch written.
    await database.pool.query(`INSERT INTO building VALUES ('c-east', '东里', '1')`);
    const other = await database.pool.connect();
    await other.query('BEGIN');
    await other.query(
      `INSERT INTO home (community_id, id, compound, building, unit, number, key, grid_id)
       VALUES ('c-east', gen_random_uuid(), '东里', '1', '', '125', '东里|1||125', 'east')`,
    );
    const rows: number[] = [];
    const importing = importResidents(street.deps, system, {
      bytes: csv(...people),
      fileName: '底数.csv',
      community: 'c-east',
      progress: (done) => rows.push(done),
    }).then(
      () => 'done',
      () => 'broken',
    );
    await waitForLockWaiters(database.pool, 1);
    expect(rows).toEqual([1000]);
    await database.pool.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(await importing).toBe('broken');
    await other.query('ROLLBACK');
    other.release();
    for (const table of ['home', 'resident', 'residence', 'registry_change'])
      expect(await count(table)).toBe(0);
    expect(await take(csv(...people))).toMatchObject({ accepted: 2500, errors: [] });
  });

  it('lets nobody else write into the same registry meanwhile', async () => {
    await empty();
    const [first, second] = await Promise.all(
      ['c-east', 'c-east'].map((community) =>
        importResidents(street.deps, system, { bytes: csv(...people), fileName: '', community }),
      ),
    );
    const refused = [first, second].filter((report) => report?.ok === false);
    expect(await count('resident')).toBe(2500);
    // Whoever came second was refused, or came after the first and found everybody known.
    if (refused.length === 1)
      expect(refused[0]).toMatchObject({ error: { message: expect.stringContaining('正在导入') } });
    else expect(second).toMatchObject({ ok: true, value: { known: 2500 } });
  });
});

describe('whatever the order of the rows', () => {
  it('the registry is the same', async () => {
    const home = fc.record({
      building: fc.integer({ min: 1, max: 3 }),
      door: fc.integer({ min: 1, max: 2 }),
    });
    const person = fc.record({
      name: fc.constantFrom('王芳', '王方', '李强', '欧阳小明'),
      order: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
      home,
      inGrid: fc.boolean(),
    });
    /** One person for each number, and one nameless of a name in a home: what a table says twice depends on the order. */
    const table = fc
      .uniqueArray(person, {
        maxLength: 12,
        selector: ({ name, order, home: { building, door } }) => order ?? `${name}${building}-${door}`,
      })
      .map((all) =>
        all.filter(
          (each) =>
            each.order === undefined ||
            !all.some(
              (other) =>
                other.order === undefined &&
                other.name === each.name &&
                JSON.stringify(other.home) === JSON.stringify(each.home),
            ),
        ),
      );
    const lineOf = ({ name, order, home: { building, door }, inGrid }: Row): string =>
      `${name},${order === undefined ? '' : identity('19800101', order)},,东里${building}号楼${door},${
        inGrid && building < 3 ? '东里第一网格' : ''
      }`;
    let moved = 0;
    await fc.assert(
      fc.asyncProperty(
        table.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        table,
        async ([rows, shuffled], later) => {
          const states: (readonly string[])[] = [];
          for (const order of [rows, shuffled]) {
            await empty();
            await take(csv(...order.map(lineOf)));
            moved += (await take(csv(...later.map(lineOf)))).moved;
            states.push(await registry());
          }
          expect(states[0]).toEqual(states[1]);
        },
      ),
      { numRuns: 40 },
    );
    expect(moved).toBeGreaterThan(0);
  });
});
