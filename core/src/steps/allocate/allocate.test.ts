import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sightOf } from '../../access/access.ts';
import { unwrap } from '../../basics/result.ts';
import { loadProcedure } from '../../checker/load.ts';
import { loadRolls } from '../../checker/load-rolls.ts';
import { evolveAll } from '../../engine/evolve.ts';
import { childWaits, parentDecided } from '../../engine/family.ts';
import type { Matter, Procedure } from '../../engine/types.ts';
import { effectsOf } from '../../projections/effects.ts';
import { affairs, charter, forms, grades, organs, people } from '../../testing/allotment-club/club.ts';
import { opening } from '../../testing/allotment-club/tales.ts';
import { pollOf, rollOf } from '../../testing/polls.ts';
import { days, morning, Story, systemActor } from '../../testing/story.ts';
import type { Ballot } from '../../voting/types.ts';

const rolls = unwrap(
  loadRolls(
    parse('rolls: { gardeners: { title: 园友, from: residents, age: 18, counts-as: [adults] } }'),
    'rolls.yaml',
  ),
);
const load = (text: string): Procedure =>
  unwrap(loadProcedure(parse(text), { file: 'round.yaml', forms, rolls, grades }));
const roundText = (allocation: string, more = ''): string => `
procedure: round
title: 一轮
opens: { by: chair, form: [{ name: budget, title: 钱, type: number }] }
steps:
  collect: { title: 提, kind: gather, by: chair, opens: idea, proposed-by: resident, at-least: 1, form: [{ name: title, title: 名称, type: text, sealed: false }], limit: { days: 30 }, then: { gathered: choose } }
  choose: { title: 选, kind: allocate, by: chair, from: collect, budget: budget, roll: gardeners, ballot: named, channels: [online], notice: { days: 1 }, open-for: { days: 5 }, counted-within: { days: 2 }, limit: { days: 9 }, ${more} allocation: ${allocation}, then: { allocated: deliver, none: nothing } }
  deliver: { title: 做, kind: gather, by: chair, from: collect, at-least: 1, limit: { days: 90 }, then: { gathered: done } }
  done: { kind: end, outcome: done }
  nothing: { kind: end, outcome: nothing }
`;
const approval = '{ rule: greedy-cost, ballot: { kind: approval, projects: { least: 1, most: 2 } } }';

const { bean, chair } = people;
const round = (allocation = approval, more = ''): Story =>
  new Story(
    {
      definition: { charter, procedure: load(roundText(allocation, more)) },
      organs,
      affairs,
      opening: { budget: 100 },
    },
    morning,
  ).open(chair, opening({ input: { budget: 100 } }));

/** Costs of the ideas that residents propose, each checked and waiting. */
function proposed(costs: readonly number[], story = round()): Story {
  return costs.reduce((told, cost, i) => {
    const next = told.when(bean, 'propose', { title: `主意 ${i + 1}` }).brings('children-opened');
    const child = next.matter.children.at(-1)?.id ?? '';
    return next.childWaits(child, {
      title: `主意 ${i + 1}`,
      cost,
      category: i % 2 === 0 ? 'works' : 'goods',
    });
  }, story);
}
const roll = rollOf(10);
const announced = (costs: readonly number[], story = round()): Story =>
  proposed(costs, story)
    .when(chair, 'finish', { text: '好' })
    .reaches('choose')
    .with(pollOf(roll))
    .when(chair, 'freeze-roll')
    .when(chair, 'announce', { title: '选', text: '选两个' })
    .brings('vote-announced');
const ballots = (...said: readonly (readonly string[])[]): readonly Ballot[] =>
  said.map((choice, i) => ({ code: `code-${i}`, choice, weight: { heads: 1, area: 0 } }));
const counted = (story: Story, cast: readonly Ballot[]): Story =>
  story
    .later(10 * days)
    .tick()
    .with(pollOf(roll, cast))
    .when(chair, 'count');

describe('proposing', () => {
  it('is open to whoever the procedure names, and hands the answers to the child alone', () => {
    const told = round().when(bean, 'propose', { title: '修门' }).brings('children-opened');
    const [draft] = told.fresh;
    expect(JSON.stringify(draft?.data)).not.toContain('修门');
    expect(effectsOf(told.matter, told.fresh)).toMatchObject([
      { effect: 'open-child', procedure: 'idea', organ: undefined, input: { title: '修门' } },
    ]);
    told.when(bean, 'open-child', {}).refused('no-such-action');
  });

  it('is over only when each proposal has ended or waits to be chosen', () => {
    const one = round().when(bean, 'propose', { title: '修门' });
    one.when(chair, 'finish', { text: '好' }).refused('waiting-for-others');
    const [child] = one.matter.children;
    one
      .childEnds(child?.id ?? '', 'not-listed')
      .when(chair, 'finish', { text: '好' })
      .reaches('choose');
    const waits = one.childWaits(child?.id ?? '', { title: '修门', cost: 5 });
    waits.when(chair, 'finish', { text: '好' }).reaches('choose');
    expect(
      childWaits(
        waits.world.definition,
        waits.matter,
        { id: (child?.id ?? '') as Matter['id'], about: {} },
        waits.facts(systemActor),
      ),
    ).toEqual([]);
  });
});

describe('an allocation', () => {
  it('has on its ballot what waits and has a cost, in the order of the proposals', () => {
    const [event] = announced([60, 0, 30]).fresh;
    expect(event?.data).toMatchObject({
      budget: 100,
      options: [
        { id: 'p1', title: '主意 1', cost: 60, category: 'works' },
        { id: 'p3', title: '主意 3', cost: 30, category: 'works' },
      ],
    });
    proposed([0])
      .when(chair, 'finish', { text: '好' })
      .with(pollOf(roll))
      .when(chair, 'freeze-roll')
      .when(chair, 'announce', { title: '选', text: '选' })
      .refused('nothing-to-choose');
  });

  it('chooses by the rule, tells each child, and gives the reason of each', () => {
    const told = counted(
      announced([60, 50, 30]),
      ballots(['p1', 'p2'], ['p1'], ['p2', 'p3'], ['p1', 'p3'], ['p2', 'p2'], ['p9']),
    ).reaches('deliver');
    const event = told.fresh.find(({ type }) => type === 'allocated');
    expect(event?.data).toMatchObject({
      outcome: 'allocated',
      budget: 100,
      spent: 90,
      selected: ['p1', 'p3'],
      ballots: 6,
      invalid: 2,
      explain: [
        { id: 'p1', kind: 'points', points: '3' },
        { id: 'p2', kind: 'budget-lacks', have: '40', points: '2' },
        { id: 'p3', kind: 'points', points: '2' },
      ],
    });
    const ids = told.matter.children.map(({ id }) => id);
    const effects = effectsOf(told.matter, told.fresh);
    expect(effects).toEqual([
      { effect: 'tell-child', child: ids[0], outcome: 'chosen' },
      { effect: 'tell-child', child: ids[1], outcome: 'passed-over' },
      { effect: 'tell-child', child: ids[2], outcome: 'chosen' },
    ]);
    told.when(chair, 'finish', { text: '好' }).refused('waiting-for-others');
    const ended = ids.reduce((next, id) => next.childEnds(id, 'over'), told);
    ended.when(chair, 'finish', { text: '好' }).reaches('end:done');
  });

  it('counts points and ranks as the ballots encode them', () => {
    const points = round('{ rule: greedy-cost, ballot: { kind: scoring, points: { most: 5 } } }');
    const byPoints = counted(announced([60, 60], points), ballots(['p1:1'], ['p1:1', 'p2:5'], ['p2:6']));
    expect(byPoints.fresh[0]?.data).toMatchObject({ selected: ['p2'], invalid: 1 });
    const ranked = round('{ rule: greedy-cost, ballot: { kind: ranked } }');
    const byRank = counted(announced([60, 60], ranked), ballots(['p2', 'p1'], ['p2', 'p1'], ['p1', 'p2']));
    expect(byRank.fresh[0]?.data).toMatchObject({ selected: ['p2'] });
  });

  it('takes points only as they are written: whole, once, behind one colon', () => {
    const points = round('{ rule: greedy-cost, ballot: { kind: scoring, points: { most: 5 } } }');
    const told = counted(
      announced([60, 60], points),
      ballots(['p1:1'], ['p2:1e0'], ['p2:1:4'], ['p2:'], ['p2'], ['p2:1', 'p2:1']),
    );
    expect(told.fresh[0]?.data).toMatchObject({ selected: ['p1'], ballots: 6, invalid: 5 });
  });

  it('has nothing on its ballot that was not listed, and is not announced with conditions that nothing can keep', () => {
    const told = proposed([60, 30]);
    const [first] = told.matter.children;
    const frozen = told
      .childEnds(first?.id ?? '', 'not-listed')
      .when(chair, 'finish', { text: '好' })
      .with(pollOf(roll))
      .when(chair, 'freeze-roll');
    const [event] = frozen.when(chair, 'announce', { title: '选', text: '选' }).fresh;
    expect(event?.data['options']).toMatchObject([{ id: 'p1', title: '主意 2' }]);
    const clash =
      '{ rule: greedy-cost, ballot: { kind: approval }, conditions: { areas: { 东: { least: 60% }, 西: { least: 60% } } } }';
    const idea = (story: Story, area: string) => {
      const next = story.when(bean, 'propose', { title: area });
      return next.childWaits(next.matter.children.at(-1)?.id ?? '', { title: area, cost: 10, area });
    };
    idea(idea(round(clash), '东'), '西')
      .when(chair, 'finish', { text: '好' })
      .with(pollOf(roll))
      .when(chair, 'freeze-roll')
      .when(chair, 'announce', { title: '选', text: '选' })
      .refused('conditions-clash');
  });

  it('is counted once it was announced, by whom the step names alone', () => {
    const frozen = proposed([60])
      .when(chair, 'finish', { text: '好' })
      .with(pollOf(roll, ballots(['p1'])))
      .when(chair, 'freeze-roll');
    frozen
      .later(10 * days)
      .when(chair, 'count')
      .refused('no-such-action');
    announced([60])
      .later(10 * days)
      .tick()
      .with(pollOf(roll, ballots(['p1'])))
      .when(bean, 'count')
      .refused('not-yours');
  });

  it('of a secret vote tells no ballots that would tell whose they are', () => {
    const secret = new Story(
      {
        definition: {
          charter,
          procedure: load(roundText(approval).replace('ballot: named', 'ballot: secret')),
        },
        organs,
        affairs,
        opening: { budget: 100 },
      },
      morning,
    ).open(chair, opening({ input: { budget: 100 } }));
    const few = counted(announced([60, 30], secret), ballots(['p1'], ['p2'])).fresh[0]?.data;
    expect(few).toMatchObject({ held: true, selected: ['p1', 'p2'] });
    expect(few).not.toHaveProperty('explain');
    const more = ballots(['p1'], ['p2'], ['p1'], ['p2'], ['p1']);
    expect(counted(announced([60, 30], secret), more).fresh[0]?.data).toMatchObject({
      held: false,
      ballots: 5,
    });
  });

  it('keeps to its conditions; those for what nobody proposed say nothing', () => {
    const rule =
      '{ rule: greedy-cost, ballot: { kind: approval }, conditions: { categories: { works: { cap: 40 }, services: { most: 10% } } } }';
    const told = counted(announced([60, 30], round(rule)), ballots(['p1', 'p2'], ['p1']));
    expect(told.fresh[0]?.data).toMatchObject({
      selected: ['p2'],
      explain: [{ id: 'p1', kind: 'blocked', by: { condition: 'cap', most: '40' } }, { id: 'p2' }],
    });
  });

  it('chooses nothing where too few take part, and tells every child so', () => {
    const half = round(approval, 'attends: { over: 1/2, of: adults },');
    const told = counted(announced([60], half), ballots(['p1'], ['p1'], ['p1'], ['p1'], ['p1']));
    told.reaches('end:nothing');
    expect(told.fresh[0]?.data).toMatchObject({ outcome: 'none', enough: false, selected: [] });
    expect(effectsOf(told.matter, told.fresh)).toMatchObject([{ outcome: 'passed-over' }]);
  });

  it('whatever is cast: never beyond the budget, each child told once, the same in any order', () => {
    const costs = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 });
    const said = fc.array(fc.subarray(['p1', 'p2', 'p3', 'p4', 'p5', 'x']), { maxLength: 8 });
    fc.assert(
      fc.property(costs, said, fc.constantFrom('greedy-cost', 'mes-cost', 'mes-card'), (all, cast, rule) => {
        const story = announced(all, round(`{ rule: ${rule}, ballot: { kind: approval } }`));
        const data = counted(story, ballots(...cast)).fresh[0]?.data ?? {};
        expect(Number(data['spent'])).toBeLessThanOrEqual(100);
        const children = data['children'] as readonly { id: string; outcome: string }[];
        expect(children.map(({ id }) => id)).toEqual(story.matter.children.map(({ id }) => id));
        const chosen = children.filter(({ outcome }) => outcome === 'chosen').length;
        expect((data['selected'] as readonly string[]).length).toBe(chosen);
        const turned = counted(story, ballots(...cast).toReversed()).fresh[0]?.data ?? {};
        expect(turned).toEqual(data);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a child that waits', () => {
  const idea = load(`
procedure: idea
title: 主意
opens: { by: resident, form: [{ name: title, title: 名称, type: text, sealed: false }] }
steps:
  look: { title: 看, kind: check, by: chair, limit: { days: 2 }, form: [{ name: cost, title: 多少钱, type: number }], reasons: { private: 私人的, twice: 重复 }, then: { accepted: waiting, sent-back: dropped } }
  waiting: { title: 等, kind: wait, tells: [title, cost], then: { chosen: made, passed-over: dropped } }
  made: { kind: end, outcome: made }
  dropped: { kind: end, outcome: dropped }
`);
  const child = new Story({ definition: { charter, procedure: idea }, organs, affairs }, morning);
  const open = child.open(
    bean,
    opening({ parent: { matter: 'm' as Matter['id'] }, input: { title: '修门' } }),
  );

  it('does not begin without a parent', () => {
    child.open(bean, opening({ input: { title: '修门' } })).refused('cannot-open');
  });
  it('is not listed for a reason of the list, and tells its parent when it is', () => {
    open.when(chair, 'send-back', { reason: '不行' }).refused('field-required', 'because');
    open.when(chair, 'send-back', { because: 'private', reason: '自家的门' }).reaches('end:dropped');
    const waits = open.when(chair, 'accept', { cost: 60 }).reaches('waiting');
    expect(effectsOf(waits.matter, waits.fresh)).toEqual([
      { effect: 'wait-for-parent', parent: 'm', tells: ['title', 'cost'] },
    ]);
  });
  it('is read by whoever proposed it as their own; what was said to them, by nobody else without a seat', () => {
    const sightOn = (actor: typeof bean) =>
      sightOf(open.matter, { charter, procedure: idea }, open.facts(actor));
    expect([sightOn(bean), sightOn(people.pea)]).toEqual(['parties', 'public']);
    // What was called for is opened from a seat: without the seat nothing of it is one's own.
    const calledFor = { ...idea, opens: { ...idea.opens, by: { who: 'organ' as const, organ: 'crew' } } };
    expect(sightOf(open.matter, { charter, procedure: calledFor }, open.facts(bean))).toBe('public');
  });
  it('goes where its parent decides, once', () => {
    const waits = open.when(chair, 'accept', { cost: 60 });
    const facts = waits.facts(systemActor);
    const told = parentDecided(waits.world.definition, waits.matter, 'chosen', facts);
    const after = evolveAll(waits.matter, told);
    expect(after?.stage).toMatchObject({ status: 'ended', outcome: 'made' });
    expect(parentDecided(waits.world.definition, after as Matter, 'chosen', facts)).toEqual([]);
  });
});
