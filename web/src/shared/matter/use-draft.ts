import { useCallback, useState } from 'react';
import type { Draft } from './answers.ts';

function read(key: string): Draft | undefined {
  try {
    const kept = sessionStorage.getItem(key);
    return kept === null ? undefined : (JSON.parse(kept) as Draft);
  } catch {
    return undefined;
  }
}

/**
 * Answers that outlive leaving the page, in this window only: a draft may hold what a caller said,
 * and the desk may be shared.
 */
export function useDraft(key: string, initial: Draft): readonly [Draft, (draft: Draft) => void, () => void] {
  const name = `liren.draft.${key}`;
  const [draft, setState] = useState<Draft>(() => ({ ...initial, ...read(name) }));
  const set = useCallback(
    (next: Draft) => {
      setState(next);
      try {
        sessionStorage.setItem(name, JSON.stringify(next));
      } catch {
        // Storage may be full or forbidden; the form itself still holds the answers.
      }
    },
    [name],
  );
  const forget = useCallback(() => {
    try {
      sessionStorage.removeItem(name);
    } catch {
      // Nothing was kept.
    }
  }, [name]);
  return [draft, set, forget];
}
