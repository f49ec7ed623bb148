import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Scope } from '../usecases/scope.ts';
import type { ListRow } from './list-filter.ts';
import type { Tables } from './schema.ts';
import { searchQuery, spansIn, type Window } from './search-words.ts';
import { anyWay, newestIn, type Page, readKeyed, within } from './ways.ts';

/** So many of the newest matters are asked one by one: a word that one in twenty says has then filled a page. */
const walked = 1000;
/** Beyond so many spans the search index is as quick to look through all there was. */
const mostSpans = 4;

/**
 * Newest first. The newest matters are walked, which costs the same however many there are; only a rarer word is
 * looked for in the search index, and how often the newest said it tells how far back a page of it reaches.
 */
export async function searchMatters(
  db: Kysely<Tables>,
  scope: Scope | undefined,
  words: string,
  page: Page,
): Promise<readonly ListRow[]> {
  const newest = newestIn(scope, { ...page, limit: walked });
  const found = await readKeyed(db, sayingAmong(newest, words, page.limit));
  if (found.length >= page.limit || scope?.areas.length === 0) return found;
  const window = windowFor(found, page.limit);
  if (window !== undefined) {
    const rows = await readKeyed(db, foundByIndex(scope, searchQuery(words, scope?.areas, window), page));
    if (rows.length >= page.limit) return rows;
  }
  return readKeyed(db, foundByIndex(scope, searchQuery(words, scope?.areas, undefined), page));
}

/** Asked of one matter after the other, newest first, until the page is full: never turned into a join. */
const sayingAmong = (keys: RawBuilder<unknown>, words: string, limit: number): RawBuilder<unknown> =>
  sql`(SELECT n.* FROM ${keys} AS n WHERE (SELECT w.words @@ ${words}::tsquery FROM matter_words w
    WHERE w.community_id = n.community_id AND w.matter_id = n.id)
    ORDER BY n.opened_at DESC, n.id DESC LIMIT ${limit})`;

/** Twice as far back as a page reaches at the pace of what was found; undefined when that is very far. */
function windowFor(found: readonly ListRow[], limit: number): Window | undefined {
  const newest = found[0]?.opened_at;
  const oldest = found.at(-1)?.opened_at;
  if (newest === undefined || oldest === undefined || found.length < 2) return undefined;
  const window = { to: newest, from: newest - ((newest - oldest) * 2 * limit) / (found.length - 1) };
  return spansIn(window) <= mostSpans ? window : undefined;
}

/**
 * The search index says which matters hold the words; newest first, each is then asked whether it lies within the
 * scope and the filter, until the page is full. Marks tell where to look, the matter itself who may see it.
 */
function foundByIndex(scope: Scope | undefined, query: string, page: Page): RawBuilder<unknown> {
  const way = scope === undefined ? sql<SqlBool>`true` : anyWay(scope);
  return sql`(SELECT n.* FROM (
      SELECT w.community_id, w.matter_id AS id, w.opened_at FROM matter_words w WHERE w.words @@ ${query}::tsquery
      ORDER BY w.opened_at DESC, w.matter_id DESC OFFSET 0) AS n
    WHERE (SELECT ${way} AND ${within(page)} FROM matter m WHERE m.community_id = n.community_id AND m.id = n.id)
    ORDER BY n.opened_at DESC, n.id DESC LIMIT ${page.limit})`;
}
