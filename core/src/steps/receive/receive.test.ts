import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JsonObject } from '../../basics/json.ts';
import { unwrap } from '../../basics/result.ts';
import { checkProcedure } from '../../checker/check.ts';
import { loadProcedure } from '../../checker/load.ts';
import { problemsText } from '../../checker/problem.ts';
import type { Affairs, Definition, Procedure } from '../../engine/types.ts';
import { stopsOf } from '../../projections/stations.ts';
import { charter, club, forms, grades, organs, people } from '../../testing/allotment-club/club.ts';
import { clubContext } from '../../testing/allotment-club/law.ts';
import { opening } from '../../testing/allotment-club/tales.ts';
import { days, hours, morning, Story } from '../../testing/story.ts';

/** Borrowing the ladder: the hut takes in what the garden's catalogue asks for, or the committee comes by. */
const text = `
procedure: ladder
title: 借梯子
publicity: parties
timely: { step: fetch, title: 按时借出 }
opens:
  by: resident
  about: service-items
  form:
    - { name: way, title: 怎么借, type: choice, choices: { window: 来拿, home: 送来 } }
    - { name: asker, title: 谁借, type: choice, choices: { self: 自己, family: 家里人 } }
first: { by: way, cases: { window: at-hut, home: by-plot } }
steps:
  at-hut: { title: 收押金, kind: receive, by: { post: warden, in: community }, limit: { hours: 8 }, supplement: { hours: 48 }, late: [tell-chair], then: { complete: choose, lapsed: forgotten, withdrawn: forgotten } }
  by-plot: { title: 上门收, kind: receive, by: { post: steward, in: street }, limit: { hours: 8 }, supplement: { hours: 48 }, late: [tell-chair], then: { complete: choose, lapsed: forgotten, handed-back: at-hut, withdrawn: forgotten } }
  choose: { title: 派给, kind: assign, by: steward, limit: { hours: 8 }, late: [tell-chair], then: { assigned: fetch, withdrawn: forgotten } }
  fetch: { title: 取梯子, kind: work, by: assignee, limit: { by: affair }, results: { lent: 借到, none: 没有了 }, late: [tell-chair], then: { done: lent, withdrawn: forgotten } }
  lent: { kind: end, outcome: lent }
  forgotten: { kind: end, outcome: forgotten }
always: { withdraw: opener }
`;
const load = (source: string): Procedure =>
  unwrap(loadProcedure(parse(source), { file: 'ladder.yaml', forms, rolls: {}, grades }));
const garden = { ...charter, serviceItems: 'hut', procedures: [...charter.procedures, 'ladder'] };
const definition: Definition = { charter: garden, procedure: load(text) };

const asks = ['deposit', 'card'];
const sometimes = ['letter', 'harness'];
const affairs: Affairs = {
  'event/tap': {
    id: 'event/tap',
    class: '园务',
    group: 'event/water',
    handler: 'water-crew',
    title: '水龙头',
  },
  'item/ladder': {
    id: 'item/ladder',
    class: '园务',
    group: 'item/tools',
    handler: 'path-crew',
    title: '借梯子',
    limit: { hours: 5 },
    service: {
      catalogue: 'hut',
      materials: [
        ...asks.map((id) => ({ id, title: id })),
        ...sometimes.map((id) => ({ id, title: id, when: '有这种情形的' })),
      ],
      admits: { way: ['window', 'home'], asker: ['self'] },
    },
  },
};
const { bean, warden, steward, paver } = people;
const ask = (input: JsonObject = { way: 'window', asker: 'self' }, affair = 'item/ladder'): Story =>
  new Story({ definition, organs, affairs }, morning).open(bean, opening({ affair, input }));
function listed(story: Story, name: string): readonly string[] {
  const list = story.events.findLast(({ type }) => type === 'told-lacking')?.data[name];
  return ((list ?? []) as unknown as readonly { readonly id: string }[]).map(({ id }) => id);
}
const limitOf = (story: Story): number | undefined =>
  story.matter.stage.status === 'open' ? story.matter.stage.visit.clocks['limit']?.dueAt : undefined;

describe('taking in', () => {
  it('begins where the choice says, and the line shows that way alone', () => {
    expect(ask().at).toBe('at-hut');
    const home = ask({ way: 'home', asker: 'self' });
    expect(home.at).toBe('by-plot');
    expect(stopsOf(definition, home.matter, { organs }).map(({ id }) => id)).toEqual([
      'by-plot',
      'choose',
      'fetch',
      'lent',
    ]);
    expect(home.when(steward, 'hand-back', { reason: '人不在' }).at).toBe('at-hut');
    ask().when(warden, 'hand-back', { reason: '不想收' }).refused('no-such-action');
  });

  it('where nobody serves the place for what was chosen, begins with what is written first', () => {
    const near = opening({ affair: 'item/ladder', input: { way: 'home', asker: 'self' } });
    const unplaced = { ...near, placePath: near.placePath.filter(({ id }) => id !== 'garden') };
    expect(new Story({ definition, organs, affairs }, morning).open(bean, unplaced).at).toBe('at-hut');
  });

  it('is only of items of the charter’s own catalogue, by whom and in the way that they admit', () => {
    ask({ way: 'window', asker: 'family' }).refused('not-offered', 'asker');
    ask({ way: 'window', asker: 'self' }, 'event/tap').refused('field-invalid', 'affair');
    const elsewhere = { definition: { ...definition, charter: { ...garden, serviceItems: 'other' } } };
    new Story({ ...elsewhere, organs, affairs }, morning)
      .open(bean, opening({ affair: 'item/ladder', input: { way: 'window', asker: 'self' } }))
      .refused('field-invalid', 'affair');
    const repair = new Story({ definition: club('repair'), organs, affairs }, morning);
    repair.open(bean, opening({ affair: 'item/ladder' })).refused('field-invalid', 'affair');
    repair
      .open(bean, opening())
      .when(steward, 'assign', { organ: 'path-crew', affair: 'item/ladder' })
      .refused('field-invalid', 'affair');
  });

  it('with everything at once goes on; what was taken is named, and the item’s own limit runs', () => {
    const taken = ask().when(warden, 'take-in', { brought: [...asks, 'letter'] });
    taken.brings('taken-in', 'step-left', 'step-entered');
    expect(taken.fresh[0]?.data['materials']).toEqual([...asks, 'letter'].map((id) => ({ id, title: id })));
    const given = taken.when(steward, 'assign', { organ: 'path-crew' });
    const other = { organ: 'path-crew', affair: 'event/path' };
    taken.when(steward, 'assign', other).refused('field-unknown', 'affair');
    expect(limitOf(given)).toBe(given.now + 5 * hours);
    expect(given.when(paver, 'done', { result: 'lent' }).at).toBe('end:lent');
    given.when(paver, 'done', {}).refused('field-required', 'result');
    // What was promised stays promised, whatever the catalogue says afterwards.
    const later = { ...given.world, affairs: { 'event/tap': affairs['event/tap'] } as Affairs };
    expect(new Story(later, given.now, given.events).matter.affair?.limit).toEqual({ hours: 5 });
  });

  it('lacking something tells all of it, gives time once, and ends when the time is over', () => {
    const told = ask().when(warden, 'take-in', { brought: ['card'], needed: ['harness'] });
    told.brings('told-lacking');
    expect([listed(told, 'lacking'), listed(told, 'brought')]).toEqual([['deposit', 'harness'], ['card']]);
    expect(limitOf(told)).toBe(morning + 48 * hours);
    const again = told.later(3 * hours).when(warden, 'take-in', { brought: ['deposit'] });
    expect(listed(again, 'lacking')).toEqual(['harness']);
    expect(limitOf(again)).toBe(morning + 48 * hours);
    again.when(warden, 'take-in', { brought: ['harness', 'letter'] }).refused('field-invalid', 'brought');
    again.when(warden, 'take-in', { needed: ['letter'] }).refused('field-unknown', 'needed');
    expect(again.when(warden, 'take-in', { brought: ['harness'] }).at).toBe('choose');
    expect(again.later(2 * days).tick().at).toBe('end:forgotten');
    expect(again.later(2 * days).tick().matter.lateMarks).toEqual([]);
  });

  it('not looked at in time is the window’s lateness, and ends nothing', () => {
    const late = ask()
      .later(9 * hours)
      .tick();
    expect(late.at).toBe('at-hut');
    expect(late.matter.lateMarks).toHaveLength(1);
  });

  it('a thing is not both there and lacking', () => {
    const both = { brought: [...asks, 'letter'], needed: ['letter'] };
    ask().when(warden, 'take-in', both).refused('field-invalid', 'needed');
  });

  it('whatever is ticked, the list only shrinks, and all on it suffices', () => {
    let cameBack = 0;
    const some = fc.subarray([...asks, ...sometimes]);
    fc.assert(
      fc.property(some, some, fc.array(some, { maxLength: 4 }), (brought, named, visits) => {
        const needed = named.filter((id) => sometimes.includes(id) && !brought.includes(id));
        let story = ask().when(warden, 'take-in', { brought, needed });
        expect(story.refusal).toBeUndefined();
        if (story.at !== 'at-hut') return;
        let list = listed(story, 'lacking');
        expect(list).toEqual([...asks.filter((id) => !brought.includes(id)), ...needed]);
        for (const visit of visits) {
          story = story.when(warden, 'take-in', { brought: visit.filter((id) => list.includes(id)) });
          if (story.at !== 'at-hut') return;
          const next = listed(story, 'lacking');
          expect(list).toEqual(expect.arrayContaining([...next]));
          if (next.length < list.length) cameBack += 1;
          list = next;
        }
        expect(story.when(warden, 'take-in', { brought: list }).at).toBe('choose');
      }),
    );
    expect(cameBack).toBeGreaterThan(5);
  });
});

describe('the checker', () => {
  const context = {
    ...clubContext,
    charter: garden,
    affairs,
    procedures: new Map([
      ...clubContext.procedures,
      ['ladder', { file: 'ladder.yaml', procedure: definition.procedure }] as const,
    ]),
  };
  const told = (find: string, replace: string, charterMore: object = {}): string => {
    const changed = text.replace(find, replace);
    return problemsText(
      checkProcedure(
        { file: 'ladder.yaml', procedure: load(changed) },
        { ...context, charter: { ...garden, ...charterMore } },
      ),
    );
  };

  it('finds nothing in what is sound', () => {
    expect(told('', '')).toBe('');
  });

  it.each([
    ['  about: service-items\n', '', '时限要看办事目录，但这个程序办的不是目录里的事'],
    ['by: way, cases', 'by: weather, cases', '表单没有这个必填的选择'],
    ['home: by-plot }', 'boat: by-plot }', '选了 home（送来）不知道从哪里开始'],
    ['home: by-plot }', 'home: by-plan }', '没有环节 by-plan'],
    ['name: asker', 'name: who', '要看 asker，表单没有问'],
    ['family: 家里人', 'friend: 朋友', '选项只能是 self、family、agent'],
    ['lapsed: forgotten, handed', 'handed', '结果 lapsed 没有写下一步去哪里'],
  ])('%j → %j is told', (find, replace, expected) => {
    expect(told(find, replace)).toContain(expected);
  });

  it('asks for the catalogue', () => {
    const { serviceItems: _, ...without } = garden;
    const problems = checkProcedure(
      { file: 'ladder.yaml', procedure: definition.procedure },
      { ...context, charter: without },
    );
    expect(problemsText(problems)).toContain('没有办事目录');
  });
});
