import { readFile } from 'node:fs/promises';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { CsvError, parse } from 'csv-parse/sync';

/** The named columns of every data row, in the order of the names. */
export type Columns = readonly (readonly string[])[];

/**
 * Reads columns of a CSV file in UTF-8 (with or without a byte order mark; quoted cells may hold line breaks).
 *
 * @param optional columns that stand behind the named ones, empty where the file has none.
 */
export async function readColumns(
  file: string,
  names: readonly string[],
  optional: readonly string[] = [],
): Promise<Result<Columns, string>> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    return err(`读不到文件 ${file}。请检查路径，文件名里有空格时加引号。`);
  }
  const text = decode(bytes);
  if (text === undefined) return err(`${file} 不是 UTF-8 编码。请在表格软件里另存为“CSV UTF-8”。`);
  const table = parseTable(text);
  if (!table.ok) return err(`${file} ${table.error}`);
  const [header, ...rows] = table.value;
  if (header === undefined) return err(`${file} 是空的：第一行应是列名。`);
  const titles = header.map((title) => title.trim());
  const missing = names.filter((name) => !titles.includes(name));
  if (missing.length > 0) {
    return err(`${file} 里没有列“${missing.join('”“')}”。这个文件的列是：${titles.join('、')}。`);
  }
  const places = [...names, ...optional].map((name) => titles.indexOf(name));
  return ok(rows.map((row) => places.map((place) => row[place] ?? '')));
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function parseTable(text: string): Result<readonly (readonly string[])[], string> {
  try {
    return ok(parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return err(`不是完整的 CSV：${error.message}`);
  }
}
