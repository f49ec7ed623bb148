import type { CommunityId, Instant, MatterId } from '@liren/core/basics/ids.ts';
import type { Json } from '@liren/core/basics/json.ts';
import type { Audience, Matter, MatterEvent } from '@liren/core/engine/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import type { Sealer } from '../adapters/crypto/sealer.ts';
import { sealedPlace } from '../usecases/seal.ts';
import type { EventRow } from './schema.ts';
import type { Queryable } from './write-record.ts';

/** A matter as it was last written, and whether the given command already acted on it. */
export interface StoredMatter {
  readonly matter: Matter;
  readonly head: string;
  readonly number: string;
  readonly done: number | undefined;
}

const loadText = `
SELECT m.state, m.head, m.number, c.version AS done
FROM matter m LEFT JOIN command c ON c.community_id = m.community_id AND c.id = $3::uuid
WHERE m.community_id = $1 AND m.id = $2::uuid`;

/** One look-up by key; `command` is the id whose repetition must not act twice. */
export async function findMatter(
  client: Queryable,
  community: string,
  id: string,
  command?: string,
): Promise<StoredMatter | undefined> {
  const result = await client.query<{ state: Matter; head: string; number: string; done: number | null }>({
    name: 'matter-load',
    text: loadText,
    values: [community, id, command ?? null],
  });
  const row = result.rows[0];
  if (row === undefined) return undefined;
  return { matter: row.state, head: row.head, number: row.number, done: row.done ?? undefined };
}

/** What a command id already did, wherever it did it. */
export async function findDone(
  client: Queryable,
  community: string,
  command: string,
): Promise<{ readonly matter: MatterId; readonly number: string; readonly version: number } | undefined> {
  const result = await client.query<{ matter: MatterId; number: string; version: number }>({
    name: 'command-done',
    text: `SELECT m.id AS matter, m.number, c.version
           FROM command c JOIN matter m ON m.community_id = c.community_id AND m.id = c.matter_id
           WHERE c.community_id = $1 AND c.id = $2::uuid`,
    values: [community, command],
  });
  return result.rows[0];
}

/** Which of these command ids have acted, in any of the communities. */
export async function findDoneAmong(
  client: Queryable,
  communities: readonly string[],
  commands: readonly string[],
): Promise<ReadonlySet<string>> {
  if (commands.length === 0) return new Set();
  const result = await client.query<{ id: string }>({
    name: 'commands-done',
    text: 'SELECT id FROM command WHERE community_id = ANY($1::text[]) AND id = ANY($2::uuid[])',
    values: [communities, commands],
  });
  return new Set(result.rows.map((row) => row.id));
}

export const chainedFrom = (row: EventRow): ChainedEvent => ({
  matter: row.matter_id as MatterId,
  seq: row.seq,
  type: row.type,
  ...(row.step !== null && { step: row.step }),
  at: row.at as Instant,
  actor: row.actor as unknown as ChainedEvent['actor'],
  data: row.data,
  ...(row.commitments !== null && { sealed: row.commitments }),
  prev: row.prev,
  hash: row.hash,
});

/** The whole record, oldest first. */
export async function readRecord(
  client: Queryable,
  community: CommunityId | string,
  matter: MatterId | string,
): Promise<readonly ChainedEvent[]> {
  const result = await client.query<EventRow>(
    'SELECT * FROM event WHERE community_id = $1 AND matter_id = $2::uuid ORDER BY seq',
    [community, matter],
  );
  return result.rows.map(chainedFrom);
}

export interface OpenedValue {
  readonly seq: number;
  readonly name: string;
  readonly audience: Audience;
  readonly salt: string;
  readonly value: Json;
}

/** The sealed values of a matter that these audiences may read; erased ones are simply absent. */
export async function readSealed(
  client: Queryable,
  sealer: Sealer,
  community: string,
  matter: string,
  audiences: readonly Audience[],
): Promise<readonly OpenedValue[]> {
  const result = await client.query<{ seq: number; name: string; audience: Audience; body: string }>(
    `SELECT seq, name, audience, body FROM sealed
     WHERE community_id = $1 AND matter_id = $2::uuid AND audience = ANY($3) ORDER BY seq, name`,
    [community, matter, audiences],
  );
  return result.rows.map(({ seq, name, audience, body }) => {
    const opened = sealer.open(sealedPlace(matter, seq, name), body);
    if (!opened.ok) throw new Error(`sealed value ${matter}/${seq}/${name} does not open: ${opened.error}`);
    const { salt, value } = JSON.parse(opened.value) as { salt: string; value: Json };
    return { seq, name, audience, salt, value };
  });
}

export const eventOf = (event: ChainedEvent): MatterEvent => event as unknown as MatterEvent;
