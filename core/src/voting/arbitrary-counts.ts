import fc from 'fast-check';
import { parse } from 'yaml';
import type { Json } from '../basics/json.ts';
import { unwrap } from '../basics/result.ts';
import { loadProcedure } from '../checker/load.ts';
import { loadRolls } from '../checker/load-rolls.ts';
import type { Draft, Procedure } from '../engine/types.ts';
import { placesIn } from '../record/arbitrary-record.ts';
import { affairs, charter, forms, grades, organs, people } from '../testing/allotment-club/club.ts';
import { opening } from '../testing/allotment-club/tales.ts';
import { ballotsOf, pollOf } from '../testing/polls.ts';
import { days, morning, Story } from '../testing/story.ts';
import { type Asked, ballotsFor, weights } from './arbitrary-polls.ts';
import { type BallotList, readBallotList } from './ballot-list.ts';
import { type Recount, recount } from './recount.ts';
import { type RollEntry, rollSum } from './roll.ts';
import { type Ballot, nothing, plus, type Sum } from './types.ts';

/*
 * For tests: everything that is published of votes and meetings of the allotment club, whatever was asked and said.
 */

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
const common =
  'by: chair, limit: { days: 30 }, open-for: { days: 5 }, counted-within: { days: 2 }, notice: { days: 10 }';
const half = '[{ over: 1/2, of: participating-area }, { over: 1/2, of: participating-heads }]';
const some = '[{ at-least: 1/3, of: total-area }, { at-least: 1/3, of: total-heads }]';
const steps = {
  owners: `ask: { title: 表决, kind: vote, roll: plots, ballot: named, question: { kind: approve }, channels: [paper], attends: ${some}, passes: ${half}, ${common}, then: { passed: yes, failed: no } }`,
  silent: `ask: { title: 表决, kind: vote, roll: plots, ballot: named, question: { kind: approve }, channels: [paper], attends: ${some}, passes: ${half}, silent: { counts-with: majority, because: '规约第 9 条' }, ${common}, then: { passed: yes, failed: no } }`,
  choose: `ask: { title: 选一个, kind: vote, roll: gardeners, ballot: secret, question: { kind: choose }, channels: [online], attends: { over: 1/5, of: adults }, passes: { over: 1/3, of: ballots-cast }, ${common}, then: { passed: yes, failed: no } }`,
  demand: `ask: { title: 联名, kind: vote, roll: gardeners, ballot: named, question: { kind: sign-on }, channels: [online], passes: { at-least: 1/10, of: adults }, ${common}, then: { passed: yes, failed: no } }`,
  election: `elect: { title: 选举, kind: vote, roll: gardeners, ballot: secret, question: { kind: elect, seats: 2, least: 2 }, channels: [online], attends: { over: 1/5, of: adults }, passes: { over: 1/2, of: ballots-cast }, ${common}, then: { elected: yes, run-off: again, failed: no } }
  again: { title: 另行选举, kind: vote, roll: gardeners, ballot: secret, question: { kind: elect, seats: 2, least: 2, run-off: true }, channels: [online], passes: { at-least: 1/3, of: ballots-cast }, ${common}, then: { elected: yes, run-off: { to: again, times: 1, after: no }, failed: no } }`,
  meeting: `sit: { title: 大会, kind: meet, by: chair, of: gardeners, limit: { days: 30 }, notice: { days: 3 }, minutes-within: { days: 7 }, confirmed-by: auditor, ballot: hands, attends: { over: 1/2, of: adults }, passes: { over: 1/2, of: attendees }, then: { passed: yes, failed: no } }`,
} as const;
type Name = keyof typeof steps;
const load = (name: Name): Procedure =>
  unwrap(
    loadProcedure(
      parse(`
procedure: ask
title: 问大家
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
  ${steps[name]}
  yes: { kind: end, outcome: adopted }
  no: { kind: end, outcome: dropped }
`),
      { file: 'ask.yaml', forms, rolls, grades },
    ),
  );
export const procedures = Object.fromEntries(
  Object.keys(steps).map((name) => [name, load(name as Name)]),
) as Readonly<Record<Name, Procedure>>;
const { bean, chair, auditor } = people;

/** What is published of a matter. */
export interface Published {
  readonly procedure: Procedure;
  readonly events: readonly Draft[];
  readonly lists: readonly BallotList[];
}
/** As somebody does who has nothing but the files. */
export function recountOf({ procedure, events, lists }: Published): Recount {
  const read = lists.map(readBallotList);
  const faults = read.flatMap((each) => (each.ok ? [] : [each.error]));
  const done = recount(
    procedure,
    events,
    read.flatMap((each) => (each.ok ? [each.value] : [])),
  );
  return { polls: done.polls, faults: [...faults, ...done.faults] };
}
export const codesOf = (published: Published): readonly string[] =>
  recountOf(published).faults.map(({ code }) => code);

const rollWith = (ballots: readonly Ballot[], silent: Sum, absent: number) => {
  const weighed = [...ballots.map(({ weight }) => weight), silent];
  const lines = [...weighed, ...Array.from({ length: absent }, () => ({ heads: 1, area: 3 }))];
  return rollSum(lines.map((weight, i): RollEntry => ({ id: `e${i}`, no: i + 1, weight, recused: false })));
};
const listOf = (story: Story, procedure: Procedure, step: string, n: number, ballots: readonly Ballot[]) => ({
  poll: { matter: story.matter.id, step, n },
  procedure,
  ballots: ballots.map(({ code, choice, weight }) => ({ code, choice, ...weight })),
});

export const begin = (procedure: Procedure): Story =>
  new Story({ definition: { charter, procedure }, organs, affairs }, morning).open(
    bean,
    opening({ input: { title: '水塔' } }),
  );
/** One round of a vote, from the roll to the count. */
export function round(
  story: Story,
  { ballots, silent = nothing, absent }: { ballots: readonly Ballot[]; silent?: Sum; absent: number },
): Story {
  const roll = rollWith(ballots, silent, absent);
  const taken = ballots.reduce((sum, { weight }) => plus(sum, weight), nothing);
  const frozen = story.with(pollOf(roll)).when(chair, 'freeze-roll');
  const named =
    story.at === 'elect'
      ? ['甲', '乙', '丙', '丁'].reduce(
          (next, name) => next.when(chair, 'nominate', { name, nominatedBy: 'organiser' }),
          frozen,
        )
      : frozen;
  const choices =
    story.matter.procedureVersion === procedures.choose.version ? { choices: '红\n黄\n蓝' } : {};
  return named
    .when(chair, 'announce', { title: '水塔', text: '要不要修', ...choices })
    .later(40 * days)
    .tick()
    .with(pollOf(roll, ballots, { taken, present: taken, silent }))
    .when(chair, 'count');
}

const asked: Readonly<Record<Exclude<Name, 'meeting'>, Asked>> = {
  owners: { question: { kind: 'approve' }, options: ['for', 'against', 'abstain'] },
  silent: { question: { kind: 'approve' }, options: ['for', 'against', 'abstain'] },
  choose: { question: { kind: 'choose' }, options: ['o1', 'o2', 'o3'] },
  demand: { question: { kind: 'sign-on' }, options: ['for'] },
  election: {
    question: { kind: 'elect', seats: 2, least: 2, runOff: false },
    options: ['c1', 'c2', 'c3', 'c4'],
  },
};
const recoded = (ballots: readonly Ballot[], round: number): readonly Ballot[] =>
  ballots.map((ballot) => ({ ...ballot, code: `${round}${ballot.code}` }));

export const votes: fc.Arbitrary<Published> = fc
  .constantFrom(...(Object.keys(asked) as (keyof typeof asked)[]))
  .chain((name) =>
    fc.record({
      name: fc.constant(name),
      ballots: ballotsFor(asked[name], 20),
      again: ballotsFor(asked[name], 20),
      silent: name === 'silent' ? weights : fc.constant(nothing),
      absent: fc.integer({ min: 1, max: 20 }),
    }),
  )
  .map(({ name, ballots, again, silent, absent }) => {
    const procedure = procedures[name];
    const first = recoded(ballots, 1);
    const step = name === 'election' ? 'elect' : 'ask';
    const counted = round(begin(procedure), { ballots: first, silent, absent });
    const lists = [listOf(counted, procedure, step, 1, first)];
    if (counted.at !== 'again') return { procedure, events: counted.events, lists };
    const second = recoded(again, 2);
    const end = round(counted, { ballots: second, absent });
    return { procedure, events: end.events, lists: [...lists, listOf(end, procedure, 'again', 1, second)] };
  });
export const meetings: fc.Arbitrary<Published> = fc
  .record({ present: fc.integer({ min: 7, max: 12 }), yes: fc.nat({ max: 7 }) })
  .map(({ present, yes }) => {
    const procedure = procedures.meeting;
    const roll = rollWith(ballotsOf({ for: 11 }, 1), { heads: 1, area: 1 }, 0);
    const sat = begin(procedure)
      .with(pollOf(roll))
      .when(chair, 'convene', { starts: '2026-03-14T19:30', place: '棚屋', text: '修水塔' })
      .later(5 * days)
      .tick()
      .with(pollOf(roll, [], { present: { heads: present, area: present } }))
      .when(chair, 'begin')
      .when(chair, 'resolve', { for: yes, against: present - yes, abstain: 0, counters: '甲、乙' })
      .when(chair, 'write-minutes', { text: '记录' })
      .when(auditor, 'confirm-minutes', { right: true });
    return { procedure, events: sat.events, lists: [] };
  });

/** What only who keeps the roll can check, times and forms that are for the engine, and what is checked member by member. */
const unseen = new Set(['entries', 'recused', 'opensAt', 'closesAt', 'startsAt', 'at', 'roll', 'clocks']);
const written = new Set(['starts', 'nominatedBy', 'nominators', 'n']);
const shown = ['roll-frozen', 'nominated', 'vote-announced', 'vote-counted', 'meeting-begun', 'resolved'];
/** Every figure and word of what is published that the count is made from, or says. */
export function partsOf({
  procedure,
  events,
  lists,
}: Published): readonly ReturnType<typeof placesIn>[number][] {
  const told = events
    .filter(({ type }) => shown.includes(type))
    .flatMap(({ type, data }) => {
      const { clocks, roll } = data;
      // What is chosen among is written there, and nowhere else.
      const isWritten = type === 'vote-announced' && procedure.version === procedures.choose.version;
      return placesIn(data).filter(
        ({ holder, key }) =>
          holder !== clocks && !(holder === roll && key === 'digest') && !(isWritten && key === 'title'),
      );
    });
  const listed = lists.flatMap(({ ballots }) => placesIn(ballots as unknown as Json));
  return [...told, ...listed].filter(({ key }) => !unseen.has(key) && !written.has(key));
}

/** Of a count that is held back nothing is published that could be compared. */
export const isTold = ({ events }: Published): boolean => events.every(({ data }) => data['held'] !== true);
