import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../../basics/result.ts';
import { loadProcedure } from '../../checker/load.ts';
import { loadRolls } from '../../checker/load-rolls.ts';
import type { Procedure } from '../../engine/types.ts';
import { affairs, charter, forms, grades, organs, people } from '../../testing/allotment-club/club.ts';
import { opening } from '../../testing/allotment-club/tales.ts';
import { ballotsOf, pollOf, rollOf } from '../../testing/polls.ts';
import { days, morning, Story } from '../../testing/story.ts';

const rolls = unwrap(
  loadRolls(
    parse('rolls: { stewards: { title: 理事, from: posts, posts: [steward], counts-as: [all-members] } }'),
    'r',
  ),
);
const load = (config: string): Procedure =>
  unwrap(
    loadProcedure(
      parse(`
procedure: sit
title: 开会
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
  sit: { title: 理事会, kind: meet, by: chair, of: stewards, limit: { days: 30 }, notice: { days: 3 }, minutes-within: { days: 7 }, confirmed-by: auditor, ${config} }
  yes: { kind: end, outcome: adopted }
  no: { kind: end, outcome: dropped }
`),
      { file: 'sit.yaml', forms, rolls, grades },
    ),
  );
const binding = load(
  'ballot: hands, attends: { at-least: 2/3, of: all-members }, passes: { over: 1/2, of: attendees }, then: { passed: yes, failed: no }',
);
const hearing = load('sides: { for: 赞成方, against: 反对方 }, then: { held: yes }');

const { bean, chair, auditor } = people;
const call = { starts: '2026-03-14T19:30', place: '棚屋', text: '修水塔' };
const roll = rollOf(12);
const there = (heads: number) => pollOf(roll, [], { present: { heads, area: 0 } });
const convened = (procedure: Procedure): Story =>
  new Story({ definition: { charter, procedure }, organs, affairs }, morning)
    .open(bean, opening({ input: { title: '水塔' } }))
    .with(there(0))
    .when(chair, 'convene', call);

describe('a meeting', () => {
  it('is convened no later than its notice asks', () => {
    convened(binding).brings('convened');
    const story = new Story({ definition: { charter, procedure: binding }, organs, affairs }, morning)
      .open(bean, opening({ input: { title: '水塔' } }))
      .with(there(0));
    story.when(chair, 'convene', { ...call, starts: '2026-03-13T08:00' }).refused('notice-too-short');
    story.when(chair, 'convene', { ...call, starts: '2026-03-14 19:30' }).refused('field-invalid');
  });

  it('takes no step without its roll, or with nobody on it', () => {
    const opened = new Story({ definition: { charter, procedure: binding }, organs, affairs }, morning).open(
      bean,
      opening({ input: { title: '水塔' } }),
    );
    opened.when(chair, 'convene', call).refused('nobody-on-roll');
    opened
      .with(pollOf(rollOf(0)))
      .when(chair, 'convene', call)
      .refused('nobody-on-roll');
    /** The same record, its roll not read. */
    const blind = ({ world, events, now }: Story): Story => {
      const { poll: _, ...without } = world;
      return new Story(without, now, events);
    };
    blind(due).when(chair, 'begin').refused('nobody-on-roll');
    const hands = { for: 8, against: 0, abstain: 0, counters: '甲、乙' };
    blind(due.with(there(8)).when(chair, 'begin'))
      .when(chair, 'resolve', hands)
      .refused('nobody-on-roll');
    blind(due).when(chair, 'recuse', { no: 1, reason: '他家的楼道' }).refused('nobody-on-roll');
  });

  const due = convened(binding)
    .later(5 * days)
    .tick();
  it('does not begin before its time, nor with too few; then it is convened anew', () => {
    convened(binding).with(there(12)).when(chair, 'begin').refused('too-early');
    const short = due.with(there(7)).when(chair, 'begin').brings('not-quorate');
    short.when(chair, 'begin').refused('no-such-action');
    short.when(chair, 'convene', { ...call, starts: '2026-03-25T19:30' }).brings('convened');
  });
  it('keeps the time that it had where it is entered afterwards', () => {
    const begun = due
      .with(there(8))
      .when(chair, 'begin', { began: '2026-03-14T19:35' })
      .brings('meeting-begun');
    expect(begun.fresh[0]?.data['at']).toBe(Date.parse('2026-03-14T19:35:00+08:00'));
    due.with(there(8)).when(chair, 'begin', { began: '2026-03-14T19:00' }).refused('field-invalid');
    due.when(chair, 'convene', { ...call, starts: '2026-03-25T19:30' }).refused('no-such-action');
  });

  const sitting = due.with(there(8)).when(chair, 'begin');
  it('decides by more than half of those who are there, no more hands than people', () => {
    const hands = (yes: number, no: number) => ({ for: yes, against: no, abstain: 0, counters: '甲、乙' });
    sitting.when(chair, 'resolve', hands(6, 3)).refused('more-than-present');
    const end = (yes: number, no: number): string =>
      sitting
        .when(chair, 'resolve', hands(yes, no))
        .when(chair, 'write-minutes', { text: '记录' })
        .when(auditor, 'confirm-minutes', { right: true }).at;
    expect(end(5, 3)).toBe('end:adopted');
    expect(end(4, 3)).toBe('end:dropped');
  });
  it('takes no more ballots than people are there, however they are given', () => {
    const named = load(
      'ballot: named, passes: { over: 1/2, of: attendees }, then: { passed: yes, failed: no }',
    );
    const begun = convened(named)
      .later(5 * days)
      .tick()
      .with(there(8))
      .when(chair, 'begin');
    const given = (n: number): Story =>
      begun
        .with(pollOf(roll, ballotsOf({ for: n }), { present: { heads: 8, area: 0 } }))
        .when(chair, 'resolve');
    given(9).refused('more-than-present');
    given(8).brings('resolved');
    // A box that was not opened is no box in which nobody voted.
    const { ballots: _, ...unread } = there(8);
    begun.with(unread).when(chair, 'resolve').refused('roll-not-ready');
  });
  it('counts no more on whoever stands aside, and says by how much the base is smaller', () => {
    const aside = rollOf(12, 0, 1);
    const told = { no: 12, reason: '议的是他家的楼道' };
    sitting.when(chair, 'recuse', { ...told, no: 99 }).refused('field-invalid', 'no');
    const smaller = sitting
      .with(pollOf(aside, [], { present: { heads: 7, area: 0 } }))
      .when(chair, 'recuse', told)
      .brings('stood-aside');
    expect(smaller.fresh[0]?.data['roll']).toMatchObject({ entries: 12, recused: 1, heads: 11 });
    const hands = { for: 4, against: 3, abstain: 0, counters: '甲、乙' };
    const counted = smaller.when(chair, 'resolve', hands).brings('resolved').fresh[0]?.data;
    // Seven of eleven are fewer than two thirds: without the one who stood aside too few are left.
    expect(counted).toMatchObject({
      outcome: 'failed',
      bases: { whole: { heads: 11 }, present: { heads: 7 } },
    });
    const over = smaller.when(chair, 'resolve', hands);
    over.when(chair, 'recuse', told).refused('no-such-action');
    over.when(chair, 'resolve', hands).refused('no-such-action');
  });
  it('has no result while two readings of a ballot differ, and no minutes before its result', () => {
    const hands = { for: 8, against: 0, abstain: 0, counters: '甲、乙' };
    sitting
      .with({ ...there(8), differences: 1 })
      .when(chair, 'resolve', hands)
      .refused('differences-open');
    sitting.when(chair, 'write-minutes', { text: '记录' }).refused('not-resolved');
  });
  it('ends when somebody else confirms the minutes, and they go back while they are wrong', () => {
    sitting.when(auditor, 'confirm-minutes', { right: true }).refused('no-such-action');
    const written = sitting
      .when(chair, 'resolve', { for: 8, against: 0, abstain: 0, counters: '甲、乙' })
      .when(chair, 'write-minutes', { text: '记录' });
    written.when(chair, 'write-minutes', { text: '又一份' }).refused('no-such-action');
    written
      .when(auditor, 'confirm-minutes', { right: false, text: '写错了' })
      .brings('minutes-returned')
      .when(chair, 'write-minutes', { text: '改好了' })
      .brings('minutes-written');
  });
  it('hears every side as often as the others', () => {
    const open = convened(hearing)
      .later(5 * days)
      .tick()
      .with(there(3))
      .when(chair, 'begin');
    const once = open.when(chair, 'speak', { side: 'for', text: '要' });
    once.when(chair, 'write-minutes', { text: '记录' }).refused('sides-unbalanced');
    const written = once
      .when(chair, 'speak', { side: 'against', text: '不要' })
      .when(chair, 'write-minutes', { text: '记录' });
    // What is written down is what was said: nothing is added to it afterwards.
    written.when(chair, 'speak', { side: 'for', text: '还是要' }).refused('window-closed');
    written.when(chair, 'recuse', { no: 1, reason: '晚了' }).refused('window-closed');
    written.when(auditor, 'confirm-minutes', { right: true }).reaches('end:adopted');
  });
});
