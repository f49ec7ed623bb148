import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { finished } from 'node:stream/promises';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Migration, migrationsFolder, migrationTable, readMigrations } from '../../store/migrate.ts';
import { withClient } from '../connection.ts';
import { type PlatformError, platformError } from '../platform-error.ts';
import { type BackupHeader, readArchive, verifyArchive } from './archive.ts';
import { dropEverything, dropForeignKeys, listTables, writeSequences } from './schema.ts';

export interface RestoreOptions {
  readonly connection: string;
  readonly filesFolder: string;
  readonly source: string;
  /** Puts the backup in the place of whatever is there. */
  readonly replace: boolean;
  readonly migrationsFolder?: string;
}

export interface RestoreSummary {
  readonly madeAt: string;
  readonly tables: number;
  readonly files: number;
}

/**
 * Brings back a backup whole or not at all. The database gets the shape it had when the backup was made (a newer
 * Liren then migrates it at its next start), all in one transaction. Nobody else may use the database meanwhile.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Result<RestoreSummary, PlatformError>> {
  const header = await verifyArchive(options.source);
  if (!header.ok) return header;
  const migrations = await matchMigrations(header.value, options.migrationsFolder ?? migrationsFolder);
  if (!migrations.ok) return migrations;
  if (!options.replace && (await holdsFiles(options.filesFolder))) {
    return err(platformError('not-empty', { place: options.filesFolder }));
  }
  const staged = `${options.filesFolder}.restoring`;
  await rm(staged, { recursive: true, force: true });
  await mkdir(staged, { recursive: true });
  try {
    const restored = await withClient(options.connection, (client) =>
      inTransaction(client, () => load(client, options, header.value, migrations.value, staged)),
    );
    return restored.ok ? restored.value : restored;
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
}

/** The migrations that the backup's database had run; all must be ours, unchanged. */
async function matchMigrations(
  header: BackupHeader,
  folder: string,
): Promise<Result<Migration[], PlatformError>> {
  const ours = await readMigrations(folder);
  if (!ours.ok) throw new Error(`${ours.error.code} ${ours.error.name}`);
  const matched: Migration[] = [];
  for (const { name, checksum } of header.migrations) {
    const migration = ours.value.find((other) => other.name === name && other.checksum === checksum);
    if (migration === undefined) return err(platformError('backup-newer', { level: name }));
    matched.push(migration);
  }
  return ok(matched);
}

const holdsFiles = async (folder: string): Promise<boolean> =>
  (await readdir(folder).catch(() => [])).length > 0;

async function inTransaction<T>(
  client: pg.Client,
  task: () => Promise<Result<T, PlatformError>>,
): Promise<Result<T, PlatformError>> {
  await client.query('BEGIN');
  try {
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '60s'");
    const result = await task();
    await client.query(result.ok ? 'COMMIT' : 'ROLLBACK');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function load(
  client: pg.Client,
  options: RestoreOptions,
  header: BackupHeader,
  migrations: readonly Migration[],
  staged: string,
): Promise<Result<RestoreSummary, PlatformError>> {
  if (options.replace) await dropEverything(client);
  else if ((await listTables(client)).length > 0)
    return err(platformError('not-empty', { place: 'PostgreSQL' }));
  await client.query(migrationTable);
  for (const migration of migrations) await client.query(migration.sql);
  const foreignKeys = await dropForeignKeys(client);
  for (const { name } of header.tables) {
    await client.query(`DELETE FROM public.${client.escapeIdentifier(name)}`);
  }
  const files = await loadEntries(client, options.source, header, staged);
  for (const statement of foreignKeys) await client.query(statement);
  await writeSequences(client, header.sequences);
  // Before the commit: files without rows do no harm, rows without files would.
  await rm(options.filesFolder, { recursive: true, force: true });
  await rename(staged, options.filesFolder);
  return ok({ madeAt: header.madeAt, tables: header.tables.length, files });
}

async function loadEntries(
  client: pg.Client,
  source: string,
  header: BackupHeader,
  staged: string,
): Promise<number> {
  let files = 0;
  const copy = new TableCopy(client, header);
  await readArchive(source, async (name, bytes) => {
    const [kind, ...rest] = name.split('/');
    if (kind === 'tables') await copy.write(rest[0] ?? '', bytes);
    if (kind === 'files') {
      await writeFileUnder(staged, rest.join('/'), bytes);
      files += 1;
    }
  });
  await copy.end();
  return files;
}

/** Feeds the pieces of one table after another to COPY … FROM STDIN. */
class TableCopy {
  readonly #client: pg.Client;
  readonly #header: BackupHeader;
  #table = '';
  #stream: ReturnType<typeof copyFrom> | undefined;

  constructor(client: pg.Client, header: BackupHeader) {
    this.#client = client;
    this.#header = header;
  }

  async write(table: string, bytes: Buffer): Promise<void> {
    if (table !== this.#table) {
      await this.end();
      this.#begin(table);
    }
    const stream = this.#stream;
    if (stream === undefined) throw new Error('no table is being copied');
    await new Promise<void>((done, fail) => {
      // A row that the database refuses ends the stream with its error, and the callback gets it.
      stream.write(bytes, (error) => (error ? fail(error) : done()));
    });
  }

  async end(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    if (stream === undefined) return;
    stream.end();
    await finished(stream);
  }

  #begin(table: string): void {
    const shape = this.#header.tables.find((other) => other.name === table);
    if (shape === undefined) throw new Error(`the backup does not list its table ${table}`);
    const columns = shape.columns.map((column) => this.#client.escapeIdentifier(column)).join(', ');
    const target = `public.${this.#client.escapeIdentifier(table)}`;
    this.#table = table;
    this.#stream = this.#client.query(copyFrom(`COPY ${target} (${columns}) FROM STDIN`));
    // Heard again by `write` or `end`; unheard, the error would end the process.
    this.#stream.on('error', () => {});
  }
}

async function writeFileUnder(folder: string, name: string, bytes: Buffer): Promise<void> {
  const path = resolve(folder, name);
  if (!path.startsWith(folder + sep)) throw new Error(`the backup names a file outside its folder: ${name}`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes, { flush: true });
}
