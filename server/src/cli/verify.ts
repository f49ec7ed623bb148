import type { Command } from 'commander';
import { fail } from './report.ts';

const help = `
不需要服务器、数据库和网络，任何人都可以在自己的电脑上核对一份导出的案卷：
  liren verify 案卷.json
  liren verify *.json --checkpoints 检查点清单.json
  liren verify 案卷.json --json
给出公布的票单，还会照这件事办理时的那一版程序重新计一遍票：
  liren verify 案卷.json --ballots 票单.json
只看案卷本身，能发现其中任何一条被改、被删、被调换、被插入；
末尾被截掉、整卷被重写，要与案卷之外得到的检查点清单对照才看得出来。
全部相符时退出码为 0，有任何一处不符为 1。`;

interface Options {
  readonly checkpoints?: string;
  readonly ballots?: readonly string[];
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('verify')
    .description('核对导出的案卷有没有被动过，不用连接任何服务器')
    .argument('<file...>', '导出的案卷，可以有几份')
    .option('--checkpoints <file>', '从别处得到的检查点清单')
    .option('--ballots <file...>', '公布的票单，可以有几份：重新计票，看结果对不对')
    .option('--json', '输出供程序读取的结果')
    .addHelpText('after', help)
    .action(verify);
}

async function verify(paths: readonly string[], { checkpoints, ballots, json }: Options): Promise<void> {
  const { reportAsJson, reportAsText, verifyFiles } = await import('../adapters/verify/verify-files.ts');
  const reports = verifyFiles(paths, checkpoints, ballots);
  process.stdout.write(json === true ? reportAsJson(reports) : reportAsText(reports));
  const wrong = reports.filter((report) => report.status !== 'whole').length;
  if (wrong > 0)
    fail(`${reports.length} 份中有 ${wrong} 份不能通过。 / ${wrong} of ${reports.length} did not verify.`);
}
