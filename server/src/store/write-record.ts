import type { Json } from '@liren/core/basics/json.ts';
import type { Matter } from '@liren/core/engine/types.ts';
import { countNames, type Measure } from '@liren/core/projections/measures.ts';
import type { Message } from '@liren/core/projections/messages.ts';
import { nextClock, type Task } from '@liren/core/projections/tasks.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import type pg from 'pg';
import { noLimitAt } from './inbox.ts';
import { indexEntry, type SearchWords } from './search-words.ts';

/** A pool or one client inside a transaction. */
export type Queryable = Pick<pg.ClientBase, 'query'>;

export interface SealedRow {
  readonly seq: number;
  readonly name: string;
  readonly audience: string;
  /** Encrypted salt and value. */
  readonly body: string;
}
/** Everything that one decision changes about one matter. */
export interface RecordWrite {
  /** Version that was decided upon; undefined for a new matter. */
  readonly expectedVersion: number | undefined;
  readonly matter: Matter;
  readonly number: string;
  readonly head: string;
  readonly events: readonly ChainedEvent[];
  readonly sealed: readonly SealedRow[];
  readonly tasks: readonly Task[];
  readonly messages: readonly (Message & { readonly id: string })[];
  readonly measures: readonly Measure[];
  readonly participants: readonly {
    readonly handle: string;
    readonly personId: string;
    readonly role: string;
  }[];
  readonly command: { readonly id: string } | undefined;
  /** What the search index holds of the matter; undefined leaves it as it is. */
  readonly words: SearchWords | undefined;
  readonly spot: { readonly lat: number; readonly long: number } | undefined;
}

const columns = [
  'version',
  'head',
  'status',
  'step',
  'outcome',
  'affair',
  'class',
  'urgency',
  'organ_id',
  'ended_at',
  'due_at',
  'next_clock_at',
  'late',
  'excluded',
  'rated',
  'joined',
  'state',
] as const;
const born = [
  'number',
  'procedure',
  'procedure_version',
  'charter',
  'channel',
  'place_id',
  'grid_id',
  'parent_id',
  'opened_at',
  'lat',
  'long',
] as const;

const list = (names: readonly string[]): string => names.join(', ');
const counts = list(countNames);

/**
 * One statement writes the whole decision: events are inserted from the row that the version check returned, so
 * either all of it happens or, when somebody was faster, nothing does. `$1` community, `$2` matter, `$3` the JSON
 * of everything else.
 */
function statement(first: string): string {
  return `
WITH w AS MATERIALIZED (SELECT $3::jsonb AS j), m AS (${first} RETURNING community_id, id, version),
c AS (INSERT INTO command (community_id, id, matter_id, version)
  SELECT m.community_id, (j->'command'->>'id')::uuid, m.id, m.version
  FROM m, w WHERE j->'command' IS NOT NULL),
e AS (INSERT INTO event (community_id, matter_id, seq, type, step, at, actor, data, commitments, prev, hash)
  SELECT m.community_id, m.id, r.* FROM m, w, jsonb_to_recordset(j->'events')
    AS r(seq int, type text, step text, at bigint, actor jsonb, data jsonb, sealed jsonb, prev text, hash text)),
s AS (INSERT INTO sealed (community_id, matter_id, seq, name, audience, body)
  SELECT m.community_id, m.id, r.* FROM m, w, jsonb_to_recordset(j->'sealed')
    AS r(seq int, name text, audience text, body text)),
p AS (INSERT INTO participant (community_id, matter_id, handle, person_id, role)
  SELECT m.community_id, m.id, r.* FROM m, w, jsonb_to_recordset(j->'participants')
    AS r(handle text, "personId" uuid, role text) ON CONFLICT DO NOTHING),
td AS (DELETE FROM task USING m WHERE task.community_id = m.community_id AND task.matter_id = m.id),
ti AS (INSERT INTO task (community_id, matter_id, version, step, since, audience, due_at, late)
  SELECT m.community_id, m.id, m.version, j->'row'->>'step', (j->>'since')::bigint, r.audience,
    coalesce(r."dueAt", ${noLimitAt}), r.late FROM m, w,
    jsonb_to_recordset(j->'tasks') AS r(audience text, "dueAt" bigint, late boolean)),
mi AS (INSERT INTO message (community_id, id, matter_id, audience, key, params, at)
  SELECT m.community_id, r.id, m.id, r.audience, r.key, r.params, (j->>'since')::bigint FROM m, w,
    jsonb_to_recordset(j->'messages') AS r(id uuid, audience text, key text, params jsonb)),
oi AS (INSERT INTO outbox (community_id, id, matter_id, audience, key, params, at, attempts, next_at)
  SELECT m.community_id, r.id, m.id, r.audience, r.key, r.params, (j->>'since')::bigint, 0, (j->>'since')::bigint
  FROM m, w, jsonb_to_recordset(j->'messages') AS r(id uuid, audience text, key text, params jsonb)
  WHERE r.audience LIKE 'handle:%'),
ni AS (INSERT INTO notice (community_id, matter_id, seq, procedure, published_at, until_at)
  SELECT m.community_id, m.id, r.seq, r.procedure, r."publishedAt", r."untilAt" FROM m, w,
    jsonb_to_recordset(j->'notices') AS r(seq int, procedure text, "publishedAt" bigint, "untilAt" bigint)),
wi AS (INSERT INTO matter_words (community_id, matter_id, words, opened_at)
  SELECT m.community_id, m.id, ${indexEntry('r.words', 'r.marks')}, (j->>'since')::bigint
  FROM m, w, jsonb_to_record(j->'words') AS r(words text, marks text[]) WHERE r.words IS NOT NULL
  ON CONFLICT (community_id, matter_id) DO UPDATE SET words = excluded.words),
ms AS (INSERT INTO measure (community_id, month, organ_id, class, procedure, ${counts})
  SELECT m.community_id, r.month, r.organ, r.class, r.procedure, ${list(countNames.map((n) => `r.${n}`))} FROM m, w,
    jsonb_to_recordset(j->'measures') AS r(month text, organ text, class text, procedure text,
      ${list(countNames.map((n) => `${n} int`))})
  ON CONFLICT (community_id, month, organ_id, class, procedure)
  DO UPDATE SET ${list(countNames.map((n) => `${n} = measure.${n} + excluded.${n}`))})
SELECT version FROM m`;
}
const typed = `jsonb_populate_record(NULL::matter, j->'row')`;
const changeStatement = statement(
  `UPDATE matter SET (${list(columns)}) = (SELECT ${list(columns.map((c) => `r.${c}`))} FROM w, ${typed} AS r)
   WHERE community_id = $1 AND id = $2::uuid AND version = $4`,
);
const bornStatement = statement(
  `INSERT INTO matter (community_id, id, ${list(born)}, ${list(columns)})
   SELECT $1, $2::uuid, ${list([...born, ...columns].map((c) => `r.${c}`))} FROM w, ${typed} AS r`,
);

/** The columns that follow from the fold. */
export function rowOf({
  matter,
  head,
  number,
  spot,
}: Pick<RecordWrite, 'matter' | 'head' | 'number' | 'spot'>) {
  const { stage } = matter;
  const limit = stage.status === 'open' ? stage.visit.clocks['limit'] : undefined;
  const smallest = matter.placePath.at(-1);
  return {
    number,
    version: matter.version,
    head,
    procedure: matter.procedure,
    procedure_version: matter.procedureVersion,
    charter: matter.charter,
    status: stage.status,
    step: stage.status === 'open' ? stage.visit.step : stage.step,
    outcome: stage.status === 'ended' ? stage.outcome : null,
    channel: matter.channel,
    affair: matter.affair?.id ?? null,
    class: matter.affair?.class ?? null,
    urgency: matter.urgency,
    place_id: smallest?.id ?? null,
    grid_id: matter.placePath.findLast((place) => place.level === 'grid')?.id ?? null,
    organ_id: matter.assignee ?? null,
    parent_id: matter.parent ?? null,
    opened_at: matter.openedAt,
    ended_at: stage.status === 'ended' ? stage.at : null,
    due_at: limit?.dueAt ?? null,
    next_clock_at: nextClock(matter) ?? null,
    late: matter.lateMarks.length > 0,
    excluded: matter.exclusion?.status === 'granted',
    rated: matter.ratings.at(-1)?.satisfied ?? null,
    joined: matter.joined.length,
    lat: spot?.lat ?? null,
    long: spot?.long ?? null,
    state: matter,
  };
}

const noticesIn = (write: RecordWrite): Json =>
  write.events
    .filter((event) => event.type === 'published')
    .map((event) => ({
      seq: event.seq,
      procedure: write.matter.procedure,
      publishedAt: event.at,
      untilAt: Number(event.data['until']),
    }));

/** True when written; false when the matter had moved on since it was read. Throws on a repeated command id. */
export async function writeRecord(client: Queryable, write: RecordWrite): Promise<boolean> {
  const json = JSON.stringify({
    row: rowOf(write),
    since: write.matter.lastAt,
    events: write.events,
    sealed: write.sealed,
    participants: write.participants,
    tasks: write.tasks,
    messages: write.messages,
    notices: noticesIn(write),
    measures: write.measures,
    command: write.command && { id: write.command.id },
    words: write.words,
  });
  const { community, id } = write.matter;
  const result =
    write.expectedVersion === undefined
      ? await client.query({ name: 'record-born', text: bornStatement, values: [community, id, json] })
      : await client.query({
          name: 'record-changed',
          text: changeStatement,
          values: [community, id, json, write.expectedVersion],
        });
  return result.rowCount === 1;
}
