import { readFile, writeFile } from 'node:fs/promises';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type ClassModel, suggestClass } from '@liren/core/text/classifier.ts';
import { type Learnt, readLearnt, writeLearnt } from '@liren/core/text/model-text.ts';
import { segmenters } from '../adapters/segment.ts';
import { evaluate, learn, type Material, prepare, type Report } from './learn.ts';
import { readColumns } from './read-columns.ts';
import { readTopics, shippedLearntFile } from './shipped.ts';

export interface SuggestOptions {
  readonly columns?: string;
  readonly json?: boolean;
  readonly train?: string;
  readonly label?: string;
  readonly background?: string;
  readonly report?: boolean;
  readonly out?: string;
  readonly model?: string;
}

type Print = (line: string) => void;

/** `liren suggest`: suggestions for a file, or learning from one; the error is told to the person as it is. */
export async function runSuggest(
  file: string | undefined,
  options: SuggestOptions,
  print: Print,
): Promise<Result<void, string>> {
  if (file === undefined && options.train === undefined) {
    return err('要读哪个文件？例如：liren suggest 工单.csv --columns 留言主题,留言详情 --json');
  }
  const columns = (options.columns ?? '')
    .split(/[,，]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (columns.length === 0) return err('请用 --columns 写明读哪几列，例如 --columns 留言主题,留言详情。');
  // The file is looked at before anything is learnt: a wrong name is told at once.
  const rows = file === undefined ? ok([]) : await readColumns(file, columns);
  if (!rows.ok) return rows;
  const learnt =
    options.train === undefined
      ? await readModel(options.model ?? shippedLearntFile)
      : await train(options.train, columns, options, print);
  if (!learnt.ok) return learnt;
  for (const [at, fields] of rows.value.entries()) print(lineOf(learnt.value.model, at + 1, fields, options));
  return ok(undefined);
}

async function readModel(file: string): Promise<Result<Learnt, string>> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return err(`读不到学习结果 ${file}。`);
  }
  const learnt = readLearnt(text);
  return learnt.ok ? learnt : err(`${file} 不是学习结果：${learnt.error}。`);
}

function lineOf(model: ClassModel, row: number, fields: readonly string[], { json }: SuggestOptions): string {
  const found = suggestClass(model, fields, segmenters().parts);
  const confidence = Math.round((found?.confidence ?? 0) * 1000) / 1000;
  if (json === true) {
    return JSON.stringify({ row, class: found?.class ?? null, confidence, why: found?.why ?? [] });
  }
  if (found === undefined) return `${row}\t看不出来`;
  return `${row}\t${found.class}\t${Math.round(confidence * 100)}%\t${found.why.join('、')}`;
}

async function train(
  file: string,
  columns: readonly string[],
  options: SuggestOptions,
  print: Print,
): Promise<Result<Learnt, string>> {
  const { label, background, report, out } = options;
  if (label === undefined) return err('请用 --label 写明已分类的列，例如 --label 一级分类。');
  const labelled = await readColumns(file, [...columns, label]);
  if (!labelled.ok) return labelled;
  const unlabelled = background === undefined ? ok([]) : await readColumns(background, columns);
  if (!unlabelled.ok) return unlabelled;
  const material = materialOf(labelled.value, unlabelled.value, await readTopics());
  if (material.labelled.length < 20)
    return err(`${file} 里有分类的只有 ${material.labelled.length} 行，至少要 20 行。`);
  const started = performance.now();
  const prepared = prepare(material, segmenters());
  const learnt = learn(
    prepared,
    `${material.labelled.length} 条已分类，${material.background.length} 条未分类，加种子词`,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  print(`学习了 ${material.labelled.length} 行，用时 ${seconds} 秒，记住 ${learnt.model.words.size} 个词。`);
  const figures = report === true ? reportText(evaluate(prepared)) : undefined;
  if (figures !== undefined) print(figures);
  const told: Learnt = figures === undefined ? learnt : { ...learnt, about: `${learnt.about}。${figures}` };
  if (out !== undefined) {
    await writeFile(out, writeLearnt(told));
    print(`学习结果存在 ${out}。`);
  }
  return ok(told);
}

/** The label is the last cell of a labelled row. Texts of the labelled file do not count again as background. */
function materialOf(
  labelled: readonly (readonly string[])[],
  unlabelled: readonly (readonly string[])[],
  seeds: Material['seeds'],
): Material {
  const texts = labelled
    .map((row) => ({ fields: row.slice(0, -1), class: (row.at(-1) ?? '').trim() }))
    .filter((text) => text.class !== '');
  const key = (fields: readonly string[]): string => (fields.at(-1) ?? '').trim();
  const own = new Set(texts.map(({ fields }) => key(fields)));
  return { labelled: texts, background: unlabelled.filter((fields) => !own.has(key(fields))), seeds };
}

function reportText(report: Report): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;
  const both = ({ accuracy, macroF1 }: Pick<Report, 'accuracy' | 'macroF1'>): string =>
    `准确率 ${percent(accuracy)}，宏平均 F1 ${percent(macroF1)}`;
  return [
    `分层 5 折交叉验证，5 个固定种子的平均；${report.texts} 条归为 ${report.groups} 组，几乎相同的不分开：`,
    `  ${both(report)}；把握与实际相差 ${percent(report.calibrationGap)}`,
    `  不用种子词：${both(report.withoutSeeds)}`,
    `  只用种子词：${both(report.seedsAlone)}`,
  ].join('\n');
}
