import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { getJson } from '../../shared/api/client.ts';

interface Page<T> {
  readonly rows: readonly T[];
  readonly next?: string;
}
export type Query = Readonly<Record<string, string | undefined>>;

export function pathWith(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, value]],
  );
  return pairs.length === 0 ? path : `${path}?${new URLSearchParams(pairs)}`;
}

/** A list that is read page by page, each page beginning where the one before ended. */
export function useRows<P extends Page<unknown>>(key: string, path: string, query: Query) {
  const answer = useInfiniteQuery({
    queryKey: [key, path, query],
    queryFn: ({ pageParam }) => getJson<P>(pathWith(path, { ...query, cursor: pageParam })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const rows = (answer.data?.pages ?? []).flatMap((page) => page.rows) as P['rows'][number][];
  return { ...answer, rows, first: answer.data?.pages[0] };
}

/** Every row that the filters leave, for a spreadsheet; stops at `most`. */
export async function allRows<T>(path: string, query: Query, most: number): Promise<readonly T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<T> = await getJson<Page<T>>(pathWith(path, { ...query, cursor, limit: '200' }));
    rows.push(...page.rows);
    cursor = page.next;
  } while (cursor !== undefined && rows.length < most);
  return rows.slice(0, most);
}
