import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Asked, asked, ballotsFor, easyLegs, elections, Seen, weights } from './arbitrary-polls.ts';
import { allMet, consentOf, turnoutOf } from './legs.ts';
import { type Verdict, type VoteRule, verdictOf } from './outcome.ts';
import { seatsOf, sumOf, tally, withSilent } from './tally.ts';
import { type Ballot, type Bases, minus, nothing, plus, type Sum } from './types.ts';

const rules: fc.Arbitrary<VoteRule> = fc.record({
  attends: fc.array(easyLegs, { maxLength: 2 }),
  passes: fc.array(easyLegs, { minLength: 1, maxLength: 2 }),
});

interface Poll {
  readonly what: Asked;
  readonly rule: VoteRule;
  /** On the roll, and neither voted nor were told. */
  readonly absent: Sum;
  readonly silent: Sum;
  readonly ballots: readonly Ballot[];
  readonly seats: number;
}
const pollsOf = (whats: fc.Arbitrary<Asked>): fc.Arbitrary<Poll> =>
  whats.chain((what) =>
    fc.record({
      what: fc.constant(what),
      rule: rules,
      absent: fc.record({ heads: fc.nat({ max: 8 }), area: fc.nat({ max: 40 }) }),
      silent: what.question.kind === 'approve' ? weights : fc.constant(nothing),
      ballots: ballotsFor(what),
      seats: fc.integer({ min: 1, max: seatsOf(what.question) }),
    }),
  );

function countOf({ what: { question, options }, rule, absent, silent, ballots, seats }: Poll) {
  const cast = tally(question, options, ballots, seats);
  const counted = question.kind === 'approve' ? withSilent(cast, silent) : cast;
  const bases: Bases = { whole: plus(counted.cast, absent), present: counted.cast, cast: counted.cast };
  return { counted, bases, verdict: verdictOf(question, rule, bases, counted, options, seats) };
}
/** Whom or what the poll was won by: the motion itself, what was chosen, everybody who is elected. */
const winnersOf = ({ what }: Poll, { outcome, elected }: Verdict): readonly string[] =>
  what.question.kind === 'choose' || what.question.kind === 'elect'
    ? elected
    : outcome === 'passed'
      ? ['for']
      : [];

/** Everything that could happen to make one more voter say `yes`, or another say it instead. */
type Gain = 'was absent' | 'was silent' | 'changed their mind' | 'spoilt their ballot';
const gains: readonly Gain[] = ['was absent', 'was silent', 'changed their mind', 'spoilt their ballot'];
const saysFor = (option: string, { what, seats }: Poll, { choice }: Ballot): readonly string[] => {
  const sound = tally(
    what.question,
    what.options,
    [{ code: '', choice, weight: { heads: 1, area: 0 } }],
    seats,
  );
  const kept = sound.invalid.heads > 0 ? [] : choice.filter((each) => each !== option);
  return [option, ...kept.slice(0, seats - 1)];
};
/** The same poll with one more yes; undefined where nobody is left to say it. */
function withMore(poll: Poll, option: string, gain: Gain, pick: number): Poll | undefined {
  const { ballots, absent, silent } = poll;
  if (gain === 'was absent' || gain === 'was silent') {
    const from = gain === 'was absent' ? absent : silent;
    const weight = { heads: 1, area: Math.min(from.area, pick % 7) };
    if (from.heads < 1) return undefined;
    const left = minus(from, weight);
    const more = [...ballots, { code: 'more', choice: [option], weight }];
    return { ...poll, ballots: more, ...(gain === 'was absent' ? { absent: left } : { silent: left }) };
  }
  const invalid = (ballot: Ballot): boolean =>
    tally(poll.what.question, poll.what.options, [ballot], poll.seats).invalid.heads > 0;
  const others = ballots.filter(
    (ballot) =>
      invalid(ballot) === (gain === 'spoilt their ballot') &&
      (invalid(ballot) || !ballot.choice.includes(option)),
  );
  const changed = others[pick % Math.max(1, others.length)];
  if (changed === undefined) return undefined;
  const choice = saysFor(option, poll, changed);
  return { ...poll, ballots: ballots.map((each) => (each === changed ? { ...each, choice } : each)) };
}

describe('more yes', () => {
  it('never turns a pass into a fail, whatever is asked, by whatever conditions, with or without the silent', () => {
    const seen = new Seen();
    const more = fc.record({ gain: fc.constantFrom(...gains), pick: fc.nat() });
    fc.assert(
      fc.property(pollsOf(asked), more, (poll, { gain, pick }) => {
        const before = countOf(poll).verdict;
        for (const winner of winnersOf(poll, before)) {
          const next = withMore(poll, winner, gain, pick);
          if (next === undefined) continue;
          expect(winnersOf(next, countOf(next).verdict)).toContain(winner);
          seen.add(`${poll.what.question.kind}, ${gain}`);
        }
      }),
      { numRuns: 6000 },
    );
    const kinds = ['approve', 'sign-on', 'choose', 'elect'];
    const corners = kinds.flatMap((kind) => gains.map((gain) => `${kind}, ${gain}`));
    // Only a motion has the silent with it, and nobody changes their mind where there is one thing to say.
    const never = ['sign-on', 'choose', 'elect'].map((kind) => `${kind}, was silent`);
    const reached = corners.filter((each) => ![...never, 'sign-on, changed their mind'].includes(each));
    expect(seen.rare(20, ...reached)).toEqual([]);
  });

  it('and every condition keeps what it had: each share only grows', () => {
    fc.assert(
      fc.property(
        pollsOf(
          fc.constant<Asked>({ question: { kind: 'approve' }, options: ['for', 'against', 'abstain'] }),
        ),
        fc.constantFrom(...gains),
        fc.nat(),
        (poll, gain, pick) => {
          const next = withMore(poll, 'for', gain, pick);
          if (next === undefined) return;
          const [before, after] = [countOf(poll).verdict, countOf(next).verdict];
          for (const which of ['turnout', 'consent'] as const)
            for (const [i, { met }] of before[which].entries())
              if (met) expect(after[which][i]?.met).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('what is decided', () => {
  it('needs every condition on its own, of turnout and of consent', () => {
    const seen = new Seen();
    const simple = asked.filter(({ question: { kind } }) => kind === 'approve' || kind === 'sign-on');
    fc.assert(
      fc.property(pollsOf(simple), (poll) => {
        const { bases, counted, verdict } = countOf(poll);
        const [came, agreed] = [
          allMet(turnoutOf(poll.rule.attends, bases)),
          allMet(consentOf(poll.rule.passes, bases, sumOf(counted, 'for'))),
        ];
        expect(verdict.outcome).toBe(came && agreed ? 'passed' : 'failed');
        seen.add(`${came ? 'enough came' : 'too few came'}, ${agreed ? 'agreed' : 'did not agree'}`);
      }),
      { numRuns: 3000 },
    );
    const corners = ['enough came', 'too few came'].flatMap((a) => [`${a}, agreed`, `${a}, did not agree`]);
    expect(seen.rare(20, ...corners)).toEqual([]);
  });

  it('of several is the one that has most, and nothing at a tie', () => {
    const seen = new Seen();
    const several = asked.filter(({ question: { kind } }) => kind === 'choose');
    fc.assert(
      fc.property(pollsOf(several), (poll) => {
        const { counted, verdict } = countOf(poll);
        const votes = poll.what.options.map((option) => sumOf(counted, option).heads);
        const most = Math.max(...votes);
        const first = poll.what.options.filter((_, i) => votes[i] === most);
        if (first.length > 1) expect(verdict.outcome).toBe('failed');
        expect(verdict.elected).toEqual(verdict.outcome === 'passed' ? first : []);
        seen.add(first.length > 1 ? 'tie' : verdict.outcome);
      }),
      { numRuns: 600 },
    );
    expect(seen.rare(30, 'tie', 'passed', 'failed')).toEqual([]);
  });
});

describe('an election', () => {
  function electionOf(poll: Poll) {
    const { what, rule } = poll;
    const { counted, bases, verdict } = countOf(poll);
    const came = allMet(turnoutOf(rule.attends, bases));
    const able = what.options.filter((each) => allMet(consentOf(rule.passes, bases, sumOf(counted, each))));
    return { came, able, votes: (option: string): number => sumOf(counted, option).heads, verdict };
  }
  const areAhead = (
    first: readonly string[],
    others: readonly string[],
    votes: (option: string) => number,
  ): boolean => first.every((each) => others.every((other) => votes(other) < votes(each)));

  it('elects nobody below the conditions, by no lot, and no more than there are seats', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(pollsOf(elections), (poll) => {
        const { seats } = poll;
        const { came, able, votes, verdict } = electionOf(poll);
        const { elected, outcome } = verdict;
        expect(elected.length).toBeLessThanOrEqual(seats);
        seen.add(came ? outcome : 'too few came');
        if (!came) expect(verdict).toMatchObject({ outcome: 'failed', elected: [], runOff: [] });
        if (!came) return;
        expect(able).toEqual(expect.arrayContaining([...elected]));
        const left = able.filter((each) => !elected.includes(each));
        expect(areAhead(elected, left, votes)).toBe(true);
        // No lot: who is able and not elected would not have fitted in with all who have as many votes.
        const tied = left.filter((each) => votes(each) === Math.max(...left.map(votes)));
        expect(left.length === 0 || elected.length + tied.length > seats).toBe(true);
        seen.add('tie for the last seat', left.length > 0 && elected.length < seats);
        seen.add('able but not elected', left.length > 0 && elected.length === seats);
      }),
      { numRuns: 3000 },
    );
    const corners = ['too few came', 'tie for the last seat', 'able but not elected', 'elected', 'run-off'];
    expect(seen.rare(50, ...corners)).toEqual([]);
  });

  it('that is not over has a run-off between more candidates than seats left, the first of those who lost', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(pollsOf(elections), (poll) => {
        const { votes, verdict } = electionOf(poll);
        const { outcome, elected, runOff } = verdict;
        const left = poll.seats - elected.length;
        if (outcome !== 'run-off') expect(runOff).toEqual([]);
        if (outcome !== 'run-off') return;
        expect(runOff.length).toBeGreaterThan(left);
        const others = poll.what.options.filter((each) => !elected.includes(each));
        expect(others).toEqual(expect.arrayContaining([...runOff]));
        const out = others.filter((each) => !runOff.includes(each));
        expect(areAhead(runOff, out, votes)).toBe(true);
        seen.add('run-off');
        seen.add('with ties', runOff.length > left + 1);
        seen.add('some are out', out.length > 0);
      }),
      { numRuns: 3000 },
    );
    expect(seen.rare(50, 'run-off', 'with ties', 'some are out')).toEqual([]);
  });

  it('stands with a seat vacant only after a run-off, with as many filled as must be', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(pollsOf(elections), (poll) => {
        const { question } = poll.what;
        const { outcome, elected } = countOf(poll).verdict;
        const left = poll.seats - elected.length;
        if (outcome !== 'elected' || left === 0 || question.kind !== 'elect') return;
        expect(question.runOff).toBe(true);
        expect(question.seats - left).toBeGreaterThanOrEqual(question.least);
        seen.add('vacant');
      }),
      { numRuns: 2000 },
    );
    expect(seen.rare(50, 'vacant')).toEqual([]);
  });

  it('knows no names: with candidates renamed the same people are elected', () => {
    const seen = new Seen();
    const renamed = pollsOf(elections).chain((poll) =>
      fc.record({
        poll: fc.constant(poll),
        names: fc.shuffledSubarray([...poll.what.options], { minLength: poll.what.options.length }),
      }),
    );
    fc.assert(
      fc.property(renamed, ({ poll, names }) => {
        const { options } = poll.what;
        const to = (option: string): string => names[options.indexOf(option)] ?? option;
        const ballots = poll.ballots.map((each) => ({ ...each, choice: each.choice.map(to) }));
        const [before, after] = [countOf(poll).verdict, countOf({ ...poll, ballots }).verdict];
        const sorted = (list: readonly string[]): readonly string[] => list.toSorted();
        expect(after.outcome).toBe(before.outcome);
        expect(sorted(after.elected)).toEqual(sorted(before.elected.map(to)));
        expect(sorted(after.runOff)).toEqual(sorted(before.runOff.map(to)));
        seen.add(
          'somebody renamed is elected',
          before.elected.some((each) => to(each) !== each),
        );
      }),
      { numRuns: 1000 },
    );
    expect(seen.rare(100, 'somebody renamed is elected')).toEqual([]);
  });
});
