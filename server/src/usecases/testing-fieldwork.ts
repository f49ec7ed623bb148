import { randomUUID } from 'node:crypto';
import { personId } from '@liren/core/basics/ids.ts';
import type { OutboxItem } from '@liren/core/fieldwork/outbox.ts';
import type pg from 'pg';
import { addHomes as writeHomes } from '../store/registry.ts';
import type { Asker } from './actor.ts';
import type { PhoneItem } from './sync-phone.ts';
import { inTransaction } from './transact.ts';

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
  const rows = numbers.map((number, i) => ({
    id: ids[i] ?? '',
    compound: '东里',
    building,
    unit: '1',
    number,
    key: `${grid}-${building}-${number}`,
    grid_id: grid,
  }));
  await inTransaction(pool, (client) => writeHomes(client, 'c-east', rows));
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
