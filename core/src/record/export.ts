import type { CommunityId, Instant, MatterId } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import {
  type CheckpointFindings,
  compareWithOwnCheckpoints,
  compareWithPublished,
  type Vouched,
} from './against-checkpoints.ts';
import { type CheckpointList, type RecordDocument, readCheckpointList, readDocument } from './document.ts';
import { verifyOpening } from './event.ts';
import { explain } from './explain.ts';
import type { Explained } from './explained.ts';
import type { RecordFault } from './fault.ts';
import { verifyRecord } from './verify-record.ts';

export interface VerifiedSummary {
  readonly community: CommunityId;
  readonly matter: MatterId;
  readonly procedure: string;
  readonly procedureVersion: string;
  readonly length: number;
  readonly head: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly sealed: {
    /** Sealed values whose content is in the file and is what was sealed. */
    readonly opened: number;
    /** Sealed values that were erased or are not shown to this reader; the chain holds without them. */
    readonly closed: number;
  };
  readonly vouched?: Vouched;
  /** What a reader may now rely on, and what nobody has checked. */
  readonly checked: readonly Explained[];
  readonly notChecked: readonly Explained[];
}

const mostFaults = 50;

/** The file's head is not hashed, so it must repeat what the first event, which is, says. */
const headers = ['community', 'matter', 'procedure', 'procedureVersion', 'charter'] as const;

function verifyHeader(document: RecordDocument): readonly RecordFault[] {
  const first = document.events[0];
  if (first === undefined) return [];
  if (first.matter !== document.matter) return [{ code: 'header-differs', where: 'matter' }];
  return headers
    .filter((name) => first.data[name] !== document[name])
    .map((where): RecordFault => ({ code: 'header-differs', where }));
}

function verifyOpenings(document: RecordDocument): readonly RecordFault[] {
  return Object.entries(document.openings ?? {}).flatMap(([seqText, names]) => {
    const seq = Number(seqText);
    const event = document.events[seq - 1];
    return Object.entries(names).flatMap(([where, opening]): RecordFault[] => {
      if (event?.sealed === undefined || !Object.hasOwn(event.sealed, where)) {
        return [{ code: 'opening-unknown', seq, where }];
      }
      return verifyOpening(event, where, opening) ? [] : [{ code: 'opening-differs', seq, where }];
    });
  });
}

function countSealed(document: RecordDocument): VerifiedSummary['sealed'] {
  const count = (groups: readonly object[]) =>
    groups.reduce((sum, group) => sum + Object.keys(group).length, 0);
  const opened = count(Object.values(document.openings ?? {}));
  return { opened, closed: count(document.events.map((event) => event.sealed ?? {})) - opened };
}

function verifyRead(
  document: RecordDocument,
  published: CheckpointList | undefined,
): Result<VerifiedSummary, readonly RecordFault[]> {
  const record = verifyRecord(document.events);
  const against: CheckpointFindings =
    published === undefined ? compareWithOwnCheckpoints(document) : compareWithPublished(document, published);
  const faults = [
    ...(record.ok ? [] : [record.error]),
    ...verifyHeader(document),
    ...verifyOpenings(document),
    ...against.faults,
  ];
  const [first, last] = [document.events[0], document.events.at(-1)];
  if (faults.length > 0 || !record.ok || first === undefined || last === undefined) {
    return err(faults.slice(0, mostFaults));
  }
  const { community, matter, procedure, procedureVersion } = document;
  const sealed = countSealed(document);
  const { length, head } = record.value;
  return ok({
    ...{ community, matter, procedure, procedureVersion, length, head, sealed },
    ...{ firstAt: first.at, lastAt: last.at },
    ...(against.vouched !== undefined && { vouched: against.vouched }),
    ...explain(length, sealed, against.vouched, published !== undefined),
  });
}

/**
 * Verify an exported record (`RecordDocument`, as parsed from JSON) with nothing but itself and, better, with a
 * list of published checkpoints (`CheckpointList`) that the reader got from elsewhere. Every fault that can be told
 * is told, at most 50. Neither argument need be of the right shape.
 *
 * Refuse a text over `longestDocumentBytes` before parsing it.
 */
export function verifyDocument(
  document: unknown,
  published?: unknown,
): Result<VerifiedSummary, readonly RecordFault[]> {
  const read = readDocument(document);
  if (!read.ok) return err([read.error]);
  if (published === undefined) return verifyRead(read.value, undefined);
  const list = readCheckpointList(published);
  if (!list.ok) return err([{ ...list.error, where: `checkpoints${list.error.where ?? ''}` }]);
  return verifyRead(read.value, list.value);
}
