import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unwrap } from '@liren/core/basics/result.ts';
import { readLearnt } from '@liren/core/text/model-text.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { segmenters } from '../adapters/segment.ts';
import { evaluate, prepare } from './learn.ts';
import { readColumns } from './read-columns.ts';
import { runSuggest, type SuggestOptions } from './run-suggest.ts';
import { readTopics, shippedLearntFile } from './shipped.ts';
import { findComplaints } from './testing-complaints.ts';

const Line = z.object({
  row: z.number(),
  class: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  why: z.array(z.string()),
});
const classes = ['城乡建设', '环境保护', '交通运输', '教育文体', '劳动和社会保障', '商贸旅游', '卫生计生'];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-suggest-'));
});
afterAll(() => rm(folder, { recursive: true }));

const own = `\uFEFF编号,主题,详情,分类\r
1,"小区物业不管楼道,垃圾成堆","业主投诉三次，物业公司说""等通知""。
门禁也坏了。",城乡建设\r
2,化工厂偷排污水,河水发黑发臭，夜里尤其严重,环境保护\r
3,出租车拒载,司机不打表还绕路,交通运输\r
4,幼儿园又涨学费,家长没有收到通知,教育文体\r
5,工资拖了三个月,老板说没钱，劳动合同也不给,劳动和社会保障\r
6,景区强制购物,导游不买不让走,商贸旅游\r
7,医院误诊,医生没有看病历,卫生计生\r
8,……,？,\r
`;

async function file(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

async function suggest(path: string | undefined, options: SuggestOptions) {
  const lines: string[] = [];
  const done = await runSuggest(path, options, (line) => lines.push(line));
  return { done, lines };
}

test('one line a row, with class, confidence and reasons that stand in the row', async () => {
  const { done, lines } = await suggest(await file('own.csv', own), { columns: '主题,详情', json: true });
  expect(done.ok).toBe(true);
  const rows = lines.map((line) => Line.parse(JSON.parse(line)));
  expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(rows.slice(0, 7).map((row) => row.class)).toEqual(classes);
  for (const { why } of rows.slice(0, 7)) {
    expect(why.length).toBeGreaterThan(0);
    for (const word of why) expect(own).toContain(word);
  }
  expect(rows[7]).toEqual({ row: 8, class: null, confidence: 0, why: [] });
});

test('what is wrong is told with what to do', async () => {
  const path = await file('own.csv', own);
  const refused = async (each: string | undefined, options: SuggestOptions): Promise<string> => {
    const { done, lines } = await suggest(each, options);
    expect(lines).toEqual([]);
    return done.ok ? '' : done.error;
  };
  expect(await refused(path, { columns: '主题,内容' })).toMatch(/“内容”.*编号、主题、详情、分类/);
  expect(await refused(path, {})).toContain('--columns');
  expect(await refused(undefined, { columns: '主题' })).toContain('哪个文件');
  expect(await refused(join(folder, 'absent.csv'), { columns: '主题' })).toContain('读不到');
  expect(
    await refused(await file('gbk.csv', new Uint8Array([0xd6, 0xf7, 0xcc, 0xe2])), { columns: '主题' }),
  ).toContain('UTF-8');
  expect(await refused(await file('open.csv', '主题\n"没有收口'), { columns: '主题' })).toContain(
    '不是完整的 CSV',
  );
  expect(await refused(await file('empty.csv', ''), { columns: '主题' })).toContain('是空的');
  expect(await refused(path, { columns: '主题', train: path })).toContain('--label');
  expect(await refused(path, { columns: '主题', train: path, label: '分类' })).toContain('至少要 20 行');
  expect(await refused(path, { columns: '主题', model: path })).toContain('不是学习结果');
});

test('learning from a file of one’s own: kept, used again, the same each time', async () => {
  const header = '主题,分类';
  const rows = Array.from({ length: 12 }, (_, at) => [
    `第${at}次反映斑马鱼水族箱漏电,商贸旅游`,
    `孔雀园孔雀夜里鸣叫${at},环境保护`,
  ]);
  const path = await file('taught.csv', [header, ...rows.flat()].join('\n'));
  const out = join(folder, 'model.json');
  const options = { columns: '主题', train: path, label: '分类', json: true };
  const first = await suggest(path, { ...options, out });
  expect(first.done.ok).toBe(true);
  const again = await suggest(path, { columns: '主题', json: true, model: out });
  const named = again.lines.map((line) => Line.parse(JSON.parse(line)).class);
  expect(named.slice(0, 2)).toEqual(['商贸旅游', '环境保护']);
  const before = await readFile(out, 'utf8');
  await suggest(path, { ...options, out });
  expect(await readFile(out, 'utf8')).toBe(before);
});

test('what is shipped is words alone: small, no digits, no latin, no names of places', async () => {
  const text = await readFile(shippedLearntFile, 'utf8');
  expect(Buffer.byteLength(text)).toBeLessThan(400_000);
  const { model, rarity } = unwrap(readLearnt(text));
  expect(model.classes).toEqual(classes);
  const topics = await readTopics();
  const written = new Set(Object.values(topics).flatMap((lines) => lines.flatMap((line) => line.split(' '))));
  const { isName } = segmenters();
  const words = [...model.words.keys()];
  expect(words.filter((word) => !/^\p{Script=Han}{2,8}$/u.test(word))).toEqual([]);
  expect(words.filter((word) => isName(word) && !written.has(word))).toEqual([]);
  expect([...rarity.textsWith.keys()].filter((word) => !/^\p{Script=Han}{2,8}$/u.test(word))).toEqual([]);
});

const complaints = findComplaints();
if (complaints === undefined)
  process.stderr.write('skipped: class suggestion on real complaints (no test data)\n');

describe.runIf(complaints !== undefined)('on real complaints', () => {
  const columns = ['留言主题', '留言详情'];

  test('held-out accuracy and macro F1 stay above the floor, seed words help', {
    timeout: 120_000,
  }, async () => {
    const labelled = unwrap(
      await readColumns(join(complaints ?? '', 'labelled-495.csv'), [...columns, '一级分类']),
    );
    const unlabelled = unwrap(await readColumns(join(complaints ?? '', 'messages-4326.csv'), columns));
    const own = new Set(labelled.map((row) => row[1]?.trim()));
    const prepared = prepare(
      {
        labelled: labelled.map(([title = '', text = '', name = '']) => ({
          fields: [title, text],
          class: name,
        })),
        background: unlabelled.filter((row) => !own.has(row[1]?.trim())),
        seeds: await readTopics(),
      },
      segmenters(),
    );
    const report = evaluate(prepared, [7, 8]);
    expect(report.accuracy).toBeGreaterThan(0.88);
    expect(report.macroF1).toBeGreaterThan(0.88);
    expect(report.calibrationGap).toBeLessThan(0.08);
    expect(report.accuracy).toBeGreaterThan(report.withoutSeeds.accuracy);
  });
});
