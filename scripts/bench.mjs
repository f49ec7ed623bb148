// npm run bench [name…] [-- --rounds 5]: measures speed, each figure beside a peer or a limit measured in the same run.
import { parseArgs } from 'node:util';
import { ensureBundle, ensureInstalled, serverSources } from './install.mjs';

const names = [
  'engine',
  'commands',
  'growth',
  'start',
  'replay',
  'registry',
  'morning',
  'phone',
  'budgeting',
  'tally',
  'opinion',
  'ballots',
];
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, sizes: { type: 'string' }, help: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !names.includes(name));
if (values.help || unknown.length > 0) {
  process.stdout.write(`npm run bench [${names.join('|')}…] [-- --rounds N --sizes 10000,100000]\n`);
  process.exit(unknown.length > 0 ? 1 : 0);
}
ensureInstalled();
const options = {
  ...(values.rounds !== undefined && { rounds: Number(values.rounds) }),
  ...(values.sizes !== undefined && { sizes: values.sizes.split(',').map(Number) }),
};
for (const name of positionals.length > 0 ? positionals : names) {
  process.stdout.write(`\n── ${name}\n`);
  // Compiled as the server is: what is measured is what runs.
  const { bench } = await import(
    ensureBundle(`bench/${name}.ts`, [...serverSources, 'bench', 'e2e'], `bench/dist/${name}`)
  );
  await bench(options, (line) => process.stdout.write(`${line}\n`));
}
