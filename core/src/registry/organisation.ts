import { type HomeAddress, readHomeAddress, withoutAreas } from './address.ts';
import { plainName, plainWidth, withFigures } from './plain-width.ts';

/** 单位的一类: firm, shop, stationed unit, social organisation …, as the charter names them. */
export interface OrganisationKind {
  readonly id: string;
  readonly title: string;
  /** None is registered without a unified social credit code (GB 32100); small shops often have none. */
  readonly codeNeeded: boolean;
  /** It works under a qualification with a last day (社会组织登记证书, 许可证). */
  readonly qualified: boolean;
}

/** `code-needed`, `qualification-needed`: this kind has one. `day-needed`: a qualification has a last day. `no-qualification`: this kind has none. */
export type OrganisationFault = 'code-needed' | 'qualification-needed' | 'day-needed' | 'no-qualification';

/** What an organisation lacks, or has too much, for its kind. */
export function organisationFault(
  { codeNeeded, qualified }: OrganisationKind,
  told: {
    readonly code?: string | undefined;
    readonly qualification?: string | undefined;
    readonly qualifiedUntil?: string | undefined;
  },
): OrganisationFault | undefined {
  if (codeNeeded && told.code === undefined) return 'code-needed';
  const isQualified = told.qualification !== undefined || told.qualifiedUntil !== undefined;
  if (!qualified) return isQualified ? 'no-qualification' : undefined;
  if (told.qualification === undefined) return 'qualification-needed';
  return told.qualifiedUntil === undefined ? 'day-needed' : undefined;
}

export type Block = Pick<HomeAddress, 'compound' | 'building' | 'unit'>;

/** Up to the building and its stairwell: what follows (底商, 一层, 东侧) is no door of a home. */
const upToBuilding =
  /^(.*?(?:[0-9]{1,5}[A-Za-z]?|[A-Za-z][0-9]{0,4})\s*(?:号楼|号院|栋|幢|座)(?:\s*[0-9]{1,3}\s*单元)?)/;

/** The building that an organisation's address names, in the spelling of homes; undefined on a street or in a market. */
export function blockOf(address: string, areas: readonly string[]): Block | undefined {
  const whole = readHomeAddress(address);
  const front = upToBuilding.exec(withFigures(plainWidth(address)))?.[1];
  const read = whole.ok || front === undefined ? whole : readHomeAddress(`${front} 1`);
  if (!read.ok) return undefined;
  const { compound, building, unit } = read.value;
  return { compound: withoutAreas(compound.replace(/[·,，]/g, ''), areas), building, unit };
}

/** One text for one organisation that has no code, whatever the spelling of its name and address. */
export const organisationKey = (name: string, address: string): string =>
  `${plainName(name)}|${withFigures(plainName(address))}`;
