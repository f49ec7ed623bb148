import type { PersonId } from '../basics/ids.ts';

/** How far a bulk export has come. */
export interface ExportState {
  readonly askedBy: PersonId;
  readonly askedAt: number;
  readonly answer?: {
    readonly by: PersonId;
    /** Until when it may be downloaded; absent where it was refused. */
    readonly until?: number;
  };
  readonly copies: number;
}

const day = 24 * 3_600_000;
/** An approval lasts this many days at most; one who needs it longer asks anew. */
export const mostExportDays = 7;
export const mostExportCopies = 2;
/** A question that nobody answered is void: what it was for may be long over. */
export const exportAnswerDays = 14;

export type ExportFault =
  | 'same-person'
  | 'export-answered'
  | 'export-stale'
  | 'export-days'
  | 'export-waits'
  | 'export-refused'
  | 'export-not-yours'
  | 'export-over'
  | 'export-used-up';

/** Why this person may not answer now; they hold the right to. Nobody approves what they asked for themselves. */
export function answerFault(
  { askedBy, askedAt, answer }: ExportState,
  by: PersonId,
  now: number,
): ExportFault | undefined {
  if (by === askedBy) return 'same-person';
  if (answer !== undefined) return 'export-answered';
  return now > askedAt + exportAnswerDays * day ? 'export-stale' : undefined;
}

/** Until when an approval of so many days lasts; undefined where they are not 1 to 7. */
export const exportUntil = (now: number, days: number): number | undefined =>
  Number.isInteger(days) && days >= 1 && days <= mostExportDays ? now + days * day : undefined;

/** Why this person may not take a copy now. */
export function copyFault(
  { askedBy, answer, copies }: ExportState,
  by: PersonId,
  now: number,
): ExportFault | undefined {
  if (by !== askedBy) return 'export-not-yours';
  if (answer === undefined) return 'export-waits';
  if (answer.until === undefined) return 'export-refused';
  if (answer.by === askedBy) return 'same-person';
  if (now >= answer.until) return 'export-over';
  return copies >= mostExportCopies ? 'export-used-up' : undefined;
}
