import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { records, rewritten, tampered } from './arbitrary-record.ts';
import type { RecordDocument } from './document.ts';
import { copyOf, documentOf, openingOf, publishedWith } from './example-record.ts';
import { verifyDocument } from './export.ts';

/** All openings of the sealed values in a record from `records`. */
function openingsOf(document: RecordDocument): NonNullable<RecordDocument['openings']> {
  return Object.fromEntries(
    document.events.flatMap((event) => {
      const names = Object.keys(event.sealed ?? {});
      if (names.length === 0) return [];
      const opened = names.map((name) => [name, openingOf(name, `${name} 13800000000`)]);
      return [[String(event.seq), Object.fromEntries(opened)]];
    }),
  );
}

const codesOf = (document: unknown, published?: unknown): readonly string[] => {
  const result = verifyDocument(document, published);
  return result.ok ? [] : result.error.map((fault) => fault.code);
};

describe('an exported record', () => {
  it('verifies with all, some or none of its sealed values: erasing leaves the chain whole', () => {
    let partly = 0;
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.boolean()), (events, keep) => {
        const document = documentOf(events);
        const all = openingsOf(document);
        const some = Object.fromEntries(
          Object.entries(all).map(([seq, names]) => [
            seq,
            Object.fromEntries(Object.entries(names).filter(() => keep.next().value)),
          ]),
        );
        const counts = [all, some, {}].map((openings) => {
          const result = verifyDocument(copyOf({ ...document, openings }));
          expect(result.ok).toBe(true);
          return result.ok ? result.value.sealed : { opened: -1, closed: -1 };
        });
        const [full, half, none] = counts;
        expect(full?.closed).toBe(0);
        expect(none).toEqual({ opened: 0, closed: full?.opened });
        expect((half?.opened ?? 0) + (half?.closed ?? 0)).toBe(full?.opened);
        if (half !== undefined && half.opened > 0 && half.closed > 0) partly += 1;
      }),
      { numRuns: 200 },
    );
    expect(partly).toBeGreaterThan(20);
  });

  it('shows any single change to its events', () => {
    fc.assert(
      fc.property(tampered, ({ before, after }) => {
        expect(verifyDocument(documentOf(before)).ok).toBe(true);
        expect(codesOf(documentOf(after))).not.toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('shows a dropped tail once a later checkpoint was published, whatever else is left out of the file', () => {
    fc.assert(
      fc.property(
        records.filter((events) => events.length > 1),
        fc.nat(),
        fc.nat(5),
        (events, n, others) => {
          const { list, covering, proof, checkpoints } = publishedWith(events, others);
          const cut = events.slice(0, 1 + (n % (events.length - 1)));
          expect(codesOf(documentOf(events, { proof, checkpoints }))).toEqual([]);
          expect(codesOf(documentOf(events, { proof }), list)).toEqual([]);
          expect(codesOf(documentOf(events), covering)).toEqual([]);
          expect(codesOf(documentOf(cut, { proof, checkpoints }))).toEqual(['tail-dropped']);
          expect(codesOf(documentOf(cut, { proof }), list)).toEqual(['tail-dropped']);
          expect(codesOf(documentOf(cut), list)).toEqual(['proof-missing']);
          expect(codesOf(documentOf(cut), covering)).toEqual(['tail-dropped']);
        },
      ),
    );
  });

  it('shows a record that was wholly written anew after a checkpoint was published', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.nat(5), (events, n, others) => {
        const { list, covering, proof, checkpoints } = publishedWith(events, others);
        const forged = rewritten(events, n % events.length);
        expect(codesOf(documentOf(forged, { proof, checkpoints }))).toEqual(['head-differs']);
        expect(codesOf(documentOf(forged, { proof }), list)).toEqual(['head-differs']);
        expect(codesOf(documentOf(forged), covering)).toEqual(['head-differs']);
        const own = publishedWith(forged, others);
        const complete = documentOf(forged, { proof: own.proof, checkpoints: own.checkpoints });
        expect(codesOf(complete)).toEqual([]);
        expect(codesOf(complete, list)).toEqual(['checkpoint-differs']);
        expect(codesOf(documentOf(forged, { proof: own.proof }), list)).toEqual(['proof-wrong']);
      }),
    );
  });

  it('is never a reason to throw, whatever it holds', () => {
    let reachedEvents = 0;
    const document = copyOf(documentOf([]));
    const parts = fc.dictionary(
      fc.constantFrom(...Object.keys(document), 'openings', 'proof', 'checkpoints'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.anything(), parts, (anything, changed) => {
        expect(verifyDocument(anything).ok).toBe(false);
        const codes = codesOf({ ...document, ...changed });
        expect(codes).not.toEqual([]);
        if (codes.includes('empty')) reachedEvents += 1;
      }),
    );
    expect(reachedEvents).toBeGreaterThan(0);
  });
});
