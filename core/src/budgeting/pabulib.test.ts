import { describe, expect, it } from 'vitest';
import { type Ballot, type BallotForm, readBallot, rosterOf } from './ballots.ts';
import { showMoney } from './money.ts';
import { readPabulib } from './pabulib.ts';

describe('a .pb file', () => {
  const file = (...lines: readonly string[]) => readPabulib(lines.map((line) => line.split(';')));
  const head = [
    'META',
    'key;value',
    'budget;100.50',
    'vote_type;approval',
    'PROJECTS',
    'project_id;cost;name',
  ];

  it('is read with its decimals, and ballots that say the same stand together', () => {
    const read = file(...head, '1;20;井盖', '2;30.25;', 'VOTES', 'voter_id;vote', 'a;1,2', 'b;2,1', 'c;');
    expect(read.ok && read.value.election).toEqual({
      budget: 10050n,
      projects: [
        { id: '1', cost: 2000n, name: '井盖' },
        { id: '2', cost: 3025n },
      ],
      ballots: [
        {
          voters: 2,
          scores: [
            { project: 0, points: 1 },
            { project: 1, points: 1 },
          ],
        },
        { voters: 1, scores: [] },
      ],
      voters: 3,
    });
    expect(read.ok && [showMoney(10050n, read.value.decimals), showMoney(2000n, 2)]).toEqual(['100.5', '20']);
  });

  it.each([
    [[...head, '1;0;', 'VOTES', 'voter_id;vote', 'a;1'], 'cost 不是大于 0'],
    [[...head, '1;5;', '1;6;', 'VOTES', 'voter_id;vote', 'a;1'], '写了两次'],
    [[...head, '1;5;', 'VOTES', 'voter_id;vote', 'a;7'], '第 1 张选票'],
    [[...head, '1;5;', 'VOTES', 'voter_id;vote'], '没有选票'],
    [['META', 'key;value', 'vote_type;majority'], '不认识 vote_type'],
    [['META', 'key;value', 'default_score;1'], 'default_score'],
    [['META', 'key;value', 'max_length;many'], 'max_length 不是数'],
    [[...head, '1;5;', 'VOTES', 'voter_id;vote', 'a;1', 'a;1'], '选民 a 已经投过'],
    [['voter_id;vote'], '开头应当是 META'],
  ])('is refused in words: %#', (lines, words) => {
    const read = file(...lines);
    expect(read.ok ? 'read' : read.error).toContain(words);
  });
});

describe('a ballot', () => {
  const roster = rosterOf(['a', 'b', 'c', 'd'].map((id) => ({ id, cost: 10n })));
  const read = (form: BallotForm, ballot: Ballot) => {
    const scores = readBallot(form, ballot, roster);
    if (!scores.ok) return scores.error;
    return scores.value.map(({ project, points }) => `${roster.projects[project]?.id}${points}`).join(' ');
  };

  it.each<[BallotForm, Ballot, string]>([
    [{ kind: 'approval' }, { projects: ['c', 'a'] }, 'a1 c1'],
    [{ kind: 'choose-one' }, { projects: ['c'] }, 'c1'],
    [{ kind: 'choose-one' }, { projects: [] }, ''],
    [{ kind: 'ranked' }, { projects: ['c', 'a', 'd'] }, 'a2 c3 d1'],
    [{ kind: 'cumulative', sum: { most: 5 } }, { projects: ['b', 'a'], points: [4, 1] }, 'a1 b4'],
    [{ kind: 'scoring', points: { most: 5 } }, { projects: ['b', 'a'], points: [5, 0] }, 'a0 b5'],
  ])('says by points what it wants: %#', (form, ballot, said) => {
    expect(read(form, ballot)).toBe(said);
  });

  it.each<[BallotForm, Ballot, string]>([
    [{ kind: 'approval', projects: { most: 1 } }, { projects: ['c', 'a'] }, '写了 2 项，最多 1 项'],
    [{ kind: 'ranked', projects: { least: 3 } }, { projects: ['c', 'a'] }, '至少要 3 项'],
    [{ kind: 'choose-one' }, { projects: ['c', 'a'] }, '最多 1 项'],
    [{ kind: 'approval', cost: { most: 15n } }, { projects: ['c', 'a'] }, '写了的项目一共要 20，最多 15'],
    [{ kind: 'ranked' }, { projects: ['c', 'c'] }, '写了两次'],
    [{ kind: 'approval' }, { projects: ['x'] }, '没有编号是“x”'],
    [{ kind: 'cumulative' }, { projects: ['a', 'b'], points: [1] }, '2 个项目、1 个分数'],
    [{ kind: 'cumulative' }, { projects: ['a'] }, '0 个分数'],
    [{ kind: 'cumulative' }, { projects: ['a'], points: [1.5] }, '整数'],
    [{ kind: 'scoring' }, { projects: ['a'], points: [-1] }, '整数'],
    [
      { kind: 'cumulative', sum: { most: 5 } },
      { projects: ['a', 'b'], points: [3, 3] },
      '加起来 6 分，最多 5 分',
    ],
    [{ kind: 'cumulative', sum: { least: 5 } }, { projects: ['a'], points: [3] }, '至少要 5 分'],
    [{ kind: 'scoring', points: { most: 3 } }, { projects: ['a'], points: [4] }, '一个项目 4 分，最多 3 分'],
  ])('outside what is allowed is refused with the reason: %#', (form, ballot, reason) => {
    expect(read(form, ballot)).toContain(reason);
  });

  it('of every kind is read from a .pb file, with its bounds', () => {
    const file = (type: string, bounds: string, columns: string, vote: string) =>
      readPabulib(
        [
          'META',
          'key;value',
          'budget;9.5',
          `vote_type;${type}`,
          bounds,
          'PROJECTS',
          'project_id;cost;category;district',
        ]
          .concat(['a;1;路,灯;东区', 'b;2;;', 'VOTES', columns, vote])
          .map((line) => line.split(';')),
      );
    const ranked = file('ordinal', 'max_length;2', 'voter_id;vote', '1;b,a');
    expect(ranked.ok && ranked.value.form).toEqual({ kind: 'ranked', projects: { most: 2 } });
    expect(ranked.ok && ranked.value.election.ballots[0]?.scores.map(({ points }) => points)).toEqual([1, 2]);
    expect(ranked.ok && ranked.value.election.projects[0]).toEqual({
      id: 'a',
      cost: 10n,
      categories: ['路', '灯'],
      area: '东区',
    });
    const points = file('cumulative', 'max_sum_points;4', 'voter_id;vote;points', '1;b,a;3,2');
    expect(points.ok ? 'read' : points.error).toBe(
      '第 1 张选票（选民 1）不能算：分数加起来 5 分，最多 4 分。',
    );
    const one = file('choose-1', 'max_sum_cost;1.5', 'voter_id;vote', '1;b');
    expect(one.ok ? 'read' : one.error).toContain('一共要 2，最多 1.5');
  });
});
