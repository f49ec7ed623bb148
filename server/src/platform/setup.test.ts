import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const lockfileSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      link: z.boolean().optional(),
      optionalDependencies: z.record(z.string(), z.string()).optional(),
      resolved: z.string().optional(),
    }),
  ),
});

/** npm looks beside the package, then beside each package around it. */
function findEntry(packages: Record<string, unknown>, from: string, name: string): boolean {
  for (let base = from; ; base = base.slice(0, Math.max(0, base.lastIndexOf('node_modules/') - 1))) {
    if (`${base === '' ? '' : `${base}/`}node_modules/${name}` in packages) return true;
    if (base === '') return false;
    if (!base.includes('node_modules/')) return `node_modules/${name}` in packages;
  }
}

describe('the lockfile', () => {
  const read = async () =>
    lockfileSchema.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))).packages;

  it('names the packages of every platform, or npm ci would refuse it', async () => {
    const packages = await read();
    const missing = Object.entries(packages).flatMap(([path, entry]) =>
      Object.keys(entry.optionalDependencies ?? {})
        .filter((name) => !findEntry(packages, path, name))
        .map((name) => `${path} wants ${name}`),
    );
    expect(missing).toEqual([]);
    expect(Object.keys(packages)).toContain('node_modules/@biomejs/cli-darwin-arm64');
  });

  it('records no download address, so that any registry will do', async () => {
    const fixed = Object.values(await read()).filter((entry) => entry.resolved !== undefined && !entry.link);
    expect(fixed).toEqual([]);
  });
});

const run = (script: string, args: readonly string[], nodeFlags: readonly string[] = []) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    execFile(process.execPath, [...nodeFlags, script, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });

describe('the command liren', () => {
  it('lists every command without loading what they need', async () => {
    const { code, output } = await run(join(root, 'bin/liren.mjs'), ['help']);
    expect(code).toBe(0);
    for (const command of [
      'start',
      'check',
      'verify',
      'replay',
      'backup',
      'restore',
      'demo',
      'import',
      'suggest',
    ]) {
      expect(output).toMatch(new RegExp(`^ {2}${command} `, 'm'));
    }
  });

  it('suggests the right command after a slip, and fails', async () => {
    const { code, output } = await run(join(root, 'bin/liren.mjs'), ['bakcup']);
    expect(code).toBe(1);
    expect(output).toContain('backup');
  });

  it('names the line of the source when it breaks', async () => {
    const broken = 'process.stdout.write = () => { throw new Error("the terminal is gone") }';
    const flags = ['--import', `data:text/javascript,${encodeURIComponent(broken)}`];
    const { code, output } = await run(join(root, 'bin/liren.mjs'), ['help'], flags);
    expect(code).not.toBe(0);
    expect(output).toContain('the terminal is gone');
    expect(output).toMatch(/server\/src\/cli\/main\.ts:\d+/);
  });

  it('runs the sources as they are where no bundle can be kept', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liren-unwritable-'));
    for (const part of ['bin', 'scripts', 'core', 'server/src', 'package.json', 'package-lock.json'])
      await cp(join(root, part), join(folder, part), { recursive: true });
    await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
    // Not even root can make a folder inside a file.
    await writeFile(join(folder, 'server/dist'), '');
    const { code, output } = await run(join(folder, 'bin/liren.mjs'), ['help']);
    await rm(folder, { recursive: true });
    expect(output).toContain('backup');
    expect(output).toContain('run as they are');
    expect(code).toBe(0);
  });

  it('says how to install what is missing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liren-bare-'));
    await cp(join(root, 'bin'), join(folder, 'bin'), { recursive: true });
    const { code, output } = await run(join(folder, 'bin/liren.mjs'), ['start']);
    await rm(folder, { recursive: true });
    expect(code).toBe(1);
    expect(output).toContain('npm start');
  });
});
