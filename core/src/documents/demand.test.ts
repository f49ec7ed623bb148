import { describe, expect, it } from 'vitest';
import { people } from '../testing/allotment-club/club.ts';
import { ballotsOf, pollOf, rollOf } from '../testing/polls.ts';
import { days } from '../testing/story.ts';
import { begin, load, printed } from './testing-papers.ts';

const { chair } = people;
const demand = load(
  'kind: vote, roll: members, ballot: named, question: { kind: sign-on }, channels: [online, paper], passes: { at-least: 1/10, of: adults }, notice: { days: 1 }, open-for: { days: 30 }, counted-within: { days: 2 }, then: { passed: yes, failed: no }',
);
const announced = begin(demand)
  .with(pollOf(rollOf(21)))
  .when(chair, 'freeze-roll')
  .when(chair, 'announce', { title: '要求开会员大会', text: '水塔漏了多年' });
const signed = (names: number, after: number) =>
  announced
    .later(after * days)
    .tick()
    .with(pollOf(rollOf(21), ballotsOf({ for: names })))
    .when(chair, 'count');
/** Words of a vote, which no paper about a demand may have. */
const ofVotes = /表决|投票|选票|计票|同意/;

describe('联名', () => {
  it('has its notice: what is demanded, until when, how to sign, and how many names it takes', () => {
    const told = printed(announced, 'notice');
    expect(told[0]).toBe('关于“要求开会员大会”的联名通知');
    expect(told).toContain('会员，名册上 21 人。');
    expect(told).toContain('手机上签、填纸质签名单。组织联名的人看得到谁签了名。');
    expect(told).toContain('3 人签名（十八周岁以上的人十分之一以上联名），就够了。');
    expect(told.join()).not.toMatch(ofVotes);
  });
  it('has its result: how many signed of how many, up to the day on which the names were counted', () => {
    const told = printed(signed(3, 8), 'result');
    expect(told[0]).toBe('关于“要求开会员大会”的联名结果公告');
    expect(told[1]).toMatch(/^2026年3月12日（星期四）00:00至2026年3月1\d日.+名册上 21 人，签名 3 人。$/);
    expect(told).toContain('需要十八周岁以上的 21 人中的 3 人联名，已有 3 人，够了。');
    expect(told).toContain('联名够了。');
    expect(told.some((line) => /校验值：[0-9a-f]{64}/.test(line))).toBe(true);
    expect(told.join()).not.toMatch(ofVotes);
  });
  it('tells with too few names how many are missing, and that they were too few', () => {
    const told = printed(signed(2, 40), 'result');
    expect(told).toContain('需要十八周岁以上的 21 人中的 3 人联名，已有 2 人，还差 1 人。');
    expect(told).toContain('联名不够。');
    expect(told.join()).not.toMatch(ofVotes);
  });
});
