import type { Json } from '@liren/core/basics/json.ts';
import { findDocument } from '@liren/core/documents/make.ts';
import { minutesSkeleton } from '@liren/core/documents/minutes.ts';
import { findAnchor } from '@liren/core/documents/on-record.ts';
import type { DocumentKind, OfficialDocument, PaperEvent, PaperSource } from '@liren/core/documents/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import type { LineDeps } from './lines.ts';
import { readWhole, type WholeRecord } from './read-whole.ts';
import type { Seen } from './seen.ts';

function paperEvent(
  { directory }: LineDeps,
  { definition }: Seen,
  { said, names }: WholeRecord,
  { seq, type, step, at, data, actor }: ChainedEvent,
): PaperEvent {
  const organ = actor.organ === undefined ? undefined : directory.findOrgan(actor.organ)?.title;
  const post = actor.post === undefined ? undefined : definition.charter.posts[actor.post]?.title;
  const name = post === undefined ? undefined : names.get(actor.handle);
  const words = said
    .filter((value) => value.seq === seq)
    .map(({ name, value }): [string, Json] => [name, value]);
  return {
    seq,
    type,
    at,
    data,
    ...(step !== undefined && { step }),
    said: Object.fromEntries(words),
    by: {
      ...(organ !== undefined && { organ }),
      ...(post !== undefined && { post }),
      ...(name !== undefined && { name }),
    },
  };
}

/** The record as documents are written from it: no more of it than this reader sees. */
const paperSource = (deps: LineDeps, seen: Seen, whole: WholeRecord): PaperSource => ({
  community: deps.directory.findCommunity(seen.matter.community)?.title ?? '',
  title: whole.title,
  number: seen.number,
  procedure: seen.definition.procedure,
  events: whole.events.map((event) => paperEvent(deps, seen, whole, event)),
});

/** A notice, roll sheet, minutes or result, as far as the asker reads the matter. */
export async function viewDocument(
  deps: LineDeps,
  seen: Seen,
  kind: DocumentKind,
  seq: number | undefined,
): Promise<OfficialDocument | undefined> {
  const source = paperSource(deps, seen, await readWhole(deps, seen));
  return findDocument(source, kind, seq === undefined ? {} : { seq });
}

/** Answers that the record itself gives: minutes begin with what it knows. */
export function prefilled(
  deps: LineDeps,
  seen: Seen,
  whole: WholeRecord,
  { name }: { readonly name: string },
) {
  if (name !== 'write-minutes') return {};
  const source = paperSource(deps, seen, whole);
  const anchor = findAnchor(source.events, 'minutes');
  return anchor === undefined ? {} : { initial: { text: minutesSkeleton(source, anchor) } };
}
