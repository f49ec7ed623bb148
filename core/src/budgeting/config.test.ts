import { describe, expect, it } from 'vitest';
import { unwrap } from '../basics/result.ts';
import { type AllocationConfig, conditionsOf, formOf, ruleOf } from './config.ts';
import { readAllocationConfig } from './read-config.ts';
import type { Election } from './types.ts';

const election: Election = {
  budget: 1001n,
  projects: [
    { id: 'a', cost: 100n, area: '东', categories: ['路'] },
    { id: 'b', cost: 100n, area: '西' },
  ],
  ballots: [{ voters: 7, scores: [] }],
  voters: 7,
};
const whole: AllocationConfig = {
  rule: 'mes-cost',
  complete: 'add1',
  ties: 'id',
  ballot: { kind: 'approval', projects: { least: 1, most: 5 }, cost: { most: '100%' } },
  conditions: {
    cap: '50%',
    categories: { 路: { most: '33.3%' } },
    areas: { 东: { least: '10%', most: 20 }, 西: { least: '1.25' } },
    unused: 'release',
    exclusions: [['a', 'b']],
    support: { votes: 1, share: '30%' },
  },
};

describe('an allocation as data', () => {
  it('is read as it stands, through JSON too', () => {
    expect(readAllocationConfig(JSON.parse(JSON.stringify(whole)))).toEqual({ ok: true, value: whole });
  });

  it('says what it means for one election, in whole units', () => {
    expect(ruleOf(whole, 2)).toEqual({
      method: 'shares',
      satisfaction: 'cost',
      completion: 'add1',
      unit: 100n,
    });
    expect(unwrap(conditionsOf(whole.conditions ?? {}, election, 1))).toEqual({
      cap: 500n,
      portions: [
        { of: 'category', name: '路', most: 333n },
        { of: 'area', name: '东', least: 101n, most: 200n },
        { of: 'area', name: '西', least: 13n },
      ],
      exclusions: [[0, 1]],
      leastVotes: 3,
      isReleased: true,
    });
    expect(formOf(whole.ballot ?? { kind: 'approval' }, election.budget, 1)).toEqual({
      kind: 'approval',
      projects: { least: 1, most: 5 },
      cost: { most: 1001n },
    });
  });

  it.each<[object, string]>([
    [{}, '缺少 rule'],
    [{ rule: 'lottery' }, '不在可选范围内'],
    [{ rule: 'greedy-cost', complete: 'add1' }, '只有平等份额法'],
    [{ rule: 'mes-cost', ballot: { kind: 'approval', sum: { most: 5 } } }, '只有分数票'],
    [{ rule: 'mes-cost', ballot: { kind: 'ranked', projects: { least: 5, most: 3 } } }, 'least 比 most 大'],
    [{ rule: 'mes-cost', conditions: { cap: '三成' } }, '例如 30%'],
    [{ rule: 'mes-cost', conditions: { cap: '101%' } }, '例如 30%'],
    [{ rule: 'mes-cost', conditions: { categories: { 路: { least: 3 } } } }, 'least'],
    [{ rule: 'mes-cost', conditions: { unused: 'keep' } }, '没有给哪个片区预留'],
    [{ rule: 'mes-cost', conditions: { exclusions: [['a']] } }, '列表太短'],
  ])('that makes no sense is refused in words: %#', (source, words) => {
    const read = readAllocationConfig(source);
    expect(read.ok ? 'read' : read.error).toContain(words);
  });

  it.each([
    [{ areas: { 东: { least: '60%' }, 西: { least: '41%' } } }, '超过预算'],
    [{ areas: { 东: { least: '10%', most: 9 } } }, '比最多能有的'],
    [{ areas: { 南: { most: 1 } } }, '没有片区是“南”'],
    [{ categories: { 灯: { most: 1 } } }, '没有类别是“灯”'],
    [{ exclusions: [['a', 'x']] }, '没有编号是“x”'],
  ])('must speak of what the election has: %#', (conditions, words) => {
    const read = conditionsOf(conditions, election, 0);
    expect(read.ok ? 'read' : read.error).toContain(words);
  });
});
