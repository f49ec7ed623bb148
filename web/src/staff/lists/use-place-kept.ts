import { useEffect, useRef } from 'react';

/** A list is found where it was left: the height scrolled to is kept for each address in this window. */
export function usePlaceKept(ready: boolean): void {
  const done = useRef(false);
  const key = `liren.scroll.${location.pathname}${location.search}`;
  useEffect(() => {
    if (!ready || done.current) return;
    done.current = true;
    const kept = Number(sessionStorage.getItem(key) ?? 0);
    if (kept > 0) scrollTo(0, kept);
  }, [ready, key]);
  useEffect(() => {
    const keep = () => sessionStorage.setItem(key, String(Math.round(scrollY)));
    addEventListener('scrollend', keep);
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('scrollend', keep);
      removeEventListener('pagehide', keep);
    };
  }, [key]);
}
