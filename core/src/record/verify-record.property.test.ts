import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changes, records, rewritten, tampered } from './arbitrary-record.ts';
import { verifyRecord } from './verify-record.ts';

describe('a record', () => {
  it('verifies as it was written, after a trip through JSON too', () => {
    fc.assert(
      fc.property(records, (events) => {
        const last = events.at(-1);
        const whole = { ok: true, value: { head: last?.hash, length: events.length } };
        expect(verifyRecord(events)).toEqual(whole);
        expect(verifyRecord(JSON.parse(JSON.stringify(events)))).toEqual(whole);
      }),
    );
  });

  it('shows any single change, drop, swap, repetition or insertion', () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(tampered, ({ change, at, before, after }) => {
        const result = verifyRecord(after);
        expect(result.ok).toBe(false);
        count(change);
        if (!result.ok) count(result.error.code);
        if (before.some((event) => event.sealed !== undefined)) count('with sealed values');
        count(at === 0 ? 'at the first' : at === before.length - 1 ? 'at the last' : 'in the middle');
      }),
      { numRuns: 1500 },
    );
    const codes = ['altered', 'broken-link', 'missing', 'repeated', 'reordered', 'foreign-matter'];
    for (const what of [
      ...changes,
      ...codes,
      'at the first',
      'at the last',
      'in the middle',
      'with sealed values',
    ]) {
      expect(seen.get(what) ?? 0, what).toBeGreaterThan(10);
    }
  });

  it('does not by itself show a dropped tail or a rewritten record, which is why there are checkpoints', () => {
    fc.assert(
      fc.property(
        records.filter((events) => events.length > 1),
        fc.nat(),
        (events, n) => {
          expect(verifyRecord(events.slice(0, 1 + (n % (events.length - 1)))).ok).toBe(true);
          expect(verifyRecord(rewritten(events, n % events.length)).ok).toBe(true);
        },
      ),
    );
  });
});
