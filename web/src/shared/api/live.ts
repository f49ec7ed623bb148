import type { QueryClient } from '@tanstack/react-query';

/** What the server tells when a matter moved. */
export interface Moved {
  readonly community: string;
  readonly matter: string;
  readonly version: number;
}

/** Queries that a moved matter may have changed: its own page, and every list that could hold it. */
export const listKeys = ['inbox', 'matters', 'mine', 'overview', 'measures', 'messages', 'me'] as const;

export function readMoved(text: string): Moved | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { community, matter, version } = value as Partial<Record<keyof Moved, unknown>>;
    return typeof community === 'string' && typeof matter === 'string' && typeof version === 'number'
      ? { community, matter, version }
      : undefined;
  } catch {
    return undefined;
  }
}

export function refresh(client: QueryClient, moved: Moved): void {
  void client.invalidateQueries({ queryKey: ['matter', moved.community, moved.matter] });
  for (const key of listKeys) void client.invalidateQueries({ queryKey: [key] });
}

const pollEveryMs = 30_000;
const reopenAfterMs = 5_000;
const longestReopenMs = 60_000;

/**
 * Follow the server's stream of events and refresh what they touch. While the stream is down (some gateways cut
 * it), what is on screen is asked again every half minute, and the stream is tried again ever more patiently.
 * Returns how to stop.
 */
export function followEvents(client: QueryClient, path = '/api/events'): () => void {
  let source: EventSource | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let patienceMs = reopenAfterMs;
  const stopPolling = (): void => {
    clearInterval(poll);
    poll = undefined;
  };
  const open = (): void => {
    source = new EventSource(path);
    source.addEventListener('open', () => {
      // Something may have moved while nobody listened.
      if (poll !== undefined) void client.invalidateQueries({ refetchType: 'active' });
      patienceMs = reopenAfterMs;
      stopPolling();
    });
    source.addEventListener('moved', ({ data }: MessageEvent<string>) => {
      const moved = readMoved(data);
      if (moved !== undefined) refresh(client, moved);
    });
    source.addEventListener('error', () => {
      poll ??= setInterval(() => {
        if (document.visibilityState === 'visible') void client.invalidateQueries({ refetchType: 'active' });
      }, pollEveryMs);
      // The browser tries again by itself unless it has given up.
      if (source?.readyState !== EventSource.CLOSED) return;
      again = setTimeout(open, patienceMs);
      patienceMs = Math.min(patienceMs * 2, longestReopenMs);
    });
  };
  open();
  return () => {
    source?.close();
    stopPolling();
    clearTimeout(again);
  };
}
