import { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { Moved } from '../usecases/shell.ts';

/** Tells listeners which matters moved, on this server and, by NOTIFY, on its siblings. A hint, never the truth. */
export interface Live {
  readonly moved: (change: Moved) => void;
  readonly listen: (heard: (change: Moved) => void) => () => void;
  /** Settles when siblings are heard, or when the database did not let us listen. */
  readonly ready: Promise<void>;
  readonly close: () => Promise<void>;
}

const channel = 'liren_moved';
/** NOTIFY serialises commits, so changes are gathered and sent together. */
const gatherMilliseconds = 100;
const mostInOneNotice = 20;
const retryMilliseconds = 1_000;

/** Others may write into the channel, too: what is none of ours says nothing. */
function readPayload(payload: string | undefined): { from?: string; batch?: readonly Moved[] } {
  try {
    return JSON.parse(payload ?? '{}') as { from?: string; batch?: readonly Moved[] };
  } catch {
    return {};
  }
}

export function createLive(pool: pg.Pool, serverId: string): Live {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let gathered: Moved[] = [];
  let timer: NodeJS.Timeout | undefined;
  let listener: pg.PoolClient | undefined;
  let retry: NodeJS.Timeout | undefined;
  let closed = false;

  const send = (): void => {
    timer = undefined;
    const batch = gathered.slice(-mostInOneNotice);
    gathered = [];
    const payload = JSON.stringify({ from: serverId, batch });
    // A payload has 8,000 bytes at most; what does not fit is learnt by polling.
    if (payload.length < 7900) pool.query('SELECT pg_notify($1, $2)', [channel, payload]).catch(() => {});
  };
  const hear = (payload: string | undefined): void => {
    const { from, batch } = readPayload(payload);
    if (from === serverId) return;
    for (const change of batch ?? []) emitter.emit('moved', change);
  };
  const connect = async (): Promise<void> => {
    const client = await pool.connect();
    const drop = (error: Error): void => {
      if (listener !== client) return;
      listener = undefined;
      client.release(error);
      again();
    };
    listener = client;
    client.on('notification', (message) => hear(message.payload));
    client.on('error', drop);
    client.on('end', () => drop(new Error('the database ended the session')));
    await client.query(`LISTEN ${channel}`).catch(drop);
  };
  /** A database that restarts takes our ear with it: we listen again as soon as it is back. */
  const again = (): void => {
    if (closed) return;
    retry = setTimeout(() => connect().catch(again), retryMilliseconds);
  };
  const ready = connect().catch(again);

  return {
    moved: (change) => {
      if (closed) return;
      emitter.emit('moved', change);
      gathered.push(change);
      timer ??= setTimeout(send, gatherMilliseconds);
    },
    listen: (heard) => {
      emitter.on('moved', heard);
      return () => emitter.off('moved', heard);
    },
    ready,
    close: async () => {
      closed = true;
      await ready;
      clearTimeout(timer);
      clearTimeout(retry);
      const last = listener;
      listener = undefined;
      last?.release(true);
    },
  };
}
