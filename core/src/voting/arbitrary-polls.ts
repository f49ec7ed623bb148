import fc from 'fast-check';
import type { Denominator } from '../law/law.ts';
import type { Ballot, Leg, Question, Sum } from './types.ts';

/*
 * For property tests: questions with their options, conditions, ballots of any content, and how often they came up.
 */

export interface Asked {
  readonly question: Question;
  readonly options: readonly string[];
}
type Elect = Extract<Question, { kind: 'elect' }>;

const candidates = (n: number): readonly string[] => Array.from({ length: n }, (_, i) => `c${i + 1}`);

export const elections = fc
  .record({
    seats: fc.integer({ min: 1, max: 4 }),
    more: fc.integer({ min: 1, max: 3 }),
    vacant: fc.integer({ min: 0, max: 3 }),
    runOff: fc.boolean(),
  })
  .map(({ seats, more, vacant, runOff }) => {
    const question: Elect = { kind: 'elect', seats, least: Math.max(1, seats - vacant), runOff };
    return { question, options: candidates(seats + more) };
  });
export const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.constant<Asked>({ question: { kind: 'approve' }, options: ['for', 'against', 'abstain'] }),
  fc.constant<Asked>({ question: { kind: 'sign-on' }, options: ['for'] }),
  fc
    .integer({ min: 2, max: 4 })
    .map((n): Asked => ({ question: { kind: 'choose' }, options: candidates(n) })),
  elections,
);

/** Of a roll that counts area as well, or heads alone; small numbers, so that ties and exact shares come up. */
export const weights: fc.Arbitrary<Sum> = fc.record({
  heads: fc.constant(1),
  area: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 30_000_000 })),
});

/** What may stand on a ballot, sound or not. */
const choices = ({ options }: Asked): fc.Arbitrary<readonly string[]> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...options).map((option) => [option]) },
    { weight: 4, arbitrary: fc.subarray([...options], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom([], ['nobody'], [options[0] ?? '', options[0] ?? '']) },
  );

const numbered = (parts: readonly Omit<Ballot, 'code'>[]): readonly Ballot[] =>
  parts.map((part, i) => ({ ...part, code: `b${i}` }));
export const ballotsFor = (what: Asked, maxLength = 14): fc.Arbitrary<readonly Ballot[]> =>
  fc.array(fc.record({ choice: choices(what), weight: weights }), { maxLength }).map(numbered);

const denominators: readonly Denominator[] = [
  'total-area',
  'total-heads',
  'participating-area',
  'participating-heads',
  'ballots-cast',
  'attendees',
];
const shares = ['1/10', '1/5', '1/3', '1/2', '2/3', '3/4', '4/5', '1/1'] as const;
export const legs: fc.Arbitrary<Leg> = fc.record({
  op: fc.constantFrom('>', '>='),
  share: fc.constantFrom(...shares),
  of: fc.constantFrom(...denominators),
});
/** Conditions that are often met and often not. */
export const easyLegs: fc.Arbitrary<Leg> = fc.record({
  op: fc.constantFrom('>', '>='),
  share: fc.constantFrom('1/10', '1/5', '1/3', '1/2', '2/3'),
  of: fc.constantFrom(...denominators),
});

/** How often something interesting came up. */
export class Seen {
  private readonly counts = new Map<string, number>();

  add(what: string, did = true): void {
    if (did) this.counts.set(what, this.of(what) + 1);
  }
  of(what: string): number {
    return this.counts.get(what) ?? 0;
  }
  /** Of these corners, the ones that were reached fewer than `least` times: to be compared with an empty list. */
  rare(least: number, ...corners: readonly string[]): readonly string[] {
    return corners.filter((corner) => this.of(corner) < least).map((each) => `${each}: ${this.of(each)}`);
  }
}
