import { quoted } from '../import/error-file.ts';

/**
 * One row of a CSV file. What a spreadsheet would take for a formula begins with an apostrophe: the words come from
 * people.
 */
export const csvRow = (cells: readonly string[]): string =>
  cells.map((text) => quoted(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)).join(',');
