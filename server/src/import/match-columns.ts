import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { errorColumns, unguarded } from './error-file.ts';
import type { FileFault, TableRow } from './read-table.ts';

/** Which titles may fill each field, the first that the table has is taken; and those that fill none on purpose. */
export interface ColumnTitles<Field extends string> {
  readonly columns: Readonly<Partial<Record<Field, readonly string[] | undefined>>>;
  readonly ignore: readonly string[];
}
/** The column that fills each field, and those that fill none. */
export interface Matched<Field extends string> {
  readonly at: ReadonlyMap<Field, { readonly index: number; readonly title: string }>;
  readonly unused: readonly string[];
}

/** @param needed of each group of fields the table must have one; the words say what is missing. */
export function matchColumns<Field extends string>(
  { columns: titles, ignore }: ColumnTitles<Field>,
  columns: readonly string[],
  needed: readonly { readonly oneOf: readonly Field[]; readonly missing: string }[],
): Result<Matched<Field>, FileFault> {
  const at = new Map<Field, { index: number; title: string }>();
  for (const field of Object.keys(titles) as Field[]) {
    const title = titles[field]?.find((each) => columns.includes(each));
    if (title !== undefined) at.set(field, { index: columns.indexOf(title), title });
  }
  const lacking = needed.find(({ oneOf }) => !oneOf.some((field) => at.has(field)));
  if (lacking !== undefined) return err({ message: `${lacking.missing}表头是：${columns.join('、')}。` });
  const used = new Set([...at.values()].map(({ title }) => title));
  const known = [...ignore, ...errorColumns, ''];
  return ok({ at, unused: columns.filter((title) => !used.has(title) && !known.includes(title)) });
}

/** The cell that fills the field, trimmed; undefined when the table has none or it is empty. */
export function cellOf<Field extends string>(
  { at }: Matched<Field>,
  { cells }: TableRow,
  field: Field,
): string | undefined {
  const column = at.get(field);
  const cell = column === undefined ? '' : (cells[column.index]?.trim() ?? '');
  return cell === '' ? undefined : unguarded(cell);
}
