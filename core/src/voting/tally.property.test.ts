import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOr } from '../testing/runs.ts';
import { asked, ballotsFor, Seen, weights } from './arbitrary-polls.ts';
import { seatsOf, sumOf, tally, withSilent } from './tally.ts';
import { type Ballot, channels, minus, nothing, plus, type Sum, type Tally } from './types.ts';

const cases = asked.chain((what) => fc.record({ what: fc.constant(what), ballots: ballotsFor(what) }));
const add = (sums: readonly Sum[]): Sum => sums.reduce(plus, nothing);

const isSpoilt = (options: readonly string[], most: number, choice: readonly string[]): boolean =>
  choice.length === 0 ||
  choice.length > most ||
  choice.some((each, i) => !options.some((option) => option === each) || choice.indexOf(each) !== i);

/** One voter after another, as two people at a table would, with big integers. */
function slowCount(options: readonly string[], most: number, ballots: readonly Ballot[]): Tally {
  const sums = new Map<string, { heads: bigint; area: bigint }>();
  const put = (name: string, { heads, area }: Sum): void => {
    const before = sums.get(name) ?? { heads: 0n, area: 0n };
    sums.set(name, { heads: before.heads + BigInt(heads), area: before.area + BigInt(area) });
  };
  for (const { choice, weight } of ballots) {
    put('cast', weight);
    const goesTo = isSpoilt(options, most, choice) ? ['invalid'] : choice.map((option) => `for ${option}`);
    for (const name of goesTo) put(name, weight);
  }
  const read = (name: string): Sum => {
    const { heads, area } = sums.get(name) ?? { heads: 0n, area: 0n };
    return { heads: Number(heads), area: Number(area) };
  };
  const told = options.map((option): [string, Sum] => [option, read(`for ${option}`)]);
  return { cast: read('cast'), options: Object.fromEntries(told), invalid: read('invalid') };
}

describe('a tally', () => {
  it('is what a slow count comes to, in a run-off with fewer seats too', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(cases, fc.nat(), ({ what: { question, options }, ballots }, n) => {
        const most = 1 + (n % seatsOf(question));
        const counted = tally(question, options, ballots, most);
        expect(counted).toEqual(slowCount(options, most, ballots));
        seen.add(question.kind);
        seen.add('no ballots', ballots.length === 0);
        seen.add('invalid', counted.invalid.heads > 0);
        seen.add(
          'names more than the seats left',
          ballots.some(({ choice }) => choice.length > most && choice.length <= seatsOf(question)),
        );
        seen.add('several on one', most > 1 && ballots.some(({ choice }) => choice.length > 1));
      }),
      { numRuns: runsOr(1000) },
    );
    const corners = ['approve', 'sign-on', 'choose', 'elect', 'invalid', 'several on one', 'no ballots'];
    expect(seen.rare(20, ...corners, 'names more than the seats left')).toEqual([]);
  });

  it('is the same in any order and by any channel', () => {
    const seen = new Seen();
    const shuffled = cases.chain(({ what, ballots }) =>
      fc.record({
        what: fc.constant(what),
        ballots: fc.constant(ballots),
        order: fc.shuffledSubarray([...ballots], { minLength: ballots.length }),
        by: fc.array(fc.constantFrom(...channels), {
          minLength: ballots.length,
          maxLength: ballots.length,
        }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ what: { question, options }, ballots, order, by }) => {
        const brought = order.map((ballot, i) => ({ ...ballot, channel: by[i] }));
        expect(tally(question, options, brought)).toEqual(tally(question, options, ballots));
        seen.add(
          'in another order',
          order.some((ballot, i) => ballot !== ballots[i]),
        );
        seen.add('by several channels', new Set(by).size > 1);
      }),
      { numRuns: runsOr(400) },
    );
    expect(seen.rare(50, 'in another order', 'by several channels')).toEqual([]);
  });

  it('loses nobody: whoever cast a ballot stands with an option, or among the invalid', () => {
    fc.assert(
      fc.property(cases, ({ what: { question, options }, ballots }) => {
        const { cast, options: sums, invalid } = tally(question, options, ballots);
        expect(cast).toEqual(add(ballots.map(({ weight }) => weight)));
        const chosen = add(Object.values(sums));
        if (seatsOf(question) === 1) expect(plus(chosen, invalid)).toEqual(cast);
        else expect(chosen.heads).toBeGreaterThanOrEqual(cast.heads - invalid.heads);
      }),
    );
  });
});

describe('the silent', () => {
  const approve = { question: { kind: 'approve' }, options: ['for', 'against', 'abstain'] } as const;
  const counted = ballotsFor(approve).map((ballots) => tally(approve.question, approve.options, ballots));

  const leader = (told: Tally, by: keyof Sum): 'for' | 'against' | 'tie' => {
    const lead = sumOf(told, 'for')[by] - sumOf(told, 'against')[by];
    return lead > 0 ? 'for' : lead < 0 ? 'against' : 'tie';
  };

  it('stand with whichever has more, by each measure alone; at a tie with nobody; and all of them take part', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(counted, weights, (before, silent) => {
        const after = withSilent(before, silent);
        expect(after.cast).toEqual(plus(before.cast, silent));
        expect(after.invalid).toEqual(before.invalid);
        expect(sumOf(after, 'abstain')).toEqual(sumOf(before, 'abstain'));
        for (const by of ['heads', 'area'] as const) {
          const leads = leader(before, by);
          const won = (option: string): number => sumOf(after, option)[by] - sumOf(before, option)[by];
          expect([won('for'), won('against')]).toEqual([
            leads === 'for' ? silent[by] : 0,
            leads === 'against' ? silent[by] : 0,
          ]);
          seen.add(`${by}: ${leads}`);
        }
        const sides = new Set([leader(before, 'heads'), leader(before, 'area')]);
        seen.add('divided', sides.has('for') && sides.has('against'));
      }),
      { numRuns: runsOr(1000) },
    );
    const corners = ['heads', 'area'].flatMap((by) => ['for', 'against', 'tie'].map((to) => `${by}: ${to}`));
    expect(seen.rare(30, ...corners, 'divided')).toEqual([]);
  });

  it('never turn against what one of them speaks up for', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(counted, weights, weights, (before, silent, speaks) => {
        const all = plus(silent, speaks);
        const quiet = withSilent(before, all);
        const { for: yes = nothing } = before.options;
        const louder = {
          ...before,
          cast: plus(before.cast, speaks),
          options: { ...before.options, for: plus(yes, speaks) },
        };
        const spoke = withSilent(louder, minus(all, speaks));
        expect(spoke.cast).toEqual(quiet.cast);
        for (const by of ['heads', 'area'] as const)
          expect(sumOf(spoke, 'for')[by]).toBeGreaterThanOrEqual(sumOf(quiet, 'for')[by]);
        seen.add('tips', sumOf(spoke, 'for').heads > sumOf(quiet, 'for').heads + speaks.heads);
      }),
      { numRuns: runsOr(1000) },
    );
    expect(seen.rare(10, 'tips')).toEqual([]);
  });
});
