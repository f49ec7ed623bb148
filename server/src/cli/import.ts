import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { fail } from './report.ts';
import { withWorld } from './with-world.ts';

type ImportReport = import('../usecases/import-tickets.ts').ImportReport;

interface Options {
  readonly mapping?: string;
  readonly community?: string;
  readonly dryRun?: true;
  readonly errors?: string;
}

const help = `
每一行要么整行进来，要么不进来；出错的行逐一列出原因。
同一个文件可以放心地再导入一次：来源和编号相同的不会多出一份。导到一半停了，再运行一次就接着导。
例子：
  liren import tickets 工单.csv --dry-run
  liren import tickets 工单.xlsx --community c1 --errors 出错的行.csv
说明：docs/operator/import.md`;

const residentsHelp = `
每一行要么整行进来，要么不进来；没有问题的行一起进来，中途断电断网，就一行也不进来。
同一个文件可以放心地再导入一次：已经在册的人不会多出一份；换了住处的人记成搬家。
身份证号和电话加密存放，页面上只显示头尾，看完整号码要写理由、留记录。
例子：
  liren import residents 底数.xlsx --community zaohua --dry-run
  liren import residents 底数.xlsx --community zaohua --errors 出错的行.csv
说明：docs/community/registry.md`;

const organisationsHelp = `
没有问题的行一起进来，中途断电断网，就一行也不进来；同一个文件可以放心地再导入一次。
统一社会信用代码按 GB 32100 校验；联系人和电话加密存放。
例子：
  liren import organisations 单位.xlsx --community zaohua --errors 出错的行.csv
说明：docs/community/organisations.md`;

export function register(program: Command): void {
  const command = program.command('import').description('导入别的系统的数据');
  command
    .command('tickets')
    .description('导入热线工单或网络留言（CSV、XLSX）')
    .argument('<file>', '表格文件，第一行是栏目名')
    .option('--mapping <file>', '栏目对照（YAML），缺省为 charters/imports/hotline-messages.yaml')
    .option('--community <id>', '没有写明社区的行归到哪个社区，缺省为街道')
    .option('--dry-run', '只检查，不导入')
    .option('--errors <file>', '把出错的行连同原因写成 CSV，改好可以再导入')
    .addHelpText('after', help)
    .action(importFile);
  command
    .command('residents')
    .description('导入一个社区的居民底数（CSV、XLSX）')
    .argument('<file>', '社区的居民表，表头可以占两行，上面可以有标题')
    .requiredOption('--community <id>', '哪个社区的底数')
    .option('--dry-run', '只检查，不导入')
    .option('--errors <file>', '把出错的行连同原因写成 CSV，改好可以再导入')
    .addHelpText('after', residentsHelp)
    .action(importResidentsFile);
  command
    .command('organisations')
    .description('导入一个社区的单位：企业、商户、驻区单位、社会组织（CSV、XLSX）')
    .argument('<file>', '单位表，要有单位名称、单位类型、地址')
    .requiredOption('--community <id>', '哪个社区的单位')
    .option('--dry-run', '只检查，不导入')
    .option('--errors <file>', '把出错的行连同原因写成 CSV，改好可以再导入')
    .addHelpText('after', organisationsHelp)
    .action(importOrganisationsFile);
  command
    .command('owners')
    .description('导入一个社区的业主：谁有哪一户，专有面积和份额（CSV、XLSX）')
    .argument('<file>', '业主表，要有业主姓名和住址（或者楼号、房号）')
    .requiredOption('--community <id>', '哪个社区的业主')
    .option('--dry-run', '只检查，不导入')
    .option('--errors <file>', '把出错的行连同原因写成 CSV，改好可以再导入')
    .addHelpText('after', ownersHelp)
    .action(importOwnersFile);
}

const ownersHelp = `
一户的业主要写全：表里没有再写的，记到导入前一天为止。一户里有一行出错，这一户都退回；别的户一起进来。
同一个文件可以放心地再导入一次。姓名、身份证号和统一社会信用代码加密存放。
例子：
  liren import owners 业主.xlsx --community zaohua --errors 出错的行.csv
说明：docs/community/registry.md`;

type TableOptions = Options & { readonly community: string };
type Report = import('@liren/core/basics/result.ts').Result<
  ImportReport,
  import('../import/read-table.ts').FileFault
>;
interface Asked {
  readonly deps: import('../http/deps.ts').Deps;
  readonly request: import('../usecases/import-residents.ts').ImportResidentsRequest;
}

/** A table of one community: its registry, or its organisations. */
async function importTable(
  file: string,
  { community, dryRun: isDry, errors }: TableOptions,
  take: (asked: Asked) => Promise<Report>,
): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const bytes = await readFile(resolve(file)).catch(() => undefined);
  if (bytes === undefined) return fail(`读不到文件 ${file}。`);
  const dryRun = isDry === true;
  await withWorld(async ({ deps }) => {
    const report = await take({
      deps,
      request: { bytes, fileName: basename(file), community, dryRun, progress },
    });
    if (!report.ok) return fail(report.error.message);
    await tell(report.value, dryRun, errors);
  });
}

async function importResidentsFile(file: string, options: TableOptions): Promise<void> {
  const { system } = await import('../usecases/actor.ts');
  const { importResidents } = await import('../usecases/import-residents.ts');
  await importTable(file, options, async ({ deps, request }) => {
    const report = await importResidents(deps, system, request);
    if (report.ok && report.value.moved > 0)
      process.stdout.write(`其中 ${report.value.moved} 人换了住处。\n`);
    return report;
  });
}

async function importOrganisationsFile(file: string, options: TableOptions): Promise<void> {
  const { system } = await import('../usecases/actor.ts');
  const { importOrganisations } = await import('../usecases/import-organisations.ts');
  await importTable(file, options, ({ deps, request }) => importOrganisations(deps, system, request));
}

async function importOwnersFile(file: string, options: TableOptions): Promise<void> {
  const { system } = await import('../usecases/actor.ts');
  const { importOwners } = await import('../usecases/import-owners.ts');
  await importTable(file, options, ({ deps, request }) => importOwners(deps, system, request));
}

async function importFile(file: string, options: Options): Promise<void> {
  const { readFile } = await import('node:fs/promises');
  const { readMapping } = await import('../import/mapping.ts');
  const { chartersFolder } = await import('../wiring.ts');
  const read = (path: string): Promise<Buffer | undefined> => readFile(path).catch(() => undefined);
  const bytes = await read(resolve(file));
  if (bytes === undefined) return fail(`读不到文件 ${file}。`);
  const mappingPath = options.mapping ?? `${chartersFolder}/imports/hotline-messages.yaml`;
  const source = await read(resolve(mappingPath));
  if (source === undefined) return fail(`读不到对照文件 ${mappingPath}。`);
  const mapping = readMapping(source.toString('utf8'));
  if (!mapping.ok) return fail(mapping.error);
  const { system } = await import('../usecases/actor.ts');
  const { importTickets } = await import('../usecases/import-tickets.ts');
  const { community } = options;
  const dryRun = options.dryRun === true;
  await withWorld(async ({ deps }) => {
    const request = { bytes, mapping: mapping.value, community, dryRun, progress };
    const report = await importTickets(deps, system, request);
    if (!report.ok) return fail(report.error.message);
    await tell(report.value, dryRun, options.errors);
  });
}

function progress(done: number, all: number): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${done} / ${all} 行${done === all ? '\n' : ''}`);
}

const mostListed = 20;

async function tell(report: ImportReport, dryRun: boolean, errorsPath: string | undefined): Promise<void> {
  const { rows, accepted, known, errors, errorFile, unusedColumns } = report;
  const wrong = new Set(errors.map(({ row }) => row)).size;
  const verb = dryRun ? '可以导入' : '导入';
  process.stdout.write(`共 ${rows} 行：${verb} ${accepted} 行，以前导入过 ${known} 行，出错 ${wrong} 行。\n`);
  if (unusedColumns.length > 0) process.stdout.write(`没有用到的栏目：${unusedColumns.join('、')}。\n`);
  for (const { row, field, message } of errors.slice(0, mostListed))
    process.stderr.write(`第 ${row} 行${field === '' ? '' : `“${field}”`}：${message}\n`);
  if (errors.length > mostListed) process.stderr.write(`……还有 ${errors.length - mostListed} 处。\n`);
  if (errorFile === undefined) return;
  process.exitCode = 1;
  if (errorsPath === undefined) {
    process.stderr.write('加上 --errors 文件名.csv，可以把出错的行存下来，改好再导入。\n');
    return;
  }
  const { writeFile } = await import('node:fs/promises');
  await writeFile(resolve(errorsPath), errorFile);
  process.stdout.write(`出错的行写在 ${errorsPath}，改好后再导入这个文件。\n`);
}
