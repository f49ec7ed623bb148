import { ok } from '@liren/core/basics/result.ts';
import { completions } from '@liren/core/budgeting/allocate.ts';
import { type AllocationConfig, ruleNames } from '@liren/core/budgeting/config.ts';
import { type Command, Option } from 'commander';
import { fail } from './report.ts';

const help = `
不用服务器，谁都能重算一次参与式预算。文件是 Pabulib 的 .pb 格式（https://pabulib.org/format）。
算法：
  greedy-cost   得票多的先选，放不下就跳过
  greedy-card   单位金额得票多的先选，放不下就跳过
  mes-cost      平等份额法：每人一份相同的钱，支持者一起付，价钱最低的先选；满意度按金额算
  mes-card      平等份额法；满意度按项目个数（打分票按分数）算
  --complete    平等份额法剩下的钱怎么用：greedy 按得票接着选；add1 每人一元一元地加，取还付得起的最后一次；
                add1-exhaustive 也是加，加到再也放不下别的项目为止
  都不写        文件里写明了算法和条件（里仁导出的都写明），就照文件算；没有写明，用 mes-cost
  --config      算法、选票和条件（上限、预留、互斥、最少支持）都写在一个 YAML 里，写法见 docs/community/budgeting.md
并列时编号小的在前（按文字比）。全部用整数和分数算，没有误差。
例子：
  liren allocate ballots.pb
  liren allocate Assen_2024.pb --rule mes-cost --complete add1 --json
  liren allocate Assen_2024.pb --config 规则.yaml --voter v17`;

interface Options {
  readonly rule?: AllocationConfig['rule'];
  readonly complete?: AllocationConfig['complete'];
  readonly config?: string;
  readonly voter?: string;
  readonly json: boolean;
}

export function register(program: Command): void {
  program
    .command('allocate')
    .description('按一份 .pb 选票算出哪些项目入选，并说明为什么')
    .argument('<file>', 'Pabulib 的 .pb 文件')
    .addOption(new Option('--rule <rule>', '用哪种算法').choices(ruleNames))
    .addOption(new Option('--complete <way>', '平等份额法剩下的钱怎么用').choices(completions))
    .addOption(new Option('--ties <way>', '并列时').choices(['id']).default('id'))
    .addOption(new Option('--config <file>', '算法、选票和条件（YAML）').conflicts(['rule', 'complete']))
    .option('--voter <id>', '只说明这个选民的一票：支持的哪些入选，带去多少钱')
    .option('--json', '输出一个 JSON', false)
    .addHelpText('after', help)
    .action(async (file: string, { config, rule, complete, voter, json }: Options) => {
      const { readAllocationConfig } = await import('@liren/core/budgeting/read-config.ts');
      const { readConfigFile, runAllocate } = await import('../budgeting/run-allocate.ts');
      const told = rule !== undefined || complete !== undefined;
      const read =
        config !== undefined
          ? await readConfigFile(config)
          : told
            ? readAllocationConfig({ rule: rule ?? 'mes-cost', ...(complete !== undefined && { complete }) })
            : ok(undefined);
      const done = read.ok ? await runAllocate(file, { config: read.value, voter, json }) : read;
      if (done.ok) process.stdout.write(`${done.value}\n`);
      else fail(done.error);
    });
}
