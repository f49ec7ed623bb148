import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

const help = `
怀疑有人把居民的信息拿出去了，用它列出谁在什么时候看过什么、写了什么理由。
结果是 CSV，写到屏幕上，可以存成文件；里面没有居民的姓名和号码，只有编号。
例子：
  liren who-saw --community zaohua --since 2026-11-01 > 谁看过.csv
  liren who-saw --community zaohua --since 2026-11-01 --until 2026-11-07
说明：docs/community/registry.md`;

export function register(program: Command): void {
  program
    .command('who-saw')
    .description('列出谁看过一个社区的个人信息')
    .requiredOption('--community <id>', '哪个社区')
    .requiredOption('--since <date>', '从哪一天起，写作 2026-11-01')
    .option('--until <date>', '到哪一天为止，那天也算；默认到现在')
    .addHelpText('after', help)
    .action(list);
}

const kinds = {
  resident: '底数里的人',
  organisation: '单位的联系人',
  matter: '事项',
  phone: '带到手机上',
  export: '整册导出',
} as const;
const parts: Readonly<Record<string, string>> = {
  identity: '身份证号',
  phone: '电话',
  matter: '反映的内容',
  record: '完整案卷',
  caller: '来电人以前的反映',
  day: '网格里的名单',
  export: '导出的名单',
};

interface Options {
  readonly community: string;
  readonly since: string;
  readonly until?: string;
}

async function list({ community, since, until }: Options): Promise<void> {
  const [{ addDays, instantOf, isCivilDate }, { civilDate }, { whoSaw }, { csvRow }] = await Promise.all([
    import('@liren/core/calendar/calendar.ts'),
    import('@liren/core/basics/ids.ts'),
    import('../usecases/who-saw.ts'),
    import('../import/error-file.ts'),
  ]);
  const wrong = [since, until].find((date) => date !== undefined && !isCivilDate(date));
  if (wrong !== undefined) return fail(`${wrong} 不是日期，写作 2026-11-01。`);
  await withWorld(async ({ deps }) => {
    if (deps.directory.findCommunity(community) === undefined) return fail(`没有社区 ${community}。`);
    const span = {
      since: instantOf(civilDate(since), 0),
      until: until === undefined ? deps.shell.now() + 1 : instantOf(addDays(civilDate(until), 1), 0),
    };
    const say = (cells: readonly string[]) => process.stdout.write(`${csvRow(cells)}\r\n`);
    // Spreadsheets of the country take a file without this mark for another encoding.
    process.stdout.write('\ufeff');
    say(['时间', '谁', '机构', '岗位', '看了哪一类', '看了什么', '编号', '多少人', '理由']);
    let count = 0;
    for await (const line of whoSaw(deps, community, span)) {
      count += 1;
      say([
        new Date(line.at + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
        line.name,
        line.organ,
        line.post,
        kinds[line.kind],
        parts[line.what] ?? line.what,
        line.about,
        String(line.residents),
        line.reason,
      ]);
    }
    process.stderr.write(`一共 ${count} 次。\n`);
  });
}
