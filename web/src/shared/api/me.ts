import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { getJson } from './client.ts';

interface Titled {
  readonly id: string;
  readonly title: string;
}
/** Who is here; a guest has no `person`. */
export interface Me {
  readonly person?: { readonly id: string; readonly name: string; readonly kind: 'resident' | 'staff' };
  readonly posts: readonly {
    readonly post: string;
    readonly title: string;
    readonly organ: Titled;
    readonly rights: readonly string[];
    readonly sees: 'own' | 'area';
    readonly communities: readonly string[];
  }[];
  readonly rights: readonly string[];
  readonly demo: boolean;
  readonly street: Titled;
  readonly communities: readonly Titled[];
  readonly unread: number;
}

export const meKey = ['me'] as const;
export const useMe = (): UseQueryResult<Me> =>
  useQuery({ queryKey: meKey, queryFn: ({ signal }) => getJson<Me>('/api/me', signal) });
