import { useQuery } from '@tanstack/react-query';
import { getJson } from '../api/client.ts';
import type { MatterBody, MatterPage, Titled } from './types.ts';

/** What forms choose from; loaded when a form asks, kept for the visit. */
export interface OrganLine extends Titled {
  readonly kind: string;
  readonly area: string;
}
export interface AffairLine extends Titled {
  readonly class: string;
  readonly group: Titled;
  readonly kind: string;
  readonly handler: string;
  readonly urgency: string;
  readonly description: string;
}
export interface PlaceBody extends Titled {
  readonly parent?: string;
  readonly level: string;
  readonly shape?: unknown;
}
interface Rows<T> {
  readonly rows: readonly T[];
}

const longMs = 10 * 60_000;
const ask = <T>(path: string) => ({
  queryKey: [path],
  queryFn: () => getJson<T>(path),
  staleTime: longMs,
});

export function useOrgans(community: string | undefined): readonly OrganLine[] {
  const path =
    community === undefined ? '/api/organs' : `/api/organs?community=${encodeURIComponent(community)}`;
  return useQuery(ask<Rows<OrganLine>>(path)).data?.rows ?? [];
}
export const useAffairs = (): readonly AffairLine[] =>
  useQuery(ask<Rows<AffairLine>>('/api/affairs')).data?.rows ?? [];
export const usePlaces = (): readonly PlaceBody[] =>
  useQuery(ask<Rows<PlaceBody>>('/api/places')).data?.rows ?? [];

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
