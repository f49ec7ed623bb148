import type { JsonObject } from '@liren/core/basics/json.ts';
import type { Sealer } from '../adapters/crypto/sealer.ts';
import type { Queryable } from './write-record.ts';

export interface EntryRow {
  readonly id: string;
  readonly round: string;
  readonly grid_id: string;
  readonly home_id: string | null;
  readonly organisation_id: string | null;
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly met: boolean;
  readonly at: number;
  readonly day: string;
  readonly received_at: number;
  readonly clock_off_ms: number | null;
  readonly plain: JsonObject;
  readonly words_sealed: string | null;
}
const entryColumns = [
  'id',
  'round',
  'grid_id',
  'home_id',
  'organisation_id',
  'person_id',
  'post',
  'organ_id',
  'met',
  'at',
  'day',
  'received_at',
  'clock_off_ms',
  'plain',
  'words_sealed',
] as const satisfies readonly (keyof EntryRow)[];

const wordsPlace = (id: string) => ({ table: 'field_entry', row: id, column: 'words_sealed' });

export const sealWords = (sealer: Sealer, id: string, words: JsonObject): string | null =>
  Object.keys(words).length === 0 ? null : sealer.seal(wordsPlace(id), JSON.stringify(words));

export function openWords(sealer: Sealer, id: string, sealed: string | null): JsonObject {
  if (sealed === null) return {};
  const opened = sealer.open(wordsPlace(id), sealed);
  if (!opened.ok) throw new Error(`the words of entry ${id} do not open: ${opened.error}`);
  return JSON.parse(opened.value);
}

/** False when an entry of this id had been taken down before. */
export async function addEntry(client: Queryable, community: string, row: EntryRow): Promise<boolean> {
  const places = entryColumns.map((_, i) => `$${i + 2}`);
  const { rowCount } = await client.query(
    `INSERT INTO field_entry (community_id, ${entryColumns.join(', ')}) VALUES ($1, ${places.join(', ')})
     ON CONFLICT (community_id, id) DO NOTHING`,
    [community, ...entryColumns.map((column) => row[column])],
  );
  return rowCount === 1;
}

export async function hasEntry(client: Queryable, community: string, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM field_entry WHERE community_id = $1 AND id = $2::uuid',
    [community, id],
  );
  return rowCount === 1;
}

export async function linkMatter(
  client: Queryable,
  community: string,
  entry: string,
  matter: string,
): Promise<void> {
  await client.query(
    `INSERT INTO field_entry_matter (community_id, entry_id, matter_id) VALUES ($1, $2::uuid, $3::uuid)
     ON CONFLICT DO NOTHING`,
    [community, entry, matter],
  );
}

export interface VisitedHome {
  readonly grid_id: string;
  readonly risk: string | null;
  readonly visited_at: number | null;
}

/** Held until the transaction ends: two workers at one door follow one another. */
export async function holdHome(
  client: Queryable,
  community: string,
  id: string,
): Promise<VisitedHome | undefined> {
  const { rows } = await client.query<VisitedHome>(
    'SELECT grid_id, risk, visited_at FROM home WHERE community_id = $1 AND id = $2::uuid FOR UPDATE',
    [community, id],
  );
  return rows[0];
}

export async function writeVisit(
  client: Queryable,
  community: string,
  id: string,
  { risk, visited_at }: Pick<VisitedHome, 'risk' | 'visited_at'>,
): Promise<void> {
  await client.query('UPDATE home SET risk = $3, visited_at = $4 WHERE community_id = $1 AND id = $2::uuid', [
    community,
    id,
    risk,
    visited_at,
  ]);
}

/** Homes whose last visit is not the last of their entries; none unless something went wrong. */
export async function countStrayVisits(client: Queryable): Promise<number> {
  const { rows } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM home h LEFT JOIN (
       SELECT community_id, home_id, max(at) AS at FROM field_entry WHERE met GROUP BY community_id, home_id
     ) AS e ON e.community_id = h.community_id AND e.home_id = h.id
     WHERE h.visited_at IS DISTINCT FROM e.at`,
  );
  return rows[0]?.n ?? 0;
}
