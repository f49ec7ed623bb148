import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../../basics/result.ts';
import { checkOffices } from '../../checker/check-offices.ts';
import { loadProcedure } from '../../checker/load.ts';
import { loadRolls } from '../../checker/load-rolls.ts';
import type { Procedure } from '../../engine/types.ts';
import { affairs, charter, forms, grades, organs, people } from '../../testing/allotment-club/club.ts';
import { opening } from '../../testing/allotment-club/tales.ts';
import { ballotsOf, pollOf, rollOf } from '../../testing/polls.ts';
import { days, morning, Story } from '../../testing/story.ts';

const rolls = unwrap(
  loadRolls(
    parse('rolls: { gardeners: { title: 园友, from: residents, age: 18, counts-as: [adults] } }'),
    'rolls.yaml',
  ),
);
const load = (steps: string): Procedure =>
  unwrap(
    loadProcedure(
      parse(`
procedure: elect
title: 选管水员
opens: { by: resident, form: [{ name: title, title: 题, type: text }] }
steps:
${steps}
  yes: { kind: end, outcome: adopted }
  no: { kind: end, outcome: dropped }
`),
      { file: 'elect.yaml', forms, rolls, grades },
    ),
  );
const vote = `
  elect: { title: 选举, kind: vote, by: chair, roll: gardeners, ballot: secret, question: { kind: elect, seats: 1, least: 1 }, channels: [online], passes: { over: 1/2, of: ballots-cast }, limit: { days: 30 }, open-for: { days: 5 }, counted-within: { days: 2 }, notice: { days: 10 }, then: { elected: seat, run-off: no, failed: no } }`;
const seating = (own: string): Procedure =>
  load(`${vote}
  seat: { title: 上岗, kind: office, by: chair, ${own}, limit: { days: 10 }, then: { done: yes } }`);
const { bean, chair } = people;
const begin = (procedure: Procedure, around = organs): Story =>
  new Story({ definition: { charter, procedure }, organs: around, affairs }, morning).open(
    bean,
    opening({ input: { title: '水塔' } }),
  );

describe('taking office', () => {
  const procedure = seating('gives: chair, in: committee, term: { years: 2 }');
  const electedIn = (around = organs, to = procedure): Story =>
    ['甲', '乙']
      .reduce(
        (story, name) => story.when(chair, 'nominate', { name, nominatedBy: 'organiser' }),
        begin(to, around)
          .with(pollOf(rollOf(100)))
          .when(chair, 'freeze-roll'),
      )
      .when(chair, 'announce', { title: '选举', text: '选一个' })
      .later(40 * days)
      .tick()
      .with(pollOf(rollOf(100), ballotsOf({ c1: 60, c2: 30 })))
      .when(chair, 'count')
      .reaches('seat');
  const elected = electedIn();

  it('names the post, the organ, the term and whoever was elected, and nothing else of them', () => {
    const [event] = elected.when(chair, 'take-office', { text: '交好了' }).reaches('end:adopted').fresh;
    expect(event).toMatchObject({
      type: 'offices-taken',
      data: { post: 'chair', organ: 'committee', people: [{ id: 'c1', title: '甲' }], beside: false },
    });
    const { from = '', until = '' } = (event?.data ?? {}) as { from?: string; until?: string };
    // The last day of a term of two years is the day before the same day two years on.
    const next = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
    expect(next.slice(4)).toBe(from.slice(4));
    expect(Number(next.slice(0, 4)) - Number(from.slice(0, 4))).toBe(2);
  });

  it('is not offered where an office ends, nor the other way', () => {
    elected.when(chair, 'end-office', { name: '甲', text: '罢免' }).refused('no-such-action');
    const leaving = load(
      `${vote}\n  seat: { title: 离岗, kind: office, by: chair, ends: chair, in: committee, limit: { days: 10 }, then: { done: yes } }`,
    );
    electedIn(organs, leaving).when(chair, 'take-office', { text: '交好了' }).refused('no-such-action');
  });

  it('is in the organ that serves the smallest place around, and nowhere where there is none', () => {
    const crew = seating('gives: chair, in: water-crew, term: { years: 2 }');
    const [usual] = organs.filter(({ id }) => id === 'water-crew');
    if (usual === undefined) throw new Error('no crew');
    const smaller = {
      ...usual,
      id: 'field-crew' as typeof usual.id,
      area: 'south-field' as typeof usual.area,
    };
    for (const around of [
      [...organs, smaller],
      [smaller, ...organs],
    ]) {
      const [taken] = electedIn(around, crew).when(chair, 'take-office', { text: '交好了' }).fresh;
      expect(taken?.data['organ']).toBe('field-crew');
    }
    electedIn(
      organs.filter(({ id }) => id !== 'water-crew'),
      crew,
    )
      .when(chair, 'take-office', { text: '交好了' })
      .refused('unknown-organ');
  });

  it('is for the elected alone, in an organ around the place', () => {
    const step = (organ: string) =>
      load(
        `  seat: { title: 上岗, kind: office, by: chair, gives: chair, in: ${organ}, term: { years: 2 }, limit: { days: 10 }, then: { done: yes } }`,
      );
    begin(step('committee')).when(chair, 'take-office', { text: '交好了' }).refused('nobody-elected');
    const away = load(
      '  seat: { title: 离岗, kind: office, by: chair, ends: chair, in: water-crew, limit: { days: 10 }, then: { done: yes } }',
    );
    // The only crew left is that of another garden.
    const left = organs.filter(({ id }) => id !== 'water-crew');
    new Story({ definition: { charter, procedure: away }, organs: left, affairs }, morning)
      .open(bean, opening({ input: { title: '水塔' } }))
      .when(chair, 'end-office', { name: '甲', text: '罢免' })
      .refused('unknown-organ');
  });

  it('finds its organ around the place, or nobody takes office', () => {
    const nowhere = seating('gives: chair, in: nowhere, term: { years: 2 }');
    expect(checkOffices(nowhere, charter).map(({ path }) => path)).toEqual(['steps.seat.in']);
  });
});

describe('the checker of offices', () => {
  it.each([
    ['neither given nor ended', 'in: committee', 'steps.seat'],
    ['an unknown post', 'gives: gnome, in: committee, term: { years: 2 }', 'steps.seat.gives'],
    ['no term', 'gives: chair, in: committee', 'steps.seat.term'],
    ['a term for an end', 'ends: chair, in: committee, term: { years: 2 }', 'steps.seat.term'],
  ])('refuses %s', (_, own, path) => {
    expect(checkOffices(seating(own), charter).map((fault) => fault.path)).toEqual([path]);
  });

  it('wants an election before anybody takes office', () => {
    const unelected = load(
      '  seat: { title: 上岗, kind: office, by: chair, gives: chair, in: committee, term: { years: 2 }, limit: { days: 10 }, then: { done: yes } }',
    );
    expect(checkOffices(unelected, charter).map(({ path }) => path)).toEqual(['steps.seat.gives']);
  });

  it('lets an office end, and be taken for a term by the elected', () => {
    for (const own of ['ends: chair, in: committee', 'gives: chair, in: committee, term: { years: 2 }'])
      expect(checkOffices(seating(own), charter)).toEqual([]);
  });
});
