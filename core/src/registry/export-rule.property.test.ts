import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PersonId, personId } from '../basics/ids.ts';
import {
  answerFault,
  copyFault,
  type ExportState,
  exportUntil,
  mostExportCopies,
  mostExportDays,
} from './export-rule.ts';

const people = ['a', 'b', 'c'].map((each) => personId(`00000000-0000-4000-8000-00000000000${each}`));
const who = fc.constantFrom(...people);
const hours = fc.integer({ min: 0, max: 30 });
const act = fc.oneof(
  fc.record({ kind: fc.constant('approve' as const), who, hours, days: fc.integer({ min: -1, max: 9 }) }),
  fc.record({ kind: fc.constant('refuse' as const), who, hours, days: fc.constant(0) }),
  fc.record({ kind: fc.constant('copy' as const), who, hours, days: fc.constant(0) }),
);

interface Act {
  readonly kind: 'approve' | 'refuse' | 'copy';
  readonly who: PersonId;
  readonly hours: number;
  readonly days: number;
}

function answered(state: ExportState, { kind, who: by, days }: Act, now: number): ExportState {
  if (answerFault(state, by, now) !== undefined) return state;
  const until = kind === 'approve' ? exportUntil(now, days) : undefined;
  if (kind === 'approve' && until === undefined) return state;
  return { ...state, answer: { by, ...(until !== undefined && { until }) } };
}

/** What a run of acts led to: the copies that were taken, and what had been approved by whom. */
function play(acts: readonly Act[]) {
  let now = 0;
  let state: ExportState = { askedBy: people[0] ?? personId(''), askedAt: 0, copies: 0 };
  const taken: { readonly by: string; readonly at: number }[] = [];
  for (const each of acts) {
    now += each.hours * 3_600_000;
    if (each.kind !== 'copy') state = answered(state, each, now);
    else if (copyFault(state, each.who, now) === undefined) {
      taken.push({ by: each.who, at: now });
      state = { ...state, copies: state.copies + 1 };
    }
  }
  return { state, taken };
}

describe('a bulk export', () => {
  it('is taken only by who asked, after another approved, before its end, and seldom', () => {
    let met = 0;
    fc.assert(
      fc.property(fc.array(act, { minLength: 4, maxLength: 14 }), (acts) => {
        const { state, taken } = play(acts);
        expect(taken.length).toBeLessThanOrEqual(mostExportCopies);
        expect(state.answer?.by).not.toBe(state.askedBy);
        if (taken.length === 0) return;
        met += 1;
        for (const { by, at } of taken) {
          expect(by).toBe(state.askedBy);
          expect(at).toBeLessThan(state.answer?.until ?? 0);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(100);
  });

  it('is approved for whole days within a week', () => {
    expect([0, 1, mostExportDays, mostExportDays + 1, 1.5].map((days) => exportUntil(0, days))).toEqual([
      undefined,
      86_400_000,
      mostExportDays * 86_400_000,
      undefined,
      undefined,
    ]);
  });
});
