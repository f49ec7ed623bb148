import { useEffect, useState } from 'react';

/** The value as it was when it last rested for `ms`: asks while somebody types, but not at every key. */
export function useSlow<T>(value: T, ms: number): T {
  const [slow, setSlow] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return slow;
}
