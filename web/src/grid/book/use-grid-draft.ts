import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft } from '../../shared/matter/answers.ts';
import { NoRoom } from '../vault/store.ts';
import { useKeeper } from './use-book.ts';

const pauseMilliseconds = 400;

/** A half-filled form, sealed with everything else; it outlives the app being killed. */
export function useGridDraft(
  key: string,
  initial: Draft,
): {
  readonly draft: Draft;
  readonly set: (draft: Draft) => void;
  /** The phone has no room to keep it. */
  readonly full: boolean;
  /** It was handed in: what is not written yet never will be. */
  readonly drop: () => void;
} {
  const keeper = useKeeper();
  const [draft, setDraft] = useState<Draft>(() => ({ ...initial, ...keeper.pages().drafts[key] }));
  const [full, setFull] = useState(false);
  const unwritten = useRef<Draft>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const write = useCallback(() => {
    clearTimeout(timer.current);
    const next = unwritten.current;
    unwritten.current = undefined;
    if (next === undefined) return;
    keeper
      .change(['drafts'], ({ drafts }) => ({ drafts: { ...drafts, [key]: next } }))
      .then(
        () => setFull(false),
        (error) => setFull(error instanceof NoRoom),
      );
  }, [keeper, key]);
  const set = useCallback(
    (next: Draft) => {
      setDraft(next);
      unwritten.current = next;
      clearTimeout(timer.current);
      timer.current = setTimeout(write, pauseMilliseconds);
    },
    [write],
  );
  useEffect(() => {
    const onHide = () => {
      if (document.visibilityState === 'hidden') write();
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      document.removeEventListener('visibilitychange', onHide);
      write();
    };
  }, [write]);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    unwritten.current = undefined;
  }, []);
  return { draft, set, full, drop };
}
