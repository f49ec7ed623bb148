import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
案卷是唯一的依据；列表、待办、公示、三率和搜索都是从案卷算出来的。
这个命令把它们从头再算一遍，和现有的逐行比较：
  缺少  案卷里有，现有的没有
  多余  现有的有，案卷里没有
  不同  两边都有，内容不一样
服务器可以照常运行。发现差异时退出码为 1；加 --repair 按案卷改正，改正期间写入会稍等。`;

const titles: Readonly<Record<string, string>> = {
  matter: '事项',
  task: '待办',
  notice: '公示',
  measure: '三率计数',
  matter_words: '搜索用词',
};

export function register(program: Command): void {
  program
    .command('replay')
    .description('从案卷重算全部视图，与现有的比较')
    .option('--repair', '按案卷改正差异')
    .addHelpText('after', help)
    .action(({ repair = false }: { readonly repair?: boolean }) =>
      withWorld(async ({ deps }) => {
        const { replayAll } = await import('../usecases/replay.ts');
        const say = (text: string) => process.stdout.write(`${text}\n`);
        const report = await replayAll(deps.shell, {
          repair,
          progress: (matters) => matters % 5000 === 0 && say(`已重算 ${matters} 件……`),
        });
        const size = `${report.matters} 件事项、${report.events} 条记录`;
        if (report.differences.length === 0) {
          say(`重算了 ${size}，与现有的完全一致。`);
          return;
        }
        const lines = report.differences.map(
          ({ table, missing, surplus, changed, examples }) =>
            `${titles[table] ?? table}：缺少 ${missing}，多余 ${surplus}，不同 ${changed}。例如 ${examples.join('、')}`,
        );
        const end = report.repaired ? '已按案卷改正。' : '加上 --repair 可以按案卷改正。';
        fail([`重算了 ${size}，与现有的不一致：`, ...lines, end].join('\n'));
      }),
    );
}
