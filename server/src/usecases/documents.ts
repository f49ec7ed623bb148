import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import { findDocument } from '@liren/core/documents/make.ts';
import { minutesSkeleton } from '@liren/core/documents/minutes.ts';
import { findAnchor } from '@liren/core/documents/on-record.ts';
import type {
  DocumentKind,
  OfficialDocument,
  PaperEvent,
  PaperSource,
  RollLine,
} from '@liren/core/documents/types.ts';
import type { Field } from '@liren/core/engine/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import type { OfficesTaken } from '@liren/core/steps/office/office.ts';
import { pollsOfMatter, readRoll } from '../store/polls/polls.ts';
import type { LineDeps } from './lines.ts';
import { keepsPoll } from './polls/poll-seats.ts';
import { findPollStep } from './polls/poll-step.ts';
import { openLabel } from './polls/view-polls.ts';
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
  const taken = type === 'offices-taken' ? (data as unknown as OfficesTaken) : undefined;
  return {
    seq,
    type,
    at,
    data,
    ...(taken !== undefined && {
      office: {
        organ: directory.findOrgan(taken.organ)?.title ?? '',
        post: definition.charter.posts[taken.post]?.title ?? '',
      },
    }),
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
export const paperSource = (deps: LineDeps, seen: Seen, whole: WholeRecord): PaperSource => ({
  community: deps.directory.findCommunity(seen.matter.community)?.title ?? '',
  title: whole.title,
  number: seen.number,
  procedure: seen.definition.procedure,
  events: whole.events.map((event) => paperEvent(deps, seen, whole, event)),
});

/**
 * A notice, roll sheet, minutes, result or certificate, as far as the asker reads the matter.
 * @param seq of the event that it is written from; the last without it
 * @param of whose it is, where each of several people gets one
 */
export async function viewDocument(
  deps: LineDeps,
  seen: Seen,
  kind: DocumentKind,
  { seq, of }: { readonly seq?: number | undefined; readonly of?: string | undefined },
): Promise<OfficialDocument | undefined> {
  const source = paperSource(deps, seen, await readWhole(deps, seen));
  const roll = kind === 'roll-sheet' ? await rollLines(deps, seen) : undefined;
  return findDocument(source, kind, {
    ...(seq !== undefined && { seq }),
    ...(of !== undefined && { of }),
    ...(roll !== undefined && { roll }),
  });
}

const mostRollLines = 2000;
/** Whoever runs the meeting prints its roll with names. */
async function rollLines(
  { shell }: LineDeps,
  { matter, definition, facts }: Seen,
): Promise<readonly RollLine[] | undefined> {
  const polls = await pollsOfMatter(shell.pool, matter.community, matter.id);
  for (const poll of polls) {
    const step = findPollStep(definition, matter, poll);
    if (step?.kind !== 'meet' || !keepsPoll(definition, matter, facts, step)) continue;
    const rows = await readRoll(shell.pool, matter.community, poll.id, { after: 0, limit: mostRollLines });
    return rows.map((row) => ({
      no: row.no,
      name: openLabel({ shell }, row),
      recused: row.recused,
      ...(row.present_at !== null && { at: row.present_at }),
    }));
  }
  return undefined;
}

/** Acts that settle or tell what whoever opened the matter said already. */
const repeats = new Set(['accept', 'announce']);

/** Answers that the record itself gives: minutes begin with what it knows, and nobody is asked twice for the same thing. */
export function prefilled(
  deps: LineDeps,
  seen: Seen,
  whole: WholeRecord,
  { name, fields }: { readonly name: string; readonly fields: readonly Field[] },
): { readonly initial?: JsonObject } {
  if (name !== 'write-minutes' && !repeats.has(name)) return {};
  const source = paperSource(deps, seen, whole);
  if (repeats.has(name)) return openedWith(source, fields);
  const anchor = findAnchor(source.events, 'minutes');
  return anchor === undefined ? {} : { initial: { text: minutesSkeleton(source, anchor) } };
}

const written: ReadonlySet<Field['type']> = new Set(['text', 'long-text', 'number', 'choice']);
/** Of the fields those that the opening form asked under the same name, as far as the reader may read what was said. */
function openedWith({ events }: PaperSource, fields: readonly Field[]): { readonly initial?: JsonObject } {
  const [opened] = events;
  const known = fields.flatMap(({ name, type }): readonly (readonly [string, Json])[] => {
    const value = opened?.said[name] ?? opened?.data[name];
    return written.has(type) && (typeof value === 'string' || typeof value === 'number')
      ? [[name, value]]
      : [];
  });
  return known.length === 0 ? {} : { initial: Object.fromEntries(known) };
}
