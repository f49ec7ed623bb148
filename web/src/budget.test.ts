import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test, vi } from 'vitest';

/** Compressed script before first use of a resident page. */
const limitBytes = 120 * 1024;
/** Of the phone app, fetched once over a good network and then kept. */
const gridLimitBytes = 150 * 1024;
const root = `${import.meta.dirname}/..`;

let chunks: Rolldown.OutputChunk[] = [];

beforeAll(async () => {
  // The test runner says 'test', with which React would be built in its much larger development form.
  vi.stubEnv('NODE_ENV', 'production');
  const built = await build({
    root,
    configFile: `${root}/vite.config.ts`,
    mode: 'production',
    logLevel: 'error',
    build: { write: false },
  });
  const outputs = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  vi.unstubAllEnvs();
  chunks = outputs.flatMap(({ output }) => output).filter((each) => each.type === 'chunk');
}, 240_000);

/** A script and everything it cannot start without. */
function startOf(name: string): Rolldown.OutputChunk[] {
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const needed = new Map<string, Rolldown.OutputChunk>();
  const take = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (chunk === undefined || needed.has(chunk.fileName)) return;
    needed.set(chunk.fileName, chunk);
    for (const file of chunk.imports) take(byFile.get(file));
  };
  take(chunks.find((chunk) => chunk.isEntry && chunk.name === name));
  return [...needed.values()];
}

const packagesOf = (some: readonly Rolldown.OutputChunk[]): Set<string> =>
  new Set(
    some.flatMap(({ moduleIds }) =>
      moduleIds.flatMap((id) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []),
    ),
  );

test('resident pages start within 120 KB of compressed script', () => {
  const start = startOf('site');
  expect(start.length).toBeGreaterThan(0);
  const bytes = start.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  console.info(
    `resident start: ${(bytes / 1024).toFixed(1)} KB of compressed script in ${start.length} files`,
  );
  expect(bytes).toBeLessThanOrEqual(limitBytes);
});

test('the phone app starts within 150 KB of compressed script, and brings no library of the staff pages', () => {
  const start = startOf('grid');
  expect(start.length).toBeGreaterThan(0);
  const bytes = start.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
  console.info(`phone app: ${(bytes / 1024).toFixed(1)} KB of compressed script in ${start.length} files`);
  expect(bytes).toBeLessThanOrEqual(gridLimitBytes);
  for (const name of ['antd', 'echarts', 'tus-js-client', '@ant-design/icons'])
    expect(packagesOf(start).has(name), name).toBe(false);
});

test('the service worker keeps the page, its start and what is fetched later, and waits for nothing else', () => {
  const worker = chunks.find(({ fileName }) => fileName === 'grid-worker.js');
  if (worker === undefined) throw new Error('no service worker was built');
  expect(worker.imports).toEqual([]);
  const kept: readonly string[] = worker.code.match(/[\w./-]+\.(?:js|css|html|svg)/g) ?? [];
  for (const { fileName } of startOf('grid')) expect(kept).toContain(fileName);
  expect(kept).toContain('grid.html');
  expect(
    chunks.some(
      ({ fileName, moduleIds }) =>
        kept.includes(fileName) && moduleIds.some((id) => id.includes('tus-js-client')),
    ),
  ).toBe(true);
  expect(kept.filter((file) => /staff|resident|antd|echarts/.test(file))).toEqual([]);
});

test('what only staff or later pages need is not in the start', () => {
  const site = packagesOf(startOf('site'));
  expect(site.has('react-dom')).toBe(true);
  for (const name of ['antd', 'echarts', 'tus-js-client', '@ant-design/icons'])
    expect(site.has(name), name).toBe(false);
  expect(packagesOf(startOf('staff')).has('echarts')).toBe(false);
});

test('no script of ours needs eval', () => {
  for (const { code, fileName } of chunks) expect(/\beval\(|new Function\(/.test(code), fileName).toBe(false);
});
