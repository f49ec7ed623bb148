import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
社区一分为二、合并，或者几栋楼改归另一个社区管。先用 liren street 设立新社区，再把楼划过去：
户和住着的人、底数的历史、谁看过，都在新社区接着有；原社区留下“到哪天为止”。走访从头开始算，事项留在原来的社区办完。
居民划过去以后，请到新社区的“网格”里把这些户划进微网格。
例子：
  liren hand-over --from zaohua --to zaohua-2 --on 2026-12-01 --dry-run 柳荫里/3 柳荫里/4
  liren hand-over --from zaohua --to zaohua-2 --on 2026-12-01 柳荫里/3 柳荫里/4
没有小区名的楼写作 /3。说明：docs/operator/street.md`;

interface Options {
  readonly from: string;
  readonly to: string;
  readonly on: string;
  readonly dryRun: boolean;
}

export function register(program: Command): void {
  program
    .command('hand-over')
    .description('把几栋楼和住着的人划给另一个社区')
    .argument('<building...>', '哪些楼，写作 小区/楼号')
    .requiredOption('--from <community>', '现在是哪个社区')
    .requiredOption('--to <community>', '划给哪个社区')
    .requiredOption('--on <date>', '从哪一天起归那边，写作 2026-12-01；不能在将来')
    .option('--dry-run', '只看会怎样，什么都不写', false)
    .addHelpText('after', help)
    .action(handOver);
}

async function handOver(said: readonly string[], { from, to, on, dryRun }: Options): Promise<void> {
  const [{ isCivilDate }, { civilDate }, { handOverBuildings }] = await Promise.all([
    import('@liren/core/calendar/calendar.ts'),
    import('@liren/core/basics/ids.ts'),
    import('../usecases/hand-over-buildings.ts'),
  ]);
  if (!isCivilDate(on)) return fail(`${on} 不是日期，写作 2026-12-01。`);
  const buildings = said.map((each) => {
    const at = each.lastIndexOf('/');
    return { compound: each.slice(0, Math.max(at, 0)), building: each.slice(at + 1) };
  });
  await withWorld(async ({ deps }) => {
    const done = await handOverBuildings(deps, { from, to, buildings, on: civilDate(on), dryRun });
    if (!done.ok) return fail(done.error);
    const { homes, residents, known } = done.value;
    const what = `${buildings.length} 栋、${homes} 户、${residents} 人${known === 0 ? '' : `（其中 ${known} 人那边已经登记，合成一个人）`}`;
    process.stdout.write(dryRun ? `会划过去：${what}。什么都没有写。\n` : `划过去了：${what}。\n`);
  });
}
