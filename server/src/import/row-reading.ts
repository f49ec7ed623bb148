import type { HomeAddress } from '@liren/core/registry/address.ts';
import type { RowError } from './error-file.ts';
import { cellOf, type Matched } from './match-columns.ts';
import { type HomeContext, type HomeField, readHome } from './read-home.ts';
import type { TableRow } from './read-table.ts';

const mostCellCharacters = 200;

/** Reads one row of a table about homes, gathering every error in it. */
export abstract class RowReading<
  Field extends string,
  Reader extends HomeContext & { readonly matched: Matched<Field | HomeField> },
> {
  readonly errors: RowError[] = [];
  protected readonly reader: Reader;
  private readonly row: TableRow;

  constructor(reader: Reader, row: TableRow) {
    this.reader = reader;
    this.row = row;
  }

  refuse(field: Field | HomeField, message: string): undefined {
    const title = this.reader.matched.at.get(field)?.title ?? '';
    this.errors.push({ row: this.row.row, field: title, message });
    return undefined;
  }

  text(field: Field | HomeField): string | undefined {
    const cell = cellOf(this.reader.matched, this.row, field);
    return cell === undefined || cell.length <= mostCellCharacters
      ? cell
      : this.refuse(field, '这一格太长，最多 200 个字。');
  }

  home(): HomeAddress | undefined {
    const home = readHome((field) => this.text(field), this.reader);
    return home.ok ? home.value : this.refuse(home.error.field, home.error.message);
  }
}
