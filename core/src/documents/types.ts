import type { JsonObject } from '../basics/json.ts';
import type { Procedure } from '../engine/types.ts';

/** What an office prints from a record. */
export const documentKinds = ['notice', 'roll-sheet', 'minutes', 'result', 'appointment'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Block =
  | { readonly kind: 'heading' | 'text' | 'note'; readonly text: string }
  /** 称谓: whom it is addressed to, at the margin. */
  | { readonly kind: 'addressed'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Share of the page's width, one a column. */
      readonly widths: readonly number[];
    }
  /** 签名栏: one line for each who signs. */
  | { readonly kind: 'signatures'; readonly who: readonly string[] };

/** 公文: what a sheet says and in what order, before it becomes a file for the office or a printed page. */
export interface OfficialDocument {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly number: string;
  readonly blocks: readonly Block[];
  /** 落款 */
  readonly signed?: { readonly by: string; readonly on: string };
}

/** One event as the reader may see it, with the words that were sealed. */
export interface PaperEvent {
  readonly seq: number;
  readonly type: string;
  readonly step?: string;
  readonly at: number;
  readonly data: JsonObject;
  readonly said: JsonObject;
  /** By surname and seat. */
  readonly by: { readonly organ?: string; readonly post?: string; readonly name?: string };
  /** Of one that gives an office: what the office and its organ are called. */
  readonly office?: { readonly organ: string; readonly post: string };
}
/** A matter's record, as documents are written from it. */
export interface PaperSource {
  readonly community: string;
  readonly title: string;
  readonly number: string;
  readonly procedure: Procedure;
  readonly events: readonly PaperEvent[];
}
/** One line of a roll, for those who may know whose it is. */
export interface RollLine {
  readonly no: number;
  readonly name: string;
  readonly recused: boolean;
  readonly at?: number;
}
