// npm test: installs what is missing, runs everything, and ends with `N passed, N failed`.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ensureWebBuilt, root, run, say } from './install.mjs';
import { startOldestPostgres } from './oldest-postgres.mjs';
import { ensureBrowser } from './system-packages.mjs';

const total = { passed: 0, failed: 0 };
const failures = [];

/** A check that passes or fails as a whole counts as one test. */
function check(name, task) {
  say(`\n── ${name}`);
  const passed = task();
  total[passed ? 'passed' : 'failed'] += 1;
  if (!passed) failures.push(name);
}

const npx = (...args) => run('npx', ['--no-install', ...args]);

function runVitest(name, filters = [], environment = {}) {
  say(`\n── ${name}`);
  const report = join(root, 'node_modules/.cache/vitest-report.json');
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const env = { ...process.env, ...environment };
  const ended = run('npx', ['--no-install', 'vitest', 'run', ...filters, ...reporters], { env });
  const counts = existsSync(report) ? countVitest(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  total.passed += counts?.passed ?? 0;
  total.failed += counts?.failed ?? 0;
  if (counts === undefined || (!ended && counts.failed === 0)) {
    // A crash, or an error outside any test.
    total.failed += 1;
    failures.push(`${name} itself`);
  }
}

function runOnOldestPostgres() {
  const server = startOldestPostgres();
  if (server === undefined) {
    say('\n── PostgreSQL 15 is not installed here: its own run is left out.');
    return;
  }
  try {
    runVitest('stores on PostgreSQL 15', ['server/src/store', 'server/src/platform/backup'], {
      DATABASE_URL: server.url,
    });
  } finally {
    server.stop();
  }
}

/** A file that could not even be loaded has no tests to count: it counts as one that failed. */
function countVitest(report) {
  const counts = { passed: report.numPassedTests, failed: report.numFailedTests };
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of failed) failures.push(`${file.name.slice(root.length)} › ${test.fullName}`);
    if (file.status === 'failed' && failed.length === 0) {
      counts.failed += 1;
      failures.push(file.name.slice(root.length));
    }
  }
  const unrun = report.numPendingTests + report.numTodoTests;
  if (unrun > 0) say(`${unrun} tests did not run.`);
  return counts;
}

ensureInstalled();
check('browser and fonts', ensureBrowser);
check('web build', ensureWebBuilt);
check('biome', () => npx('biome', 'check', '.'));
check('types', () => npx('tsc', '--noEmit'));
check('charters', () => run(process.execPath, ['bin/liren.mjs', 'check']));
runVitest('vitest');
runOnOldestPostgres();

if (failures.length > 0) say(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
say(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
