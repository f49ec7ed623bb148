import { civilDate } from '@liren/core/basics/ids.ts';
import type pg from 'pg';
import { ensureDemoPerson } from '../signin/demo.ts';
import { givePost } from '../signin/people.ts';
import type { TestStreet } from '../testing/street.ts';

const seats = [
  ['owners-chair', '郝主任', 'owners-chair', 'oc1'],
  ['owners-member', '何委员', 'owners-member', 'oc1'],
  ['owners-member-2', '贺委员', 'owners-member', 'oc1'],
  ['property-manager', '唐经理', 'property-manager', 'property1'],
  ['com-chair', '陈主任', 'chair', 'com1'],
] as const;

/** Community c1 lives as owners of a compound, with an owners' committee. */
export async function plantOwners(pool: pg.Pool): Promise<void> {
  await pool.query(`UPDATE community SET charter = 'owners-compound' WHERE id = 'c1'`);
  await pool.query(
    `INSERT INTO organ (id, kind, title, area_id) VALUES ('oc1', 'owners-committee', '柳荫里业委会', 'c1')`,
  );
}
export async function seatOwners(street: TestStreet, pool: pg.Pool): Promise<void> {
  for (const [demoRole, name, post, organ] of seats) {
    const entry = { kind: 'staff' as const, name, demoRole };
    const person = await ensureDemoPerson(street.wired.deps.people, entry, street.now());
    await givePost(pool, { person, post, organ, from: civilDate('2026-01-01') });
  }
}
