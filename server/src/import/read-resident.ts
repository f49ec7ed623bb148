import type { CivilDate, Instant } from '@liren/core/basics/ids.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type HomeAddress, homeKey } from '@liren/core/registry/address.ts';
import { groupCalled, type PeopleGroup, type PeopleGroups } from '@liren/core/registry/groups.ts';
import {
  type IdentityNumberFault,
  type ReadIdentityNumber,
  readIdentityNumber,
} from '@liren/core/registry/identity-number.ts';
import { plainName } from '@liren/core/registry/plain-width.ts';
import type { Relation } from '@liren/core/registry/relations.ts';
import { normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import type { RowError } from './error-file.ts';
import type { Matched } from './match-columns.ts';
import type { HomeContext } from './read-home.ts';
import type { TableRow } from './read-table.ts';
import type { ResidentField, ResidentMapping } from './resident-mapping.ts';
import { RowReading } from './row-reading.ts';
import { dayReaders, readTime } from './times.ts';

/** One row of a household table understood. */
export interface ResidentRow {
  readonly row: number;
  readonly name: string;
  readonly identity: ReadIdentityNumber | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly home: HomeAddress;
  /** `homeKey` of the home. */
  readonly key: string;
  readonly relation: Relation;
  readonly since: CivilDate | undefined;
  /** Id of the place that is the micro grid; undefined where the table says nothing. */
  readonly grid: string | undefined;
  /** Groups that somebody is put in by hand. */
  readonly groups: readonly PeopleGroup[];
  /** Why somebody who asked to be erased is registered again. */
  readonly again: string | undefined;
}

export interface ResidentReader extends HomeContext {
  readonly mapping: ResidentMapping;
  readonly matched: Matched<ResidentField>;
  /** The grids of the community. */
  readonly grids: readonly { readonly id: string; readonly title: string }[];
  readonly now: Instant;
  /** Undefined where the charter names none. */
  readonly groups: PeopleGroups | undefined;
  /** Whether whoever takes the table in may put somebody in the group. */
  readonly maySet: (group: PeopleGroup) => boolean;
}

export const identityTexts: Readonly<Record<IdentityNumberFault, string>> = {
  'wrong-length': '身份证号不是 18 位。',
  'old-form': '这是 15 位的旧号码，请改成 18 位的。',
  rounded: '表格软件把号码当成数字，后几位已经丢了。请把这一栏设成“文本”，从原表重新粘贴。',
  'not-digits': '身份证号里有不该有的字符。',
  'no-such-date': '身份证号里的出生日期不存在。',
  'wrong-check-digit': '身份证号的校验位不对，有一位抄错了。',
};
export const mostNameCharacters = 50;

class Reading extends RowReading<ResidentField, ResidentReader> {
  name(): string {
    const name = plainName(this.text('name') ?? '');
    if (name === '') this.refuse('name', '没有姓名。');
    else if (name.length > mostNameCharacters) this.refuse('name', '姓名太长。');
    return name;
  }

  identity(): ReadIdentityNumber | undefined {
    const cell = this.text('identity');
    if (cell === undefined) return undefined;
    const read = readIdentityNumber(cell);
    if (!read.ok) return this.refuse('identity', identityTexts[read.error]);
    return read.value.bornOn > civilDateOf(this.reader.now)
      ? this.refuse('identity', '身份证号里的出生日期还没有到。')
      : read.value;
  }

  phone(): PhoneNumber | undefined {
    const cell = this.text('phone');
    if (cell === undefined) return undefined;
    const phone = normalisePhone(cell);
    return phone.ok ? phone.value : this.refuse('phone', '不是有效的电话号码。一格写一个，座机带区号。');
  }

  relation(): Relation {
    const cell = this.text('relation');
    return cell === undefined ? 'other' : (this.reader.mapping.relationOf.get(cell) ?? 'other');
  }

  since(): CivilDate | undefined {
    const cell = this.text('since');
    if (cell === undefined) return undefined;
    const at = readTime(dayReaders, cell);
    if (at === undefined)
      return this.refuse('since', `看不懂日期“${cell.slice(0, 30)}”，应形如 2026-11-22。`);
    return at > this.reader.now ? this.refuse('since', '日期在将来。') : civilDateOf(at);
  }

  grid(): string | undefined {
    const cell = this.text('grid');
    if (cell === undefined) return undefined;
    const found = this.reader.grids.find(({ id, title }) => id === cell || title === cell);
    return found?.id ?? this.refuse('grid', `本社区没有“${cell.slice(0, 30)}”这个网格。`);
  }

  groups(): readonly PeopleGroup[] {
    const { groups: known, maySet } = this.reader;
    const cell = this.text('groups');
    if (cell === undefined || known === undefined) return [];
    const found = new Set<PeopleGroup>();
    for (const word of wordsIn(known, cell)) {
      const group = groupCalled(known, word);
      if (group === undefined)
        this.refuse('groups', `没有“${word.slice(0, 30)}”这个人群。可以写：${titlesOf(known)}。`);
      else if (group.rule === undefined && !maySet(group))
        this.refuse('groups', `你的岗位不能登记“${group.title}”。`);
      // What a rule tells needs no row.
      else if (group.rule === undefined) found.add(group);
    }
    return [...found];
  }
}

const separators = /[、，,;；/|\s]+/;
/** The cell as one word if it is one, or as several. */
const wordsIn = (known: PeopleGroups, cell: string): readonly string[] =>
  groupCalled(known, cell) === undefined ? cell.split(separators).filter((word) => word !== '') : [cell];
const titlesOf = ({ groups }: PeopleGroups): string => groups.map(({ title }) => title).join('、');

/** The row as a resident of a home, or everything that is wrong with it. */
export function readResident(reader: ResidentReader, row: TableRow): ResidentRow | readonly RowError[] {
  const reading = new Reading(reader, row);
  const read = {
    row: row.row,
    name: reading.name(),
    identity: reading.identity(),
    phone: reading.phone(),
    home: reading.home(),
    relation: reading.relation(),
    since: reading.since(),
    grid: reading.grid(),
    groups: reading.groups(),
    again: reading.text('again'),
  };
  if (reading.errors.length > 0 || read.home === undefined) return reading.errors;
  return { ...read, home: read.home, key: homeKey(read.home) };
}
