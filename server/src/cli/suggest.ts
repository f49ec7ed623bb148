import type { Command } from 'commander';
import { fail } from './report.ts';

export function register(program: Command): void {
  program
    .command('suggest')
    .description('为诉求推荐事项分类')
    .allowUnknownOption()
    .allowExcessArguments()
    .action(() => fail('liren suggest 还没有写好。 / liren suggest is not there yet.'));
}
