import type { Explained } from '@liren/core/record/explained.ts';
import { type VerifiedSummary, verifyDocument } from '@liren/core/record/export.ts';
import { describeFault } from '@liren/core/record/fault.ts';

export type Verdict =
  | {
      readonly sound: true;
      readonly summary: VerifiedSummary;
    }
  | { readonly sound: false; readonly faults: readonly Explained[] };

/** The verdict on a record file as parsed; runs on this device alone. */
export function verdictOf(document: unknown, published?: unknown): Verdict {
  const result = verifyDocument(document, published);
  return result.ok
    ? { sound: true, summary: result.value }
    : { sound: false, faults: result.error.map((fault) => describeFault(fault)) };
}
