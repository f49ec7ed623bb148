import type { Kysely } from 'kysely';
import type { Scope } from '../usecases/scope.ts';
import type { Keyset, ListFilter, ListRow } from './list-filter.ts';
import type { Tables } from './schema.ts';
import { searchMatters } from './search-matters.ts';
import { newestIn, readKeyed } from './ways.ts';

/**
 * Newest first, a page after `after`. Without a scope every matter is listed: the caller answers for that.
 * @param limit rows, at most 1,000
 */
export async function listMatters(
  db: Kysely<Tables>,
  scope: Scope | undefined,
  filter: ListFilter,
  limit: number,
  after?: Keyset,
): Promise<readonly ListRow[]> {
  const { words, ...rest } = filter;
  const page = { filter: rest, limit, after };
  return words === undefined ? readKeyed(db, newestIn(scope, page)) : searchMatters(db, scope, words, page);
}
