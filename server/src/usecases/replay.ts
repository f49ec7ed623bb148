import type { Json, JsonObject } from '@liren/core/basics/json.ts';
import { replay } from '@liren/core/engine/evolve.ts';
import type { Draft, Matter } from '@liren/core/engine/types.ts';
import { countNames, type Measure, sharesOf } from '@liren/core/projections/measures.ts';
import { tasksOf } from '@liren/core/projections/tasks.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { noLimitAt } from '../store/inbox.ts';
import { chainedFrom, eventOf } from '../store/read-record.ts';
import {
  addRebuilt,
  addRebuiltWords,
  compareRebuilt,
  createRebuilt,
  type Difference,
  repairFromRebuilt,
} from '../store/rebuilt.ts';
import type { EventRow } from '../store/schema.ts';
import { type Queryable, rowOf } from '../store/write-record.ts';
import { system } from './actor.ts';
import { numberOf } from './matter-number.ts';
import { sealedPlace } from './seal.ts';
import { factsFor } from './settle.ts';
import type { Shell } from './shell.ts';
import { spotOf, wordsOf } from './spoken.ts';
import { inTransaction } from './transact.ts';

export interface ReplayReport {
  readonly matters: number;
  readonly events: number;
  /** Projections that differ from what the records say. */
  readonly differences: readonly Difference[];
  /** Whether the differences were put right. */
  readonly repaired: boolean;
}
export interface ReplayOptions {
  readonly repair: boolean;
  /** Told how many matters are done, now and then. */
  readonly progress?: (matters: number) => void;
}

/** Matters read at once. */
const batchSize = 500;

/**
 * Rebuilds every projection from the records alone and compares it with what stands (invariant 3). All is read as
 * of one instant, so a server may go on working beside it; a repair holds writers back until it is done.
 */
export async function replayAll(shell: Shell, { repair, progress }: ReplayOptions): Promise<ReplayReport> {
  return inTransaction(shell.pool, async (client) => {
    if (!repair) await client.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await client.query('SET LOCAL statement_timeout = 0');
    if (repair) await client.query(`LOCK TABLE ${writtenTables} IN EXCLUSIVE MODE`);
    await createRebuilt(client);
    const { matters, events } = await rebuild(shell, client, progress ?? (() => {}));
    const differences = await compareRebuilt(client);
    const repaired = repair && differences.length > 0;
    if (repaired) await repairFromRebuilt(client);
    return { matters, events, differences, repaired };
  });
}

const writtenTables = 'matter, event, sealed, task, notice, measure, matter_words';

interface Head {
  readonly community_id: string;
  readonly matter_id: string;
}

async function rebuild(shell: Shell, client: Queryable, progress: (matters: number) => void) {
  const sums = new Map<string, Measure & { readonly community: string }>();
  let matters = 0;
  let events = 0;
  let last: Head = { community_id: '', matter_id: '00000000-0000-0000-0000-000000000000' };
  for (;;) {
    const heads = await client.query<Head>(
      `SELECT community_id, matter_id FROM event WHERE seq = 1 AND (community_id, matter_id) > ($1, $2::uuid)
       ORDER BY community_id, matter_id LIMIT ${batchSize}`,
      [last.community_id, last.matter_id],
    );
    const end = heads.rows.at(-1);
    if (end === undefined) break;
    const records = await readRecords(client, heads.rows);
    events += records.reduce((sum, record) => sum + record.events.length, 0);
    await addBatch(shell, client, records, sums);
    matters += heads.rows.length;
    last = end;
    progress(matters);
  }
  await addRebuilt(client, 'measure', [...sums.values()].map(measureRow));
  return { matters, events };
}

interface OneRecord {
  readonly community: string;
  readonly events: readonly ChainedEvent[];
  /** What the opening event sealed, as far as it was not erased. */
  readonly said: readonly { readonly name: string; readonly body: string }[];
}

async function readRecords(client: Queryable, heads: readonly Head[]): Promise<readonly OneRecord[]> {
  const keys = [heads.map((head) => head.community_id), heads.map((head) => head.matter_id)];
  const wanted = 'unnest($1::text[], $2::uuid[]) AS k(community_id, matter_id)';
  const same = 't.community_id = k.community_id AND t.matter_id = k.matter_id';
  const events = await client.query<EventRow>(
    `SELECT t.* FROM ${wanted} JOIN event t ON ${same} ORDER BY t.community_id, t.matter_id, t.seq`,
    keys,
  );
  const said = await client.query<{ matter_id: string; name: string; body: string }>(
    `SELECT t.matter_id, t.name, t.body FROM ${wanted} JOIN sealed t ON ${same} AND t.seq = 1`,
    keys,
  );
  const eventsOf = byMatter(events.rows);
  const saidOf = byMatter(said.rows);
  return heads.map(({ community_id, matter_id }) => ({
    community: community_id,
    events: (eventsOf.get(matter_id) ?? []).map(chainedFrom),
    said: saidOf.get(matter_id) ?? [],
  }));
}

function byMatter<T extends { readonly matter_id: string }>(rows: readonly T[]): ReadonlyMap<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(row.matter_id);
    if (group === undefined) groups.set(row.matter_id, [row]);
    else group.push(row);
  }
  return groups;
}

async function addBatch(
  shell: Shell,
  client: Queryable,
  records: readonly OneRecord[],
  sums: Map<string, Measure & { readonly community: string }>,
): Promise<void> {
  const rebuilt = records.map((record) => rebuildOne(shell, record));
  await addRebuilt(
    client,
    'matter',
    rebuilt.map(({ row }) => row),
  );
  await addRebuilt(
    client,
    'task',
    rebuilt.flatMap(({ tasks }) => tasks),
  );
  await addRebuilt(
    client,
    'notice',
    rebuilt.flatMap(({ notices }) => notices),
  );
  await addRebuiltWords(
    client,
    rebuilt.flatMap(({ words }) => words),
  );
  for (const { matter } of rebuilt) addShares(shell, sums, matter);
}

/** All rows that one record stands for. */
function rebuildOne(shell: Shell, record: OneRecord) {
  const matter = replay(record.events.map(eventOf));
  const head = record.events.at(-1)?.hash;
  if (matter === undefined || head === undefined) throw new Error('a record without events');
  const key = { community_id: record.community, matter_id: matter.id };
  const opening = openingOf(shell, matter, record);
  const spot = spotOf([opening]);
  const words =
    Object.keys(opening.sealed ?? {}).length === 0 ? undefined : wordsOf(shell, matter, [opening]);
  const row = rowOf({ matter, head, number: numberOf(matter), spot }) as unknown as JsonObject;
  return {
    matter,
    row: { community_id: record.community, id: matter.id, ...row } satisfies Json,
    tasks: tasksFor(shell, matter).map((task) => ({ ...key, ...task })),
    notices: noticesOf(matter, record.events).map((notice) => ({ ...key, ...notice })),
    words: words === undefined ? [] : [{ ...key, ...words, opened_at: matter.openedAt }],
  };
}

/** The opening as it was drafted, without what was erased since. */
function openingOf(shell: Shell, matter: Matter, { events, said }: OneRecord): Draft {
  const [first] = events;
  if (first === undefined) throw new Error('a record without events');
  const sealed = said.map(({ name, body }) => {
    const opened = shell.sealer.open(sealedPlace(matter.id, 1, name), body);
    if (!opened.ok) throw new Error(`sealed value ${matter.id}/1/${name} does not open: ${opened.error}`);
    const { value } = JSON.parse(opened.value) as { value: Json };
    return [name, { value, audience: 'handlers' as const }] as const;
  });
  return { ...eventOf(first), sealed: Object.fromEntries(sealed) };
}

function tasksFor(shell: Shell, matter: Matter): readonly JsonObject[] {
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  // As they stood when the record was last written: what time alone has changed since is told when its clock speaks.
  const facts = factsFor(shell, matter.community, matter.id, system, matter.lastAt);
  const step = matter.stage.status === 'open' ? matter.stage.visit.step : matter.stage.step;
  return tasksOf(definition, matter, facts).map(({ audience, dueAt, late }) => ({
    version: matter.version,
    audience,
    step,
    due_at: dueAt ?? noLimitAt,
    late,
    since: matter.lastAt,
  }));
}

const noticesOf = (matter: Matter, events: readonly ChainedEvent[]): readonly JsonObject[] =>
  events
    .filter((event) => event.type === 'published')
    .map((event) => ({
      seq: event.seq,
      procedure: matter.procedure,
      published_at: event.at,
      until_at: Number(event.data['until']),
    }));

function addShares(
  { definitions }: Shell,
  sums: Map<string, Measure & { readonly community: string }>,
  matter: Matter,
): void {
  const { procedure } = definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  for (const share of sharesOf(matter, procedure.timely?.step)) {
    const key = JSON.stringify([matter.community, share.month, share.organ, share.class, share.procedure]);
    const known = sums.get(key);
    const added = countNames.map((name) => [name, (known?.[name] ?? 0) + share[name]] as const);
    sums.set(key, { ...share, ...Object.fromEntries(added), community: matter.community });
  }
}

function measureRow({ community, organ, ...measure }: Measure & { readonly community: string }): Json {
  return { ...measure, community_id: community, organ_id: organ };
}
