import type { Command } from 'commander';
import type { SuggestOptions } from '../text/run-suggest.ts';
import { fail } from './report.ts';

const help = `
例子：
  liren suggest 工单.csv --columns 留言主题,留言详情 --json
  每行输出一条：{"row":1,"class":"城乡建设","confidence":0.93,"why":["物业","业主"]}
  row 是数据行的序号（列名行不算，从 1 起）；confidence 是这个分类正确的把握，0 到 1；
  why 是原文里支持这个分类的词。一个认识的词也没有时，class 是 null。

用自己的数据重新学习：
  liren suggest --train 已分类.csv --columns 留言主题,留言详情 --label 一级分类 --report
  加 --background 未分类.csv 让它知道哪些词常见，加 --out 模型.json 存下来，以后用 --model 模型.json。

分类只是建议，归哪一类由人决定。`;

export function register(program: Command): void {
  program
    .command('suggest')
    .description('读表格里的诉求，逐行建议一级分类，并说明理由')
    .argument('[file]', 'CSV 文件（UTF-8，第一行是列名）')
    .option('--columns <names>', '读哪几列，逗号分隔，标题在前：留言主题,留言详情')
    .option('--json', '每行输出一个 JSON')
    .option('--model <file>', '用这个学习结果，而不是随产品带的')
    .option('--train <file>', '先从这个已分类的 CSV 学习')
    .option('--label <name>', '已分类的列，例如 一级分类')
    .option('--background <file>', '没有分类的 CSV，只用来知道哪些词常见')
    .option('--report', '交叉验证，报告准确率')
    .option('--out <file>', '把学习结果存成文件')
    .addHelpText('after', help)
    .action(async (file: string | undefined, options: SuggestOptions) => {
      // `… | head` closes its end early; that is no fault.
      process.stdout.on('error', (error: NodeJS.ErrnoException) =>
        process.exit(error.code === 'EPIPE' ? 0 : 1),
      );
      const { runSuggest } = await import('../text/run-suggest.ts');
      const done = await runSuggest(file, options, (line) => process.stdout.write(`${line}\n`));
      if (!done.ok) fail(done.error);
    });
}
