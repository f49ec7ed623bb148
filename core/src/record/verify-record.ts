import { err, ok, type Result } from '../basics/result.ts';
import { type ChainedEvent, findHashOf, genesis } from './event.ts';
import type { RecordFault } from './fault.ts';

/** The last event's hash and number: what a checkpoint remembers of a record. */
export interface RecordHead {
  readonly head: string;
  readonly length: number;
}

function misnumbered(events: readonly ChainedEvent[], index: number): RecordFault {
  const expected = index + 1;
  const seq = events[index]?.seq ?? expected;
  if (events.slice(0, index).some((earlier) => earlier.seq === seq)) return { code: 'repeated', seq };
  const comesLater = events.slice(index).some((later) => later.seq === expected);
  return comesLater ? { code: 'reordered', seq } : { code: 'missing', seq: expected };
}

/**
 * Does every event follow the one before it, unchanged? Reports the first fault.
 *
 * This alone cannot see that the last events were dropped, nor that somebody wrote the whole record anew:
 * for that a checkpoint is needed which was published before (see `verifyDocument`).
 */
export function verifyRecord(events: readonly ChainedEvent[]): Result<RecordHead, RecordFault> {
  const first = events[0];
  if (first === undefined) return err({ code: 'empty' });
  if (typeof first.matter !== 'string') return err({ code: 'malformed', where: '/events/0/matter' });
  let head = '';
  for (const [index, event] of events.entries()) {
    const { seq } = event;
    if (event.matter !== first.matter) return err({ code: 'foreign-matter', seq });
    if (seq !== index + 1) return err(misnumbered(events, index));
    if (event.hash !== findHashOf(event)) return err({ code: 'altered', seq });
    if (event.prev !== (head || genesis(first.matter))) return err({ code: 'broken-link', seq });
    head = event.hash;
  }
  return ok({ head, length: events.length });
}
