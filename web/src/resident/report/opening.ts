import { useQuery } from '@tanstack/react-query';
import type { OpeningBody } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';

export const useOpening = (): OpeningBody | undefined =>
  useQuery({
    queryKey: ['opening', 'complaint'],
    queryFn: ({ signal }) => getJson<OpeningBody>('/api/procedures/complaint/opening', signal),
    staleTime: 10 * 60_000,
  }).data;
