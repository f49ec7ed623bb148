import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('verify')
    .description('核验一份公开案卷')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren verify 还没有写好。 / liren verify is not there yet.'));
}
