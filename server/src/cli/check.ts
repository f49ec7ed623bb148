import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('check')
    .description('检查程序和章程文件')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren check 还没有写好。 / liren check is not there yet.'));
}
