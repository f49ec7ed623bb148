import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Denominator } from '../law/law.ts';
import { denominators } from '../law/law.ts';
import { askText, legText, ruleText, shareText } from './explain.ts';
import { consentOf, findMeasure, type LegResult, turnoutOf } from './legs.ts';
import type { Bases, Leg, Sum } from './types.ts';

const squareMetre = 10_000;
const heads = (n: number): Sum => ({ heads: n, area: 0 });
const metres = (n: number): Sum => ({ heads: 0, area: Math.round(n * squareMetre) });

const [atLeast, over] = (['>=', '>'] as const).map(
  (op) =>
    (share: string, of: Denominator): Leg => ({ op, share, of }),
) as [(share: string, of: Denominator) => Leg, (share: string, of: Denominator) => Leg];
const first = ([result]: readonly LegResult[]): LegResult => {
  if (result === undefined) throw new Error('no condition');
  return result;
};
const came = (leg: Leg, whole: Sum, present: Sum): string =>
  legText(first(turnoutOf([leg], { whole, present, cast: present })), '参加');
/** @param roll what those who took part are a share of */
const agree = (leg: Leg, bases: Partial<Bases>, agreed: Sum, roll: Denominator = 'adults'): string => {
  const whole = bases.whole ?? heads(0);
  const all = { whole, present: whole, cast: whole, ...bases };
  return legText(first(consentOf([leg], all, agreed)), '同意', turnoutOf([over('1/2', roll)], all));
};

const signed = (leg: Leg, whole: Sum, names: Sum): string =>
  legText(first(consentOf([leg], { whole, present: names, cast: names }, names)), '联名');

describe('one condition in one sentence', () => {
  it.each([
    [
      signed(atLeast('1/10', 'adults'), heads(24), heads(1)),
      '需要十八周岁以上的 24 人中的 3 人联名，已有 1 人，还差 2 人。',
    ],
    [
      signed(atLeast('1/10', 'adults'), heads(24), heads(3)),
      '需要十八周岁以上的 24 人中的 3 人联名，已有 3 人，够了。',
    ],
    [
      came(atLeast('2/3', 'households'), heads(1260), heads(804)),
      '需要 1,260 户中的 840 户参加，已有 804 户，还差 36 户。',
    ],
    [
      came(atLeast('2/3', 'total-area'), metres(118_204.5), metres(70_000.25)),
      '需要全部专有面积 118,204.50 平方米中的 78,803 平方米参加，已有 70,000.25 平方米，还差 8,802.75 平方米。',
    ],
    [
      came(atLeast('2/3', 'total-heads'), heads(1260), heads(840)),
      '需要全体业主 1,260 人中的 840 人参加，已有 840 人，够了。',
    ],
    [
      came(over('1/2', 'adults'), heads(3051), heads(0)),
      '需要十八周岁以上的 3,051 人中的 1,526 人参加，还没有人参加，还差 1,526 人。',
    ],
    [
      came(atLeast('2/3', 'all-representatives'), heads(45), heads(29)),
      '需要全体代表 45 人中的 30 人参加，已有 29 人，还差 1 人。',
    ],
    [
      came(over('1/2', 'registered-voters'), heads(1200), heads(900)),
      '需要登记参加选举的 1,200 人中的 601 人参加，已有 900 人，够了。',
    ],
    [
      agree(over('1/2', 'participating-area'), { cast: metres(80_000) }, metres(40_000)),
      '需要参与表决的面积 80,000 平方米中的 40,000.01 平方米同意，已有 40,000 平方米，还差 0.01 平方米。',
    ],
    [
      agree(atLeast('3/4', 'participating-heads'), { cast: heads(900) }, heads(700)),
      '需要参与表决的业主 900 人中的 675 人同意，已有 700 人，够了。',
    ],
    [
      agree(over('1/2', 'attendees'), { present: heads(31) }, heads(15)),
      '需要参加的 31 人中的 16 人同意，已有 15 人，还差 1 人。',
    ],
    [
      agree(over('1/2', 'attendees'), { present: heads(31) }, heads(15), 'household-representatives'),
      '需要参加的 31 户中的 16 户同意，已有 15 户，还差 1 户。',
    ],
    [
      agree(over('1/2', 'ballots-cast'), { cast: heads(81) }, heads(40)),
      '需要投出的 81 票中的 41 票同意，已有 40 票，还差 1 票。',
    ],
    [agree(over('1/2', 'ballots-cast'), { cast: heads(0) }, heads(0)), '还没有人投票。'],
    [agree(over('1/2', 'attendees'), { present: heads(0) }, heads(0)), '还没有人到会。'],
    [came(over('1/2', 'adults'), heads(0), heads(0)), '名册上还没有人。'],
  ])('%s', (said, expected) => expect(said).toBe(expected));

  it('has a word for the whole of everything that a vote can be counted by, or a unit that says it', () => {
    for (const of of denominators.filter((each) => findMeasure(each) !== undefined)) {
      const said = came(over('1/2', of), { heads: 10, area: 100_000 }, { heads: 2, area: 20_000 });
      expect(said).toMatch(/^需要(\p{Script=Han}+ [\d,.]+ (人|票|平方米)| [\d,.]+ 户)中的/u);
    }
  });

  it('tells of areas what is enough: whoever brings what is still missing meets the condition', () => {
    const read = (text: string | undefined): number =>
      Math.round(Number((text ?? '').replaceAll(',', '')) * squareMetre);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000_000 }),
        fc.nat({ max: 100 }),
        fc.constantFrom(1, 100),
        fc.constantFrom(
          atLeast('2/3', 'total-area'),
          over('1/2', 'total-area'),
          atLeast('3/4', 'total-area'),
        ),
        (size, percent, finest, leg) => {
          const whole = { heads: 1, area: size * finest };
          const has = Math.floor((size * percent) / 200) * finest;
          const result = first(
            consentOf([leg], { whole, present: whole, cast: whole }, { heads: 1, area: has }),
          );
          const missing = /还差 ([\d,.]+) 平方米/.exec(legText(result, '同意'))?.[1];
          expect(missing === undefined).toBe(result.met);
          if (result.met) return;
          expect(read(missing)).toBeGreaterThan(0);
          expect(has + read(missing)).toBeGreaterThanOrEqual(result.needed);
          expect(has + read(missing) - result.needed).toBeLessThan(100);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a share as the law says it', () => {
  it.each([
    [over('1/2', 'adults'), '过半数'],
    [atLeast('1/2', 'adults'), '半数以上'],
    [atLeast('2/3', 'adults'), '三分之二以上'],
    [atLeast('3/4', 'adults'), '四分之三以上'],
    [atLeast('1/10', 'adults'), '十分之一以上'],
    [over('2/3', 'adults'), '超过三分之二'],
    [atLeast('1/1', 'adults'), '全部'],
    [atLeast('37/100', 'adults'), '100 分之 37 以上'],
  ])('%o', (leg, text) => expect(shareText(leg)).toBe(text));
});

it('says a rule as the law does, and that its conditions stand each alone', () => {
  expect(ruleText([over('1/2', 'attendees')], '同意')).toBe('到会人员过半数同意');
  expect(ruleText([atLeast('2/3', 'total-area'), atLeast('2/3', 'total-heads')], '参加')).toBe(
    '全部专有面积三分之二以上、业主总人数三分之二以上参加，两项分别算',
  );
  expect(ruleText([over('2/3', 'all-representatives')], '参加')).toBe('全体代表超过三分之二参加');
});

it('asks it of as many homes or people as have taken part', () => {
  const bases = { whole: heads(276), present: heads(119), cast: heads(119) };
  const asks = first(consentOf([over('1/2', 'attendees')], bases, heads(0)));
  const homes = turnoutOf([over('1/2', 'household-representatives')], bases);
  expect(askText(asks, '同意', homes)).toBe('参加的 119 户中须有 60 户同意');
  expect(askText(asks, '同意')).toBe('参加的 119 人中须有 60 人同意');
});
