import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AllocationConfig } from '@liren/core/budgeting/config.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfigFile, runAllocate } from './run-allocate.ts';

const votes = `META
key;value
budget;100
vote_type;approval
PROJECTS
project_id;cost;name;category;district
a;60;修路;路;东区
b;50.5;路灯;路,灯;西区
c;40;长椅;;西区
VOTES
voter_id;vote
v1;a
v2;a,c
v3;a
v4;b
v5;b
v6;
`;

describe('an election counted anew from a file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liren-allocate-'));
    await writeFile(join(folder, 'votes.pb'), votes);
  });
  afterAll(() => rm(folder, { recursive: true }));
  const run = async (config: AllocationConfig, rest: { voter?: string; json?: boolean } = {}) => {
    const done = await runAllocate(join(folder, 'votes.pb'), { config, json: false, ...rest });
    return done.ok ? done.value : done.error;
  };

  it('says of every project where it stands, in words', async () => {
    expect(await run({ rule: 'greedy-cost' })).toBe(
      [
        'a\t修路\t60\t3 分\t第 1 个入选，按得票，当时还有 100',
        'b\t路灯\t50.5\t2 分\t轮到时总共还剩 40，差 10.5',
        'c\t长椅\t40\t1 分\t第 2 个入选，按得票，当时还有 40',
        '入选 2 项，共 100，预算 100，剩 0，6 人投票。',
        '并列时编号小的在前，遇到 0 次。',
      ].join('\n'),
    );
    expect(await run({ rule: 'mes-cost' })).toContain('a\t修路\t60\t3 分\t支持的人一共还剩 50，差 10');
  });

  it.each<[AllocationConfig['conditions'], string]>([
    [{ cap: '50%' }, '一个项目最多 50，超了 10'],
    [{ support: { votes: 2 } }, '支持的只有 1 人，至少要 2 人'],
    [{ exclusions: [['a', 'c']] }, '和已经入选的 a 只能选一个'],
    [{ areas: { 东区: { most: '59.5' } } }, '“东区”最多 59.5，已经用了 0，会超 0.5'],
    [{ areas: { 西区: { least: '50%' } } }, '除去给别的片区预留的，只剩 50，差 10'],
  ])('names the condition that stood against one: %#', async (conditions, words) => {
    expect(await run({ rule: 'greedy-cost', ...(conditions !== undefined && { conditions }) })).toContain(
      words,
    );
  });

  it('says the same to a program', async () => {
    const conditions = { areas: { 西区: { least: 50 } }, categories: { 灯: { most: '10%' } } };
    const json: unknown = JSON.parse(
      await run({ rule: 'mes-card', complete: 'greedy', conditions }, { json: true }),
    );
    expect(json).toMatchObject({
      selected: ['c'],
      totalCost: '40',
      left: '60',
      ties: { way: 'id', met: 0 },
      explain: [
        { id: 'a', kind: 'blocked', by: { condition: 'areas', kept: 'others', have: '50', lacks: '10' } },
        { id: 'b', kind: 'blocked', by: { condition: 'categories', name: '灯', most: '10', lacks: '40.5' } },
        { id: 'c', kind: 'points', place: 1, left: '100' },
      ],
    });
  });

  it('tells a voter what their vote did', async () => {
    expect(await run({ rule: 'greedy-cost' }, { voter: 'v2' })).toBe(
      [
        'a\t修路\t1 分\t入选，这一票带去 20',
        'c\t长椅\t1 分\t入选，这一票带去 40',
        '支持的 2 项里有 2 项入选。这一票一共带去 60，占花出去的 60%。',
      ].join('\n'),
    );
    expect(JSON.parse(await run({ rule: 'mes-cost' }, { voter: 'v6', json: true }))).toEqual({
      voter: 'v6',
      projects: [],
      carried: '0/1',
      partOfAllSpent: '0/1',
      share: '500/3',
      left: '500/3',
    });
    expect(await run({ rule: 'greedy-cost' }, { voter: 'v9' })).toContain('没有编号是“v9”');
  });

  it('holds the ballots to what the rules allow, and the rules to what the election has', async () => {
    const rule = 'greedy-cost';
    expect(await run({ rule, ballot: { kind: 'ranked' } })).toContain('规则要的是 ranked');
    expect(await run({ rule, ballot: { kind: 'approval', projects: { most: 1 } } })).toContain(
      '选民 v2 的选票不能算：写了 2 项',
    );
    expect(await run({ rule, conditions: { areas: { 南区: { most: 1 } } } })).toContain('没有片区是“南区”');
  });

  it('reads the rules from YAML', async () => {
    const file = join(folder, 'rules.yaml');
    await writeFile(file, 'rule: mes-cost\ncomplete: add1\nconditions:\n  areas: { 东区: { least: 20% } }\n');
    expect(await readConfigFile(file)).toEqual({
      ok: true,
      value: { rule: 'mes-cost', complete: 'add1', conditions: { areas: { 东区: { least: '20%' } } } },
    });
    await writeFile(file, 'rule: [');
    const broken = await readConfigFile(file);
    expect(broken.ok ? '' : broken.error).toContain('不是 YAML');
  });
});
