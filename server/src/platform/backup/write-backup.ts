import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Readable } from 'node:stream';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { findMigrationLevel } from '../../store/migrate.ts';
import { withClient } from '../connection.ts';
import { type PlatformError, platformError } from '../platform-error.ts';
import { isCode } from '../processes.ts';
import { type ArchiveWriter, type BackupHeader, headerName, writeArchive } from './archive.ts';
import { listTables, readSequences, type TableShape } from './schema.ts';

export interface BackupOptions {
  readonly connection: string;
  /** Attached files; absent when they lie in object storage, which has backups of its own. */
  readonly filesFolder: string | undefined;
  readonly target: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

export interface BackupSummary {
  readonly tables: number;
  readonly files: number;
  readonly sizeBytes: number;
}

/**
 * Copies everything as it stood at one instant into one file, while people go on working. Master keys are not in
 * it: whoever finds a backup alone cannot read the sealed values.
 */
export async function writeBackup(options: BackupOptions): Promise<Result<BackupSummary, PlatformError>> {
  const written = await withClient(options.connection, async (client) => {
    await client.query('SET statement_timeout = 0');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    if ((await findMigrationLevel(client)) === undefined) return err(platformError('nothing-to-back-up'));
    const header = await readHeader(client, options.now);
    let files = 0;
    const fill = async (writer: ArchiveWriter): Promise<void> => {
      await writer.add(headerName, Buffer.from(JSON.stringify(header, undefined, 1)));
      for (const table of header.tables) await addTable(client, table, writer);
      // After the tables: each row's file is there by then, and a file that no row names does no harm.
      if (options.filesFolder !== undefined) files = await addFiles(options.filesFolder, writer);
    };
    try {
      const sizeBytes = await writeArchive(options.target, fill);
      await client.query('COMMIT');
      return ok({ tables: header.tables.length, files, sizeBytes });
    } catch (error) {
      return err(explain(error, options.target));
    }
  });
  return written.ok ? written.value : written;
}

function explain(error: unknown, path: string): PlatformError {
  if (isCode(error, 'ENOSPC')) return platformError('disk-full', { path });
  const isFileSystem = error instanceof Error && 'syscall' in error && !(error instanceof pg.DatabaseError);
  if (!isFileSystem) throw error;
  return platformError('file-unwritable', { path, reason: error.message });
}

async function readHeader(client: pg.Client, now: number): Promise<BackupHeader> {
  const tables = await listTables(client);
  const migrations = await client.query<{ name: string; checksum: string }>(
    'SELECT name, checksum FROM migration ORDER BY name',
  );
  return {
    format: 1,
    madeAt: new Date(now).toISOString(),
    migrations: migrations.rows,
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    sequences: await readSequences(client),
  };
}

/** Pieces small enough to hold in memory, whatever the size of the table. */
const pieceBytes = 4 * 1024 * 1024;

async function addTable(client: pg.Client, table: TableShape, writer: ArchiveWriter): Promise<void> {
  const columns = table.columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows: Readable = client.query(
    copyTo(`COPY (SELECT ${columns} FROM public.${client.escapeIdentifier(table.name)}) TO STDOUT`),
  );
  let piece = 0;
  let held: Buffer[] = [];
  let heldBytes = 0;
  const flush = async (): Promise<void> => {
    if (heldBytes === 0) return;
    piece += 1;
    await writer.add(`tables/${table.name}/${String(piece).padStart(6, '0')}`, Buffer.concat(held));
    held = [];
    heldBytes = 0;
  };
  for await (const chunk of rows) {
    const bytes: Buffer = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    held.push(bytes);
    heldBytes += bytes.length;
    if (heldBytes >= pieceBytes) await flush();
  }
  await flush();
}

async function addFiles(folder: string, writer: ArchiveWriter): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return [];
    throw error;
  });
  let count = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path).catch((error: unknown) => {
      // Erased while we were copying: it must not be in the backup then.
      if (isCode(error, 'ENOENT')) return undefined;
      throw error;
    });
    if (bytes === undefined) continue;
    await writer.add(`files/${relative(folder, path).split(sep).join('/')}`, bytes);
    count += 1;
  }
  return count;
}
