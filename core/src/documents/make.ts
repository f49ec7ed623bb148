import { appointmentOf } from './appointment.ts';
import { minutesOf } from './minutes.ts';
import { noticeOf } from './notice.ts';
import { findAnchor } from './on-record.ts';
import { allocationOf } from './projects.ts';
import { resultOf } from './result.ts';
import { rollSheetOf } from './roll-sheet.ts';
import type { DocumentKind, OfficialDocument, PaperSource, RollLine } from './types.ts';

/** The sheet of this kind, from the event asked for or else the last; undefined where nothing of it has happened yet. */
export function findDocument(
  source: PaperSource,
  kind: DocumentKind,
  {
    seq,
    of,
    roll,
  }: { readonly seq?: number; readonly of?: string; readonly roll?: readonly RollLine[] } = {},
): OfficialDocument | undefined {
  const anchor = findAnchor(source.events, kind, seq);
  if (anchor === undefined) return undefined;
  switch (kind) {
    case 'notice':
      return noticeOf(source, anchor);
    case 'roll-sheet':
      return rollSheetOf(source, anchor, roll);
    case 'minutes':
      return minutesOf(source, anchor);
    case 'result':
      return anchor.type === 'allocated' ? allocationOf(source, anchor) : resultOf(source, anchor);
    case 'appointment':
      return appointmentOf(source, anchor, of);
  }
}
