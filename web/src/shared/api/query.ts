import { QueryClient } from '@tanstack/react-query';
import { RefusalError } from './client.ts';

/** A refusal is an answer and is not asked again; silence and a failing server are, twice. */
const worthAsking = (count: number, error: unknown): boolean =>
  count < 2 && (!(error instanceof RefusalError) || error.status === 0 || error.status >= 500);

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry: worthAsking, refetchOnWindowFocus: true },
      // Without a network an act is refused in words, not held back in silence and sent at some later time.
      mutations: { retry: false, networkMode: 'always' },
    },
  });
