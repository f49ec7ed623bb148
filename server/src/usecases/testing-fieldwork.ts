import { randomUUID } from 'node:crypto';
import { personId } from '@liren/core/basics/ids.ts';
import type { OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import type pg from 'pg';
import type { Asker } from './actor.ts';
import type { PhoneItem } from './sync-phone.ts';

type Person = Extract<Asker, { kind: 'person' }>;

/** Somebody who goes from door to door in these grids of the example street's eastern community. */
export const walker = (...grids: readonly string[]): Person => ({
  kind: 'person',
  person: personId(randomUUID()),
  posts: grids.map((grid) => ({ post: 'grid-worker', organ: `o-${grid}` as never })),
});

/** Homes of one building in a grid; returns their ids. */
export async function addHomes(
  pool: pg.Pool,
  grid: string,
  numbers: readonly string[],
  building = '1',
): Promise<readonly string[]> {
  const ids = numbers.map(() => randomUUID());
  for (const [i, number] of numbers.entries())
    await pool.query(
      `INSERT INTO home (community_id, id, compound, building, unit, number, key, grid_id)
       VALUES ('c-east', $1, '东里', $2, '1', $3, $4, $5)`,
      [ids[i], building, number, `${grid}-${building}-${number}`, grid],
    );
  return ids;
}

export const visit = (
  home: string,
  at: number,
  more: object = {},
): Extract<PhoneItem, { kind: 'entry' }> => ({
  kind: 'entry',
  id: randomUUID(),
  at,
  community: 'c-east',
  round: 'home-visit',
  grid: 'east-1',
  home,
  answers: { met: 'someone', people: 'same' },
  ...more,
});

export const raise = (
  at: number,
  title: string,
  more: object = {},
): Extract<PhoneItem, { kind: 'open' }> => ({
  kind: 'open',
  id: randomUUID(),
  at,
  community: 'c-east',
  procedure: 'complaint',
  urgency: 'normal',
  input: { title },
  ...more,
});

/** An item as a phone keeps it. */
export const kept = (item: PhoneItem): OutboxItem => ({
  id: item.id,
  at: item.at,
  kind: item.kind,
  body: { ...item },
});
/** And as it sends it. */
export const sent = ({ body }: OutboxItem): PhoneItem => body as unknown as PhoneItem;
