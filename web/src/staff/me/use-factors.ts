import { useQuery } from '@tanstack/react-query';
import type { Factors } from '../../shared/api/bodies.ts';
import { getJson } from '../../shared/api/client.ts';

/** One's own second factors. */
export const useFactors = () =>
  useQuery({ queryKey: ['factors'], queryFn: () => getJson<Factors>('/api/session/factors') });
