import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tables } from '../store/schema.ts';
import { openExampleStreet } from '../testing/example-street.ts';
import { testDatabase } from '../testing/postgres.ts';

const program = fileURLToPath(new URL('../../../bin/liren.mjs', import.meta.url));
const database = testDatabase<Tables>();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liren-import-'));
  await openExampleStreet(database);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}
const run = (...words: readonly string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.url, LIREN_DATA: join(folder, 'data') };
    execFile(process.execPath, [program, ...words], { env, cwd: folder }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

it('takes a file in from the command line, says what is wrong, and goes on with the mended file', async () => {
  await writeFile(join(folder, '工单.csv'), '留言编号,留言主题\n1,路灯不亮\n2,\n');
  const first = await run('import', 'tickets', '工单.csv', '--errors', '错.csv');
  expect(first).toMatchObject({ code: 1 });
  expect(first.out).toContain('共 2 行：导入 1 行，以前导入过 0 行，出错 1 行。');
  expect(first.err).toContain('第 3 行“留言主题”：主题和内容不能都空着。');
  const mended = (await readFile(join(folder, '错.csv'), 'utf8')).replace('2,,', '2,井盖没了,');
  await writeFile(join(folder, '改.csv'), mended);
  const second = await run('import', 'tickets', '改.csv');
  expect(second).toMatchObject({ code: 0, out: '共 1 行：导入 1 行，以前导入过 0 行，出错 0 行。\n' });
  const missing = await run('import', 'tickets', '没有.csv');
  expect(missing).toMatchObject({ code: 1, err: '读不到文件 没有.csv。\n' });
}, 90_000);

it('takes a household table in, and says which row is wrong', async () => {
  await writeFile(join(folder, '底数.csv'), '姓名,住址\n王芳,东里3号楼501\n李强,东里\n');
  const words = ['import', 'residents', '底数.csv', '--community', 'c-east'];
  const first = await run(...words);
  expect(first.code).toBe(1);
  expect(first.out).toContain('共 2 行：导入 1 行，以前导入过 0 行，出错 1 行。');
  expect(first.err).toContain('第 3 行“住址”：看不出是几号楼。');
  expect((await run(...words)).out).toContain('导入 0 行，以前导入过 1 行');
  expect((await run('import', 'residents', '底数.csv')).err).toContain('--community');
}, 90_000);

it('gives, lists and takes back keys of programs', async () => {
  const added = await run('open311', 'add-key', '随手拍');
  expect(added.out).toMatch(/^liren-[\w-]{43}\n$/);
  const listed = await run('open311', 'list-keys');
  const [id = ''] = listed.out.split(' ');
  expect(listed.out).toContain('在用  随手拍');
  expect((await run('open311', 'revoke-key', id)).out).toBe('已停用。\n');
  expect((await run('open311', 'revoke-key', id)).code).toBe(1);
}, 90_000);
