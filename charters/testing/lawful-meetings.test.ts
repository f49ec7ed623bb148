import { describe, expect, it } from 'vitest';
import { changed, type Row, told } from './weakened.ts';

const four = ['yidu-village', 'four-deliberations-two-disclosures'] as const;

describe('meetings, recalls and collectives that are weaker than the law', () => {
  it.each<Row>([
    [
      'those who are there decide for the collective',
      ['yidu-village', 'collective-assembly'],
      ['passes: { at-least: 2/3, of: all-members }', 'passes: { at-least: 2/3, of: attendees }'],
      'steps.decide.passes: at-least: 2/3, of: attendees，低于法律要求的 at-least: 2/3, of: all-members — 农村集体经济组织法 27（COL-3）',
    ],
    [
      'representatives decide what is for all members',
      ['yidu-village', 'collective-representatives'],
      [
        'form: collective-lesser-motion',
        'form: collective-motion',
        'plan: show, other: show',
        'plan: show, other: show, charter: show, members: show, land: show, compensation: show, merger: show, outsiders: show',
      ],
      'first.cases.land: “承包、宅基地和份额”不能由“农村集体经济组织成员代表”决定 — 农村集体经济组织法 28（COL-5）',
    ],
    [
      'outsiders get a share by two thirds',
      ['yidu-village', 'collective-assembly'],
      ['passes: { at-least: 3/4, of: all-members }', 'passes: { at-least: 2/3, of: all-members }'],
      'steps.decide-outsiders.passes: at-least: 2/3, of: all-members，低于法律要求的 at-least: 3/4, of: all-members — 农村集体经济组织法 15（COL-4）',
    ],
    [
      'outsiders get a share by the ordinary vote',
      ['yidu-village', 'collective-assembly'],
      ['outsiders: show-outsiders', 'outsiders: show'],
      'first.cases.outsiders: “给非成员的权益”会走到 decide，它没有按这一条表决 — 农村集体经济组织法 15（COL-4）',
    ],
    [
      'the plan lies open for nine days',
      ['yidu-village', 'collective-assembly'],
      ['for: { days: 10 }', 'for: { days: 9 }'],
      'steps.show.for: 公示 9 日，少于法律要求的 10 日 — 农村集体经济组织法 13、45、46（COL-9）',
    ],
    [
      'nine days of notice of a residents’ meeting',
      ['shenzhen-council', 'residents-meeting'],
      ['notice: { days: 10 }', 'notice: { days: 9 }'],
      'steps.meet.notice: 提前 9 日通知，短于法律要求的 10 日 — 城市居民委员会组织法 26–27（URB-3）',
    ],
    [
      'the party organisation is not asked first in a community',
      ['shenzhen-council', 'residents-representatives-meeting'],
      ['steps:', 'first: meet\nsteps:'],
      'steps.meet: 没有先做“党组织先研究讨论（URB-13）”，就能走到这里：meet — 城市居民委员会组织法 30（URB-5）',
    ],
    [
      'the party organisation says no, and the village goes on',
      ['yidu-village', 'villager-representatives-meeting'],
      ['then: { passed: meet, failed: dropped }', 'then: { passed: meet, failed: meet }'],
      'steps.meet: 没有先做“党组织先研究讨论（VIL-21）”，就能走到这里：party → meet — 村民委员会组织法 28（VIL-7）',
    ],
    [
      'a decision of the village that is not posted',
      ['yidu-village', 'villagers-meeting'],
      ['then: { passed: disclose, failed: dropped }', 'then: { passed: adopted, failed: dropped }'],
      'steps.meet: 决定以后没有“村务公开的时间（VIL-15）”，事情就能结束：adopted — 村民委员会组织法 26（VIL-3）',
    ],
    [
      'half of the households of a village',
      ['yidu-village', 'villagers-meeting'],
      ['attends: { at-least: 2/3, of: households }', 'attends: { over: 1/2, of: households }'],
      'steps.meet.attends: over: 1/2, of: households，低于法律要求的 at-least: 2/3, of: households — 村民委员会组织法 26（VIL-3）',
    ],
    [
      'questions about what is posted get no answer',
      ['yidu-village', 'villagers-meeting'],
      ['    objections: { answered-within: { days: 5 } }\n', ''],
      'steps.disclose: 没有写异议怎么答复，法律要求答复 — 村民委员会组织法 35（VIL-15）',
    ],
    [
      'a recall without a defence',
      ['yidu-village', 'village-recall'],
      ['passed: hear', 'passed: vote'],
      'steps.vote: 没有先做“罢免前的申辩（VIL-22）”，就能走到这里：sign → vote — 村民委员会组织法 19（VIL-13）',
    ],
    [
      'a recall that asks a quarter of the village for their names',
      ['yidu-village', 'village-recall'],
      ['at-least: 1/5', 'at-least: 1/4'],
      'steps.sign.passes: 要 at-least: 1/4, of: registered-voters 联名，比法律的 at-least: 1/5, of: registered-voters 还多 — 村民委员会组织法 19（VIL-13）',
    ],
    [
      'a recall by others than those who elected',
      ['shenzhen-council', 'committee-recall'],
      [
        'roll: residents                         #',
        'roll: resident-representatives #',
        'channels: [desk, paper, proxy, online]\n    proxies: { most: 3 }',
        'channels: [desk, paper]',
        'attends: { over: 1/2, of: registered-voters }',
        'attends: { over: 2/3, of: all-representatives }',
      ],
      'steps.vote.roll: 选举用的是“十八周岁以上居民”，这里用“居民代表” — 城市居民委员会组织法 20（URB-8）',
    ],
    // Four deliberations and what is put to representatives
    [
      'half of the representatives decide',
      four,
      ['attends: { at-least: 2/3, of: all-members }', 'attends: { over: 1/2, of: all-members }'],
      'steps.resolve.attends: over: 1/2, of: all-members，低于法律要求的 at-least: 2/3, of: all-members — 村民委员会组织法 30（VIL-5）',
    ],
    [
      'the party members do not review',
      four,
      ['passed: review', 'passed: resolve', 'of: party-members\n', 'of: two-committees\n'],
      'steps.resolve: 没有先做“党员大会审议（FOUR-9）”，就能走到这里：propose → discuss → resolve — 村民委员会组织法 26、30（FOUR-5）',
    ],
    [
      'a review by others is called the party members’',
      four,
      [
        'of: party-members',
        'of: two-committees',
        'attends: { at-least: 2/3, of: party-members }',
        '',
        'passes: { over: 1/2, of: party-members }',
        'passes: { over: 1/2, of: committee-members }',
      ],
      'steps.resolve: 没有先做“党员大会审议（FOUR-9）”，就能走到这里：propose → discuss → review → resolve',
    ],
    [
      'the two committees come before the branch',
      four,
      [
        'steps:',
        'first: discuss\nsteps:',
        'passed: review',
        'passed: propose',
        'passed: discuss',
        'passed: review',
      ],
      'steps.resolve: 没有先做“党组织提议（FOUR-7）”，就能走到这里：discuss',
    ],
    [
      'a review that fails goes on',
      four,
      ['then: { passed: resolve, failed: dropped }', 'then: { passed: resolve, failed: resolve }'],
      'steps.resolve: 没有先做“党员大会审议（FOUR-9）”，就能走到这里：propose → discuss → review → resolve',
    ],
    [
      'the result is not published',
      four,
      ['done: disclose-result', 'done: finished'],
      'steps.resolve: 决定以后没有“实施结果公开（FOUR-11）”，事情就能结束：carry-out → finished — 村民委员会组织法 26、30（FOUR-5）',
    ],
    [
      'the decision is not published',
      four,
      ['passed: disclose-decision', 'passed: carry-out'],
      'steps.resolve: 决定以后没有“决议公开（FOUR-10）”，事情就能结束：carry-out → disclose-result → finished',
    ],
    [
      'the decision stands fourteen days',
      four,
      ['for: { days: 15 }', 'for: { days: 14 }'],
      'steps.disclose-decision.for: 公示 14 日，少于法律要求的 15 日 — 村民委员会组织法 35（FOUR-10）',
    ],
  ])('%s', (_, [charter, id], pieces, says) => {
    expect(told(charter, id, changed(id, ...pieces))).toContain(says);
  });
});
