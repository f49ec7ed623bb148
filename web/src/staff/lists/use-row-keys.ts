import { useEffect, useState } from 'react';

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]') !== null;

/** j and k move through `count` rows, Enter opens; silent while somebody types. Answers the row stood on, −1 before. */
export function useRowKeys(count: number, open: (index: number) => void): number {
  const [at, setAt] = useState(-1);
  const here = Math.min(at, count - 1);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const step = { j: 1, k: -1 }[event.key];
      if (step !== undefined) {
        const next = Math.max(0, Math.min(count - 1, here + step));
        setAt(next);
        document.querySelector(`[data-row="${next}"]`)?.scrollIntoView({ block: 'nearest' });
      }
      const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
      if (event.key === 'Enter' && here >= 0 && !onControl) open(here);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [count, here, open]);
  return here;
}
