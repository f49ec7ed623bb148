import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('demo')
    .description('载入演示街道')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren demo 还没有写好。 / liren demo is not there yet.'));
}
