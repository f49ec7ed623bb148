import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
演示街道是虚构的：澄安区枣花巷街道，六个社区、两个月、五百多件事，停在每一个环节上。
没有搭完就断了，再运行一次会接着搭；已经搭好的，什么也不会多。
演示账号一点就能进入，所以 LIREN_MODE=production 的数据库里不能有它，有了也启动不了。`;

export function register(program: Command): void {
  program
    .command('demo')
    .description('载入演示街道（演示模式下 npm start 会自动载入）')
    .addHelpText('after', help)
    .action(() =>
      withWorld(async ({ deps, reloadDirectory, files }) => {
        if (deps.mode === 'production') {
          fail(
            '正式运行的数据库里不能放演示账号。请换一个 LIREN_DATA 或 DATABASE_URL，并去掉 LIREN_MODE=production。',
          );
          return;
        }
        const { ensureDemo } = await import('../demo/ensure-demo.ts');
        const say = (text: string) => process.stdout.write(`${text}\n`);
        const { built, matters, refusals } = await ensureDemo(
          { deps, reloadDirectory, store: files.store },
          say,
        );
        if (!built) say(`没有改动：库里已经有 ${matters} 件事项。`);
        if (refusals.length > 0)
          say(`有 ${refusals.length} 步没有照原来的故事走，因为中途时钟已经走过去了。`);
      }),
    );
}
