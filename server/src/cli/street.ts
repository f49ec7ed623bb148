import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('street')
    .description('设立一条街道：地点、社区和机构，从一个 YAML 文件读入；改了可以再运行')
    .argument('<file>', '写法见 docs/operator/street.example.yaml')
    .action(async (file: string) => {
      const { parse } = await import('yaml');
      const { withWorld } = await import('./with-world.ts');
      const { readStreet } = await import('../street/read-street.ts');
      const { layStreet } = await import('../store/lay-street.ts');
      const { inTransaction } = await import('../usecases/transact.ts');
      const text = await readFile(file, 'utf8').catch(() => undefined);
      if (text === undefined) return fail(`读不到 ${file}。`);
      await withWorld(async ({ deps }) => {
        if (deps.mode === 'demo')
          process.stderr.write('注意：现在是演示模式，演示街道也在同一个数据库里。\n');
        const charters = new Map([...deps.library.charters].map(([id, loaded]) => [id, loaded.charter]));
        const plan = readStreet(parse(text), charters);
        if (!plan.ok) return fail(`这个文件还不能用：\n${plan.error.map((each) => `  ${each}`).join('\n')}`);
        await inTransaction(deps.shell.pool, (client) => layStreet(client, plan.value));
        const { communities, organs } = plan.value;
        process.stdout.write(
          `已设立：${communities.length - 1} 个社区、${organs.length} 个机构。正在运行的服务重启后生效。\n接着添加工作人员：npx liren staff --help\n`,
        );
      });
    });
}
