import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../basics/result.ts';
import { didOf, saidOf } from '../engine/says.ts';
import { forms, grades } from '../testing/allotment-club/club.ts';

import { clubContext as context, clubProcedures as known } from '../testing/allotment-club/law.ts';
import { checkGovernance, checkProcedure } from './check.ts';
import { loadProcedure } from './load.ts';
import { type Problem, problemsText } from './problem.ts';

/** Lawful and complete; each fixture breaks one thing in it. */
const sound = `
procedure: path
title: 修路
opens: { by: chair, form: plan }
steps:
  look: { title: 看路, kind: check, by: auditor, limit: { days: 2 }, late: [tell-chair], then: { accepted: give, sent-back: dropped } }
  give: { title: 派活, kind: assign, by: steward, limit: { days: 1 }, late: [tell-chair], then: { assigned: lay } }
  lay:
    title: 铺路
    kind: work
    by: assignee
    limit: { by: urgency }
    may:
      extend: { times: 1, at-most: { days: 3 }, granted-by: steward }
      whistle: { opens: lend-a-hand, by: chair, reasons: { heavy: 一个组干不完 } }
    late: [tell-auditor]
    then: { done: ask }
  ask: { title: 回访, kind: rate, by: opener, limit: { days: 3 }, then: { pleased: post, displeased: { to: lay, times: 1, after: post }, silent: post } }
  post: { title: 公示, kind: publish, by: chair, for: { days: 5 }, objections: { answered-within: { days: 2 } }, law: PLOT-1, limit: { days: 2 }, late: [tell-auditor], then: { clear: done } }
  done: { kind: end, outcome: done }
  dropped: { kind: end, outcome: dropped }
always:
  withdraw: opener
`;

/** The problems of the sound procedure with one piece of text replaced. */
function broken(find: string | RegExp, replace: string): readonly Problem[] {
  const text = sound.replace(find, replace);
  expect(text).not.toBe(sound);
  const loaded = loadProcedure(parse(text), { file: 'path.yaml', forms, rolls: {}, grades });
  if (!loaded.ok) return loaded.error;
  const checked = { file: 'path.yaml', procedure: loaded.value };
  return checkProcedure(checked, { ...context, procedures: new Map([...known, ['path', checked]]) });
}

const told = (problems: readonly Problem[]) => problems.map(({ path, reason }) => `${path}: ${reason}`);

describe('a sound procedure', () => {
  it('has no problems, nor has the whole club', () => {
    const procedure = unwrap(loadProcedure(parse(sound), { file: 'path.yaml', forms, rolls: {}, grades }));
    expect(checkProcedure({ file: 'path.yaml', procedure }, context)).toEqual([]);
    expect(checkGovernance('charter.yaml', context)).toEqual([]);
  });
});

describe('those who are asked in turn, and the share that is shown', () => {
  const alarm = `
procedure: alarm
title: 喊人
publicity: parties
timely: { step: answer, title: 应答率 }
opens: { by: resident, form: call }
steps:
  answer: { title: 应一声, kind: assign, by: [{ organ: water-crew }, { organ: path-crew }], in-turn: [{ hours: 1 }], limit: { hours: 3 }, late: [tell-chair], then: { assigned: help } }
  help: { title: 帮忙, kind: work, by: assignee, limit: { hours: 12 }, late: [tell-chair], then: { done: helped } }
  helped: { kind: end, outcome: helped }
`;
  const problemsOf = (text: string): readonly string[] => {
    const loaded = loadProcedure(parse(text), { file: 'alarm.yaml', forms, rolls: {}, grades });
    if (!loaded.ok) return told(loaded.error);
    return told(checkProcedure({ file: 'alarm.yaml', procedure: loaded.value }, context));
  };
  it('is sound as it stands', () => expect(problemsOf(alarm)).toEqual([]));

  it.each([
    ['in-turn: [{ hours: 1 }]', 'in-turn: [{ hours: 1 }, { hours: 1 }]', '应当比它少一个，实际写了 2 个'],
    ['in-turn: [{ hours: 1 }]', 'in-turn: [{ hours: 3 }]', '时限 180 分钟已经到了'],
    ['{ organ: path-crew }]', 'resident]', '依次请来接办的必须是机构或者岗位'],
    ['{ organ: path-crew }]', '{ organ: audit }]', '没有 execute'],
    ['step: answer,', 'step: answr,', '没有环节 answr'],
    ['step: answer,', 'step: helped,', '环节 helped 没有时限'],
    ['timely: { step: answer, title: 应答率 }', '', '结果没有公开'],
  ])('%s → %s is refused', (find, replace, reason) => {
    const text = alarm.replace(find, replace);
    expect(text).not.toBe(alarm);
    expect(problemsOf(text).join('\n')).toContain(reason);
  });
});

describe('words of a procedure’s own', () => {
  const own = sound
    .replace('title: 修路', 'title: 修路\nsays: { withdraw: { do: 不修了, did: 说不修了 } }')
    .replace('kind: work', 'kind: work\n    says: { done: { do: 铺好了 } }');
  const problemsOf = (text: string): readonly string[] => {
    const loaded = loadProcedure(parse(text), { file: 'path.yaml', forms, rolls: {}, grades });
    if (!loaded.ok) return told(loaded.error);
    return told(checkProcedure({ file: 'path.yaml', procedure: loaded.value }, context));
  };
  it('are read and found for the button and for the record', () => {
    expect(problemsOf(own)).toEqual([]);
    const procedure = unwrap(loadProcedure(parse(own), { file: 'path.yaml', forms, rolls: {}, grades }));
    const { lay, look } = procedure.steps;
    expect(saidOf(procedure, lay, 'done')).toEqual({ do: '铺好了' });
    expect(saidOf(procedure, look, 'withdraw').do).toBe('不修了');
    expect(didOf(procedure, { type: 'withdrawn', step: 'look' })).toBe('说不修了');
    expect(didOf(procedure, { type: 'work-done', step: 'lay' })).toBeUndefined();
    expect(didOf(procedure, { type: 'step-left', step: 'lay' })).toBeUndefined();
  });

  it.each([
    ['done: { do: 铺好了 }', 'dnoe: { do: 铺好了 }', 'steps.lay.says.dnoe: 这里没有 dnoe 这个操作'],
    [
      'done: { do: 铺好了 }',
      'whistle: { did: 喊了人 }',
      'steps.lay.says.whistle.did: whistle 在案卷里的话不能改',
    ],
    ['withdraw: { do', 'vote: { do', 'says.vote: 这里没有 vote 这个操作'],
    ['{ do: 铺好了 }', '{}', 'steps.lay.says.done'],
  ])('%s → %s is refused', (find, replace, reason) => {
    const text = own.replace(find, replace);
    expect(text).not.toBe(own);
    expect(problemsOf(text).join('\n')).toContain(reason);
  });
});

describe('what the checker refuses, each in its words', () => {
  it.each<[string, string | RegExp, string, string]>([
    [
      'an outcome without its way',
      'accepted: give, sent-back: dropped',
      'accepted: give',
      'steps.look.then: 结果 sent-back 没有写下一步去哪里',
    ],
    [
      'a misspelt outcome',
      'silent: post',
      'silent: post, silence: post',
      'steps.ask.then: rate 环节不会有 silence 这个结果',
    ],
    ['a way to nowhere', 'done: ask', 'done: asks', 'steps.lay.then.done: 没有环节 asks'],
    [
      'a way to nowhere after some times',
      'after: post',
      'after: pots',
      'steps.ask.then.displeased: 没有环节 pots',
    ],
    [
      'a step nobody reaches',
      'done: { kind: end',
      'alone: { kind: end, outcome: alone }\n  done: { kind: end',
      'steps.alone: 从 look 走不到这个环节',
    ],
    [
      'a step without end',
      'then: { clear: done }',
      'then: { clear: post }',
      'steps.post: 从这个环节走不到结束',
    ],
    ['a first step that is not there', 'title: 修路', 'title: 修路\nfirst: lok', 'first: 没有环节 lok'],
    [
      'a wait without clock',
      'kind: check, by: auditor, limit: { days: 2 },',
      'kind: check, by: auditor,',
      'steps.look: 没有写时限，可能一直拖下去',
    ],
    [
      'lateness nobody hears of',
      'limit: { days: 1 }, late: [tell-chair]',
      'limit: { days: 1 }',
      'steps.give: 超时之后没有告诉任何人',
    ],
    [
      'an absent post',
      'granted-by: steward',
      'granted-by: stewart',
      'steps.lay.may.extend.granted-by: 章程 allotment-club 里没有岗位 stewart',
    ],
    [
      'an absent organ',
      'by: chair, for:',
      'by: { organ: comittee }, for:',
      'steps.post.by: 章程 allotment-club 里没有机构 comittee',
    ],
    [
      'a post at the wrong level',
      'by: steward, limit',
      'by: { post: steward, in: community }, limit',
      'steps.give.by: community 一级没有设岗位 steward（管家）的机构',
    ],
    [
      'an absent post in late',
      'tell-auditor]\n    then',
      'tell-author]\n    then',
      'steps.lay.late.0: 章程 allotment-club 里没有岗位 author',
    ],
    [
      'an organ without the power',
      'kind: check, by: auditor',
      'kind: check, by: mate',
      'steps.look.by: 机构 water-crew（水工组）没有 supervise（监督） 或 decide（决定） 的权责',
    ],
    [
      'an opener without the power',
      'opens: { by: chair',
      'opens: { by: mate',
      'opens.by: 机构 water-crew（水工组）没有 propose（提出） 或 decide（决定） 的权责',
    ],
    [
      'work that nobody holds',
      'accepted: give',
      'accepted: lay',
      'steps.lay.by: 走到这里时可能还没有承办单位',
    ],
    [
      'work judged by its own hand',
      'granted-by: steward',
      'granted-by: assignee',
      'steps.lay.may.extend.granted-by: 承办单位不能审批自己的事',
    ],
    [
      'a parent where there is none',
      'kind: rate, by: opener',
      'kind: rate, by: parent-assignee',
      'steps.ask.by: 这个程序没有上级事项，也就没有上级的承办单位',
    ],
    [
      'a child that is not there',
      'opens: lend-a-hand',
      'opens: lend-a-band',
      'steps.lay.may.whistle.opens: 章程 allotment-club 里没有程序 lend-a-band',
    ],
    [
      'a child that asks what nobody answers',
      'opens: lend-a-hand',
      'opens: repair',
      'steps.lay.may.whistle.opens: 程序 repair 发起时必须填 title（什么坏了），由上级事项发起时没有人填',
    ],
    [
      'a child that cannot be told',
      'opens: lend-a-hand',
      'opens: open-day',
      'steps.lay.may.whistle.opens: 程序 open-day 的表单装不下上级事项写来的要求',
    ],
    [
      'a notice one can walk around',
      'silent: post',
      'silent: done',
      'steps.post: 公示可以被绕过：look → give → lay → ask → done',
    ],
    [
      'a notice too short',
      'for: { days: 5 }',
      'for: { days: 3 }',
      'steps.post.for: 公示 3 日，少于法律要求的 5 日',
    ],
    [
      'a notice too short in hours',
      'for: { days: 5 }',
      'for: { hours: 72 }',
      'steps.post.for: 公示 72 小时，少于法律要求的 5 日',
    ],
    [
      'questions without answer',
      'objections: { answered-within: { days: 2 } }, ',
      '',
      'steps.post: 没有写异议怎么答复，法律要求答复',
    ],
    [
      'answers later than the law',
      '{ days: 2 } }, law: PLOT-1',
      '{ workingDays: 2 } }, law: [PLOT-1, PLOT-2]',
      'steps.post.objections: 异议 2 个工作日内答复，晚于法律要求的 2 日',
    ],
    [
      'answers after the notice',
      'answered-within: { days: 2 }',
      'answered-within: { days: 9 }',
      'steps.post.objections: 异议 9 日内答复，比公示 5 日还长',
    ],
    ['an unknown article', 'law: PLOT-1', 'law: PLOT-9', 'steps.post.law: 法规库里没有 PLOT-9'],
    [
      'an article that was never found',
      'law: PLOT-1',
      'law: PLOT-4',
      'steps.post.law: PLOT-4 还没有查到条文，不能作为依据',
    ],
    [
      'an article not yet in force',
      'law: PLOT-1',
      'law: PLOT-5',
      'steps.post.law: PLOT-5 在 2026-11-22 没有施行',
    ],
  ])('%s', (_, find, replace, expected) => {
    expect(told(broken(find, replace))).toContain(expected);
  });

  it('a withdrawal that nobody may take', () => {
    const text = sound
      .replace('accepted: give,', 'accepted: give, withdrawn: dropped,')
      .replace('withdraw: opener', 'join: resident');
    const procedure = unwrap(loadProcedure(parse(text), { file: 'path.yaml', forms, rolls: {}, grades }));
    expect(told(checkProcedure({ file: 'path.yaml', procedure }, context))).toEqual([
      'steps.look.then: 写了撤回之后的去处，但没有写谁可以撤回',
    ]);
  });

  it('decisions that nobody outside can see', () => {
    const text = sound
      .replace('title: 修路', 'title: 修路\npublicity: parties')
      .replace('silent: post', 'silent: done')
      .replace('pleased: post', 'pleased: done')
      .replace('after: post', 'after: done')
      .replace(/ {2}post: .*\n/, '');
    const procedure = unwrap(loadProcedure(parse(text), { file: 'path.yaml', forms, rolls: {}, grades }));
    expect(told(checkProcedure({ file: 'path.yaml', procedure }, context))).toEqual([
      'publicity: 结果没有公开：案卷只给当事人看，又没有公示环节',
    ]);
  });

  it('a matter that would run in circles unattended', () => {
    const text = sound
      .replace('silent: post', 'silent: again')
      .replace(
        '  post: {',
        '  again: { title: 再问, kind: rate, by: opener, limit: { days: 1 }, then: { pleased: post, displeased: post, silent: ask } }\n  post: {',
      );
    const procedure = unwrap(loadProcedure(parse(text), { file: 'path.yaml', forms, rolls: {}, grades }));
    expect(told(checkProcedure({ file: 'path.yaml', procedure }, context))).toEqual([
      'steps.ask.then: 没有人动手也会一直转圈：ask → again → ask',
    ]);
  });

  it('an urgency without limit', () => {
    const procedure = unwrap(
      loadProcedure(parse(sound), { file: 'path.yaml', forms, rolls: {}, grades: grades.slice(0, 1) }),
    );
    const more = { ...procedure, grades: [...procedure.grades, { value: 'usual', title: '平常' }] };
    expect(told(checkProcedure({ file: 'path.yaml', procedure: more }, context))).toEqual([
      'steps.lay.limit: 紧急程度 usual（平常）没有时限',
    ]);
  });

  it('local practice binds nobody', () => {
    expect(broken('law: PLOT-1', 'law: [PLOT-1, PLOT-3]')).toEqual([]);
  });

  it('names the article and the way to mend it', () => {
    const [problem] = broken('for: { days: 5 }', 'for: { days: 3 }');
    expect(problem).toMatchObject({ law: '园规 7（PLOT-1）', help: '改成 for: { days: 5 } 或更长' });
    expect(problemsText(problem === undefined ? [] : [problem])).toBe(
      [
        'path.yaml',
        '  环节 post › for：公示 3 日，少于法律要求的 5 日',
        '    改成 for: { days: 5 } 或更长',
        '    依据：园规 7（PLOT-1）',
      ].join('\n'),
    );
  });
});
