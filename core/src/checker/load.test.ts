import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { unwrap } from '../basics/result.ts';
import { forms, grades, procedures } from '../testing/allotment-club/club.ts';
import { loadCharter, loadForm, loadProcedure } from './load.ts';
import { nearest } from './problem.ts';

const load = (text: string) => loadProcedure(parse(text), { file: 'p.yaml', forms, rolls: {}, grades });
const faults = (text: string): readonly string[] => {
  const loaded = load(text);
  return loaded.ok
    ? []
    : loaded.error.map(
        ({ path, reason, help }) => `${path}: ${reason}${help === undefined ? '' : ` / ${help}`}`,
      );
};
const base = (steps: string, more = '') => `
procedure: p
title: 程序
opens: { by: resident, form: plan }
steps:
${steps}
  end: { kind: end, outcome: done }
${more}`;
const work = (rest: string) =>
  base(`  do: { title: 办, kind: work, by: assignee, ${rest}, then: { done: end } }`);

describe('a procedure as people write it', () => {
  it('may say what whoever opens it is called', () => {
    const called = (more: string) =>
      unwrap(load(work('limit: { days: 1 }').replace('form: plan', `form: plan${more}`))).opens.opener;
    expect(called(', opener: 报修的人')).toBe('报修的人');
    expect(called('')).toBeUndefined();
  });
  it('becomes what the engine reads', () => {
    const { repair } = procedures;
    expect(repair?.first).toBe('sort');
    expect(repair?.steps['mend']).toEqual({
      title: '修理',
      kind: 'work',
      by: { who: 'assignee' },
      limit: { by: 'urgency', cases: { flood: { hours: 2 }, usual: { hours: 48 } } },
      late: [{ who: 'post', post: 'auditor' }],
      // biome-ignore lint/suspicious/noThenProperty: a procedure calls the ways out of a step so.
      then: { returned: { to: 'sort' }, done: { to: 'ask' }, withdrawn: { to: 'taken-back' } },
      law: [],
      config: {
        proof: { photos: 1, text: 'required' },
        return: { within: { hours: 3 } },
        extend: {
          times: 1,
          atMost: { hours: 24 },
          grantedBy: { who: 'post', post: 'steward', in: 'street' },
        },
        whistle: {
          opens: 'lend-a-hand',
          by: { who: 'post', post: 'chair' },
          reasons: [{ value: 'heavy', title: '一个组干不完' }],
        },
      },
    });
    expect(repair?.opens.by).toEqual({
      who: 'any',
      of: [{ who: 'resident' }, { who: 'post', post: 'warden', in: 'community' }],
    });
    expect(repair?.always.exclude?.reasons).toHaveLength(2);
  });

  it('has a version that follows from its meaning, not from its spelling', () => {
    const one = unwrap(load(work('limit: { hours: 2 }')));
    const same = unwrap(
      load(work('limit: { "hours": 2 }').replace('title: 办, kind: work', 'kind: work, title: 办')),
    );
    const other = unwrap(load(work('limit: { hours: 3 }')));
    expect(one.version).toMatch(/^[0-9a-f]{64}$/);
    expect(same.version).toBe(one.version);
    expect(other.version).not.toBe(one.version);
  });

  it('understands both spellings of a name of two words', () => {
    const kebab = work(
      'limit: { working-hours: 4 }, may: { extend: { times: 1, at-most: { days: 1 }, granted-by: steward } }',
    );
    const camel = work(
      'limit: { workingHours: 4 }, may: { extend: { times: 1, atMost: { days: 1 }, grantedBy: steward } }',
    );
    expect(unwrap(load(kebab)).version).toBe(unwrap(load(camel)).version);
  });

  it('takes limits of its own before those of the grades', () => {
    const own = unwrap(load(work('limit: { by: urgency, flood: { minutes: 30 } }')));
    expect(own.steps['do']?.limit).toEqual({
      by: 'urgency',
      cases: { flood: { minutes: 30 }, usual: { hours: 48 } },
    });
  });

  it.each([
    ['a misspelt key', work('limt: { hours: 2 }'), 'steps.do.limt: 不认识 limt / 是不是想写 limit？'],
    [
      'a misspelt kind',
      base('  do: { title: 办, kind: wrok, by: assignee, then: { done: end } }'),
      'steps.do.kind: 没有 wrok 这种环节 / 是不是想写 work？',
    ],
    [
      'no kind',
      base('  do: { title: 办 }'),
      'steps.do.kind: 缺少 kind / 可以写的有：form、assign、work、check、rate、publish、gather、receive、discuss、meet、vote、allocate、wait、office、end',
    ],
    ['a step that is no mapping', base('  do: 办'), 'steps.do: 环节应当是若干“名称: 内容”'],
    [
      'no title',
      base('  do: { kind: check, by: chair, then: { accepted: end, sent-back: end } }'),
      'steps.do: 缺少 title / 加上 title:',
    ],
    [
      'nobody to act',
      base('  do: { title: 办, kind: check, then: { accepted: end, sent-back: end } }'),
      'steps.do: 缺少 by / 加上 by:',
    ],
    [
      'two limits at once',
      work('limit: { hours: 2, days: 1 }'),
      'steps.do.limit: 只能写一个时长，实际写了 hours、days',
    ],
    [
      'an unknown urgency',
      work('limit: { by: urgency, floods: { hours: 1 } }'),
      'steps.do.limit: 没有 floods 这个紧急程度 / 是不是想写 flood？',
    ],
    ['a negative limit', work('limit: { hours: -2 }'), 'steps.do.limit.hours: 要大于 0'],
    ['half a day', work('limit: { days: 1.5 }'), 'steps.do.limit.days: 应当是整数，实际是 1.5'],
    [
      'too many photos',
      work('limit: { hours: 2 }, proof: { photos: 99 }'),
      'steps.do.proof.photos: 不能大于 9',
    ],
    [
      'times without after',
      base(
        '  do: { title: 办, kind: form, by: chair, form: plan, limit: { hours: 1 }, then: { done: { to: end, times: 1 } } }',
      ),
      'steps.do.then.done: 缺少 after / 加上 after:',
    ],
    [
      'an unknown form',
      base(
        '  do: { title: 办, kind: form, by: chair, form: plam, limit: { hours: 1 }, then: { done: end } }',
      ),
      'steps.do.form: 没有表单 plam / 是不是想写 plan？',
    ],
    [
      'a field that the record needs for itself',
      base(
        '  do: { title: 办, kind: form, by: chair, form: [{ name: clocks, title: 钟, type: number }], then: { done: end } }',
      ),
      'steps.do.form.0.name: 字段不能叫 clocks，案卷自己要用这个名称 / 换一个名称',
    ],
    [
      'a field twice',
      base(
        '  do: { title: 办, kind: form, by: chair, form: [{ name: a, title: 甲, type: text }, { name: a, title: 乙, type: text }], then: { done: end } }',
      ),
      'steps.do.form.1.name: 字段 a 写了两次',
    ],
    [
      'a choice without choices',
      base(
        '  do: { title: 办, kind: form, by: chair, form: [{ name: a, title: 甲, type: choice }], then: { done: end } }',
      ),
      'steps.do.form.0: 字段 a 是选择，至少要有两个选项 / 加上 choices:',
    ],
    [
      'an actor that is post and organ',
      base(
        '  do: { title: 办, kind: check, by: { post: chair, organ: committee }, then: { accepted: end, sent-back: end } }',
      ),
      'steps.do.by.organ',
    ],
    [
      'a level without post',
      base(
        '  do: { title: 办, kind: check, by: { organ: committee, in: street }, then: { accepted: end, sent-back: end } }',
      ),
      'steps.do.by: 写了 in，就要写 post',
    ],
    [
      'an unknown publicity',
      base('', 'publicity: secret'),
      'publicity: "secret" 不在可选范围内 / 可以写的有：public、parties',
    ],
    [
      'a name in capitals',
      base('  Do: { kind: end, outcome: x }'),
      'steps: 名称 Do 的写法不对 / 名称用小写字母、数字和连字符，例如 call-back',
    ],
    ['something that is no procedure', '- a\n- b', ': 应当是若干“名称: 内容”，实际是 ["a","b"]'],
  ])('is refused for %s', (_, text, expected) => {
    expect(faults(text).some((fault) => fault.startsWith(expected))).toBe(true);
  });

  it('tells every fault at once', () => {
    expect(faults(base('  a: { kind: wrok }\n  b: { title: 乙, kind: check }')).length).toBeGreaterThan(2);
  });
});

describe('forms and charters', () => {
  it('seal what people write freely unless told otherwise', () => {
    const { fields } = unwrap(
      loadForm(
        parse(`
form: f
title: 表
fields:
  - { name: a, title: 甲, type: text }
  - { name: b, title: 乙, type: yes-no }
  - { name: c, title: 丙, type: phone }
  - { name: d, title: 丁, type: text, sealed: false, most: 9 }
  - { name: e, title: 戊, type: yes-no, sealed: true }
  - { name: g, title: 己, type: long-text, audience: public, required: false }
`),
        'f.yaml',
      ),
    );
    expect(
      fields.map(({ name, sealed, audience, most, required }) => [name, sealed, audience, most, required]),
    ).toEqual([
      ['a', true, 'parties', 100, true],
      ['b', false, 'public', 1, true],
      ['c', true, 'handlers', 20, true],
      ['d', false, 'public', 9, true],
      ['e', true, 'parties', 1, true],
      ['g', true, 'public', 2000, false],
    ]);
  });

  it('are refused with the place', () => {
    const form = loadForm(
      { form: 'f', title: '表', fields: [{ name: 'a', title: '甲', type: 'txt' }] },
      'f.yaml',
    );
    expect(form.ok ? [] : form.error).toEqual([
      { file: 'f.yaml', path: 'fields.0.type', reason: '"txt" 不在可选范围内', help: '是不是想写 text？' },
    ]);
    const charter = loadCharter({ charter: 'c', title: '章', source: 'x', organs: {} }, 'c.yaml');
    expect(charter.ok ? [] : charter.error.map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
      ': 缺少 posts',
      ': 缺少 powers',
      ': 缺少 procedures',
      'organs: 至少要写 1 项',
    ]);
  });
});

describe('did you mean', () => {
  it('finds the near name and does not guess a far one', () => {
    expect(nearest('dispacher', ['dispatcher', 'leader'])).toBe('dispatcher');
    expect(nearest('titel', ['title', 'limit'])).toBe('title');
    expect(nearest('x', ['dispatcher'])).toBeUndefined();
    expect(nearest('supervisor', ['steward'])).toBeUndefined();
  });
});
