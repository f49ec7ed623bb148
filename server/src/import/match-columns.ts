import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { errorColumns, unguarded } from './error-file.ts';
import { type Mapping, type TicketField, ticketFields } from './mapping.ts';
import type { FileFault, TableRow } from './read-table.ts';

/** The column that fills each field, and those that fill none. */
export interface Matched {
  readonly at: ReadonlyMap<TicketField, { readonly index: number; readonly title: string }>;
  readonly unused: readonly string[];
}

export function matchColumns(mapping: Mapping, columns: readonly string[]): Result<Matched, FileFault> {
  const at = new Map<TicketField, { index: number; title: string }>();
  for (const field of ticketFields) {
    const title = mapping.columns[field]?.find((each) => columns.includes(each));
    if (title !== undefined) at.set(field, { index: columns.indexOf(title), title });
  }
  const listed = `表头是：${columns.join('、')}。`;
  if (!at.has('title') && !at.has('text')) return err({ message: `表里没有主题栏，也没有内容栏。${listed}` });
  const used = new Set([...at.values()].map(({ title }) => title));
  const known = [...mapping.ignore, ...errorColumns, ''];
  return ok({ at, unused: columns.filter((title) => !used.has(title) && !known.includes(title)) });
}

/** The cell that fills the field, trimmed; undefined when the table has none or it is empty. */
export function cellOf({ at }: Matched, { cells }: TableRow, field: TicketField): string | undefined {
  const column = at.get(field);
  const cell = column === undefined ? '' : (cells[column.index]?.trim() ?? '');
  return cell === '' ? undefined : unguarded(cell);
}
