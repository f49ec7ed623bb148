import { readFile } from 'node:fs/promises';
import { err, type Result } from '@liren/core/basics/result.ts';
import { type PabulibElection, readPabulib } from '@liren/core/budgeting/pabulib.ts';
import { parse } from 'csv-parse/sync';

export async function readPabulibFile(file: string): Promise<Result<PabulibElection, string>> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? err(`读不到 ${file}。`) : readPabulibText(text);
}

/** Files mix line ends, and quote where they please. */
export function readPabulibText(text: string): Result<PabulibElection, string> {
  try {
    return readPabulib(
      parse(text.replaceAll('\r', ''), {
        bom: true,
        delimiter: ';',
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        max_record_size: 1_000_000,
      }),
    );
  } catch {
    return err('文件里的引号没有成对，读不下去。');
  }
}
