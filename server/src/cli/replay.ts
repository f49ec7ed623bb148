import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('replay')
    .description('从案卷重建全部视图')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren replay 还没有写好。 / liren replay is not there yet.'));
}
