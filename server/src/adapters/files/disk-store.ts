import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkKey, type FileStore } from './file-store.ts';

const isMissing = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  // Some file systems cannot sync a folder; the rename is then as durable as they make it.
  await folder.sync().catch(() => undefined);
  await folder.close();
}

/** Files under `root`, readable by the server's user only (0600). A crash leaves the old bytes or the new, never a part. */
export function createDiskStore(root: string): FileStore {
  const pathOf = (key: string): string => join(root, ...checkKey(key).split('/'));
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      const part = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      try {
        const file = await open(part, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(part, path);
      } catch (failure) {
        await rm(part, { force: true });
        throw failure;
      }
      await syncFolder(dirname(path));
    },
    get: async (key) => {
      try {
        const file = await open(pathOf(key), 'r');
        return file.createReadStream();
      } catch (failure) {
        if (isMissing(failure)) return undefined;
        throw failure;
      }
    },
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}
