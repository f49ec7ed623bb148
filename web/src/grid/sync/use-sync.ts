import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { type Refusal, RefusalError, refusalOf } from '../../shared/api/client.ts';
import type { Keeper } from '../book/keeper.ts';
import { NoRoom } from '../vault/store.ts';
import { type Outcome, type Progress, syncWith, type Wish } from './run.ts';

export type Trouble = Exclude<Outcome, 'done' | 'wipe'> | 'offline' | 'no-room' | 'failed';

export interface Sync {
  readonly progress: Progress | undefined;
  readonly trouble: Trouble | undefined;
  /** What the office said, where it said something. */
  readonly refusal: Refusal | undefined;
  readonly run: (wish?: Wish) => void;
}

const Syncing = createContext<Sync | undefined>(undefined);
export const SyncRuns = Syncing.Provider;

export function useSync(): Sync {
  const sync = useContext(Syncing);
  if (sync === undefined) throw new Error('the vault is closed');
  return sync;
}

function troubleOf(error: unknown): Trouble {
  if (error instanceof NoRoom) return 'no-room';
  if (error instanceof DOMException && error.name === 'AbortError') return 'offline';
  if (error instanceof RefusalError && error.status === 401) return 'sign-in';
  return error instanceof RefusalError && error.status === 0 ? 'offline' : 'failed';
}

const soonMilliseconds = 5_000;
const againMilliseconds = 60_000;
/** While nobody is reached: soon, then less and less often. */
const pauseAfter = (missed: number | undefined): number =>
  missed === undefined ? againMilliseconds : Math.min(againMilliseconds, soonMilliseconds * 2 ** missed);

/**
 * Runs on opening, when the network comes back, when asked, and again while something waits: browsers do not always tell
 * that the network is back, and some take it for away when it is there.
 */
export function useSyncing(keeper: Keeper, onWipe: (by: 'office') => Promise<void>): Sync {
  const [progress, setProgress] = useState<Progress>();
  const [trouble, setTrouble] = useState<Trouble>();
  const [refusal, setRefusal] = useState<Refusal>();
  const running = useRef(false);
  /** Something was done while it ran: it goes once more, for what it had already passed. */
  const wanted = useRef<Wish | undefined>(undefined);
  /** How often it tried again by itself since the office was last reached; undefined while it is. */
  const missed = useRef<number | undefined>(undefined);
  const nextAt = useRef(0);
  const once = useCallback(
    async (wish: Wish) => {
      setTrouble(undefined);
      setRefusal(undefined);
      setProgress({ doing: 'items', done: 0, all: 0 });
      try {
        const outcome = await syncWith(keeper, wish, Date.now, setProgress);
        missed.current = undefined;
        if (outcome === 'wipe') {
          wanted.current = undefined;
          await onWipe('office');
        } else if (outcome !== 'done') setTrouble(outcome);
      } catch (error) {
        const met = troubleOf(error);
        missed.current = met === 'offline' ? (missed.current ?? 0) : undefined;
        setTrouble(met);
        if (error instanceof RefusalError && error.status !== 0) setRefusal(refusalOf(error));
      }
    },
    [keeper, onWipe],
  );
  const run = useCallback(
    async (wish: Wish) => {
      wanted.current = wanted.current === 'all' ? 'all' : wish;
      if (running.current) return;
      running.current = true;
      for (let next: Wish | undefined = wanted.current; next !== undefined; next = wanted.current) {
        wanted.current = undefined;
        await once(next);
      }
      running.current = false;
      nextAt.current = performance.now() + pauseAfter(missed.current);
      setProgress(undefined);
    },
    [once],
  );
  useEffect(() => {
    const go = () => void run('all');
    go();
    window.addEventListener('online', go);
    const timer = setInterval(() => {
      if (keeper.pages().box.outbox.waiting.length === 0 || performance.now() < nextAt.current) return;
      if (missed.current !== undefined) missed.current += 1;
      void run('items');
    }, soonMilliseconds);
    return () => {
      window.removeEventListener('online', go);
      clearInterval(timer);
    };
  }, [run, keeper]);
  return { progress, trouble, refusal, run: (wish = 'all') => void run(wish) };
}
