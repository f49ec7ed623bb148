import type { Command } from 'commander';
import { fail, failPlatform, terminalLog } from './report.ts';

export function register(program: Command): void {
  program
    .command('start')
    .description('启动里仁：数据库、网页和接口')
    .option('--demo', '没有设置 LIREN_MODE 时，按演示模式启动（带一条演示街道）')
    .addHelpText(
      'after',
      '\n数据在 LIREN_DATA（缺省 ./.liren），端口在 PORT（缺省 8080）。Ctrl-C 停止；停止前会把手头的请求办完。',
    )
    .action(async ({ demo }: { demo?: boolean }) => {
      const { openInstallation } = await import('../platform/installation.ts');
      const { serve } = await import('../serve.ts');
      const environment = {
        ...process.env,
        ...(demo && !process.env['LIREN_MODE'] && { LIREN_MODE: 'demo' }),
      };
      const say = (text: string) => process.stdout.write(`${text}\n`);
      say('正在打开数据库……');
      const installation = await openInstallation({
        environment,
        log: terminalLog,
        now: Date.now(),
        access: 'alone',
      });
      if (!installation.ok) return failPlatform(installation.error);
      const { database, config } = installation.value;
      const served = await serve(installation.value, say);
      if (!served.ok) {
        await database.stop();
        return fail(served.error);
      }
      say(`里仁已经启动：${config.publicUrl}`);
      if (config.mode === 'demo')
        say('这是演示：打开网页，选一个角色就能进入。正式使用请设置 LIREN_MODE=production。');
      let stopping = false;
      const stop = async () => {
        if (stopping) return;
        stopping = true;
        say('正在停止……');
        await served.value.stop();
        await database.stop();
      };
      process.once('SIGINT', stop);
      process.once('SIGTERM', stop);
    });
}
