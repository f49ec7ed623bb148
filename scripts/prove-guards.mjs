// Takes every guard of an invariant out, one at a time, in a copy of the project, and sees its tests turn red.
//
//   node scripts/prove-guards.mjs                 all guards
//   node scripts/prove-guards.mjs --invariant 4   those of one invariant
//
// scripts/guards.json lists them: the file, the exact text that is the guard, what stands there without it, and the
// tests that must fail then.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const workspaces = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).workspaces;
const skipped = new Set(['node_modules', 'dist', '.git', '.data', 'data']);

const { values } = parseArgs({ options: { invariant: { type: 'string' }, guard: { type: 'string' } } });
const all = JSON.parse(readFileSync(join(root, 'scripts/guards.json'), 'utf8'));
const guards = all.filter(
  (guard) =>
    (values.invariant === undefined || String(guard.invariant) === values.invariant) &&
    (values.guard === undefined || guard.guard.includes(values.guard)),
);

/** The project without its history; packages are linked, except our own, which must be the copied ones. */
function copyProject() {
  const copy = mkdtempSync(join(tmpdir(), 'liren-guards-'));
  for (const name of [...workspaces, 'scripts', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
    if (!existsSync(join(root, name))) continue;
    const keep = (path) => !skipped.has(path.slice(root.length).split('/').at(-1));
    cpSync(join(root, name), join(copy, name), { recursive: true, filter: keep });
  }
  const modules = join(copy, 'node_modules');
  mkdirSync(join(modules, '@liren'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name === '@liren' || name === '.cache' || name.startsWith('.vite')) continue;
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const name of workspaces) symlinkSync(join(copy, name), join(modules, '@liren', name));
  return copy;
}

/** The vitest project that holds a test. */
function projectOf(test) {
  if (test.startsWith('e2e/')) return 'e2e';
  return /^(server|scripts)\//.test(test) ? 'server' : 'unit';
}

/** What became of the tests: how many passed and failed, and the end of what was said. */
function runTests(copy, tests) {
  const report = join(copy, 'report.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=json', `--outputFile.json=${report}`];
  const projects = [...new Set(tests.map(projectOf))].flatMap((project) => ['--project', project]);
  const args = ['--no-install', 'vitest', 'run', ...projects, '--bail', '1', ...tests, ...reporters];
  const run = spawnSync('npx', args, {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, LIREN_WITHOUT_GUARD: '1' },
    timeout: 300_000,
  });
  if (!existsSync(report)) return { passed: 0, failed: 0, said: `${run.stdout}${run.stderr}`.slice(-2000) };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8'));
  return { passed, failed, said: `${run.stdout}${run.stderr}`.slice(-2000) };
}

/** The file without its guard; undefined when the guard is no longer there, or stands more than once. */
function withoutGuard(source, { find, replace, also = [] }) {
  let text = source;
  for (const cut of [{ find, replace }, ...also]) {
    if (text.split(cut.find).length !== 2) return undefined;
    text = text.replace(cut.find, () => cut.replace);
  }
  return text;
}

const copy = copyProject();
const wrong = [];
const say = (text) => process.stdout.write(`${text}\n`);

/** Tests that are red anyway prove nothing. */
function expectGreen() {
  const runs = new Map(guards.map(({ tests }) => [`${tests}`, tests]));
  for (const tests of runs.values()) {
    const { passed, failed, said } = runTests(copy, tests);
    if (passed > 0 && failed === 0) continue;
    wrong.push(tests.join(' '));
    say(`守卫都在时测试就没有通过：${tests.join(' ')}\n${said}`);
  }
}

function prove(guard) {
  const { invariant, file, tests } = guard;
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const cut = withoutGuard(source, guard);
  const name = `不变量 ${invariant} · ${guard.guard}`;
  if (cut === undefined) {
    wrong.push(name);
    say(`✗ ${name}：${file} 里找不到这段守卫，或者不止一处；请更新 scripts/guards.json`);
    return;
  }
  writeFileSync(path, cut);
  const { failed, said } = runTests(copy, tests);
  writeFileSync(path, source);
  if (failed > 0) {
    say(`✓ ${name}：去掉后 ${failed} 个测试变红`);
    return;
  }
  wrong.push(name);
  say(`✗ ${name}：去掉后测试没有变红\n${said}`);
}

try {
  expectGreen();
  if (wrong.length === 0) for (const guard of guards) prove(guard);
} finally {
  rmSync(copy, { recursive: true, force: true });
}
say(`\n${guards.length - wrong.length} of ${guards.length} guards proved`);
process.exitCode = wrong.length === 0 && guards.length > 0 ? 0 : 1;
