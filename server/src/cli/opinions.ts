import { type Command, InvalidArgumentError, Option } from 'commander';
import { fail } from './report.ts';

const help = `
不用服务器，谁都能重算一张观点地图。文件是 Polis 导出的 votes.csv（voter-id、comment-id、vote 三列，vote 是 1 同意、-1 反对、
0 跳过；有 timestamp 一列的，按先后算）。同一个人对同一条观点答了几次，只算最后一次。
同一个文件夹里有 comments.csv 的，moderated 是 -1 的观点不参加分组，只留票数。
怎么算，见 docs/community/opinion-map.md。
例子：
  liren opinions vtaiwan.uberx/votes.csv --json`;

interface Options {
  readonly comments?: string;
  readonly maxGroups: number;
  readonly json: boolean;
}

function readMost(text: string): number {
  const most = Number(text);
  if (!Number.isInteger(most) || most < 2 || most > 10)
    throw new InvalidArgumentError('应是 2 到 10 的整数。');
  return most;
}

export function register(program: Command): void {
  program
    .command('opinions')
    .description('按一份观点投票算出观点地图：分几组，什么把大家连在一起，什么把大家分开')
    .argument('<file>', 'Polis 导出的 votes.csv')
    .option('--comments <file>', 'Polis 导出的 comments.csv；不写就看投票文件旁边有没有')
    .addOption(new Option('--max-groups <count>', '最多分几组').argParser(readMost).default(5))
    .option('--json', '输出一个 JSON', false)
    .addHelpText('after', help)
    .action(async (file: string, options: Options) => {
      const { runOpinions } = await import('../opinion/run-opinions.ts');
      const done = await runOpinions(file, options);
      if (done.ok) process.stdout.write(`${done.value}\n`);
      else fail(done.error);
    });
}
