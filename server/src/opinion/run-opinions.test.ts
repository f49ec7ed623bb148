import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runOpinions } from './run-opinions.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-opinions-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(votes: string, options: { readonly comments?: string; readonly json?: boolean } = {}) {
  const file = join(folder, 'votes.csv');
  await writeFile(file, votes);
  const comments = join(folder, 'said.csv');
  if (options.comments !== undefined) await writeFile(comments, options.comments);
  return runOpinions(file, {
    maxGroups: 5,
    json: options.json ?? true,
    ...(options.comments !== undefined && { comments }),
  });
}

/** Ten people for statements 1 to 8, ten against them; all for statement 9; nobody wrote down when. */
const camps = [
  'comment-id,voter-id,vote',
  ...Array.from({ length: 20 }, (_, voter) =>
    Array.from({ length: 9 }, (__, i) => `${i + 1},${voter},${i === 8 || voter % 2 === 0 ? 1 : -1}`),
  ).flat(),
].join('\n');
const texts = [
  'comment-id,moderated,comment-body',
  ...Array.from({ length: 9 }, (_, i) => `${i + 1},${i === 0 ? -1 : 1},"第 ${i + 1} 条, 全文"`),
].join('\n');

describe('liren opinions', () => {
  it('tells groups and statements of a file without times', async () => {
    const body = JSON.parse(unwrap(await run(camps, { comments: texts })));
    expect([body.participants, body.votes, body.sizes]).toEqual([20, 180, [10, 10]]);
    expect(new Set([body.groups[0], body.groups[1]])).toEqual(new Set([0, 1]));
    expect(body.statements[0]).toMatchObject({
      id: '1',
      agree: 10,
      disagree: 10,
      pass: 0,
      moderatedOut: true,
    });
    expect(body.statements[0].groups).toBeUndefined();
    expect(body.statements[1]).toMatchObject({ text: '第 2 条, 全文', unites: null });
    expect(body.statements[1].divides.agree).toHaveLength(1);
    expect(body.statements[8]).toMatchObject({ unites: 'agree', divides: null });
  });

  it('tells it in sentences', async () => {
    const text = unwrap(await run(camps, { comments: texts, json: false }));
    expect(text).toContain('20 人参加，180 票；20 人答得够多，分成 2 组。');
    expect(text).toContain(
      '9\t第 9 条, 全文\t各组都多数同意：甲组 10 人里 10 人同意，乙组 10 人里 10 人同意。',
    );
    expect(text).toContain('2\t第 2 条, 全文\t有分歧：甲组 10 人里 10 人同意；乙组 10 人里 10 人反对。');
    expect(text).toContain('1\t第 1 条, 全文\t主持人撤下了这一条，只留票数。');
  });

  it.each([
    ['comment-id,voter-id\n1,2', '没有列“vote”'],
    [
      'comment-id,voter-id,vote\n1,2,1\n1,3,5',
      '第 3 行：vote 是“5”，应是 1（同意）、-1（反对）或 0（跳过）。',
    ],
    ['comment-id,voter-id,vote\n1,,1', '第 2 行：缺投票人或观点的编号。'],
    ['timestamp,comment-id,voter-id,vote\n昨天,1,2,1', '第 2 行：timestamp 是“昨天”，应是毫秒数。'],
  ])('says what is wrong with %j', async (votes, told) => {
    const done = await run(votes);
    expect(done.ok ? '' : done.error).toContain(told);
  });
});
