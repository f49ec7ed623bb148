import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import tar from 'tar-stream';
import { z } from 'zod';
import { type PlatformError, platformError } from '../platform-error.ts';

/**
 * A backup is a gzipped tar: `liren-backup.json` first, then `tables/<table>/<number>` (pieces of one COPY text,
 * to be read in a row), `files/<path>`, and last `checksums.json`. Any tar program can look inside.
 */
export const headerName = 'liren-backup.json';
const checksumsName = 'checksums.json';

export const headerSchema = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
});
export type BackupHeader = z.infer<typeof headerSchema>;

/** SHA-256 of every entry in hex. */
const checksumsSchema = z.record(z.string(), z.string());

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface ArchiveWriter {
  add(name: string, bytes: Uint8Array): Promise<void>;
}

/**
 * Writes an archive that only gets its name when it is complete and on disk.
 * @returns its size in bytes.
 */
export async function writeArchive(
  path: string,
  fill: (writer: ArchiveWriter) => Promise<void>,
): Promise<number> {
  const draft = `${path}.part`;
  const pack = tar.pack();
  const checksums: Record<string, string> = {};
  const add = (name: string, bytes: Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      checksums[name] = sha256(bytes);
      pack.entry({ name, mode: 0o600 }, Buffer.from(bytes), (error) => (error ? reject(error) : resolve()));
    });
  const written = pipeline(pack, createGzip(), createWriteStream(draft, { mode: 0o600 }));
  const filled = (async () => {
    await fill({ add });
    await add(checksumsName, Buffer.from(JSON.stringify(checksums)));
    pack.finalize();
  })();
  try {
    // A full disk ends `written` while `filled` would wait for ever to be drained, so either may end us.
    await Promise.race([Promise.all([filled, written]), rejection(filled), rejection(written)]);
    const sizeBytes = await syncFile(draft);
    await rename(draft, path);
    await syncFolder(dirname(path));
    return sizeBytes;
  } catch (error) {
    pack.destroy();
    await written.catch(() => {});
    await rm(draft, { force: true });
    throw error;
  }
}

/** Settles only when the promise is rejected. */
const rejection = (promise: Promise<unknown>): Promise<never> =>
  new Promise((_, reject) => {
    promise.catch(reject);
  });

async function syncFile(path: string): Promise<number> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Makes a new name in `folder` survive a power cut; Windows has no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Reads every entry in order. What `visit` throws goes through; a damaged archive throws `DamagedArchive`. */
export async function readArchive(
  path: string,
  visit: (name: string, bytes: Buffer) => Promise<void>,
): Promise<void> {
  const extract = tar.extract();
  const fed = pipeline(createReadStream(path), createGunzip(), extract);
  // The loop below meets the same failure; unheard, this promise would end the process.
  fed.catch(() => {});
  let current = '';
  const damaged = (error: unknown): never => {
    throw new DamagedArchive(current === '' ? String(error) : current);
  };
  const entries = extract[Symbol.asyncIterator]();
  for (;;) {
    const next = await entries.next().catch(damaged);
    if (next.done) break;
    current = next.value.header.name;
    const chunks: Uint8Array[] = [];
    const content = next.value[Symbol.asyncIterator]();
    for (;;) {
      const chunk = await content.next().catch(damaged);
      if (chunk.done) break;
      if (chunk.value instanceof Uint8Array) chunks.push(chunk.value);
    }
    await visit(current, Buffer.concat(chunks));
  }
  await fed.catch(damaged);
}

export class DamagedArchive extends Error {}

/** Reads the whole archive once and compares every checksum, so that restoring never begins on a bad file. */
export async function verifyArchive(path: string): Promise<Result<BackupHeader, PlatformError>> {
  const found: Record<string, string> = {};
  let header: BackupHeader | undefined;
  let expected: Record<string, string> | undefined;
  const damaged = (part: string) => err(platformError('backup-damaged', { path, part }));
  try {
    await readArchive(path, async (name, bytes) => {
      if (name === headerName) header = headerSchema.parse(JSON.parse(bytes.toString('utf8')));
      if (name === checksumsName) expected = checksumsSchema.parse(JSON.parse(bytes.toString('utf8')));
      else found[name] = sha256(bytes);
    });
  } catch (error) {
    return damaged(error instanceof Error ? error.message : String(error));
  }
  if (header === undefined) return damaged(headerName);
  if (expected === undefined) return damaged(checksumsName);
  for (const name of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    if (expected[name] !== found[name]) return damaged(name);
  }
  return ok(header);
}
