// node scripts/docs.mjs: draws every procedure under charters/ into docs/procedures. `--check` changes nothing and
// ends with 1 when a drawing no longer says what the files say.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

register();
const { proceduresAsDocs } = await import('./procedure-docs.ts');
const folder = fileURLToPath(new URL('../docs/procedures', import.meta.url));
const files = proceduresAsDocs();
mkdirSync(folder, { recursive: true });

if (process.argv.includes('--check')) {
  const there = readdirSync(folder);
  const stale = [...files].filter(
    ([name, text]) => !there.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
  );
  const left = there.filter((name) => !files.has(name));
  for (const name of [...stale.map(([each]) => each), ...left])
    process.stdout.write(`docs/procedures/${name} is out of date: run node scripts/docs.mjs\n`);
  process.exit(stale.length + left.length === 0 ? 0 : 1);
}
for (const name of readdirSync(folder)) if (!files.has(name)) rmSync(join(folder, name));
for (const [name, text] of files) writeFileSync(join(folder, name), text);
process.stdout.write(`docs/procedures: ${files.size} files\n`);
