import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
一份居民名单流出来了，用它找是哪一次导出、谁下载的那一份。
每一份导出的住址写法都不一样（有的带空格，有的不带），删了抬头、排过序、只剩一部分，也认得出；
至少要有 10 行连着姓名和住址。文件可以是 .xlsx 或 CSV。
例子：
  liren who-leaked 流出的名单.xlsx --community zaohua
说明：docs/community/registry.md`;

export function register(program: Command): void {
  program
    .command('who-leaked')
    .description('认出一份流出的底数名单是哪一次导出的')
    .argument('<file>', '流出的文件')
    .requiredOption('--community <id>', '哪个社区')
    .addHelpText('after', help)
    .action(trace);
}

async function trace(file: string, { community }: { readonly community: string }): Promise<void> {
  const [{ readFile }, { readTable }, { leastLeakRows, whoLeaked }] = await Promise.all([
    import('node:fs/promises'),
    import('../import/read-table.ts'),
    import('../usecases/who-leaked.ts'),
  ]);
  const bytes = await readFile(file).catch(() => undefined);
  if (bytes === undefined) return fail(`打不开文件 ${file}。`);
  const table = await readTable(bytes);
  if (!table.ok) return fail(table.error.message);
  const rows = table.value.rows.map(({ cells }) => cells);
  await withWorld(async ({ deps }) => {
    if (deps.directory.findCommunity(community) === undefined) return fail(`没有社区 ${community}。`);
    const suspects = await whoLeaked(deps, community, rows);
    if (suspects.length === 0)
      return fail(`没有哪一份导出和这个文件有 ${leastLeakRows} 行以上相同的姓名和住址。`);
    for (const each of suspects) {
      const share = Math.round((each.fitting / each.rows) * 100);
      const taken = new Date(each.takenAt + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
      process.stdout.write(
        `${share >= 95 ? '相符' : '不像'}：第 ${each.n} 号第 ${each.copy} 份，${each.organ}${each.by} ${taken} 下载，用途“${each.purpose}”；${each.rows} 行里 ${each.fitting} 行写法一致（${share}%）。\n`,
      );
    }
    process.stdout.write('接近 100% 的就是那一份；别的份应当在 50% 上下。\n');
  });
}
