import type { Denominator } from '../law/law.ts';

/** Votes are counted by heads, and among owners also by area (square centimetres; 0 where the roll counts none). */
export interface Sum {
  readonly heads: number;
  readonly area: number;
}
export const nothing: Sum = { heads: 0, area: 0 };
export const plus = (a: Sum, b: Sum): Sum => ({ heads: a.heads + b.heads, area: a.area + b.area });
export const minus = (a: Sum, b: Sum): Sum => ({ heads: a.heads - b.heads, area: a.area - b.area });

/** One condition: more than (`>`) or at least (`>=`) this share of that. Several conditions must each hold alone. */
export interface Leg {
  readonly op: '>' | '>=';
  /** In lowest terms: '2/3'. */
  readonly share: string;
  readonly of: Denominator;
}

/** Where the people of a roll are found. `listed`: a list that the community keeps itself. */
export const rollSources = ['residents', 'households', 'owners', 'posts', 'listed'] as const;
export type RollSource = (typeof rollSources)[number];

/** 名册的规则: who belongs to an electorate, by rule. */
export interface RollRule {
  readonly id: string;
  readonly title: string;
  readonly from: RollSource;
  /** Years completed; of residents. */
  readonly age?: number;
  /** 人群: of `residents`, those who are in this group of the registry. */
  readonly group?: string;
  /** Of `residents` and `households`: those of the grid in which the matter lies, and never of more. */
  readonly within?: 'grid';
  /** Of `posts`: those who hold one of these. */
  readonly posts?: readonly string[];
  /** What the law calls the whole of this roll. */
  readonly countsAs: readonly Denominator[];
  /** Rules of the law that hold for whatever this roll decides. */
  readonly law: readonly string[];
  /** Rules of the law that hold for whomever this roll elects. */
  readonly elections: readonly string[];
}

/** 表决渠道 */
export const channels = ['online', 'desk', 'paper', 'proxy'] as const;
export type Channel = (typeof channels)[number];

/** What is asked. `approve`: for, against or abstain. `sign-on`: who joins a demand. `choose`: one of several. */
export type Question =
  | { readonly kind: 'approve' }
  | { readonly kind: 'sign-on' }
  | { readonly kind: 'choose' }
  | {
      readonly kind: 'elect';
      readonly seats: number;
      /** Seats that must be filled for the election to stand; the others may stay vacant. */
      readonly least: number;
      /** Voters who may together name a candidate; absent where only the organiser may. */
      readonly nominators?: number;
      /** 另行选举: between the first losers, for the seats left over. */
      readonly runOff: boolean;
    };

/** One ballot as it is counted and published. */
export interface Ballot {
  /** Of the receipt: random, so that it tells nothing of whose it is. */
  readonly code: string;
  /** Ids of options; none at all is a ballot that says nothing valid. */
  readonly choice: readonly string[];
  readonly weight: Sum;
}
/** The count of a set of ballots. */
export interface Tally {
  readonly cast: Sum;
  readonly options: Readonly<Record<string, Sum>>;
  /** Ballots that choose nothing valid; they took part. */
  readonly invalid: Sum;
}
/** Against what shares are counted: the roll without those who stand aside, those who take part, those who voted. */
export interface Bases {
  readonly whole: Sum;
  readonly present: Sum;
  readonly cast: Sum;
}
