import { type Instant, instant, personId } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import type { News, NewsGateway } from '../adapters/sms/news-gateway.ts';
import { findPerson, type PeopleDeps } from '../signin/people.ts';
import type { Shell } from '../usecases/shell.ts';

const batch = 50;
/** A claimed row comes back after this long if the server died while sending. */
const leaseMilliseconds = 60_000;
const mostAttempts = 8;
const minute = 60_000;

interface Row {
  readonly community_id: string;
  readonly id: string;
  readonly key: string;
  readonly params: JsonObject;
  readonly attempts: number;
  readonly number: string;
  readonly person_id: string | null;
}

/** 1, 2, 4 … minutes after a failure; undefined when it is given up. */
export const retryAt = (now: Instant, attempts: number): Instant | undefined =>
  attempts >= mostAttempts ? undefined : instant(now + minute * 2 ** (attempts - 1));

/** Claims what is due, so that two servers never send the same at once; at least once in all. */
async function claim(shell: Shell, community: string): Promise<readonly Row[]> {
  const now = shell.now();
  const { rows } = await shell.pool.query<Row>(
    `WITH due AS (
       SELECT community_id, id FROM outbox WHERE community_id = $3 AND next_at <= $1
       ORDER BY next_at LIMIT ${batch} FOR UPDATE SKIP LOCKED),
     claimed AS (
       UPDATE outbox o SET attempts = o.attempts + 1, next_at = $2 FROM due
       WHERE o.community_id = $3 AND o.community_id = due.community_id AND o.id = due.id
       RETURNING o.community_id, o.id, o.matter_id, o.audience, o.key, o.params, o.attempts)
     SELECT c.community_id, c.id, c.key, c.params, c.attempts, m.number, p.person_id
     FROM claimed c JOIN matter m ON m.community_id = c.community_id AND m.id = c.matter_id
     LEFT JOIN participant p ON p.community_id = c.community_id AND p.matter_id = c.matter_id
       AND c.audience = 'handle:' || p.handle`,
    [now, now + leaseMilliseconds, community],
  );
  return rows;
}

/** Before each row is sent: false when it took so long to come to it that another server has it by now. */
async function holds(shell: Shell, row: Row): Promise<boolean> {
  const { rowCount } = await shell.pool.query(
    'UPDATE outbox SET next_at = $3 WHERE community_id = $1 AND id = $2 AND attempts = $4',
    [row.community_id, row.id, shell.now() + leaseMilliseconds, row.attempts],
  );
  return rowCount === 1;
}

async function newsFor(people: PeopleDeps, row: Row): Promise<News | undefined> {
  const person = row.person_id === null ? undefined : await findPerson(people, personId(row.person_id));
  if (person?.phone === undefined) return undefined;
  return {
    id: row.id,
    phone: person.phone,
    key: row.key,
    number: row.number,
    step: String(row.params['title'] ?? ''),
  };
}

/**
 * Sends what waits to leave the house. Whoever has no phone, or erased it, reads it inside the product.
 * Returns how many rows were settled.
 */
export async function drainOutbox(shell: Shell, people: PeopleDeps, gateway: NewsGateway): Promise<number> {
  // Rows are skipped that others hold, which a distributed database does only within one community.
  const { rows: due } = await shell.pool.query<{ community_id: string }>(
    'SELECT DISTINCT community_id FROM outbox WHERE next_at <= $1',
    [shell.now()],
  );
  let settled = 0;
  for (const { community_id } of due) settled += await drainCommunity(shell, people, gateway, community_id);
  return settled;
}

async function drainCommunity(
  shell: Shell,
  people: PeopleDeps,
  gateway: NewsGateway,
  community: string,
): Promise<number> {
  let settled = 0;
  for (const row of await claim(shell, community)) {
    if (!(await holds(shell, row))) continue;
    const news = await newsFor(people, row);
    const told = news === undefined ? undefined : await gateway.tell(news);
    const next = told === undefined || told.ok ? undefined : retryAt(shell.now(), row.attempts);
    if (next === undefined) settled++;
    await shell.pool.query('UPDATE outbox SET next_at = $3 WHERE community_id = $1 AND id = $2', [
      row.community_id,
      row.id,
      next ?? null,
    ]);
  }
  return settled;
}
