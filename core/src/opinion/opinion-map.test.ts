import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addVotes, computeMap, type OpinionMap } from './opinion-map.ts';
import { adjustedRand } from './rand-index.ts';
import { answersOf } from './tallies.ts';
import type { CastVote, Vote } from './types.ts';

/** The same numbers every time (xorshift). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

type Line = readonly Vote[];
const opposite = (line: Line): Line => line.map((vote) => (-vote || 0) as Vote);
const randomLine = (length: number, next: () => number): Line =>
  Array.from({ length }, () => (next() < 0.5 ? 1 : -1));

/**
 * People of camps, each answering a share of the statements, now and then otherwise than their camp. They come mixed, as in
 * life. One line of answers for each camp.
 */
function conversationOf(sizes: readonly number[], lines: readonly Line[], answered: number, seed: number) {
  const next = chance(seed);
  const people = sizes
    .flatMap((size, camp) => Array.from({ length: size }, () => ({ camp, by: next() })))
    .sort((a, b) => a.by - b.by);
  const said = (vote: Vote): Vote => (next() < 0.05 ? 0 : next() < 0.08 ? ((-vote || 0) as Vote) : vote);
  const votes = people.flatMap(({ camp }, person) =>
    (lines[camp] ?? []).flatMap((vote, statement): Omit<CastVote, 'at'>[] =>
      next() > answered ? [] : [{ voter: `p${person}`, statement: `s${statement}`, vote: said(vote) }],
    ),
  );
  return {
    votes: votes.map((one, at): CastVote => ({ ...one, at })),
    campOf: new Map(people.map(({ camp }, person) => [`p${person}`, camp])),
  };
}

/** The second camp is against what the first is for, further ones anything; of the last two statements nobody is against. */
function camps(sizes: readonly number[], { statements = 20, answered = 0.8, seed = 7 } = {}) {
  const next = chance(seed + 1);
  const first = randomLine(statements - 2, next);
  const lines = sizes.map((_, camp) =>
    camp === 0 ? first : camp === 1 ? opposite(first) : randomLine(statements - 2, next),
  );
  const ends = lines.map((line): Line => [...line, 1, 1]);
  return conversationOf(sizes, ends, answered, seed);
}

const groupsOf = ({ people }: OpinionMap): ReadonlyMap<string, number> =>
  new Map(people.map(({ voter, group }) => [voter, group]));

function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const next = chance(seed);
  return items
    .map((item) => ({ item, by: next() }))
    .sort((a, b) => a.by - b.by)
    .map(({ item }) => item);
}

const conversation = fc
  .record({
    sizes: fc.array(fc.integer({ min: 8, max: 45 }), { minLength: 2, maxLength: 3 }),
    statements: fc.integer({ min: 8, max: 24 }),
    answered: fc.double({ min: 0.4, max: 1, noNaN: true }),
    seed: fc.integer({ min: 1, max: 1e9 }),
  })
  .map(({ sizes, ...rest }) => camps(sizes, rest).votes);
const seeds = fc.integer({ min: 1, max: 1e9 });

describe('an opinion map', () => {
  it('finds two camps, what unites and what divides them', () => {
    const { votes, campOf } = camps([40, 25]);
    const { map } = computeMap(votes);
    expect(map.groups).toHaveLength(2);
    expect(adjustedRand(groupsOf(map), campOf)).toBe(1);
    const byId = new Map(map.statements.map((one) => [one.statement, one]));
    expect([byId.get('s18')?.unites, byId.get('s19')?.unites]).toEqual(['agree', 'agree']);
    const dividing = map.statements.filter(({ divides }) => divides !== undefined);
    expect(dividing.length).toBeGreaterThan(4);
    expect(dividing.every(({ unites }) => unites === undefined)).toBe(true);
    for (const { represented } of map.groups) expect(represented.length).toBeGreaterThan(2);
  });

  it('finds three camps of more than a hundred people each', () => {
    const { votes, campOf } = camps([200, 150, 120], { statements: 40, answered: 0.5 });
    const { map } = computeMap(votes);
    expect(map.groups).toHaveLength(3);
    expect(adjustedRand(groupsOf(map), campOf)).toBeGreaterThan(0.95);
  });

  it('makes nobody a side of their own, whoever came first', () => {
    const odd: Line = [1, 0, -1];
    const others = Array.from({ length: 24 }, (_, i): Line => (i % 2 === 0 ? [0, -1, 1] : [0, 0, 1]));
    for (let before = 0; before <= others.length; before++) {
      const people = [...others.slice(0, before), odd, ...others.slice(before)];
      const votes = people.flatMap((line, person) =>
        line.map((vote, i): CastVote => ({ voter: `p${person}`, statement: `s${i}`, vote, at: person })),
      );
      const { map } = computeMap(votes);
      const sizes = map.groups.map((_, k) => map.people.filter(({ group }) => group === k).length);
      expect(sizes.toSorted(), `the odd one after ${before}`).toEqual([12, 13]);
    }
  });

  it('does not depend on the order in which votes are given', () => {
    fc.assert(
      fc.property(conversation, seeds, (votes, seed) => {
        expect(computeMap(shuffled(votes, seed)).map).toEqual(computeMap(votes).map);
      }),
      { numRuns: 40 },
    );
  });

  it('counts a repeated answer once', () => {
    fc.assert(
      fc.property(conversation, seeds, (votes, seed) => {
        const again = shuffled(votes, seed).slice(0, 30);
        expect(computeMap([...votes, ...again]).map).toEqual(computeMap(votes).map);
      }),
      { numRuns: 40 },
    );
  });

  it('counts the last of several answers, and nobody has two', () => {
    const { votes } = camps([12, 12]);
    const changed = votes
      .slice(0, 50)
      .map((one): CastVote => ({ ...one, vote: one.vote === 1 ? -1 : 1, at: one.at + 1e6 }));
    const { map } = computeMap([...votes, ...changed]);
    const directly = [...votes.slice(50), ...changed.map((one) => ({ ...one, at: one.at - 1e6 }))];
    expect(map.statements.map(({ statement, all }) => [statement, all])).toEqual(
      computeMap(directly).map.statements.map(({ statement, all }) => [statement, all]),
    );
    expect(map.votes).toBe(votes.length);
  });

  it('does not depend on what people and statements are called', () => {
    fc.assert(
      fc.property(conversation, seeds, (votes, seed) => {
        const names = shuffled(
          [...new Set(votes.flatMap(({ voter, statement }) => [voter, statement]))],
          seed,
        );
        const called = new Map(names.map((name, i) => [name, `n${i}`]));
        const rename = (name: string): string => called.get(name) ?? name;
        const renamed = computeMap(
          votes.map((one) => ({ ...one, voter: rename(one.voter), statement: rename(one.statement) })),
        ).map;
        const { map } = computeMap(votes);
        expect(new Map(map.people.map(({ voter, group }) => [rename(voter), group]))).toEqual(
          groupsOf(renamed),
        );
        expect(map.statements.map((one) => [rename(one.statement), one.groups, one.unites])).toEqual(
          renamed.statements.map((one) => [one.statement, one.groups, one.unites]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('counts what a moderator took out like everything else, and tells nothing more of it', () => {
    fc.assert(
      fc.property(conversation, fc.integer({ min: 0, max: 7 }), (votes, at) => {
        const out = `s${at}`;
        const { map } = computeMap(votes, { out: new Set([out]) });
        const whole = computeMap(votes).map;
        expect([map.participants, map.votes]).toEqual([whole.participants, whole.votes]);
        expect(map.statements.map(({ all }) => all)).toEqual(whole.statements.map(({ all }) => all));
        expect(map.people.map(({ voter }) => voter)).toEqual(whole.people.map(({ voter }) => voter));
        const took = map.statements.find(({ statement }) => statement === out);
        expect([took?.isOut, took?.represents]).toEqual([true, []]);
        // Its answers turned round move nobody.
        const turned = votes.map((one) =>
          one.statement === out ? { ...one, vote: (-one.vote || 0) as Vote } : one,
        );
        expect(computeMap(turned, { out: new Set([out]) }).map.people).toEqual(map.people);
      }),
      { numRuns: 40 },
    );
  });

  it('has every answer in the counts of exactly one group, or of nobody on the map', () => {
    fc.assert(
      fc.property(conversation, (votes) => {
        const { map } = computeMap(votes);
        expect(map.groups.reduce((sum, { size }) => sum + size, 0)).toBe(map.people.length);
        const onMap = groupsOf(map);
        for (const { statement, all, groups } of map.statements) {
          const given = votes.filter((one) => one.statement === statement);
          expect(answersOf(all)).toBe(given.length);
          const counted = groups.reduce((sum, one) => sum + answersOf(one), 0);
          expect(counted).toBe(given.filter(({ voter }) => onMap.has(voter)).length);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tells the same with votes added bit by bit as with all at once', () => {
    fc.assert(
      fc.property(conversation, fc.integer({ min: 1, max: 200 }), (votes, size) => {
        let state = computeMap(votes.slice(0, size));
        for (let from = size; from < votes.length; from += 2 * size)
          state = addVotes(state, votes.slice(from, from + 2 * size));
        const { map } = computeMap(votes);
        expect(groupsOf(state.map)).toEqual(groupsOf(map));
        expect(state.map.groups).toEqual(map.groups);
        expect(state.map.statements).toEqual(map.statements);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['nobody', []],
    ['one person', [{ voter: 'a', statement: 's', vote: 1, at: 0 }]],
    [
      'all of one mind',
      Array.from({ length: 20 }, (_, i) => ({ voter: `p${i}`, statement: 's', vote: 1, at: i })),
    ],
  ] as const)('is made of %s', (_name, votes) => {
    const { map } = computeMap(votes as readonly CastVote[]);
    expect(map.groups.length).toBeLessThanOrEqual(1);
    expect(map.people.every(({ x, y }) => x === 0 && y === 0)).toBe(true);
  });

  it('tells more than five groups apart only where it may', () => {
    // Two questions, to each of which a camp says yes, no, or nothing.
    const lines = [-1, 0, 1].flatMap((a) =>
      [-1, 0, 1].map((b): Line => Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? a : b) as Vote)),
    );
    const { votes } = conversationOf(
      lines.map(() => 50),
      lines,
      0.9,
      11,
    );
    expect(computeMap(votes).map.groups.length).toBeLessThanOrEqual(5);
    const wide = computeMap(votes, { maxGroups: 8 }).map;
    expect(wide.groups.length).toBeGreaterThan(5);
    expect(groupsOf(computeMap(shuffled(votes, 3), { maxGroups: 8 }).map)).toEqual(groupsOf(wide));
  });
});
