import { describe, expect, it } from 'vitest';
import { people } from '../testing/allotment-club/club.ts';
import { ballotsOf, pollOf, rollOf } from '../testing/polls.ts';
import { days, type Story } from '../testing/story.ts';
import { findDocument } from './make.ts';
import { documentsIn } from './on-record.ts';
import { begin, linesOf, load, loadWhole, printed, skeletonOf, source, there } from './testing-papers.ts';
import type { PaperSource } from './types.ts';

const meeting = load(
  'kind: meet, of: stewards, notice: { days: 3 }, minutes-within: { days: 7 }, confirmed-by: auditor, ballot: hands, attends: { at-least: 2/3, of: all-members }, passes: { over: 1/2, of: attendees }, then: { passed: yes, failed: no }',
);
const hearing = load(
  'kind: meet, of: stewards, notice: { days: 3 }, minutes-within: { days: 7 }, confirmed-by: auditor, sides: { for: 赞成方, against: 反对方 }, then: { held: yes }',
);
const voting = load(
  'kind: vote, roll: members, ballot: secret, question: { kind: approve }, channels: [online, paper], passes: { over: 1/2, of: adults }, notice: { days: 1 }, open-for: { days: 3 }, counted-within: { days: 2 }, then: { passed: yes, failed: no }',
);

const { chair, auditor } = people;
const call = { starts: '2026-03-14T19:30', place: '棚屋', text: '修水塔要 4 万元。' };
const convened = begin(meeting).when(chair, 'convene', call);
const sitting = convened
  .later(5 * days)
  .tick()
  .with(there(9))
  .when(chair, 'begin', { began: '2026-03-14T19:35' });
const resolved = sitting.when(chair, 'resolve', { for: 6, against: 2, abstain: 1, counters: '甲、乙' });

describe('会议通知', () => {
  it('says when, where, who, about what, and what it takes to begin and to pass', () => {
    const told = printed(convened, 'notice');
    expect(told[0]).toBe('关于召开南田社区理事会的通知');
    expect(told).toContain('各位理事：');
    expect(told).toContain('2026年3月14日（星期六）19:30');
    expect(told).toContain('修水塔要 4 万元。');
    expect(told).toContain('全体成员 12 人中须有 8 人到会，才能开会。');
    expect(told).toContain('举手表决，两人计票，到会人员过半数同意，才算通过。');
  });
  it('numbers only the parts that are there: a hearing votes on nothing', () => {
    const told = printed(begin(hearing).when(chair, 'convene', call), 'notice');
    expect(told).toContain('四、议题和材料');
    expect(told.join()).not.toContain('表决');
  });
});

describe('签到表', () => {
  it('has a line for each of the roll, with names only for who may know them', () => {
    const blank = printed(convened, 'roll-sheet');
    expect(blank.filter((line) => /^\d+ {4}$/.test(line))).toHaveLength(12);
    const lines = [
      { no: 1, name: '甲', recused: false, at: Date.parse('2026-03-14T11:28:00Z') },
      { no: 2, name: '乙', recused: true },
    ];
    const named = findDocument(source(convened), 'roll-sheet', { roll: lines });
    expect(named && linesOf(named)).toEqual(expect.arrayContaining(['1 甲  19:28 ', '2 乙   回避']));
  });
});

describe('会议记录', () => {
  it('writes its own skeleton: time, place, who was there, the count, each condition, what was decided', () => {
    const lines = skeletonOf(resolved).split('\n');
    expect(lines).toEqual([
      '会议名称：南田社区理事会',
      '时间：2026年3月14日（星期六）19:35',
      '地点：棚屋',
      expect.stringMatching(/^主持：陈（.+）$/),
      '记录：',
      '到会：应到 12 人，实到 9 人，够了。',
      '一、议题',
      '修水塔',
      '修水塔要 4 万元。',
      '二、发言',
      '（谁说了什么）',
      '三、表决',
      '同意 6 票，反对 2 票，弃权 1 票。',
      '需要全体成员 12 人中的 8 人参加，已有 9 人，够了。',
      '需要参加的 9 人中的 5 人同意，已有 6 人，够了。',
      '四、决议',
      '表决通过。',
    ]);
  });
  it('names who stood aside by their number, with the base that is left', () => {
    const smaller = sitting
      .with(pollOf(rollOf(12, 0, 1), [], { present: { heads: 9, area: 0 } }))
      .when(chair, 'recuse', { no: 12, reason: '本人利害相关' });
    expect(skeletonOf(smaller)).toContain('回避：名册第 12 号，应到改为 11 人。');
  });
  it('tells that it had to be convened anew, and that it has not begun', () => {
    const short = convened
      .later(5 * days)
      .tick()
      .with(there(7))
      .when(chair, 'begin');
    const again = short
      .when(chair, 'convene', { ...call, starts: '2026-03-25T19:30' })
      .later(11 * days)
      .tick()
      .with(there(8))
      .when(chair, 'begin');
    expect(skeletonOf(again)).toContain('此前召集：2026年3月15日 到会的人不够，没有开成。');
    expect(findDocument(source(short), 'minutes')).toBeUndefined();
  });
  it('carries what every side said, and cuts a speech that fills the page, naming where it stands whole', () => {
    const open = begin(hearing)
      .when(chair, 'convene', call)
      .later(5 * days)
      .tick()
      .with(there(3))
      .when(chair, 'begin');
    const heard = open
      .when(chair, 'speak', { side: 'for', text: '该修' })
      .when(chair, 'speak', { side: 'against', text: '太贵'.repeat(800) });
    const text = skeletonOf(heard);
    expect(text).toContain('赞成方：该修\n反对方：太贵');
    expect(text).toMatch(/全文见案卷第 \d+ 条/);
    const many = Array.from({ length: 60 }).reduce<Story>(
      (story) => story.when(chair, 'speak', { side: 'for', text: '长'.repeat(2000) }),
      heard,
    );
    expect(skeletonOf(many).length).toBeLessThan(20_000);
    expect(skeletonOf(many)).toMatch(/其余 \d+ 次发言见案卷。/);
  });
  it('tells by side what was said where the minutes put it in words of their own', () => {
    const heard = begin(hearing)
      .when(chair, 'convene', call)
      .later(5 * days)
      .tick()
      .with(there(3))
      .when(chair, 'begin')
      .when(chair, 'speak', { side: 'for', text: '该修' })
      .when(chair, 'speak', { side: 'against', text: '太贵' })
      .when(chair, 'speak', { side: 'for', text: '漏水\n多年' })
      .when(chair, 'speak', { side: 'against', text: '明年再说' });
    const annexed = '附：案卷里的发言';
    expect(printed(heard, 'minutes'), 'a draft has them all').not.toContain(annexed);
    const kept = heard.when(chair, 'write-minutes', { text: `${skeletonOf(heard)}\n散会。` });
    expect(printed(kept, 'minutes')).not.toContain(annexed);
    const told = printed(heard.when(chair, 'write-minutes', { text: '有人说该修，有人说太贵。' }), 'minutes');
    expect(told.slice(told.indexOf(annexed) + 1, told.indexOf(annexed) + 5)).toEqual([
      '赞成方：该修',
      '赞成方：漏水 多年',
      '反对方：太贵',
      '反对方：明年再说',
    ]);
  });
  it('prints what was written, the count as the record has it, and how far it is confirmed', () => {
    expect(printed(resolved, 'minutes').join()).toContain('草稿');
    const written = resolved.when(chair, 'write-minutes', {
      text: '一、议题\n修水塔\n二、大家都同意，散会。',
    });
    const told = printed(written, 'minutes');
    expect(told).toContain('二、大家都同意，散会。');
    expect(told).toContain('同意 6');
    expect(told).toContain('监票、计票人：甲、乙');
    expect(told.join()).toContain('还没有确认');
    const kinds = findDocument(source(written), 'minutes')?.blocks.map(({ kind }) => kind);
    expect(kinds?.slice(0, 3)).toEqual(['heading', 'text', 'text']);
    const done = written.when(auditor, 'confirm-minutes', { right: true });
    expect(printed(done, 'minutes').join()).toContain('确认属实');
  });
});

describe('决议公告', () => {
  it('of a meeting: who met, the count, every condition, the outcome', () => {
    const told = printed(resolved, 'result');
    expect(told[0]).toBe('关于“修水塔”的表决结果公告');
    expect(told[1]).toContain('南田社区理事会在棚屋召开');
    expect(told).toEqual(expect.arrayContaining(['同意 6', '反对 2', '弃权 1', '合计 9', '表决通过。']));
  });
  const announced = begin(voting)
    .with(pollOf(rollOf(20)))
    .when(chair, 'freeze-roll')
    .when(chair, 'announce', { title: '换水塔', text: '为什么要换' });
  const counted = (said: Readonly<Record<string, number>>): Story =>
    announced
      .later(8 * days)
      .tick()
      .with(pollOf(rollOf(20), ballotsOf(said)))
      .when(chair, 'count')
      .brings('vote-counted', 'step-left', 'ended');
  it('of a vote: from when to when, with the digest of the published list', () => {
    const told = printed(counted({ for: 12, against: 3 }), 'result');
    expect(told[1]).toContain('名册上 20 票，投出 15 票');
    expect(told.some((line) => /校验值：[0-9a-f]{64}/.test(line))).toBe(true);
  });
  it('tells no count that would tell how somebody voted', () => {
    const told = printed(counted({ for: 13 }), 'result').join('\n');
    expect(told).toContain('只公布结果');
    expect(told).not.toContain('13');
    expect(told).toContain('表决通过。');
  });
  it('has its notice: what is asked, until when, how, and what it takes', () => {
    const told = printed(announced, 'notice');
    expect(told[0]).toBe('关于“换水塔”的表决通知');
    expect(told).toContain('2026年3月12日（星期四）00:00至2026年3月15日（星期日）24:00。');
    expect(told).toContain('手机上投、填纸票。无记名，谁也查不出谁投了什么。');
    expect(told).toContain('十八周岁以上的 20 人中须有 11 人同意，才算通过。');
  });
});

describe('当选证书', () => {
  const electing = loadWhole(`
procedure: elect
title: 选理事
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
  elect: { title: 选举, kind: vote, by: chair, roll: members, ballot: secret, question: { kind: elect, seats: 1, least: 1 }, channels: [online], passes: { over: 1/2, of: ballots-cast }, limit: { days: 30 }, open-for: { days: 5 }, counted-within: { days: 2 }, notice: { days: 10 }, then: { elected: seat, run-off: no, failed: no } }
  seat: { title: 上岗, kind: office, by: chair, gives: chair, in: committee, term: { years: 2 }, limit: { days: 10 }, then: { done: yes } }
  yes: { kind: end, outcome: adopted }
  no: { kind: end, outcome: dropped }
`);
  const seated = ['甲', '乙', '丙']
    .reduce(
      (story, name) => story.when(chair, 'nominate', { name, nominatedBy: 'organiser' }),
      begin(electing)
        .with(pollOf(rollOf(20)))
        .when(chair, 'freeze-roll'),
    )
    .when(chair, 'announce', { title: '选举', text: '选一个' })
    .later(40 * days)
    .tick()
    .with(pollOf(rollOf(20), ballotsOf({ c1: 9, c2: 3 })))
    .when(chair, 'count')
    .when(chair, 'take-office', { text: '交好了' });
  const own = source(seated);
  const office = { organ: '青苗园理事会', post: '理事会主席' };
  const held: PaperSource = { ...own, events: own.events.map((event) => ({ ...event, office })) };

  it('is one for each of the elected, with the office and the term as the record has them', () => {
    const listed = documentsIn(own.events).filter(({ kind }) => kind === 'appointment');
    const people = listed.map(({ of }) => of?.title);
    expect(people).toEqual(['甲']);
    const [event] = own.events.filter(({ type }) => type === 'offices-taken');
    const two = [
      { id: 'c1', title: '甲' },
      { id: 'c2', title: '乙' },
    ];
    const both = documentsIn([
      { seq: 9, type: 'offices-taken', at: 0, data: { ...event?.data, people: two } },
    ]);
    expect(both.map(({ of }) => of)).toEqual(two);
    for (const { seq, of } of listed) {
      const paper = findDocument(held, 'appointment', { seq, ...(of && { of: of.id }) });
      expect(paper).toMatchObject({ title: '当选证书', signed: { by: '青苗园' } });
      const [name, text] = (paper?.blocks ?? []).map((block) => ('text' in block ? block.text : ''));
      expect(name).toBe(`${of?.title ?? ''}：`);
      // The organ is said once.
      expect(text).toMatch(/你当选为青苗园理事会主席，任期自2026年\d+月\d+日至2028年\d+月\d+日。$/);
    }
    expect(findDocument(held, 'appointment', { of: 'c9' })).toBeUndefined();
  });
});

it('lists what can be printed, each with the event that it is written from', () => {
  expect(documentsIn(source(resolved).events).map(({ kind }) => kind)).toEqual([
    'notice',
    'roll-sheet',
    'minutes',
    'result',
  ]);
});
