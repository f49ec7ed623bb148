import { resolve } from 'node:path';
import type { Command } from 'commander';
import { failPlatform, terminalLog } from './report.ts';

export function register(program: Command): void {
  program
    .command('backup')
    .description('把全部数据和附件备份成一个文件（里仁可以照常运行）')
    .argument('[file]', '备份文件，缺省为 liren-backup-年月日-时分秒.tar.gz')
    .addHelpText(
      'after',
      '\n主密钥（数据目录里的 master.key）不在备份里，请另外妥善保存一份：没有它，加密的个人信息读不出来。',
    )
    .action(async (file: string | undefined) => {
      const { readConfig } = await import('../platform/config.ts');
      const { dataFolder } = await import('../platform/data-folder.ts');
      const { openDatabase } = await import('../platform/installation.ts');
      const { writeBackup } = await import('../platform/backup/write-backup.ts');
      const config = readConfig(process.env);
      if (!config.ok) return failPlatform(config.error);
      const database = await openDatabase(config.value, { log: terminalLog, access: 'beside' });
      if (!database.ok) return failPlatform(database.error);
      try {
        const now = Date.now();
        const target = resolve(file ?? `liren-backup-${stamp(now)}.tar.gz`);
        const filesFolder = config.value.s3 ? undefined : dataFolder(config.value.dataFolder).files;
        const { connection } = database.value;
        const summary = await writeBackup({ connection, filesFolder, target, now });
        if (!summary.ok) return failPlatform(summary.error);
        const { tables, files, sizeBytes } = summary.value;
        const megabytes = (sizeBytes / 1_000_000).toFixed(2);
        process.stdout.write(`已备份 ${tables} 张表、${files} 个附件（${megabytes} MB）：\n${target}\n`);
      } finally {
        await database.value.stop();
      }
    });
}

/** '20261122-143000' in UTC+8. */
function stamp(now: number): string {
  const local = new Date(now + 8 * 3_600_000).toISOString();
  return `${local.slice(0, 10).replaceAll('-', '')}-${local.slice(11, 19).replaceAll(':', '')}`;
}
