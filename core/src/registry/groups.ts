/** Why a group is sensitive personal information, in the terms of 个人信息保护法 28 (2021-11-01). */
export const sensitivities = ['health', 'belief', 'status', 'child'] as const;
export type Sensitivity = (typeof sensitivities)[number];

/** Every part that is told must fit. */
export interface GroupRule {
  /** In whole years as the year of birth tells: `from` is inside, `below` is not. */
  readonly age?: { readonly from?: number; readonly below?: number };
  /** To the head of the home where they live now. */
  readonly relation?: readonly string[];
}

/** 人群: some residents of a community, known by a rule or by hand. */
export interface PeopleGroup {
  readonly id: string;
  readonly title: string;
  readonly rule?: GroupRule;
  readonly sensitive?: Sensitivity;
  /** Posts that learn who is in it; undefined for every post that uses the registry. */
  readonly see?: readonly string[];
  /** Posts that put somebody in or take them out; none where a rule tells. */
  readonly set: readonly string[];
  /** Whoever is in it has a named carer (结对帮扶), out of these posts; none where they need nobody. */
  readonly carers: readonly string[];
  /** What tables call it beside its title. */
  readonly words: readonly string[];
}

/** `charters/groups/<name>.yaml` */
export interface PeopleGroups {
  readonly id: string;
  /** Who may not see the rows sees no count below this. */
  readonly leastCount: number;
  readonly groups: readonly PeopleGroup[];
}

/** What rules look at; undefined where the registry does not know. */
export interface RuledResident {
  readonly bornYear: number | undefined;
  /** Undefined for who has left. */
  readonly relation: string | undefined;
}

/** Whether a rule tells that the resident is in the group in this year; what is not known tells nothing. */
export function fitsRule(
  { age, relation }: GroupRule,
  { bornYear, relation: theirs }: RuledResident,
  year: number,
): boolean {
  if (relation !== undefined && (theirs === undefined || !relation.includes(theirs))) return false;
  if (age === undefined) return true;
  if (bornYear === undefined) return false;
  const years = year - bornYear;
  return (age.from === undefined || years >= age.from) && (age.below === undefined || years < age.below);
}

export const maySeeGroup = ({ see }: PeopleGroup, post: string): boolean => see?.includes(post) ?? true;

/** The group that a table's cell names. */
export const groupCalled = ({ groups }: PeopleGroups, word: string): PeopleGroup | undefined =>
  groups.find(({ title, words }) => title === word || words.includes(word));
