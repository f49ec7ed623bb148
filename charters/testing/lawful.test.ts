import { describe, expect, it } from 'vitest';
import { charterCalled } from './shipped.ts';
import { changed, type Row, told } from './weakened.ts';

describe('what is decided under the charters that ship', () => {
  it.each(
    ['owners-compound', 'yidu-village', 'shenzhen-council', 'haicang-micro', 'zhonghaixi-1-3'].flatMap(
      (charter) => charterCalled(charter).procedures.map((id) => [charter, id] as const),
    ),
  )('%s: %s is lawful', (charter, id) => {
    expect(told(charter, id)).toBe('');
  });
});

const owners = ['owners-compound', 'owners-assembly'] as const;
const council = ['shenzhen-council', 'committee-election'] as const;
const village = ['yidu-village', 'village-election'] as const;
const four = ['yidu-village', 'four-deliberations-two-disclosures'] as const;
const twoThirds = 'attends: [{ at-least: 2/3, of: total-area }, { at-least: 2/3, of: total-heads }]';
const half = 'passes: [{ over: 1/2, of: participating-area }, { over: 1/2, of: participating-heads }]';
const threeQuarters =
  'passes: [{ at-least: 3/4, of: participating-area }, { at-least: 3/4, of: participating-heads }]';

describe('what is weaker than the law', () => {
  it.each<Row>([
    // Owners
    [
      'half of the area takes part',
      owners,
      [twoThirds, 'attends: [{ at-least: 1/2, of: total-area }, { at-least: 2/3, of: total-heads }]'],
      'steps.ordinary.attends: at-least: 1/2, of: total-area；at-least: 2/3, of: total-heads，低于法律要求的 at-least: 2/3, of: total-area — 民法典 278（OWN-1）',
    ],
    [
      'only area is asked to take part',
      owners,
      [twoThirds, 'attends: { at-least: 2/3, of: total-area }'],
      'steps.ordinary.attends: at-least: 2/3, of: total-area，低于法律要求的 at-least: 2/3, of: total-heads — 民法典 278（OWN-1）',
    ],
    [
      'half is enough, not more than half',
      owners,
      [half, 'passes: [{ at-least: 1/2, of: participating-area }, { over: 1/2, of: participating-heads }]'],
      'steps.ordinary.passes: at-least: 1/2, of: participating-area；over: 1/2, of: participating-heads，低于法律要求的 over: 1/2, of: participating-area — 民法典 278（OWN-3）',
    ],
    [
      'the fund is raised by more than half',
      owners,
      [threeQuarters, half],
      'steps.special.passes: over: 1/2, of: participating-area；over: 1/2, of: participating-heads，低于法律要求的 at-least: 3/4, of: participating-area — 民法典 278（OWN-2）',
    ],
    [
      'raising the fund goes to the ordinary vote',
      owners,
      ['raise-fund: special', 'raise-fund: ordinary'],
      'first.cases.raise-fund: “筹集维修资金”会走到 ordinary，它没有按这一条表决 — 民法典 278（OWN-2）',
    ],
    [
      'a vote that names no article at all still goes by the roll’s',
      owners,
      ['law: [OWN-1, OWN-3, OWN-8]', 'law: OWN-14', twoThirds, ''],
      'steps.ordinary.attends: 没有写 attends，法律要求 at-least: 2/3, of: total-area — 民法典 278（OWN-1）',
    ],
    [
      'fourteen days of notice',
      owners,
      ['notice: { days: 15 }', 'notice: { days: 14 }'],
      'steps.ordinary.notice: 提前 14 日通知，短于法律要求的 15 日 — 物业管理条例 14（OWN-8）',
    ],
    [
      'the residents’ committee does not hear of the assembly',
      owners,
      ['    tells: { organ: community }\n', ''],
      'steps.ordinary.tells: 发通知时没有告知 community — 物业管理条例 14（OWN-8）',
    ],
    [
      'ballots with an area on them are called secret',
      owners,
      ['ballot: named', 'ballot: secret'],
      'steps.ordinary.ballot: 按面积计票，票面上的面积就说出了是谁，不能不记名',
    ],
    [
      'a quarter must sign for an assembly',
      ['owners-compound', 'owners-demand'],
      ['at-least: 1/5', 'at-least: 1/4'],
      'steps.sign.passes: 要 at-least: 1/4, of: total-heads 联名，比法律的 at-least: 1/5, of: total-heads 还多 — 物业管理条例 13（OWN-7）',
    ],
    [
      'a company goes after 59 days',
      ['owners-compound', 'property-change'],
      ['for: { days: 60 }', 'for: { days: 59 }'],
      'steps.give-notice.for: 公示 59 日，少于法律要求的 60 日 — 民法典 946（OWN-11）',
    ],
    [
      'a committee is filed after 31 days',
      ['owners-compound', 'owners-committee-election'],
      ['limit: { days: 12 }', 'limit: { days: 31 }'],
      'steps.file.limit: 31 日内完成，晚于法律要求的 30 日 — 物业管理条例 16（OWN-9）',
    ],
    [
      'a by-election of owners by a third',
      ['owners-compound', 'owners-committee-election'],
      [half, 'was', half, 'passes: { at-least: 1/3, of: ballots-cast }', 'was', half],
      'steps.again.passes: at-least: 1/3, of: ballots-cast，低于法律要求的 over: 1/2, of: participating-area — 民法典 278（OWN-3）',
    ],
    // Elections
    [
      'the register stands 19 days',
      council,
      ['roll-published: { for: { days: 20 }', 'roll-published: { for: { days: 19 }'],
      'steps.elect.roll-published: 名册公布 19 日，少于法律要求的 20 日 — 城市居民委员会组织法 16–19（URB-7）',
    ],
    [
      'the register is not published',
      village,
      ['roll-published: { for: { days: 20 }, objections: { days: 5 }, decided-within: { days: 3 } }', ''],
      'steps.elect.roll-published: 名册没有公布，法律要求投票前公布 20 日 — 村民委员会组织法 16–17（VIL-9）',
    ],
    [
      'objections wait four days',
      village,
      ['decided-within: { days: 3 }', 'decided-within: { days: 4 }'],
      'steps.elect.roll-published.decided-within: 处理异议比法律的 3 日慢 — 村民委员会组织法 16–17（VIL-9）',
    ],
    [
      'one votes for four others',
      village,
      ['proxies: { most: 3,', 'proxies: { most: 4,'],
      'steps.elect.proxies.most: 一个人最多可以代 3 票 — 村民委员会组织法 18（VIL-12）',
    ],
    [
      'representatives vote by proxy',
      council,
      [
        'roll: residents',
        'roll: resident-representatives',
        'attends: { over: 1/2, of: registered-voters }',
        'attends: { over: 2/3, of: all-representatives }',
      ],
      'steps.elect.channels: 代表投票不能委托别人 — 城市居民委员会组织法 16–19（URB-7）',
    ],
    [
      'two thirds of the representatives, not more than two thirds',
      council,
      [
        'roll: residents',
        'roll: resident-representatives',
        'attends: { over: 1/2, of: registered-voters }',
        'attends: { at-least: 2/3, of: all-representatives }',
      ],
      'steps.elect.attends: at-least: 2/3, of: all-representatives，低于法律要求的 over: 2/3, of: all-representatives — 城市居民委员会组织法 14、19（URB-6）',
    ],
    [
      'half of the voters make an election',
      village,
      ['attends: { over: 1/2, of: registered-voters }', 'attends: { at-least: 1/2, of: registered-voters }'],
      'steps.elect.attends: at-least: 1/2, of: registered-voters，低于法律要求的 over: 1/2, of: registered-voters — 村民委员会组织法 18（VIL-10）',
    ],
    [
      'a run-off below a third',
      council,
      ['passes: { at-least: 1/3, of: ballots-cast }', 'passes: { at-least: 3/10, of: ballots-cast }'],
      'steps.again.passes: at-least: 3/10, of: ballots-cast，低于法律要求的 at-least: 1/3, of: ballots-cast — 城市居民委员会组织法 14、19（URB-6）',
    ],
    [
      'eleven voters to name a candidate',
      council,
      ['nominators: 10', 'nominators: 11'],
      'steps.elect.question.nominators: 联名提名要 11 人，比法律的 10 人多 — 城市居民委员会组织法 16–19（URB-7）',
    ],
    [
      'a committee of ten',
      council,
      ['seats: 5, least: 5, nominators', 'seats: 10, least: 5, nominators'],
      'steps.elect.question.seats: 选 10 人，法律规定最多 9 人 — 城市居民委员会组织法 3、8、14（URB-1）',
    ],
    [
      'a committee of two',
      village,
      ['seats: 5, least: 3, nominators', 'seats: 5, least: 2, nominators'],
      'steps.elect.question.least: 选出 2 人就算成，法律规定最少 3 人 — 村民委员会组织法 8、14（VIL-1）',
    ],
    [
      'names on the ballots of a village',
      village,
      ['ballot: secret', 'ballot: named'],
      'steps.elect.ballot: 法律规定秘密写票，不能记名 — 村民委员会组织法 18（VIL-10）',
    ],
    [
      'eleven days to hand over',
      village,
      ['limit: { days: 10 }', 'limit: { days: 11 }'],
      'steps.hand-over.limit: 11 日内完成，晚于法律要求的 10 日 — 村民委员会组织法 24（VIL-14）',
    ],
    [
      'nothing is handed over',
      village,
      ['elected: hand-over', 'elected: disclose'],
      'steps.elect: 决定以后没有“工作移交（VIL-14）”，事情就能结束：disclose → finished — 村民委员会组织法 18（VIL-10）',
    ],
  ])('%s', (_, [charter, id], pieces, says) => {
    expect(told(charter, id, changed(id, ...pieces))).toContain(says);
  });
});

describe('what is as strong as the law, or stronger', () => {
  it.each<readonly [what: string, where: readonly [string, string], pieces: readonly string[]]>([
    ['three quarters to use the fund', owners, [half, threeQuarters]],
    ['a longer notice', owners, ['notice: { days: 15 }', 'notice: { days: 30 }']],
    ['using the fund by the special vote', owners, ['use-fund: ordinary', 'use-fund: special']],
    ['five voters to name a candidate', council, ['nominators: 10', 'nominators: 5']],
    [
      'no proxies at all',
      village,
      ['[desk, paper, proxy]', '[desk, paper]', 'proxies: { most: 3, candidates: none }', ''],
    ],
    [
      'seven on a village committee',
      village,
      ['seats: 5, least: 3, nominators', 'seats: 7, least: 3, nominators'],
    ],
    [
      'the local habits of party members',
      four,
      ['attends: { at-least: 2/3, of: party-members }', 'attends: { over: 1/2, of: party-members }'],
    ],
  ])('%s', (_, [charter, id], pieces) => {
    expect(told(charter, id, changed(id, ...pieces))).toBe('');
  });
});
