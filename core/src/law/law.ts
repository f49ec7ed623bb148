import type { CivilDate } from '../basics/ids.ts';
import type { Fraction } from './fraction.ts';

/**
 * `confirmed`: read in the text of the law; binding. `local`: one place's practice; a preset that a community may
 * change. `open`: not found in any text; never binding and never offered as a preset.
 */
export const ruleStatuses = ['confirmed', 'local', 'open'] as const;
export type RuleStatus = (typeof ruleStatuses)[number];

export interface LawSource {
  readonly law: string;
  /** Articles or clauses as the text numbers them: '278', '13–14', '8.1.4'. */
  readonly article: string;
  /** The day on which the cited text came into force or was issued. */
  readonly date: CivilDate;
}

/** 以上 / 以内 / 届满 are inclusive (≥ ≤), 超过 / 不满 exclusive (> <) — 民法典 1259. */
export const comparisons = ['>', '>=', '<', '<=', '='] as const;
export type Comparison = (typeof comparisons)[number];

/** What a share is a share of. */
export const denominators = [
  'total-area',
  'total-heads',
  'participating-area',
  'participating-heads',
  'registered-voters',
  'ballots-cast',
  'adults',
  'households',
  'household-representatives',
  'all-representatives',
  'attendees',
  'committee-members',
  'all-members',
  'party-members',
  'branch-members',
  'directors',
  'group-adults',
  'group-households',
  'proposed-amount',
  'new-spending',
  'contract-amount',
  'calls',
  'interested-owners',
] as const;
export type Denominator = (typeof denominators)[number];

/** Working days and hours follow the calendar of statutory holidays and make-up days; the others are plain. */
export const durationUnits = [
  'seconds',
  'minutes',
  'hours',
  'days',
  'workingHours',
  'workingDays',
  'months',
  'years',
] as const;
export type DurationUnit = (typeof durationUnits)[number];

/** What a share is asked for: that enough take part, agree, agree in a run-off, demand it. */
export const asks = ['turnout', 'consent', 'run-off', 'demand'] as const;
export type Asks = (typeof asks)[number];

export type LawValue =
  | {
      readonly kind: 'share';
      readonly op: Comparison;
      readonly share: Fraction;
      readonly of: Denominator;
      readonly asks?: Asks;
    }
  | { readonly kind: 'count'; readonly op: Comparison; readonly count: number; readonly unit: string }
  | { readonly kind: 'time'; readonly op: Comparison; readonly amount: number; readonly unit: DurationUnit }
  | { readonly kind: 'flag'; readonly flag: boolean }
  | { readonly kind: 'list'; readonly items: readonly string[] };

/** One rule of the law or of a place's practice, in force from `from` up to and including `until`. */
export interface LawRule {
  readonly id: string;
  readonly title: string;
  /** The rule in one Chinese sentence. */
  readonly text: string;
  readonly source: LawSource;
  /** Further texts that the rule rests on. */
  readonly also: readonly LawSource[];
  readonly status: RuleStatus;
  /** 'national', or the place whose practice it is. */
  readonly jurisdiction: string;
  readonly from: CivilDate;
  readonly until?: CivilDate;
  readonly values: Readonly<Record<string, LawValue>>;
}

/** A figure that changes by decision rather than by statute: weights, handling grades. */
export interface LawParameter {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly source: LawSource;
  readonly status: RuleStatus;
  /** Oldest first; each holds until the next one's `from`. */
  readonly versions: readonly ParameterVersion[];
}
export interface ParameterVersion {
  readonly from: CivilDate;
  /** Why this version was set. */
  readonly note?: string;
  readonly values: Readonly<Record<string, ParameterValue>>;
}
/** A plain ratio (a weight), a time, or a word out of a closed list that the reader of the parameter knows. */
export type ParameterValue =
  | { readonly kind: 'ratio'; readonly ratio: Fraction }
  | { readonly kind: 'time'; readonly op: Comparison; readonly amount: number; readonly unit: DurationUnit }
  | { readonly kind: 'word'; readonly word: string };

/** Everything the law files say, looked up by id and day. */
export interface LawBook {
  /** Every version of every rule, grouped by id, oldest first. */
  readonly rules: ReadonlyMap<string, readonly LawRule[]>;
  readonly parameters: ReadonlyMap<string, LawParameter>;
}

/** The version of a rule in force on the day; `from` and `until` are both inside. */
export const findRule = (book: LawBook, id: string, on: CivilDate): LawRule | undefined =>
  book.rules.get(id)?.find((rule) => rule.from <= on && (rule.until === undefined || on <= rule.until));

/** Rules that bind every community on the day: confirmed ones, never `local` presets or `open` questions. */
export const bindingRules = (book: LawBook, on: CivilDate): readonly LawRule[] =>
  [...book.rules.keys()].flatMap((id) => {
    const rule = findRule(book, id, on);
    return rule?.status === 'confirmed' ? [rule] : [];
  });

/** The version in force on the day; undefined before the first one or for an unknown id. */
export const findParameter = (book: LawBook, id: string, on: CivilDate): ParameterVersion | undefined =>
  book.parameters.get(id)?.versions.findLast((version) => version.from <= on);

/** As `findParameter`; throws where a loaded library cannot lack it, which is a bug in the data shipped. */
export function getParameter(book: LawBook, id: string, on: CivilDate): ParameterVersion {
  const version = findParameter(book, id, on);
  if (version === undefined) throw new Error(`law parameter ${id} has no version in force on ${on}`);
  return version;
}

/** The citation as people write it: '民法典 278'. */
export const citation = (source: LawSource): string => `${source.law} ${source.article}`;
