import type { SheetData } from 'write-excel-file/node';
import { csvRow } from '../../import/error-file.ts';

export interface ExportSheet {
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Stands above and below the rows: who took it, when, for what, under which approval. */
  readonly marks: readonly string[];
}

/** A spreadsheet that carries its own warning on top and at the end; every cell is text, so that no number is cut short. */
export async function registryWorkbook({ titles, rows, marks }: ExportSheet): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String });
  const warning = marks.map((mark) => [{ value: mark, type: String, fontWeight: 'bold' as const }]);
  const data: SheetData = [
    ...warning,
    titles.map((value) => ({ value, fontWeight: 'bold' as const })),
    ...rows.map((cells) => cells.map(text)),
    ...warning,
  ];
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(data, {
    sheet: '居民底数',
    columns: titles.map((title) => ({ width: title === '住址' ? 36 : 20 })),
  }).toBuffer();
}

export function registryCsv({ titles, rows, marks }: ExportSheet): Buffer {
  const warning = marks.map((mark) => csvRow([mark]));
  const lines = [...warning, csvRow(titles), ...rows.map(csvRow), ...warning];
  return Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8');
}
