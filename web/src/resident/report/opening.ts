import { useQuery } from '@tanstack/react-query';
import { getJson } from '../../shared/api/client.ts';
import type { Titled } from '../../shared/matter/types.ts';

interface OpeningBody {
  readonly procedure: Titled;
  /** The stages to come, told before one begins. */
  readonly promise: readonly { readonly title: string; readonly limit?: string; readonly who: string }[];
}

export const useOpening = (): OpeningBody | undefined =>
  useQuery({
    queryKey: ['opening', 'complaint'],
    queryFn: ({ signal }) => getJson<OpeningBody>('/api/procedures/complaint/opening', signal),
    staleTime: 10 * 60_000,
  }).data;
