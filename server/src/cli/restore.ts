import { resolve } from 'node:path';
import type { Command } from 'commander';
import { failPlatform, terminalLog } from './report.ts';

interface Options {
  readonly replace?: true;
  readonly check?: true;
}

export function register(program: Command): void {
  program
    .command('restore')
    .description('从备份文件恢复（先停掉里仁）')
    .argument('<file>', '备份文件')
    .option('--replace', '数据库里已有数据时，用备份整个替换它')
    .option('--check', '只核对备份文件是否完好，不恢复')
    .action(async (file: string, options: Options) => {
      const source = resolve(file);
      await (options.check ? checkOnly(source) : restore(source, options.replace === true));
    });
}

async function checkOnly(source: string): Promise<void> {
  const { verifyArchive } = await import('../platform/backup/archive.ts');
  const header = await verifyArchive(source);
  if (!header.ok) return failPlatform(header.error);
  process.stdout.write(`备份完好：${header.value.tables.length} 张表，备份于 ${header.value.madeAt}。\n`);
}

async function restore(source: string, replace: boolean): Promise<void> {
  const { access } = await import('node:fs/promises');
  const { readConfig } = await import('../platform/config.ts');
  const { dataFolder } = await import('../platform/data-folder.ts');
  const { openDatabase } = await import('../platform/installation.ts');
  const { restoreBackup } = await import('../platform/backup/restore-backup.ts');
  const config = readConfig(process.env);
  if (!config.ok) return failPlatform(config.error);
  const folder = dataFolder(config.value.dataFolder);
  const database = await openDatabase(config.value, { log: terminalLog, access: 'alone' });
  if (!database.ok) return failPlatform(database.error);
  try {
    const { connection } = database.value;
    const summary = await restoreBackup({ connection, filesFolder: folder.files, source, replace });
    if (!summary.ok) return failPlatform(summary.error);
    const { madeAt, tables, files } = summary.value;
    process.stdout.write(`已恢复 ${tables} 张表、${files} 个附件，备份于 ${madeAt}。\n`);
    const hasKey =
      config.value.key !== undefined ||
      (await access(folder.masterKey).then(
        () => true,
        () => false,
      ));
    if (!hasKey)
      process.stdout.write(`还缺主密钥：请把原来的 master.key 放到 ${folder.masterKey}，再启动里仁。\n`);
  } finally {
    await database.value.stop();
  }
}
