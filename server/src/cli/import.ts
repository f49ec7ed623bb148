import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('import')
    .description('导入房屋、居民和诉求')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren import 还没有写好。 / liren import is not there yet.'));
}
