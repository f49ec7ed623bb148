import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { MeBody } from './bodies.ts';
import { getJson } from './client.ts';

export const meKey = ['me'] as const;
export const useMe = (): UseQueryResult<MeBody> =>
  useQuery({ queryKey: meKey, queryFn: ({ signal }) => getJson<MeBody>('/api/me', signal) });
