import { randomUUID } from 'node:crypto';
import { civilDate } from '@liren/core/basics/ids.ts';
import { addDays } from '@liren/core/calendar/calendar.ts';
import fc from 'fast-check';
import type pg from 'pg';
import { beforeAll, describe, expect, it } from 'vitest';
import { openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';
import { drawHomes, gridsOn, homesOfGrid } from './grids.ts';
import { addHomes } from './registry.ts';
import type { Tables } from './schema.ts';

const database = testDatabase<Tables>();
const grids = ['g1', 'g2', 'g3'] as const;
const community = 'c-east';
const start = civilDate('2026-11-01');
beforeAll(async () => {
  await openExampleStreet(database);
  await database.pool.query(
    `INSERT INTO place (id, parent_id, level, title, grid_kind, holds_homes) VALUES
     ('g1', 'east', 'grid', '一', 'micro', true), ('g2', 'east', 'grid', '二', NULL, true),
     ('g3', 'east', 'grid', '三', 'exclusive', true), ('whole', 'east', 'grid', '总', 'general', false)`,
  );
});

async function inTransaction(task: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query('BEGIN');
    await task(client);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
const homeRow = (id: string, grid_id: string) => ({
  id,
  compound: '东里',
  building: '1',
  unit: '',
  number: id,
  key: id,
  grid_id,
});
async function newHome(grid = 'g1'): Promise<string> {
  const id = randomUUID();
  await inTransaction((client) => addHomes(client, community, [homeRow(id, grid)]));
  return id;
}

describe('the grid of a home', () => {
  it('is exactly one on any day, whatever was drawn in whatever order', async () => {
    const moves = fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...grids)), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(moves, fc.nat(40), async (drawn, later) => {
        const id = await newHome();
        const model = new Map<number, string>();
        for (const [after, grid] of drawn) {
          await inTransaction((client) =>
            drawHomes(client, community, addDays(start, after), [{ id, grid_id: grid }]),
          );
          model.set(after, grid);
        }
        const known = [...model].toSorted(([a], [b]) => a - b);
        const onDay = (day: number): string => known.findLast(([from]) => from <= day)?.[1] ?? 'g1';
        for (const day of [-4000, 0, later, 50]) {
          const on = addDays(start, day);
          expect((await gridsOn(database.pool, community, [id], on)).get(id)).toBe(onDay(day));
          const holding = [];
          for (const grid of grids)
            if ((await homesOfGrid(database.pool, community, grid, on)).includes(id)) holding.push(grid);
          expect(holding).toEqual([onDay(day)]);
        }
        const { rows } = await database.pool.query('SELECT grid_id FROM home WHERE id = $1', [id]);
        expect(rows).toEqual([{ grid_id: onDay(31) }]);
      }),
      { numRuns: 40 },
    );
  });

  it('the database refuses a home without one', async () => {
    await database.pool.query(`INSERT INTO building VALUES ($1, '', '1') ON CONFLICT DO NOTHING`, [
      community,
    ]);
    const lonely = database.pool.query(
      `INSERT INTO home (community_id, id, compound, building, unit, number, key, grid_id)
       VALUES ($1, $2, '', '1', '', '1', 'lonely', 'g1')`,
      [community, randomUUID()],
    );
    await expect(lonely).rejects.toMatchObject({ code: '23503', constraint: 'home_grid_known' });
    const id = await newHome();
    const forgotten = database.pool.query('DELETE FROM home_grid WHERE home_id = $1', [id]);
    await expect(forgotten).rejects.toMatchObject({ code: '23503' });
  });

  it('the database refuses a home that shows a grid in which it does not lie', async () => {
    const id = await newHome();
    const shown = database.pool.query(`UPDATE home SET grid_id = 'g2' WHERE id = $1`, [id]);
    await expect(shown).rejects.toMatchObject({ code: '23503' });
  });

  it('the database refuses two grids on one day, and homes in a general grid', async () => {
    const id = await newHome();
    const twice = database.pool.query(
      `INSERT INTO home_grid (community_id, home_id, grid_id) VALUES ($1, $2, 'g2')`,
      [community, id],
    );
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    await expect(newHome('whole')).rejects.toMatchObject({ code: '23503' });
  });
});
