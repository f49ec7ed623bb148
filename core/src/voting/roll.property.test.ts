import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headsOf } from '../registry/ownership.ts';
import { ballotsFor, Seen } from './arbitrary-polls.ts';
import { ballotsDigest, fewestTold, mayTell } from './published.ts';
import { type OwnedHome, ownerBallots, type RollEntry, rollSum } from './roll.ts';
import type { Ballot } from './types.ts';

const entries: fc.Arbitrary<readonly RollEntry[]> = fc
  .array(
    fc.record({
      weight: fc.record({ heads: fc.integer({ min: 0, max: 2 }), area: fc.nat({ max: 2_000_000 }) }),
      recused: fc.boolean(),
    }),
    { minLength: 1, maxLength: 9 },
  )
  .map((lines) => lines.map((line, i) => ({ id: `e${i + 1}`, no: i + 1, ...line })));
const shuffledOf = <T>(list: readonly T[]): fc.Arbitrary<readonly T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

describe('a roll', () => {
  it('counts every line once that does not stand aside, and has its digest whatever the order it is read in', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(
        entries.chain((lines) => fc.tuple(fc.constant(lines), shuffledOf(lines))),
        ([lines, order]) => {
          const sum = rollSum(lines);
          expect(rollSum(order)).toEqual(sum);
          const counting = lines.filter(({ recused }) => !recused);
          expect(sum).toMatchObject({
            entries: lines.length,
            recused: lines.length - counting.length,
            heads: counting.reduce((n, { weight }) => n + weight.heads, 0),
            area: counting.reduce((n, { weight }) => n + weight.area, 0),
          });
          seen.add('some stand aside', sum.recused > 0 && counting.length > 0);
          seen.add('nobody is left', counting.length === 0);
        },
      ),
    );
    expect(seen.rare(5, 'some stand aside', 'nobody is left')).toEqual([]);
  });

  const changesOfLine: Readonly<Record<string, (line: RollEntry) => Partial<RollEntry>>> = {
    'another person': ({ id }) => ({ id: `${id}x` }),
    'another number': ({ no }) => ({ no: no + 100 }),
    'a head more': ({ weight }) => ({ weight: { ...weight, heads: weight.heads + 1 } }),
    'a square centimetre more': ({ weight }) => ({ weight: { ...weight, area: weight.area + 1 } }),
    'stands aside or not': ({ recused }) => ({ recused: !recused }),
  };
  it('has another digest when anything of any line is another, or a line is added or dropped', () => {
    fc.assert(
      fc.property(entries, fc.nat(), fc.constantFrom(...Object.keys(changesOfLine)), (lines, n, what) => {
        const { digest } = rollSum(lines);
        const at = n % lines.length;
        const changed = lines.map((line, i) =>
          i === at ? { ...line, ...changesOfLine[what]?.(line) } : line,
        );
        expect(rollSum(changed).digest).not.toBe(digest);
        expect(rollSum(lines.filter((_, i) => i !== at)).digest).not.toBe(digest);
        const [first] = lines;
        if (first !== undefined)
          expect(rollSum([...lines, { ...first, id: 'new', no: lines.length + 1 }]).digest).not.toBe(digest);
      }),
      { numRuns: 400 },
    );
  });
});

describe('the published list of ballots', () => {
  const what = { question: { kind: 'choose' }, options: ['c1', 'c2', 'c3'] } as const;
  const some = ballotsFor(what).filter(({ length }) => length > 0);
  const changesOfBallot: Readonly<Record<string, (ballot: Ballot) => Partial<Ballot>>> = {
    'another code': ({ code }) => ({ code: `${code}x` }),
    'another choice': ({ choice }) => ({ choice: [...choice, 'c9'] }),
    'no choice': ({ choice }) => ({ choice: choice.length === 0 ? ['c1'] : [] }),
    'a head more': ({ weight }) => ({ weight: { ...weight, heads: weight.heads + 1 } }),
    'a square centimetre more': ({ weight }) => ({ weight: { ...weight, area: weight.area + 1 } }),
  };

  it('has its digest in any order, and another when anything of any ballot is another', () => {
    const cases = some.chain((ballots) => fc.tuple(fc.constant(ballots), shuffledOf(ballots)));
    fc.assert(
      fc.property(
        cases,
        fc.nat(),
        fc.constantFrom(...Object.keys(changesOfBallot)),
        ([ballots, order], n, change) => {
          const digest = ballotsDigest(ballots);
          expect(ballotsDigest(order)).toBe(digest);
          const at = n % ballots.length;
          const changed = ballots.map((each, i) =>
            i === at ? { ...each, ...changesOfBallot[change]?.(each) } : each,
          );
          expect(ballotsDigest(changed)).not.toBe(digest);
          expect(ballotsDigest(ballots.filter((_, i) => i !== at))).not.toBe(digest);
          const more = { code: 'zz', choice: [], weight: { heads: 1, area: 0 } };
          expect(ballotsDigest([...ballots, more])).not.toBe(digest);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('is told only where it tells of nobody: of enough ballots that do not all say the same', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(ballotsFor(what), (ballots) => {
        const said = new Set(ballots.map(({ choice }) => choice.toSorted().join(' ')));
        expect(mayTell(ballots)).toBe(ballots.length >= 5 && said.size > 1);
        seen.add('few', ballots.length < fewestTold && said.size > 1);
        seen.add('told', mayTell(ballots));
      }),
      { numRuns: 500 },
    );
    const alike = Array.from({ length: 40 }, (_, i) => ({
      code: `${i}`,
      choice: i % 2 === 0 ? ['c1', 'c2'] : ['c2', 'c1'],
      weight: { heads: 1, area: 0 },
    }));
    expect(mayTell(alike)).toBe(false);
    expect(seen.rare(30, 'few', 'told')).toEqual([]);
  });
});

describe('ballots of owners', () => {
  const homes: fc.Arbitrary<readonly OwnedHome[]> = fc
    .array(
      fc.record({
        area: fc.integer({ min: 1, max: 2_000_000 }),
        owners: fc.array(fc.constantFrom('developer', 'li', 'wang', 'zhao'), { maxLength: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((list) => list.map((home, i) => ({ home: `h${i}`, ...home })));

  it('are as many as the heads that the registry counts, and no area is lost or counted twice', () => {
    const seen = new Seen();
    fc.assert(
      fc.property(homes, (all) => {
        const { ballots, unowned } = ownerBallots(all);
        expect(ballots.reduce((n, { weight }) => n + weight.heads, 0)).toBe(
          headsOf(all.map(({ owners }) => owners)),
        );
        const area = (ids: readonly string[]): number =>
          all.filter(({ home }) => ids.includes(home)).reduce((sum, each) => sum + each.area, 0);
        for (const ballot of ballots) expect(ballot.weight.area).toBe(area(ballot.homes));
        const placed = [...ballots.flatMap((ballot) => ballot.homes), ...unowned];
        expect(placed.toSorted()).toEqual(all.map(({ home }) => home).toSorted());
        expect(unowned).toEqual(all.filter(({ owners }) => owners.length === 0).map(({ home }) => home));
        seen.add(
          'several homes on one',
          ballots.some((ballot) => ballot.homes.length > 1),
        );
        seen.add(
          'several owners on one',
          ballots.some((ballot) => ballot.owners.length > 1),
        );
        seen.add(
          'written twice',
          all.some(({ owners }) => new Set(owners).size < owners.length),
        );
        seen.add('unowned', unowned.length > 0);
      }),
      { numRuns: 500 },
    );
    const corners = ['several homes on one', 'several owners on one', 'written twice', 'unowned'];
    expect(seen.rare(50, ...corners)).toEqual([]);
  });

  it('are one for those who own the same homes together, and one more for what one of them owns alone', () => {
    fc.assert(
      fc.property(homes, (all) => {
        const groups = ownerBallots(all).ballots.map(({ owners }) => owners.join(' '));
        expect(new Set(groups).size).toBe(groups.length);
        for (const { owners } of all.filter((home) => home.owners.length > 0))
          expect(groups).toContain([...new Set(owners)].sort().join(' '));
      }),
    );
  });
});
