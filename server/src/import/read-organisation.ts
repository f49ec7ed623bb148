import type { CivilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import { type CreditCode, type CreditCodeFault, readCreditCode } from '@liren/core/registry/credit-code.ts';
import {
  type Block,
  blockOf,
  type OrganisationFault,
  type OrganisationKind,
  organisationFault,
  organisationKey,
} from '@liren/core/registry/organisation.ts';
import { plainName, plainWidth } from '@liren/core/registry/plain-width.ts';
import { normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import type { OrganisationField } from './organisation-mapping.ts';
import { mostNameCharacters } from './read-resident.ts';
import { dayReaders, readTime } from './times.ts';

/** An organisation understood. */
export interface ReadOrganisation {
  readonly kind: string;
  readonly name: string;
  readonly code: CreditCode | undefined;
  readonly address: string;
  /** `organisationKey` of name and address. */
  readonly key: string;
  readonly block: Block | undefined;
  /** The micro grid that was told. */
  readonly grid: string | undefined;
  readonly contact: string | undefined;
  readonly phone: PhoneNumber | undefined;
  readonly qualification: string | undefined;
  readonly qualifiedUntil: CivilDate | undefined;
}
export type ToldOrganisation = Readonly<Partial<Record<OrganisationField, string | undefined>>>;
export interface OrganisationContext {
  readonly kindOf: (word: string) => OrganisationKind | undefined;
  /** Titles of the kinds, for who wrote another. */
  readonly kinds: readonly OrganisationKind[];
  /** The grids of the community. */
  readonly grids: readonly { readonly id: string; readonly title: string }[];
  /** Titles of the district, street and community, which some write before every address. */
  readonly areas: readonly string[];
  /** A building as the registry calls it now, whatever people write. */
  readonly called: (block: Block) => Block;
}
export interface FieldFault {
  readonly field: OrganisationField;
  readonly message: string;
}

export const codeTexts: Readonly<Record<CreditCodeFault, string>> = {
  'wrong-length': '统一社会信用代码不是 18 位。',
  'wrong-character': '统一社会信用代码里有不该有的字符（不用 I、O、S、V、Z）。',
  'wrong-check-character': '统一社会信用代码的校验位不对，有一位抄错了。',
};
const kindTexts: Readonly<Record<OrganisationFault, readonly [OrganisationField, string]>> = {
  'code-needed': ['code', '这一类单位要写统一社会信用代码。没有的小店登记成商户门店。'],
  'qualification-needed': ['qualification', '这一类单位要写资质，例如“社会团体法人登记证书”“4A 级”。'],
  'day-needed': ['qualifiedUntil', '写了资质，还要写到期日。'],
  'no-qualification': ['qualification', '这一类单位不登记资质。请核对单位类型。'],
};
const mostCharacters: Readonly<Partial<Record<OrganisationField, number>>> = {
  name: 100,
  address: 200,
  contact: mostNameCharacters,
  qualification: 100,
};

/** Reads what is told, gathering every fault. */
class Reading {
  readonly faults: FieldFault[] = [];
  private readonly told: ToldOrganisation;
  private readonly context: OrganisationContext;

  constructor(told: ToldOrganisation, context: OrganisationContext) {
    this.told = told;
    this.context = context;
  }

  refuse(field: OrganisationField, message: string): undefined {
    this.faults.push({ field, message });
    return undefined;
  }

  text(field: OrganisationField): string | undefined {
    const said = plainWidth(this.told[field] ?? '');
    const most = mostCharacters[field] ?? 100;
    if (said.length > most) return this.refuse(field, `太长，最多 ${most} 个字。`);
    return said === '' ? undefined : said;
  }

  needed(field: 'name' | 'address', words: string): string {
    const said = this.text(field);
    if (said === undefined && this.faults.every((fault) => fault.field !== field)) this.refuse(field, words);
    return said ?? '';
  }

  kind(): OrganisationKind | undefined {
    const said = this.text('kind') ?? '';
    const titles = this.context.kinds.map(({ title }) => title).join('、');
    return this.context.kindOf(said) ?? this.refuse('kind', `单位类型写成：${titles}。`);
  }

  code(): CreditCode | undefined {
    const said = this.text('code');
    if (said === undefined) return undefined;
    const code = readCreditCode(said);
    return code.ok ? code.value : this.refuse('code', codeTexts[code.error]);
  }

  phone(): PhoneNumber | undefined {
    const said = this.text('phone');
    if (said === undefined) return undefined;
    const phone = normalisePhone(said);
    return phone.ok ? phone.value : this.refuse('phone', '不是有效的电话号码。写一个，座机带区号。');
  }

  day(): CivilDate | undefined {
    const said = this.text('qualifiedUntil');
    if (said === undefined) return undefined;
    const at = readTime(dayReaders, said);
    return at === undefined
      ? this.refuse('qualifiedUntil', '看不懂这个日期，应形如 2027-12-31。')
      : civilDateOf(at);
  }

  grid(): string | undefined {
    const said = this.text('grid');
    if (said === undefined) return undefined;
    const found = this.context.grids.find(({ id, title }) => id === said || plainWidth(title) === said);
    return found?.id ?? this.refuse('grid', `本社区没有“${said.slice(0, 30)}”这个网格。`);
  }
}

/** What is told as an organisation, or everything that is wrong with it. */
export function readOrganisation(
  told: ToldOrganisation,
  context: OrganisationContext,
): Result<ReadOrganisation, readonly FieldFault[]> {
  const reading = new Reading(told, context);
  const name = plainName(reading.needed('name', '没有单位名称。'));
  const kind = reading.kind();
  const address = reading.needed('address', '没有地址。');
  const block = blockOf(address, context.areas);
  const read = {
    name,
    address,
    key: organisationKey(name, address),
    block: block && context.called(block),
    code: reading.code(),
    grid: reading.grid(),
    contact: reading.text('contact'),
    phone: reading.phone(),
    qualification: reading.text('qualification'),
    qualifiedUntil: reading.day(),
  };
  // What is written wrongly is told as such, not as missing.
  const fault = kind && reading.faults.length === 0 ? organisationFault(kind, read) : undefined;
  if (fault !== undefined) reading.refuse(...kindTexts[fault]);
  return kind === undefined || reading.faults.length > 0
    ? err(reading.faults)
    : ok({ ...read, kind: kind.id });
}
