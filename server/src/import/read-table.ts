import { Readable } from 'node:stream';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { type CsvError, parse } from 'csv-parse';
import { withoutControls } from '../usecases/without-controls.ts';
import { decodeText } from './decode.ts';
import { findTitles, type Titles } from './find-titles.ts';
import { unzippedBytes } from './unzipped-bytes.ts';

/** A file as rows of text under the titles of its columns. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}
export interface TableRow {
  /** As a spreadsheet counts: the titles are row 1. */
  readonly row: number;
  readonly cells: readonly string[];
}
/** Why a file could not be read at all, in words for whoever sent it. */
export interface FileFault {
  readonly message: string;
}

export const mostFileBytes = 20_000_000;
const mostUnzippedBytes = 200_000_000;
const mostRows = 100_000;
const mostColumns = 200;
const mostRecordCharacters = 1_000_000;

const fault = (message: string): Result<never, FileFault> => err({ message });
type Rows = Result<readonly (readonly string[])[], FileFault>;

/**
 * Reads CSV (any encoding that offices use; comma, semicolon or tab) or the first sheet of an XLSX file. Without words
 * to know the titles by, they are the first row that is not empty.
 * @param titlesIn the row that somebody said holds the titles, counted from 1.
 */
export async function readTable(
  bytes: Uint8Array,
  knownTitles?: ReadonlySet<string>,
  titlesIn?: number,
): Promise<Result<Table, FileFault>> {
  const rows = await readRows(bytes);
  return rows.ok ? tableOf(rows.value, knownTitles, titlesIn) : rows;
}

/** Every row as it stands, whatever the file is. */
export async function readRows(bytes: Uint8Array): Promise<Rows> {
  if (bytes.length > mostFileBytes)
    return fault(`文件最大 ${mostFileBytes / 1_000_000} MB，请分成几个文件。`);
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  if (head === 'd0cf11e0') return fault('这是旧的 .xls 文件。请另存为 .xlsx 或 CSV 再导入。');
  return head === '504b0304' ? readXlsx(Buffer.from(bytes)) : readCsv(bytes);
}

function firstRowTitles(all: readonly (readonly string[])[]): Titles {
  const first = all.findIndex((cells) => !isEmpty(cells));
  return { titles: (all[first] ?? []).map((title) => title.trim()), rowsAbove: first + 1 };
}

/** @param titlesIn the row that somebody said holds the titles, counted from 1. */
export function tableOf(
  all: readonly (readonly string[])[],
  known: ReadonlySet<string> | undefined,
  titlesIn?: number,
): Result<Table, FileFault> {
  const { titles, rowsAbove } =
    titlesIn === undefined
      ? ((known && findTitles(all, known)) ?? firstRowTitles(all))
      : { titles: (all[titlesIn - 1] ?? []).map((title) => title.trim()), rowsAbove: titlesIn };
  const columns = titles.slice(0, titles.findLastIndex((title) => title !== '') + 1);
  if (columns.length === 0) return fault('文件是空的。');
  if (columns.length > mostColumns) return fault(`最多 ${mostColumns} 栏。`);
  const twice = columns.find((title, i) => title !== '' && columns.indexOf(title) !== i);
  if (twice !== undefined) return fault(`表头里“${twice}”出现了两次。`);
  const rows = all
    .map((cells, i) => ({ row: i + 1, cells }))
    .slice(rowsAbove)
    .filter(({ cells }) => !isEmpty(cells));
  if (rows.length > mostRows) return fault(`一次最多导入 ${mostRows} 行，请分成几个文件。`);
  return ok({ columns, rows });
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

async function readCsv(bytes: Uint8Array): Promise<Rows> {
  const text = decodeText(bytes);
  if (!text.ok) return fault('看不懂文件的编码。请另存为 UTF-8 编码的 CSV，或 .xlsx。');
  const [firstLine = ''] = text.value.split('\n', 1);
  const parser = parse({
    delimiter: delimiterOf(firstLine),
    relax_column_count: true,
    max_record_size: mostRecordCharacters,
  });
  const rows: (readonly string[])[] = [];
  try {
    // In pieces, so that a long file does not hold up everybody else.
    for await (const record of Readable.from(piecesOf(withoutControls(text.value))).pipe(parser)) {
      rows.push(record as readonly string[]);
      if (rows.length > mostRows + 1) break;
    }
  } catch (error) {
    return fault(csvMessage(error as CsvError));
  }
  return ok(rows);
}

function csvMessage(error: CsvError): string {
  const line = Number(error['lines']);
  const where = Number.isFinite(line) ? `第 ${line} 行附近` : '文件里';
  return error.code === 'CSV_MAX_RECORD_SIZE' ? `${where}有一行太长。` : `${where}的引号没有成对，读不下去。`;
}

const delimiterOf = (line: string): string => {
  const counted = [',', '\t', ';'].map((sign) => ({ sign, times: line.split(sign).length }));
  return counted.sort((a, b) => b.times - a.times)[0]?.sign ?? ',';
};

function* piecesOf(text: string): Iterable<string> {
  const size = 65_536;
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function readXlsx(bytes: Buffer): Promise<Rows> {
  const unzipped = unzippedBytes(bytes);
  if (unzipped === undefined || unzipped > mostUnzippedBytes)
    return fault('这个 .xlsx 文件损坏了，或者太大。');
  const { readSheet } = await import('read-excel-file/node');
  try {
    const rows = (await readSheet(bytes)) as readonly (readonly unknown[])[];
    return ok(rows.map((cells) => cells.map((cell) => withoutControls(textOf(cell)))));
  } catch {
    return fault('读不了这个 .xlsx 文件。请用表格软件打开，另存一份再导入。');
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  // More digits than a spreadsheet keeps: the last are lost, and the text must show that.
  if (typeof cell === 'number' && Math.abs(cell) > Number.MAX_SAFE_INTEGER)
    return cell.toExponential().toUpperCase();
  if (!(cell instanceof Date)) return String(cell);
  // A spreadsheet's time has no zone: the reader gives it as if it were UTC. Fractions of a second are its rounding.
  const at = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString();
  return `${at.slice(0, 10)} ${at.slice(11, 19)}`;
}
