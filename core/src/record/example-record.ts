import { communityId, type Instant, instant, type MatterId, matterId } from '../basics/ids.ts';
import type { Json } from '../basics/json.ts';
import { findInclusionProof, type Leaf, makeCheckpoint } from './checkpoint.ts';
import type { CheckpointList, RecordDocument } from './document.ts';
import { type ChainedEvent, chain, commit, genesis, type Opening, type UnchainedEvent } from './event.ts';

/*
 * For tests: the record of a fictional allotment club.
 */

export const club = communityId('allotment-club');
export const exampleMatter = matterId('5f0c6a52-0000-8000-8000-000000000001');
const start = Date.UTC(2026, 2, 2, 1, 0, 0);
export const hour = (n: number): Instant => instant(start + n * 3_600_000);

export const head = {
  community: club,
  matter: exampleMatter,
  procedure: 'water-the-beds',
  procedureVersion: 'v1',
  charter: 'club',
} as const;

export type Unnumbered = Pick<UnchainedEvent, 'type' | 'data'> &
  Pick<Partial<UnchainedEvent>, 'sealed' | 'step'>;

/** Chain the events one hour apart, the first of them under the usual head. */
export function recordOf(
  events: readonly Unnumbered[],
  matter: MatterId = exampleMatter,
): readonly ChainedEvent[] {
  let prev = genesis(matter);
  return events.map((event, index) => {
    const data = index === 0 ? { ...event.data, ...head, matter } : event.data;
    const actor = { handle: `h${index}`, organ: 'committee' };
    const chained = chain(prev, { ...event, data, matter, seq: index + 1, at: hour(index), actor });
    prev = chained.hash;
    return chained;
  });
}

export const saltOf = (text: string): string => `salt of ${text} in this example`;
export const openingOf = (name: string, value: Json): Opening => ({ salt: saltOf(name), value });
export const sealedOf = (name: string, value: Json) => commit(saltOf(name), value);

export const leafOf = (events: readonly ChainedEvent[]): Leaf => {
  const last = events.at(-1);
  if (last === undefined) throw new Error('no events');
  return { matter: last.matter, seq: last.seq, head: last.hash };
};

/** Leaves of other matters, so that the record is one among many. */
export const otherLeaves = (count: number): readonly Leaf[] =>
  Array.from({ length: count }, (_, n) =>
    leafOf(recordOf([{ type: 'opened', data: { n } }], matterId(`${n % 2 === 0 ? 'a' : '1'}-other-${n}`))),
  );

export const documentOf = (
  events: readonly ChainedEvent[],
  more: Partial<RecordDocument> = {},
): RecordDocument => ({
  format: 'liren-record/1',
  ...head,
  exportedAt: hour(1000),
  events,
  ...more,
});

/** A checkpoint that covers the record and `others` more, published at hour 500. */
export function publishedWith(events: readonly ChainedEvent[], others: number) {
  const leaves = [...otherLeaves(others), leafOf(events)];
  const first = makeCheckpoint(undefined, { community: club, at: hour(-1), leaves: [] });
  const second = makeCheckpoint(first, { community: club, at: hour(500), leaves });
  const checkpoints = [first, second];
  const list: CheckpointList = { format: 'liren-checkpoints/1', community: club, checkpoints };
  const proof = findInclusionProof(2, leaves, exampleMatter);
  if (proof === undefined) throw new Error('the matter is among the leaves');
  return { leaves, checkpoints, list, covering: { ...list, covers: { checkpoint: 2, leaves } }, proof };
}

/** As JSON would carry it: a copy that shares nothing. */
export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
