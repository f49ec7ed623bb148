import type { Json, MatterLine } from '../matter/types.ts';

/** A matter that waits for the reader. */
export interface TaskLine extends MatterLine {
  readonly since: number;
  readonly taskDueAt?: number;
}
export interface InboxBody {
  readonly rows: readonly TaskLine[];
  readonly next?: string;
}
export interface NoticeLine {
  readonly community: string;
  readonly communityTitle: string;
  readonly matter: string;
  readonly seq: number;
  readonly procedure: { readonly id: string; readonly title: string };
  readonly title: string;
  readonly publishedAt: number;
  readonly untilAt: number;
  readonly inForce: boolean;
}
export interface NoticeBody extends NoticeLine {
  readonly text: string;
  readonly figures?: Json;
  readonly publisher: string;
  readonly objections: readonly {
    readonly n: number;
    readonly at: number;
    readonly answered: boolean;
    readonly answer?: string;
  }[];
  readonly mayObject: boolean;
}
export interface NoticePage {
  readonly rows: readonly NoticeLine[];
  readonly next?: string;
}
