import { unwrap } from '@liren/core/basics/result.ts';
import {
  type BallotForm,
  ballotKinds,
  givesPoints,
  readBallot,
  rosterOf,
} from '@liren/core/budgeting/ballots.ts';
import type { PabulibElection } from '@liren/core/budgeting/pabulib.ts';
import type { Project } from '@liren/core/budgeting/types.ts';
import { writePabulib } from '@liren/core/budgeting/write-pabulib.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPabulibText } from './read-pabulib-file.ts';

/** Whatever people put into a name: quotes, semicolons, line ends, commas. */
const words = fc
  .string({
    unit: fc.constantFrom('路', 'a', '"', ';', ',', '\n', ' ', '=', '0'),
    minLength: 1,
    maxLength: 8,
  })
  .map((text) => text.trim())
  .filter((text) => text !== '');
const label = words
  .map((text) => text.replaceAll(',', ''))
  .filter((text) => text.trim() === text && text !== '');
const project = (id: number): fc.Arbitrary<Project> =>
  fc.record(
    {
      id: label.map((text) => `${id}${text}`),
      cost: fc.bigInt({ min: 1n, max: 10n ** 12n }),
      name: words,
      categories: fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
      area: words,
    },
    { requiredKeys: ['id', 'cost'] },
  );
const form: fc.Arbitrary<BallotForm> = fc.record(
  {
    kind: fc.constantFrom(...ballotKinds),
    projects: fc.constant({ least: 0, most: 5 }),
    points: fc.constant({ most: 9 }),
    sum: fc.constant({ least: 0 }),
    cost: fc.constant({ most: 10n ** 14n }),
  },
  { requiredKeys: ['kind'] },
);
/** Groups stand in the order in which their first voter votes. */
const election: fc.Arbitrary<PabulibElection> = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    form,
    fc.integer({ min: 0, max: 2 }),
    fc.bigInt({ min: 1n, max: 10n ** 12n }),
  )
  .chain(([count, ballotForm, decimals, whole]) =>
    fc
      .record({
        projects: fc.tuple(...Array.from({ length: count }, (_, at) => project(at))),
        votes: fc.uniqueArray(
          fc.record({
            order: fc.shuffledSubarray(
              Array.from({ length: count }, (_, at) => at),
              {
                maxLength: ballotForm.kind === 'choose-one' ? 1 : count,
              },
            ),
            points: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count }),
            voters: fc.integer({ min: 1, max: 3 }),
          }),
          { minLength: 1, maxLength: 5, selector: ({ order }) => order.toSorted().join() },
        ),
      })
      .map(({ projects, votes }): PabulibElection => {
        const roster = rosterOf(projects);
        const ballots = votes.map(({ order, points, voters }) => {
          const ballot = {
            projects: order.map((at) => projects[at]?.id ?? ''),
            ...(givesPoints(ballotForm.kind) && { points: points.slice(0, order.length) }),
          };
          return { voters, scores: unwrap(readBallot(ballotForm, ballot, roster)) };
        });
        const voterIds = ballots.map(({ voters }, at) =>
          Array.from({ length: voters }, (_, each) => `v${at}-${each}`),
        );
        const voters = ballots.reduce((sum, ballot) => sum + ballot.voters, 0);
        // An odd last digit: the money needs its decimals.
        const budget = whole * 10n + 1n;
        return {
          election: { budget, projects, ballots, voters },
          form: ballotForm,
          decimals,
          meta: new Map(),
          voterIds,
        };
      }),
  );

describe('a .pb file of an election', () => {
  it.each(['\n', '\r\n'])('is read as what was written, with line ends %j', (end) => {
    fc.assert(
      fc.property(election, (written) => {
        const text = writePabulib(written).replaceAll('\n', end);
        const read = unwrap(readPabulibText(text));
        expect({ ...read, meta: new Map() }).toEqual(written);
        expect(writePabulib(read).replaceAll('\n', end)).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps what its META says, and what the election says stands over it', () => {
    const meta = new Map([
      ['description', 'a; "b"'],
      ['budget', '7'],
    ]);
    const ballots = [{ voters: 1, scores: [] }];
    const projects = [{ id: '1', cost: 250n }];
    const text = writePabulib({
      election: { budget: 1050n, projects, ballots, voters: 1 },
      form: { kind: 'approval' },
      decimals: 2,
      meta,
      voterIds: [['a']],
    });
    const read = unwrap(readPabulibText(text));
    expect([read.meta.get('description'), read.meta.get('budget')]).toEqual(['a; "b"', '10.5']);
    expect(text).toContain('description;"a; ""b"""\n');
    expect(text).toContain('1;2.5;;;\n');
  });
});
