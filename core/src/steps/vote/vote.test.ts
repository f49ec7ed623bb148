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
    parse(`
rolls:
  gardeners: { title: 园友, from: residents, age: 18, counts-as: [adults] }
  plots: { title: 地主, from: owners, counts-as: [total-area, total-heads] }
`),
    'rolls.yaml',
  ),
);
const load = (steps: string): Procedure =>
  unwrap(
    loadProcedure(
      parse(`
procedure: ask
title: 问大家
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
${steps}
  yes: { kind: end, outcome: adopted }
  no: { kind: end, outcome: dropped }
`),
      { file: 'ask.yaml', forms, rolls, grades },
    ),
  );
const common =
  'by: chair, limit: { days: 30 }, open-for: { days: 5 }, counted-within: { days: 2 }, notice: { days: 10 }';
const simple = load(`
  ask: { title: 表决, kind: vote, roll: gardeners, ballot: named, question: { kind: approve }, channels: [online, paper], attends: { over: 1/2, of: adults }, passes: { over: 1/2, of: ballots-cast }, ${common}, roll-published: { for: { days: 20 }, objections: { days: 5 }, decided-within: { days: 3 } }, then: { passed: yes, failed: no } }`);
const election = load(`
  elect: { title: 选举, kind: vote, roll: gardeners, ballot: secret, question: { kind: elect, seats: 3, least: 3, nominators: 10 }, channels: [online], attends: { over: 1/2, of: adults }, passes: { over: 1/2, of: ballots-cast }, ${common}, then: { elected: yes, run-off: again, failed: no } }
  again: { title: 另行选举, kind: vote, roll: gardeners, ballot: secret, question: { kind: elect, seats: 3, least: 3, run-off: true }, channels: [online], passes: { at-least: 1/3, of: ballots-cast }, ${common}, then: { elected: yes, run-off: { to: again, times: 2, after: no }, failed: no } }`);

const { bean, chair } = people;
const begin = (procedure: Procedure): Story =>
  new Story({ definition: { charter, procedure }, organs, affairs }, morning).open(
    bean,
    opening({ input: { title: '水塔' } }),
  );
const roll = rollOf(100);
const told = { title: '水塔', text: '要不要修' };

/** Up to the opening of the box. */
const announced = (procedure: Procedure): Story =>
  begin(procedure).with(pollOf(roll)).when(chair, 'freeze-roll');

describe('a vote', () => {
  it('asks nobody before somebody is on the roll', () => {
    begin(simple)
      .with(pollOf(rollOf(0)))
      .when(chair, 'freeze-roll')
      .refused('nobody-on-roll');
  });

  it('is announced only when the roll stood open to objections, and each was decided', () => {
    const frozen = announced(simple).brings('roll-frozen');
    frozen.when(chair, 'announce', told).refused('roll-not-ready');
    frozen
      .later(6 * days)
      .when(chair, 'announce', told)
      // Whoever runs the vote found it again when nobody could object any more.
      .brings('clock-passed', 'vote-announced');
    const objected = frozen
      .when(bean, 'object-to-roll', { text: '漏了我' })
      .brings('roll-objected')
      .later(6 * days);
    objected.when(bean, 'object-to-roll', { text: '也漏了他' }).refused('window-closed');
    objected.when(chair, 'announce', told).refused('roll-not-ready');
    objected
      .when(chair, 'decide-objection', { n: 1, upheld: true, text: '确实漏了' })
      .when(chair, 'correct-roll', { change: 'added', no: 101, reason: '补上' })
      .brings('roll-corrected')
      .when(chair, 'announce', told)
      .brings('vote-announced')
      .when(chair, 'correct-roll', { change: 'added', no: 102, reason: '再补' })
      .refused('roll-is-frozen');
  });

  it('opens no sooner than the roll has been published for its whole time', () => {
    const ready = announced(simple)
      .later(6 * days)
      .when(chair, 'announce', told);
    const { stage } = ready.matter;
    const opens = stage.status === 'open' ? (stage.visit.clocks['opens']?.dueAt ?? 0) : 0;
    expect(opens - morning).toBeGreaterThanOrEqual(20 * days);
  });

  const open = announced(simple)
    .later(6 * days)
    .when(chair, 'announce', told);
  const closed = open.later(40 * days).tick();
  it('is counted when the box is closed, or everybody has voted', () => {
    open.when(chair, 'count').refused('vote-still-open');
    open
      .with(pollOf(roll, ballotsOf({ for: 60, against: 40 })))
      .when(chair, 'count')
      .reaches('end:adopted');
    closed
      .with(pollOf(roll, ballotsOf({ for: 26, against: 25 })))
      .when(chair, 'count')
      .reaches('end:adopted');
  });
  it('fails with half of them, or half of the votes: 过半数 is more than half', () => {
    closed
      .with(pollOf(roll, ballotsOf({ for: 50 })))
      .when(chair, 'count')
      .reaches('end:dropped');
    closed
      .with(pollOf(roll, ballotsOf({ for: 30, against: 25, abstain: 5 })))
      .when(chair, 'count')
      .reaches('end:dropped');
    closed
      .with(pollOf(roll, ballotsOf({ for: 31, against: 25, abstain: 4 })))
      .when(chair, 'count')
      .reaches('end:adopted');
  });
  it('counts who said nothing only where the owners’ own rules say so, with the majority', () => {
    const owners = (silent: string): Story => {
      const procedure = load(`
  ask: { title: 表决, kind: vote, roll: plots, ballot: named, question: { kind: approve }, channels: [paper], attends: { at-least: 1/2, of: total-heads }, passes: { over: 1/2, of: total-heads }, ${silent} ${common}, then: { passed: yes, failed: no } }`);
      const told = announced(procedure)
        .when(chair, 'announce', { title: '水塔', text: '要不要修' })
        .later(40 * days)
        .tick();
      const ballots = ballotsOf({ for: 30, against: 20 });
      return told.with(pollOf(roll, ballots, { silent: { heads: 25, area: 0 } })).when(chair, 'count');
    };
    owners('').reaches('end:dropped');
    owners("silent: { counts-with: majority, because: '规约第 9 条' },").reaches('end:adopted');
  });
  it('waits while two people read a paper differently', () => {
    closed
      .with(pollOf(roll, ballotsOf({ for: 90 }), { differences: 1 }))
      .when(chair, 'count')
      .refused('differences-open');
  });
});

describe('an election', () => {
  const named = (story: Story, ...names: readonly string[]): Story =>
    names.reduce((next, name) => next.when(chair, 'nominate', { name, nominatedBy: 'organiser' }), story);
  const frozen = announced(election);
  it('has more candidates than seats, named by those who may', () => {
    named(frozen, '甲', '乙', '丙').when(chair, 'announce', told).refused('too-few-candidates');
    frozen
      .when(chair, 'nominate', { name: '甲', nominatedBy: 'voters', nominators: 9 })
      .refused('too-few-nominators');
    frozen.when(chair, 'nominate', { name: '甲', nominatedBy: 'voters', nominators: 10 }).brings('nominated');
    // Once people know who stands, nobody joins them.
    named(frozen, '甲', '乙', '丙', '丁')
      .when(chair, 'announce', told)
      .when(chair, 'nominate', { name: '戊', nominatedBy: 'organiser' })
      .refused('window-closed');
  });

  const closed = named(frozen, '甲', '乙', '丙', '丁', '戊')
    .when(chair, 'announce', told)
    .later(40 * days)
    .tick();
  it('elects who has more than half of those who voted, and the rest run off', () => {
    const ballots = ballotsOf({ 'c1+c2': 40, 'c1+c3': 20, 'c4+c5': 20, c3: 1 });
    const again = closed.with(pollOf(roll, ballots)).when(chair, 'count').reaches('again');
    const [first] = again.matter.resolutions;
    expect(first?.elected.map(({ title }) => title)).toEqual(['甲']);
    // 乙 40 of 81 is less than half; two seats are left, so three stand, and who ties with the third.
    expect(first?.runOff.map(({ title }) => title)).toEqual(['乙', '丙', '丁', '戊']);
    const second = again
      .when(chair, 'freeze-roll')
      .when(chair, 'announce', told)
      .later(40 * days)
      .tick();
    const runOff = ballotsOf({ 'c2+c3': 30, 'c2+c4': 20, c5: 10 });
    const done = second.with(pollOf(roll, runOff)).when(chair, 'count').reaches('end:adopted');
    expect(done.matter.resolutions[1]?.elected.map(({ title }) => title)).toEqual(['乙', '丙']);
    // Two seats are left: a ballot that names three as in the first round is void.
    const tooMany = ballotsOf({ 'c2+c3+c4': 30, 'c2+c4': 20, c5: 10 });
    const voided = second.with(pollOf(roll, tooMany)).when(chair, 'count');
    expect(voided.fresh[0]?.data['tally']).toMatchObject({ invalid: { heads: 30 } });
  });
  it('holds back a secret count that would tell how somebody voted', () => {
    const few = rollOf(5);
    const tiny = closed.with(pollOf(few, ballotsOf({ 'c1+c2+c3': 4 }))).when(chair, 'count');
    const [event] = tiny.fresh;
    expect(event?.data['held']).toBe(true);
    expect(JSON.stringify(event?.data)).not.toContain('tally');
  });
});
