/** Runs at most `limit` of the given tasks at once; the others wait in order. */
export function limitConcurrency(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await task();
    } finally {
      // The place is handed over, not freed, so that a newcomer cannot slip in before who waited.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
