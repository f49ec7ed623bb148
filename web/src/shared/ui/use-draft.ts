import { useCallback, useState } from 'react';
import { keep, kept } from './keep.ts';

const nameOf = (key: string): string => `liren.draft.${key}`;

/**
 * Text that outlives leaving the page and closing the browser, on this device. Without a key it is ordinary state.
 * The last function forgets it, once what was written has safely arrived.
 */
export function useDraft(
  key: string | undefined,
  initial = '',
): readonly [text: string, set: (text: string) => void, forget: () => void] {
  const [text, setText] = useState(() => (key === undefined ? undefined : kept(nameOf(key))) ?? initial);
  const set = useCallback(
    (next: string) => {
      setText(next);
      if (key !== undefined) keep(nameOf(key), next === '' ? undefined : next);
    },
    [key],
  );
  const forget = useCallback(() => {
    setText('');
    if (key !== undefined) keep(nameOf(key), undefined);
  }, [key]);
  return [text, set, forget];
}
