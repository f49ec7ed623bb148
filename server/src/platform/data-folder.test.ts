import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder } from './data-folder.ts';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { silentLog } from './log.ts';
import { describePlatformError } from './platform-error.ts';

const isRoot = process.getuid?.() === 0;

describe('a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liren-folder-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const problem = async (path = folder) => {
    const started = await startEmbeddedPostgres({ dataFolder: path, log: silentLog });
    if (!started.ok) return { ...started.error, text: describePlatformError(started.error) };
    await started.value.stop();
    return undefined;
  };

  it('half-written: refused and left as it is', async () => {
    const found = dataFolder(folder);
    await mkdir(found.cluster, { recursive: true });
    await writeFile(join(found.cluster, 'PG_VERSION'), '18\n');
    expect(await problem()).toMatchObject({
      code: 'half-written-data',
      values: { missing: 'cluster/global/pg_control' },
    });
    expect(await readdir(found.cluster)).toEqual(['PG_VERSION']);
  });

  it('written by another PostgreSQL', async () => {
    const found = dataFolder(folder);
    await mkdir(join(found.cluster, 'global'), { recursive: true });
    await mkdir(join(found.cluster, 'base'));
    await writeFile(join(found.cluster, 'PG_VERSION'), '17\n');
    await writeFile(join(found.cluster, 'global/pg_control'), '');
    await writeFile(found.databasePassword, 'p');
    expect(await problem()).toMatchObject({
      code: 'other-version-data',
      values: { found: '17', running: '18' },
    });
  });

  it('an interrupted first start is simply done again', async () => {
    const found = dataFolder(folder);
    await mkdir(join(`${found.database}.new`, 'cluster'), { recursive: true });
    await writeFile(join(`${found.database}.new`, 'cluster/PG_VERSION'), '18\n');
    await mkdir(found.database);
    expect(await problem()).toBeUndefined();
    expect(await readdir(folder)).not.toContain('database.new');
  });

  it('a file in its place', async () => {
    await writeFile(join(folder, 'data'), '');
    expect(await problem(join(folder, 'data'))).toMatchObject({ code: 'missing-right' });
  });

  it('root in a closed place is told which folder is closed; its owner may use it', async () => {
    await chmod(folder, 0o700);
    const closed = await problem(join(folder, 'data'));
    expect(closed?.values.path).toBe(isRoot ? folder : undefined);
    expect(closed?.text).toEqual(isRoot ? expect.stringContaining('LIREN_DATA') : undefined);
  });
});
