/** Answers of the smaller routes that staff pages read; the server's OpenAPI document is their source. */
import type { Me } from '../shared/api/me.ts';
import type { FieldBody, MatterLine, Titled } from '../shared/matter/types.ts';

export type MeBody = Me;
export interface TaskLine extends MatterLine {
  readonly since: number;
  readonly taskDueAt?: number;
}
export interface InboxBody {
  readonly rows: readonly TaskLine[];
  readonly next?: string;
  readonly counts: { readonly all: number; readonly late: number; readonly today: number };
}
export interface OpeningBody {
  readonly procedure: Titled;
  readonly form: readonly FieldBody[];
  readonly grades: readonly { readonly value: string; readonly title: string }[];
  readonly promise: readonly { readonly title: string; readonly limit?: string; readonly who: string }[];
  readonly mayOpen: boolean;
}
export interface OpenedBody {
  readonly community: string;
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly repeated: boolean;
}
export interface SimilarLine {
  readonly community: string;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly openedAt: number;
  readonly step: string;
  readonly joined: number;
  readonly distanceMeters?: number;
  readonly why: readonly string[];
}
export interface SuggestionBody {
  readonly class?: { readonly id: string; readonly confidence: number; readonly why: readonly string[] };
  readonly affairs: readonly (Titled & { readonly why: readonly string[] })[];
  readonly similar: readonly SimilarLine[];
}
export interface CallersBody {
  readonly person?: { readonly masked: string; readonly earlier: readonly MatterLine[] };
}
export interface MeasureRow {
  readonly key: string;
  readonly title: string;
  readonly opened: number;
  readonly ended: number;
  readonly late: number;
  readonly excluded: number;
  readonly calls: number;
  readonly contacted: number;
  readonly solved: number;
  readonly satisfied: number;
  readonly basically: number;
  readonly contactedRate?: string;
  readonly solvedRate?: string;
  readonly satisfiedRate?: string;
  readonly score?: string;
  readonly rank?: number;
}
export type MeasuredBy = 'organ' | 'community' | 'class' | 'street';
export interface MeasuresBody {
  readonly month: string;
  readonly by: MeasuredBy;
  readonly weights: {
    readonly from: string;
    readonly contacted: string;
    readonly solved: string;
    readonly satisfied: string;
    readonly basically: string;
    readonly source: string;
  };
  readonly formula: string;
  readonly rows: readonly MeasureRow[];
  readonly total: MeasureRow;
  readonly months: readonly string[];
}
export interface OverviewBody {
  readonly street: string;
  readonly openNow: number;
  readonly lateNow: number;
  readonly month: string;
  readonly monthOpened: number;
  readonly monthEnded: number;
  readonly rates?: {
    readonly contacted: string;
    readonly solved: string;
    readonly satisfied: string;
    readonly score: string;
  };
  readonly days: readonly { readonly date: string; readonly opened: number; readonly ended: number }[];
  readonly byClass: readonly { readonly class: string; readonly open: number }[];
}
