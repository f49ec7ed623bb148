import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { fail } from './report.ts';

const shipped = fileURLToPath(new URL('../../../charters', import.meta.url));

const help = `
不写路径，检查随产品带的全部章程和程序。路径可以是：
  一个程序文件      liren check my/procedures/road.yaml
  一个章程文件夹    liren check charters/gallery/beijing-12345
  整个 charters 文件夹
有问题时逐条列出：在哪个文件、哪个环节、为什么、怎么改、依据哪条法律；退出码为 1。`;

export function register(program: Command): void {
  program
    .command('check')
    .description('检查程序和章程文件：能不能走完、有没有时限、谁有权办、是否合法')
    .argument('[path]', '文件或文件夹', shipped)
    .option('--charter <id>', '按这个章程检查程序')
    .option('--on <date>', '按哪一天有效的法律检查，写作 2026-01-01；默认今天')
    .addHelpText('after', help)
    .action(check);
}

async function check(
  path: string,
  options: { readonly charter?: string; readonly on?: string },
): Promise<void> {
  const [{ checkPath }, { problemsText }, { civilDateOf, isCivilDate }, { civilDate, instant }] =
    await Promise.all([
      import('../adapters/charters/check-path.ts'),
      import('@liren/core/checker/problem.ts'),
      import('@liren/core/calendar/calendar.ts'),
      import('@liren/core/basics/ids.ts'),
    ]);
  const { charter, on } = options;
  if (on !== undefined && !isCivilDate(on)) {
    fail(`${on} 不是日期，写作 2026-01-01。`);
    return;
  }
  const day = on === undefined ? civilDateOf(instant(Date.now())) : civilDate(on);
  const report = checkPath(path, { shipped, on: day, ...(charter !== undefined && { charter }) });
  if (!report.ok) {
    fail(report.error);
    return;
  }
  const { checked, root, problems: found } = report.value;
  const problems = found.map((problem) => ({ ...problem, file: relative('.', join(root, problem.file)) }));
  if (problems.length === 0) {
    process.stdout.write(`没有问题。检查了 ${checked.length} 项：${checked.join('、')}。\n`);
    return;
  }
  fail(`${problemsText(problems)}\n\n共 ${problems.length} 个问题。`);
}
