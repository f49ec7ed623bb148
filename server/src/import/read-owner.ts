import { type HomeAddress, homeKey } from '@liren/core/registry/address.ts';
import { readCreditCode } from '@liren/core/registry/credit-code.ts';
import { readIdentityNumber } from '@liren/core/registry/identity-number.ts';
import {
  type AreaBasis,
  readArea,
  readShare,
  type Share,
  wholeShare,
} from '@liren/core/registry/ownership.ts';
import { plainName, plainWidth } from '@liren/core/registry/plain-width.ts';
import type { RowError } from './error-file.ts';
import type { Matched } from './match-columns.ts';
import type { OwnerField, OwnerMapping } from './owner-mapping.ts';
import type { HomeContext } from './read-home.ts';
import { codeTexts } from './read-organisation.ts';
import { identityTexts } from './read-resident.ts';
import type { TableRow } from './read-table.ts';
import { RowReading } from './row-reading.ts';

export interface HomeArea {
  readonly squareCentimetres: number;
  readonly basis: AreaBasis;
}
/** One row of a table of owners understood. */
export interface OwnerRow {
  readonly row: number;
  readonly home: HomeAddress;
  /** `homeKey` of the home. */
  readonly key: string;
  readonly name: string;
  /** The identity number of a person. */
  readonly identity: string | undefined;
  /** That, or the credit code of an organisation. */
  readonly number: string | undefined;
  readonly share: Share;
  readonly area: HomeArea | undefined;
}
export interface OwnerReader extends HomeContext {
  readonly mapping: OwnerMapping;
  readonly matched: Matched<OwnerField>;
}
/** A row with faults, and its home where that could be told. */
export interface FaultyOwner {
  readonly row: number;
  readonly key: string | undefined;
  readonly errors: readonly RowError[];
}

const mostCharacters = 100;

class Reading extends RowReading<OwnerField, OwnerReader> {
  name(): string {
    const name = plainName(this.text('name') ?? '');
    if (name === '') this.refuse('name', '没有业主姓名或者单位名称。');
    else if (name.length > mostCharacters) this.refuse('name', '姓名太长。');
    return name;
  }

  identity(): string | undefined {
    const cell = this.text('identity');
    if (cell === undefined) return undefined;
    const read = readIdentityNumber(cell);
    return read.ok ? read.value.number : this.refuse('identity', identityTexts[read.error]);
  }

  code(): string | undefined {
    const cell = this.text('code');
    if (cell === undefined) return undefined;
    const code = readCreditCode(cell);
    return code.ok ? code.value : this.refuse('code', codeTexts[code.error]);
  }

  share(): Share {
    const share = readShare(this.text('share') ?? '');
    if (share === undefined)
      this.refuse('share', '看不懂这个份额。写成 1/2、50%、二分之一；一个人有整套的空着。');
    return share ?? wholeShare;
  }

  area(): HomeArea | undefined {
    const cell = this.text('area');
    if (cell === undefined) return undefined;
    const squareCentimetres = readArea(cell);
    if (squareCentimetres === undefined)
      return this.refuse('area', '看不懂这个面积。写成 89.5，单位是平方米。');
    const basis = this.reader.mapping.basisOf.get(plainWidth(this.text('basis') ?? ''));
    return basis === undefined
      ? this.refuse('basis', '写明面积依据：产权登记、实测或者合同。加一栏“面积依据”。')
      : { squareCentimetres, basis };
  }
}

/** The row as an owner of a home, or everything that is wrong with it. */
export function readOwner(reader: OwnerReader, row: TableRow): OwnerRow | FaultyOwner {
  const reading = new Reading(reader, row);
  const home = reading.home();
  const [identity, code] = [reading.identity(), reading.code()];
  const read = { name: reading.name(), share: reading.share(), area: reading.area() };
  if (identity !== undefined && code !== undefined)
    reading.refuse('code', '身份证号和统一社会信用代码只写一个：业主是人，还是单位？');
  const key = home && homeKey(home);
  return reading.errors.length > 0 || home === undefined || key === undefined
    ? { row: row.row, key, errors: reading.errors }
    : { row: row.row, home, key, identity, number: identity ?? code, ...read };
}
