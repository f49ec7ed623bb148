import { describe, expect, it } from 'vitest';
import type { Procedure } from '../engine/types.ts';
import { fitsRule } from '../registry/groups.ts';
import * as sources from '../testing/allotment-club/sources.ts';
import { loadCharter } from './load.ts';
import { checkGroups, checkRollGroups, loadGroups } from './load-groups.ts';
import { problemsText } from './problem.ts';

const kinds = {
  young: { title: '新会员', rule: { age: { below: 30 } }, words: ['新人'] },
  allergic: { title: '花粉过敏', sensitive: 'health', see: ['chair'], set: ['chair'] },
};
const source = (more: object) => ({
  groups: 'club-people',
  title: '会员',
  'least-count': 5,
  kinds: { ...kinds, ...more },
});
const told = (more: object): string => {
  const loaded = loadGroups(source(more), 'club-people.yaml');
  return loaded.ok ? '' : problemsText(loaded.error);
};

describe('groups of people', () => {
  it('are read', () => {
    expect(loadGroups(source({}), 'club-people.yaml')).toMatchObject({
      ok: true,
      value: {
        leastCount: 5,
        groups: [
          { id: 'young', rule: { age: { below: 30 } }, set: [], carers: [] },
          { id: 'allergic', sensitive: 'health', see: ['chair'] },
        ],
      },
    });
  });

  it('that are sensitive are not for everyone, says the article', () => {
    expect(told({ sick: { title: '病人', sensitive: 'health', set: ['chair'] } })).toBe(
      [
        'club-people.yaml',
        '  kinds › sick：病人是敏感个人信息，没有写哪些岗位能看，就成了能用底数的人都能看',
        '    加上 see: [办这件事必须知道的岗位]',
        '    依据：个人信息保护法 28–31（PIPL-3）',
      ].join('\n'),
    );
  });

  it.each<[string, object, string]>([
    ['nobody can set', { a: { title: '甲' } }, '没有 rule，也没有 set'],
    [
      'a rule tells and somebody sets',
      { a: { title: '甲', rule: { relation: ['head'] }, set: ['chair'] } },
      '不用登记',
    ],
    ['nobody fits', { a: { title: '甲', rule: { age: { from: 60, below: 60 } } } }, 'from 不小于 below'],
    [
      'a rule lays bare',
      { a: { title: '甲', sensitive: 'child', see: ['chair'], rule: { age: { below: 14 } } } },
      '标成敏感也藏不住',
    ],
    [
      'one sets blindly',
      { a: { title: '甲', see: ['chair'], set: ['digger'] } },
      'digger 能登记甲，却看不到',
    ],
    [
      'are called the same',
      { a: { title: '甲', words: ['新人'], set: ['chair'] } },
      '“新人”已经是 young 的叫法',
    ],
    ['have a misspelt part', { a: { title: '甲', sea: ['chair'] } }, '是不是想写 see？'],
    ['are sensitive of no kind', { a: { title: '甲', sensitive: 'secret' } }, '不在可选范围内'],
  ])('that %s are refused', (_, more, expected) => {
    expect(told(more)).toContain(expected);
  });

  it('name posts of the charter that open the registry', () => {
    const charter = loadCharter(sources.charter, 'charter.yaml');
    const loaded = loadGroups(source({}), 'club-people.yaml');
    if (!charter.ok || !loaded.ok) throw new Error('the club does not load');
    const [post = ''] = Object.keys(charter.value.posts);
    const named = (called: string) =>
      checkGroups(
        {
          ...loaded.value,
          groups: loaded.value.groups.slice(1).map((each) => ({ ...each, see: [called], set: [] })),
        },
        charter.value,
      );
    expect(named('nobody')).toMatchObject([{ path: 'kinds.allergic.see', reason: '章程里没有岗位 nobody' }]);
    expect(named(post)).toMatchObject([{ reason: `岗位 ${post} 打不开底数` }]);
  });
});

describe('a roll that asks for a group', () => {
  const loaded = loadGroups(source({}), 'club-people.yaml');
  const asking = (group?: string) => {
    const roll = { title: '成员', ...(group !== undefined && { group }) };
    const config = { of: roll, attends: [], notice: { days: 1 } };
    return { steps: { meet: { kind: 'meet', law: [], config } } } as unknown as Procedure;
  };
  const told = (group?: string) => checkRollGroups(asking(group), loaded.ok ? loaded.value : undefined);

  it('finds it among those of the charter that somebody registers', () => {
    expect(told('allergic')).toEqual([]);
    expect(told()).toEqual([]);
    expect(told('alergic')).toMatchObject([
      { path: 'steps.meet', reason: '名册“成员”要底数里的人群 alergic，章程没有这个人群' },
    ]);
  });
  it('is refused under a charter without any', () => {
    expect(checkRollGroups(asking('allergic'), undefined)).toHaveLength(1);
  });
});

describe('a rule', () => {
  it.each([
    [{ age: { from: 60 } }, 1966, true],
    [{ age: { from: 60 } }, 1967, false],
    [{ age: { below: 18 } }, 2009, true],
    [{ age: { below: 18 } }, 2008, false],
    [{ age: { from: 60 } }, undefined, false],
    [{ relation: ['tenant'] }, 1990, true],
    [{ relation: ['head'], age: { from: 18 } }, 1990, false],
  ])('%o for who was born in %s: %s', (rule, bornYear, expected) => {
    expect(fitsRule(rule, { bornYear, relation: 'tenant' }, 2026)).toBe(expected);
  });

  it('tells nothing of who has left, where it asks for a relation', () => {
    expect(fitsRule({ relation: ['head'] }, { bornYear: 1950, relation: undefined }, 2026)).toBe(false);
  });
});
