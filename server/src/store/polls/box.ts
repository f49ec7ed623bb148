import type { Channel } from '@liren/core/voting/types.ts';
import { columnsOf } from '../registry.ts';
import type { Queryable } from '../write-record.ts';

export interface NewMark {
  readonly entry: string;
  readonly channel: Channel;
  readonly at: number;
  readonly person: string;
  readonly revocableUntil?: number;
  /** Of a named vote. */
  readonly said?: { readonly code: string; readonly choice: readonly string[] };
  /** Of a secret vote cast by a browser. */
  readonly envelope?: string;
  /** Whose line it must be, or who must hold a written authority for it; either way for whoever keeps the desk. */
  readonly right?: { readonly keys: readonly string[] } | { readonly holder: string };
  /** In the room: only whoever came to it votes. */
  readonly mustBePresent?: boolean;
}

const beside = (table: string): string =>
  `EXISTS (SELECT FROM ${table} x WHERE x.community_id = $1 AND x.poll_id = $2::uuid AND x.entry_id = e.id`;
/**
 * Marks one line of the roll as having voted, if the box is open, it has not and whoever casts may: one statement, so that
 * of several channels at once exactly one succeeds. False where it did not; the reason is read afterwards.
 */
export async function putMark(
  client: Queryable,
  community: string,
  poll: string,
  mark: NewMark,
): Promise<boolean> {
  const { right } = mark;
  const { rowCount } = await client.query({
    name: 'put-mark',
    text: `INSERT INTO mark (community_id, poll_id, entry_id, channel, at, person_id, revocable_until, code, choice, envelope)
       SELECT $1, $2::uuid, e.id, $4, $5, $6::uuid, $7, $8, $9::text[], $10
       FROM poll p JOIN roll_entry e ON e.community_id = p.community_id AND e.poll_id = p.id
       WHERE p.community_id = $1 AND p.id = $2::uuid AND e.id = $3::uuid AND NOT e.recused AND p.counted_at IS NULL
         AND p.opens_at <= $5 AND $5 < p.closes_at
         AND ($11::text[] IS NULL OR ${beside('roll_key')} AND x.key = ANY($11)))
         AND ($12::text IS NULL OR ${beside('authority')} AND x.holder_mark = $12))
         AND ($13::bool IS NOT TRUE OR ${beside('attendance')}))
       FOR SHARE OF p
       ON CONFLICT (community_id, poll_id, entry_id) DO NOTHING`,
    values: [
      community,
      poll,
      mark.entry,
      mark.channel,
      mark.at,
      mark.person,
      mark.revocableUntil ?? null,
      mark.said?.code ?? null,
      mark.said?.choice ?? null,
      mark.envelope ?? null,
      right !== undefined && 'keys' in right ? right.keys : null,
      right !== undefined && 'holder' in right ? right.holder : null,
      mark.mustBePresent ?? false,
    ],
  });
  return rowCount === 1;
}

export interface MarkRow {
  readonly entry_id: string;
  readonly channel: Channel;
  readonly at: number;
  readonly person_id: string;
  readonly revocable_until: number | null;
  readonly code: string | null;
  readonly choice: readonly string[] | null;
  readonly envelope: string | null;
}
const markColumns = 'entry_id, channel, at, person_id, revocable_until, code, choice, envelope';

export async function readMarks(
  client: Queryable,
  community: string,
  poll: string,
  entries: readonly string[],
): Promise<ReadonlyMap<string, MarkRow>> {
  const { rows } = await client.query<MarkRow>(
    `SELECT ${markColumns} FROM mark WHERE community_id = $1 AND poll_id = $2::uuid AND entry_id = ANY($3::uuid[])`,
    [community, poll, entries],
  );
  return new Map(rows.map((row) => [row.entry_id, row]));
}

/** Takes back an assisted vote while that may be; false where it may not. */
export async function takeMark(
  client: Queryable,
  community: string,
  poll: string,
  entry: string,
  at: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `DELETE FROM mark m USING poll p
     WHERE m.community_id = $1 AND m.poll_id = $2::uuid AND m.entry_id = $3::uuid AND m.revocable_until > $4
       AND p.community_id = m.community_id AND p.id = m.poll_id AND p.counted_at IS NULL AND $4 < p.closes_at`,
    [community, poll, entry, at],
  );
  return rowCount === 1;
}

export interface CastRow {
  readonly code: string | null;
  readonly choice: readonly string[] | null;
  readonly envelope: string | null;
  readonly channel: Channel;
  readonly heads: number;
  readonly area_square_centimetres: number;
}
/** Everything that lies in the box, with the weight of its line. */
export async function readCast(
  client: Queryable,
  community: string,
  poll: string,
): Promise<readonly CastRow[]> {
  const { rows } = await client.query<CastRow>(
    `SELECT m.code, m.choice, m.envelope, m.channel, e.heads, e.area_square_centimetres
     FROM mark m JOIN roll_entry e ON e.community_id = m.community_id AND e.poll_id = m.poll_id AND e.id = m.entry_id
     WHERE m.community_id = $1 AND m.poll_id = $2::uuid`,
    [community, poll],
  );
  return rows;
}

export interface PaperRow {
  readonly code: string;
  readonly entry_id: string | null;
  readonly first: readonly string[];
  readonly first_by: string;
  readonly second: readonly string[] | null;
  readonly second_by: string | null;
  readonly settled: readonly string[] | null;
}
export async function readPapers(
  client: Queryable,
  community: string,
  poll: string,
): Promise<readonly PaperRow[]> {
  const { rows } = await client.query<PaperRow>(
    `SELECT code, entry_id, first, first_by, second, second_by, settled FROM paper_ballot
     WHERE community_id = $1 AND poll_id = $2::uuid ORDER BY code`,
    [community, poll],
  );
  return rows;
}

export interface PaperEntry {
  readonly code: string;
  readonly entry?: string;
  readonly choice: readonly string[];
  readonly person: string;
}
/** The first reading, a second by somebody else, or the settling of two that differ, whichever is due. False for nothing due. */
export async function enterPaper(
  client: Queryable,
  community: string,
  poll: string,
  { code, entry, choice, person }: PaperEntry,
): Promise<'first' | 'second' | 'settled' | undefined> {
  const values = [community, poll, code, choice, person];
  const first = await client.query(
    `INSERT INTO paper_ballot (community_id, poll_id, code, first, first_by, entry_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [...values, entry ?? null],
  );
  if (first.rowCount === 1) return 'first';
  const second = await client.query(
    `UPDATE paper_ballot SET second = $4, second_by = $5::uuid
     WHERE community_id = $1 AND poll_id = $2 AND code = $3 AND second IS NULL AND first_by <> $5::uuid
       AND entry_id IS NOT DISTINCT FROM $6::uuid`,
    [...values, entry ?? null],
  );
  if (second.rowCount === 1) return 'second';
  const settled = await client.query(
    `UPDATE paper_ballot SET settled = $4, settled_by = $5::uuid
     WHERE community_id = $1 AND poll_id = $2 AND code = $3 AND settled IS NULL AND second IS DISTINCT FROM first
       AND second IS NOT NULL AND first_by <> $5::uuid AND second_by <> $5::uuid`,
    values,
  );
  return settled.rowCount === 1 ? 'settled' : undefined;
}

export interface CountedBallot {
  readonly code: string;
  readonly choice: readonly string[];
  readonly heads: number;
  readonly area: number;
}
/**
 * The box is emptied into the list of counted ballots, in the order of their codes. What lay in envelopes, and the key to
 * them, are gone: from here on nothing in the database leads from a secret ballot to its line of the roll.
 */
export async function keepCount(
  client: Queryable,
  community: string,
  poll: string,
  ballots: readonly CountedBallot[],
  at: number,
): Promise<void> {
  // One by one in the order given: where a row lies tells only the order of random codes.
  for (let from = 0; from < ballots.length; from += 5000) {
    const some = ballots
      .slice(from, from + 5000)
      .map((ballot) => ({ ...ballot, choice: JSON.stringify(ballot.choice) }));
    await client.query(
      `INSERT INTO ballot (community_id, poll_id, code, choice, heads, area_square_centimetres)
       SELECT $1, $2, k.code, ARRAY(SELECT jsonb_array_elements_text(k.choice::jsonb)), k.heads, k.area
       FROM unnest($3::text[], $4::text[], $5::int[], $6::bigint[]) AS k(code, choice, heads, area)`,
      [community, poll, ...columnsOf(some, ['code', 'choice', 'heads', 'area'])],
    );
  }
  await client.query(
    'UPDATE poll SET counted_at = $3, private_key_sealed = NULL WHERE community_id = $1 AND id = $2::uuid',
    [community, poll, at],
  );
  await client.query(
    'UPDATE mark SET envelope = NULL WHERE community_id = $1 AND poll_id = $2::uuid AND envelope IS NOT NULL',
    [community, poll],
  );
}

export async function readCounted(
  client: Queryable,
  community: string,
  poll: string,
): Promise<readonly CountedBallot[]> {
  const { rows } = await client.query<CountedBallot>(
    `SELECT code, choice, heads, area_square_centimetres AS area FROM ballot
     WHERE community_id = $1 AND poll_id = $2::uuid ORDER BY code COLLATE "C"`,
    [community, poll],
  );
  return rows;
}

export async function isPresent(
  client: Queryable,
  community: string,
  poll: string,
  entry: string,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM attendance WHERE community_id = $1 AND poll_id = $2::uuid AND entry_id = $3::uuid',
    [community, poll, entry],
  );
  return rowCount === 1;
}
