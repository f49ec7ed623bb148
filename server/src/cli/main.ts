import { Command } from 'commander';
import * as allocate from './allocate.ts';
import * as backup from './backup.ts';
import * as check from './check.ts';
import * as demo from './demo.ts';
import * as handOver from './hand-over.ts';
import * as importCommand from './import.ts';
import * as open311 from './open311.ts';
import * as opinions from './opinions.ts';
import * as replay from './replay.ts';
import * as restore from './restore.ts';
import * as retention from './retention.ts';
import * as rotateKeys from './rotate-keys.ts';
import * as staff from './staff.ts';
import * as start from './start.ts';
import * as street from './street.ts';
import * as suggest from './suggest.ts';
import * as verify from './verify.ts';
import * as whoLeaked from './who-leaked.ts';
import * as whoSaw from './who-saw.ts';

const description = `里仁：让一个社区把事情办完、把决定做好，人人看得见、查得到。

第一次使用，直接运行 npm start，然后打开 http://localhost:8080。
设置都在环境变量里：PORT、LIREN_DATA、DATABASE_URL、LIREN_MODE。写错了会指出是哪一个。`;

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Arguments:': '参数：',
  'Commands:': '命令：',
};

/** Each command is one file; its own work is loaded only when it is called, so that help answers at once. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('liren');
  program.description(description);
  program.helpOption('-h, --help', '显示这份说明');
  program.helpCommand('help [command]', '显示某个命令的说明');
  program.configureHelp({ styleTitle: (title) => titles[title] ?? title });
  program.showSuggestionAfterError();
  program.showHelpAfterError('（运行 liren help 查看全部命令）');
  const commands = [
    start,
    street,
    staff,
    check,
    verify,
    replay,
    backup,
    restore,
    demo,
    importCommand,
    handOver,
    open311,
    suggest,
    allocate,
    opinions,
    whoSaw,
    rotateKeys,
    retention,
    whoLeaked,
  ];
  for (const command of commands) command.register(program);
  await program.parseAsync([...argv]);
}
