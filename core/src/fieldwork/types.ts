import type { CivilDate, Instant } from '../basics/ids.ts';
import type { JsonObject } from '../basics/json.ts';
import type { Choice, Field } from '../engine/types.ts';
import type { Checklist } from './checklist.ts';

/** 走访、巡查、记事: what somebody writes down on a round, by a form that is data. */
export interface Round {
  readonly title: string;
  readonly about: 'home' | 'grid' | 'organisation';
  /** Those of its form, and of its checklist. */
  readonly fields: readonly Field[];
  /** Whether somebody was met: only then the home counts as visited. Absent: every entry counts. */
  readonly met?: { readonly field: string; readonly is: readonly string[] };
  /** The choice that tells how urgent the home's next visit is: it raises the home's risk, never lowers it. */
  readonly risk?: string;
  /** 检查: of which kinds of organisation, and once in which calendar period. */
  readonly inspects?: { readonly kinds: readonly string[]; readonly every: Period };
  readonly checklist?: Checklist;
}
export const periods = ['week', 'month', 'quarter'] as const;
export type Period = (typeof periods)[number];

/** How often a home of this risk is due; the most urgent first. */
export interface Risk {
  readonly id: string;
  readonly title: string;
  readonly visitEveryDays: number;
}

/** 履职要求: what a worker owes in a period, counted from their entries of one round. */
export interface Duty {
  readonly id: string;
  readonly title: string;
  readonly of: string;
  readonly counts: 'days' | 'homes' | 'entries';
  readonly per: Period;
  /** A number, or a share of the homes in the worker's grids. */
  readonly least: { readonly number: number } | { readonly percentOfHomes: number };
}

/** What a charter asks of those who go from door to door. */
export interface Fieldwork {
  readonly id: string;
  /** The post that does it. */
  readonly by: string;
  readonly rounds: Readonly<Record<string, Round>>;
  readonly risks: readonly Risk[];
  /** Posts that may set a home's risk, up or down, beside what visits say. */
  readonly riskSetBy: readonly string[];
  readonly duties: readonly Duty[];
  /** 说明: what kinds of reason a worker may give for days without, and which posts say whether they hold. */
  readonly reasons?: { readonly answeredBy: readonly string[]; readonly kinds: readonly Choice[] };
  /** How many days what was done without a network may wait on a phone. */
  readonly mostOfflineDays: number;
}

/** What a phone says was done. */
export interface EntryCommand {
  readonly round: string;
  readonly grid: string;
  readonly home?: string;
  readonly organisation?: string;
  readonly answers: JsonObject;
}

/** An organisation as far as inspections are concerned. */
export interface InspectedState {
  readonly grid: string;
  readonly kind: string;
}

/** A home as far as its visits are concerned. */
export interface HomeState {
  readonly grid: string;
  readonly risk: string;
  /** Undefined while nobody was met there. */
  readonly visitedAt?: Instant;
}

/** One entry as duties read it. */
export interface CountedEntry {
  readonly round: string;
  readonly home?: string;
  readonly met: boolean;
  readonly day: CivilDate;
}
