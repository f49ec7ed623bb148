import type { ChosenColumn } from '../import/chosen-columns.ts';
import type { Queryable } from './write-record.ts';

/** Imports whose columns are remembered. */
export type ImportKind = 'residents' | 'organisations' | 'owners';

export async function readImportColumns(
  client: Queryable,
  community: string,
  kind: ImportKind,
): Promise<readonly ChosenColumn[]> {
  const { rows } = await client.query<ChosenColumn>(
    'SELECT title, field FROM import_column WHERE community_id = $1 AND kind = $2 ORDER BY title',
    [community, kind],
  );
  return rows;
}

/** What was said of a title before is replaced; what was said of others stays. */
export async function rememberImportColumns(
  client: Queryable,
  community: string,
  kind: ImportKind,
  chosen: readonly ChosenColumn[],
  by: { readonly person: string; readonly at: number },
): Promise<void> {
  await client.query(
    `INSERT INTO import_column (community_id, kind, title, field, person_id, at)
     SELECT $1, $2, k.title, k.field, $5, $6 FROM unnest($3::text[], $4::text[]) AS k(title, field)
     ON CONFLICT (community_id, kind, title)
       DO UPDATE SET field = excluded.field, person_id = excluded.person_id, at = excluded.at`,
    [community, kind, chosen.map(({ title }) => title), chosen.map(({ field }) => field), by.person, by.at],
  );
}
