import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for that long: nobody is asked at every keystroke. */
export function useSlow<T>(value: T, waitMs: number): T {
  const [slow, setSlow] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(value), waitMs);
    return () => clearTimeout(timer);
  }, [value, waitMs]);
  return slow;
}
