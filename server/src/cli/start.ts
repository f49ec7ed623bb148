import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('start')
    .description('启动里仁')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren start 还没有写好。 / liren start is not there yet.'));
}
