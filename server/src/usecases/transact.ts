import { ok, type Result } from '@liren/core/basics/result.ts';
import type pg from 'pg';
import { findDone } from '../store/read-record.ts';
import type { Queryable } from '../store/write-record.ts';
import { type Decided, MovedOn, reachesOut, settle } from './settle.ts';
import type { Shell } from './shell.ts';

/** Beyond this somebody else was faster every time: the person is asked to try again. */
const mostTries = 25;
const mostPauseMilliseconds = 50;

/** A short pause of random length, so that those who met do not meet again at once. */
const stepAside = (attempt: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, Math.random() * Math.min(mostPauseMilliseconds, 2 ** attempt));
  });
const sqlState = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
const constraintOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : '';

/** Serialization failure and deadlock: the database chose us to try again. */
const mayRetry = (error: unknown): boolean =>
  error instanceof MovedOn || sqlState(error) === '40001' || sqlState(error) === '40P01';
const isRepeat = (error: unknown): boolean =>
  sqlState(error) === '23505' && constraintOf(error).startsWith('command_pkey');

/** Runs `work` in one transaction on one session. */
export const inTransaction = <T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> =>
  between(pool, 'BEGIN', work);

/** Everything that `work` reads stood in the database at one and the same instant. */
export const inSnapshot = <T>(pool: pg.Pool, work: (client: Queryable) => Promise<T>): Promise<T> =>
  between(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);

class NothingKept extends Error {}

/** Runs `work` in one transaction; what it wrote stays only where it says so, and its answer is given either way. */
export async function keptWhere<T>(
  pool: pg.Pool,
  work: (client: Queryable) => Promise<{ readonly keep: boolean; readonly answer: T }>,
): Promise<T> {
  let done: { readonly answer: T } | undefined;
  try {
    return await inTransaction(pool, async (client) => {
      const { keep, answer } = await work(client);
      done = { answer };
      if (!keep) throw new NothingKept();
      return answer;
    });
  } catch (error) {
    if (error instanceof NothingKept && done !== undefined) return done.answer;
    throw error;
  }
}

async function between<T>(pool: pg.Pool, begin: string, work: (client: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(begin);
    const value = await work(client);
    await client.query('COMMIT');
    return value;
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

export interface Written {
  readonly matter: string;
  readonly number: string;
  readonly version: number;
  /** The command had acted before; this is what it did then. */
  readonly repeated: boolean;
}
/** What one reading of the matter leads to: a decision to write, or an answer that needs no writing. */
export type Next<Failure> = { readonly decided: Decided } | { readonly answer: Result<Written, Failure> };

/** Decides and writes until nobody interferes; acknowledged means committed. */
export async function transact<Failure>(
  shell: Shell,
  community: string,
  command: string | undefined,
  decideNow: () => Promise<Next<Failure>>,
): Promise<Result<Written, Failure>> {
  for (let attempt = 1; ; attempt++) {
    const next = await decideNow();
    if ('answer' in next) return next.answer;
    try {
      return ok(await write(shell, next.decided));
    } catch (error) {
      const done = await repeatOf(shell, community, command, error);
      if (done !== undefined) return ok({ ...done, repeated: true });
      if (!mayRetry(error) || attempt >= mostTries) throw error;
      await stepAside(attempt);
    }
  }
}

async function repeatOf(shell: Shell, community: string, command: string | undefined, error: unknown) {
  return isRepeat(error) && command !== undefined ? findDone(shell.pool, community, command) : undefined;
}

async function write(shell: Shell, decided: Decided): Promise<Written> {
  const { number, moved } = reachesOut(decided)
    ? await inTransaction(shell.pool, (client) => settle(shell, client, decided))
    : await settle(shell, shell.pool, decided);
  for (const change of moved) shell.moved(change);
  const [first] = moved;
  if (first === undefined) throw new Error('a decision that moved nothing');
  return { matter: first.matter, number, version: first.version, repeated: false };
}

/**
 * One statement after the other in the order asked for, so that the database writes one while the next is being
 * sealed. After a failure nothing more is sent.
 */
function inTurn(client: Queryable): Queryable {
  let last: Promise<unknown> = Promise.resolve();
  const query = (statement: pg.QueryConfig | string, values?: unknown[]): Promise<pg.QueryResult> => {
    const next = last.then(() => client.query(statement, values));
    last = next;
    return next;
  };
  return { query: query as Queryable['query'] };
}

/**
 * Writes the openings of several matters in one transaction, all or none. False when one of their commands had
 * already acted: the caller looks again at what is left.
 */
export async function writeTogether(shell: Shell, all: readonly Decided[]): Promise<boolean> {
  if (all.length === 0) return true;
  for (let attempt = 1; ; attempt++) {
    try {
      const moved = await inTransaction(shell.pool, async (client) => {
        const turns = inTurn(client);
        const changes = await Promise.all(all.map((decided) => settle(shell, turns, decided)));
        return changes.flatMap((change) => change.moved);
      });
      for (const change of moved) shell.moved(change);
      return true;
    } catch (error) {
      if (isRepeat(error)) return false;
      if (!mayRetry(error) || attempt >= mostTries) throw error;
      await stepAside(attempt);
    }
  }
}
