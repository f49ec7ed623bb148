import { sha256Hex } from '@liren/core/basics/hash.ts';
import type { Instant } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Affairs, Choice } from '@liren/core/engine/types.ts';
import { normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import type { Whereabouts } from '../usecases/locate.ts';
import { titleFrom } from '../usecases/title-from.ts';
import type { RowError } from './error-file.ts';
import type { Mapping, TicketField } from './mapping.ts';
import { cellOf, type Matched } from './match-columns.ts';
import type { TableRow } from './read-table.ts';
import { readTime, type TimeReader } from './times.ts';

/** One row understood. */
export interface Ticket {
  readonly row: TableRow;
  /** What tells it from every other: its number in the system that it comes from, or its content. */
  readonly key: string;
  readonly number: string | undefined;
  readonly reportedAt: Instant | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly reporter: string | undefined;
  /** How the other system classed it: a hint for whoever dispatches, never an affair of ours. */
  readonly category: string | undefined;
  readonly affair: string | undefined;
  readonly urgency: string;
  readonly community: string | undefined;
  readonly where: Whereabouts;
  readonly input: JsonObject;
}

/** What words of a ticket may mean here. */
export interface Meanings {
  readonly affairs: Affairs;
  readonly grades: readonly Choice[];
  readonly communities: readonly { readonly id: string; readonly title: string }[];
  readonly places: readonly { readonly id: string; readonly title: string }[];
  readonly now: Instant;
}
export interface TicketReader {
  readonly mapping: Mapping;
  readonly matched: Matched<TicketField>;
  readonly times: readonly TimeReader[];
  readonly meanings: Meanings;
  /** How many columns the titles name. */
  readonly width: number;
}

/** Longest cell of each field that the opening form does not bound itself, in characters. */
const bounds: Partial<Record<TicketField, number>> = {
  number: 100,
  reporter: 100,
  category: 100,
  address: 200,
};
/** Two systems' clocks never agree. */
const clockMilliseconds = 86_400_000;
const yes = ['是', '同意', '公开', 'yes', 'true', '1'];
const no = ['否', '不同意', '不公开', 'no', 'false', '0'];

/** Reads one row, gathering every error in it. */
class RowReading {
  readonly errors: RowError[] = [];
  private readonly reader: TicketReader;
  private readonly row: TableRow;

  constructor(reader: TicketReader, row: TableRow) {
    this.reader = reader;
    this.row = row;
    const extra = row.cells.slice(reader.width).some((cell) => cell.trim() !== '');
    if (extra) this.refuse(undefined, `这一行有 ${row.cells.length} 栏，表头只有 ${reader.width} 栏。`);
  }

  refuse(field: TicketField | undefined, message: string): undefined {
    const title = field === undefined ? '' : (this.reader.matched.at.get(field)?.title ?? '');
    this.errors.push({ row: this.row.row, field: title, message });
    return undefined;
  }

  text(field: TicketField): string | undefined {
    const cell = cellOf(this.reader.matched, this.row, field);
    const most = bounds[field];
    if (cell === undefined || most === undefined || cell.length <= most) return cell;
    return this.refuse(field, `最多 ${most} 个字，这里有 ${cell.length} 个。`);
  }

  needed(field: TicketField): string {
    const before = this.errors.length;
    const cell = this.text(field);
    if (cell === undefined && this.errors.length === before) this.refuse(field, '不能为空。');
    return cell ?? '';
  }

  time(field: TicketField): Instant | undefined {
    const cell = this.text(field);
    if (cell === undefined) return undefined;
    const at = readTime(this.reader.times, cell);
    if (at === undefined)
      return this.refuse(field, `看不懂时间“${cell.slice(0, 30)}”，应形如 2026-11-22 10:00:00。`);
    if (at > this.reader.meanings.now + clockMilliseconds) return this.refuse(field, `时间 ${cell} 在将来。`);
    return at;
  }

  degrees(field: 'lat' | 'long', most: number): number | undefined {
    const cell = this.text(field);
    if (cell === undefined) return undefined;
    const value = /^[+-]?\d{1,3}(\.\d{1,20})?$/.test(cell) ? Number(cell) : Number.NaN;
    return Math.abs(value) <= most ? value + 0 : this.refuse(field, `应为 -${most} 到 ${most} 的度数。`);
  }

  phone(): PhoneNumber | undefined {
    const cell = this.text('phone');
    if (cell === undefined) return undefined;
    const phone = normalisePhone(cell);
    return phone.ok ? phone.value : this.refuse('phone', '不是有效的电话号码。');
  }

  yesNo(field: TicketField): boolean | undefined {
    const cell = this.text(field)?.toLowerCase();
    if (cell === undefined) return undefined;
    if (yes.includes(cell)) return true;
    return no.includes(cell) ? false : this.refuse(field, '应写“是”或“否”。');
  }

  /** The id that the word stands for: by the mapping, as an id, or as a title. */
  choice(
    field: 'affair' | 'urgency' | 'community' | 'place',
    known: readonly { readonly id: string; readonly title: string }[],
    usual?: string,
  ): string | undefined {
    const cell = this.text(field);
    if (cell === undefined) return usual;
    const meant = this.reader.mapping.values[field]?.[cell] ?? cell;
    const found = known.find(({ id }) => id === meant) ?? known.find(({ title }) => title === meant);
    return (
      found?.id ??
      this.refuse(field, `不认识“${cell.slice(0, 30)}”。请在对照文件的 values.${field} 里写上它对应什么。`)
    );
  }
}

/** The row as a ticket, or everything that is wrong with it. */
export function readTicket(reader: TicketReader, row: TableRow): Ticket | readonly RowError[] {
  const { defaults } = reader.mapping;
  const { affairs, communities, grades, places } = reader.meanings;
  const reading = new RowReading(reader, row);
  const number = reader.matched.at.has('number') ? reading.needed('number') : undefined;
  const text = reading.text('text');
  const title = reading.text('title') ?? titleFrom(text) ?? defaults.title;
  if (title === undefined) reading.refuse('title', '主题和内容不能都空着。');
  const [lat, long] = [reading.degrees('lat', 90), reading.degrees('long', 180)];
  const address = reading.text('address');
  const phone = reading.phone();
  const openText = reading.yesNo('openText');
  const location = {
    ...(lat !== undefined && long !== undefined && { lat, long }),
    ...(address !== undefined && { address }),
  };
  const grade = reading.choice(
    'urgency',
    grades.map(({ value, title: name }) => ({ id: value, title: name })),
    defaults.urgency,
  );
  const ticket: Ticket = {
    row,
    key: number ?? `#${sha256Hex(JSON.stringify(row.cells))}`,
    number,
    reportedAt: reading.time('reportedAt'),
    phone,
    reporter: reading.text('reporter'),
    category: reading.text('category'),
    affair: reading.choice('affair', Object.values(affairs), defaults.affair),
    urgency: grade ?? 'normal',
    community: reading.choice('community', communities, defaults.community),
    where: { lat, long, address, place: reading.choice('place', places) },
    input: {
      title: title ?? '',
      ...(text !== undefined && { text }),
      ...(Object.keys(location).length > 0 && { location }),
      ...(phone !== undefined && { phone }),
      ...(openText !== undefined && { openText }),
    },
  };
  return reading.errors.length > 0 ? reading.errors : ticket;
}
