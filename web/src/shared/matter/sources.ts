import { useQuery } from '@tanstack/react-query';
import type {
  AffairLine,
  AffairsBody,
  MatterBody,
  MatterPage,
  OrganLine,
  OrgansBody,
  PlaceBody,
  PlacesBody,
} from '../api/bodies.ts';
import { getJson } from '../api/client.ts';

const longMs = 10 * 60_000;
const ask = <T>(path: string) => ({
  queryKey: [path],
  queryFn: () => getJson<T>(path),
  staleTime: longMs,
});

export function useOrgans(community: string | undefined): readonly OrganLine[] {
  const path =
    community === undefined ? '/api/organs' : `/api/organs?community=${encodeURIComponent(community)}`;
  return useQuery(ask<OrgansBody>(path)).data?.rows ?? [];
}
export const useAffairs = (): readonly AffairLine[] =>
  useQuery(ask<AffairsBody>('/api/affairs')).data?.rows ?? [];
export const usePlaces = (): readonly PlaceBody[] =>
  useQuery(ask<PlacesBody>('/api/places')).data?.rows ?? [];

export const matterPath = (community: string, id: string): string =>
  `/api/matters/${encodeURIComponent(community)}/${encodeURIComponent(id)}`;
export const matterKey = (community: string, id: string): readonly string[] => ['matter', community, id];

export const useMatter = (community: string, id: string) =>
  useQuery({
    queryKey: matterKey(community, id),
    queryFn: () => getJson<MatterBody>(matterPath(community, id)),
  });

/** Matters that the words find among those one may list; nothing until two characters are typed. */
export function useMatterSearch(words: string) {
  const q = words.trim();
  const query = new URLSearchParams({ q, limit: '8' });
  return useQuery({
    queryKey: ['matters', 'search', q],
    queryFn: () => getJson<MatterPage>(`/api/matters?${query}`),
    enabled: q.length >= 2,
    placeholderData: (before) => before,
  });
}
