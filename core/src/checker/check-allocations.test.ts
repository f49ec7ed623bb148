import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../basics/result.ts';
import type { Procedure } from '../engine/types.ts';
import { forms, grades } from '../testing/allotment-club/club.ts';
import { checkAllocations } from './check-allocations.ts';
import { loadProcedure } from './load.ts';
import { loadRolls } from './load-rolls.ts';

const rolls = unwrap(
  loadRolls(
    parse('rolls: { gardeners: { title: 园友, from: residents, age: 18, counts-as: [adults] } }'),
    'rolls.yaml',
  ),
);
const round = `
procedure: round
title: 一轮
opens: { by: chair, form: [{ name: budget, title: 钱, type: number }, { name: note, title: 话, type: text }] }
steps:
  collect: { title: 提, kind: gather, by: chair, opens: idea, proposed-by: resident, at-least: 1, form: [{ name: title, title: 名称, type: text }], limit: { days: 30 }, then: { gathered: choose } }
  choose: { title: 选, kind: allocate, by: chair, from: collect, budget: budget, roll: gardeners, ballot: named, channels: [online], notice: { days: 1 }, open-for: { days: 5 }, counted-within: { days: 2 }, limit: { days: 9 }, allocation: { rule: mes-cost, ballot: { kind: approval } }, then: { allocated: deliver, none: done } }
  deliver: { title: 做, kind: gather, by: chair, from: collect, at-least: 1, limit: { days: 90 }, then: { gathered: done } }
  done: { kind: end, outcome: done }
`;
const idea = `
procedure: idea
title: 主意
opens: { by: resident, form: [{ name: title, title: 名称, type: text }] }
steps:
  look: { title: 看, kind: check, by: chair, limit: { days: 2 }, form: [{ name: cost, title: 多少钱, type: number }, { name: title, title: 名称, type: text, sealed: false }], then: { accepted: waiting, sent-back: dropped } }
  waiting: { title: 等, kind: wait, tells: [title, cost], then: { chosen: made, passed-over: dropped } }
  made: { kind: end, outcome: made }
  dropped: { kind: end, outcome: dropped }
`;
const read = (text: string): Procedure =>
  unwrap(loadProcedure(parse(text), { file: 'x.yaml', forms, rolls, grades }));

/** What is said of both once this text of one of them reads otherwise. */
function said(find: string, replace: string): readonly string[] {
  expect(round + idea).toContain(find);
  const all = [round, idea].map((text) => read(text.replace(find, replace)));
  return all.flatMap((each) => checkAllocations(each, all)).map(({ path, reason }) => `${path}: ${reason}`);
}

describe('proposals that are chosen from', () => {
  it('are sound as they stand', () => {
    expect(said('procedure: round', 'procedure: round')).toEqual([]);
  });
  it.each([
    ['from: collect, budget', 'from: deliver, budget', 'steps.choose.from: deliver 不是'],
    ['from: collect, at-least', 'from: chose, at-least', 'steps.deliver.from: chose 不是'],
    ['opens: idea, ', '', 'steps.collect: opens 和 from'],
    ['opens: idea, ', 'opens: idea, from: collect, ', 'steps.collect: opens 和 from'],
    ['proposed-by: resident, ', '', 'steps.collect: proposed-by 和 form'],
    ['budget: budget', 'budget: note', 'steps.choose.budget: 发起时的表单里没有必填、公开的数 note'],
    ['rule: mes-cost', 'rule: greedy-cost, complete: add1', 'steps.choose.allocation: complete'],
    ['tells: [title, cost]', 'tells: [title]', 'steps.choose.from: 程序 idea 等候的时候没有把 cost'],
    ['tells: [title, cost]', 'tells: [title, cost, place]', 'steps.waiting.tells: 没有公开的字段 place'],
    ['type: text, sealed: false', 'type: text', 'steps.waiting.tells: 没有公开的字段 title'],
    [
      'title: 多少钱, type: number',
      'title: 多少钱, type: text, sealed: false',
      'steps.waiting.tells: cost 要是',
    ],
    [
      'form: [{ name: title, title: 名称, type: text }], limit',
      'form: [{ name: name, title: 名称, type: text }], limit',
      'steps.collect.form: 下级程序的表单里没有一样的 name',
    ],
    [
      'form: [{ name: title, title: 名称, type: text }], limit',
      'form: [{ name: title, title: 名称, type: text, required: false }], limit',
      'steps.collect.form: 下级程序发起时必须填 title',
    ],
  ])('with %s as %s are not', (find, replace, expected) => {
    expect(said(find, replace).some((fault) => fault.startsWith(expected))).toBe(true);
  });
  it('do not wait for what nobody chooses', () => {
    const alone = read(idea);
    expect(checkAllocations(alone, [alone])[0]?.reason).toContain('没有哪个程序会来选它');
    const without = read(
      round.replace('gathered: choose', 'gathered: deliver').replace(/ {2}choose: .*\n/, ''),
    );
    expect(checkAllocations(without, [without, alone])[0]?.reason).toContain('没有 allocate 环节选它');
  });
});
