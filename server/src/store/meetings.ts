import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { Queryable } from './write-record.ts';

export const undoneReasonPlace = (id: string): SealedPlace => ({
  table: 'attendance_undone',
  row: id,
  column: 'reason_sealed',
});

export interface Arrival {
  readonly entry: string;
  readonly at: number;
  readonly way: 'phone' | 'desk' | 'paper';
  readonly person: string;
}
/**
 * Marks a line of the roll as being there, once, and with it the same person's lines in the other polls of the sitting. One
 * statement: of several ways at once the first succeeds. False where this line was not marked.
 * @param others polls of the same sitting whose meeting still runs
 */
export async function putArrival(
  client: Queryable,
  community: string,
  poll: string,
  { entry, at, way, person }: Arrival,
  others: readonly string[],
): Promise<boolean> {
  const { rows } = await client.query<{ poll_id: string }>({
    name: 'put-arrival',
    text: `INSERT INTO attendance (community_id, poll_id, entry_id, at, way, person_id)
       SELECT e.community_id, e.poll_id, e.id, $4, $5, $6::uuid
       FROM roll_entry e
       WHERE e.community_id = $1 AND NOT e.recused
         AND ((e.poll_id = $2::uuid AND e.id = $3::uuid) OR (e.poll_id = ANY($7::uuid[]) AND EXISTS (
           SELECT 1 FROM roll_key k JOIN roll_key o ON o.community_id = k.community_id AND o.key = k.key
           WHERE k.community_id = e.community_id AND k.poll_id = $2::uuid AND k.entry_id = $3::uuid
             AND o.poll_id = e.poll_id AND o.entry_id = e.id)))
       ON CONFLICT (community_id, poll_id, entry_id) DO NOTHING RETURNING poll_id`,
    values: [community, poll, entry, at, way, person, others],
  });
  return rows.some(({ poll_id }) => poll_id === poll);
}

export async function findArrival(
  client: Queryable,
  community: string,
  poll: string,
  entry: string,
): Promise<{ readonly at: number; readonly way: Arrival['way'] } | undefined> {
  const { rows } = await client.query<{ at: number; way: Arrival['way'] }>(
    'SELECT at, way FROM attendance WHERE community_id = $1 AND poll_id = $2::uuid AND entry_id = $3::uuid',
    [community, poll, entry],
  );
  return rows[0];
}

export interface Undoing {
  readonly id: string;
  readonly entry: string;
  readonly at: number;
  readonly person: string;
  readonly reason: string;
}
/** Takes a mark back and writes down what it had been. False where there was none. */
export async function takeArrival(
  client: Queryable,
  community: string,
  poll: string,
  { id, entry, at, person, reason }: Undoing,
): Promise<boolean> {
  const { rows } = await client.query<{ at: number; way: string }>(
    `DELETE FROM attendance WHERE community_id = $1 AND poll_id = $2::uuid AND entry_id = $3::uuid RETURNING at, way`,
    [community, poll, entry],
  );
  const [taken] = rows;
  if (taken === undefined) return false;
  await client.query(
    `INSERT INTO attendance_undone (community_id, id, poll_id, entry_id, at, way, undone_at, person_id, reason_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [community, id, poll, entry, taken.at, taken.way, at, person, reason],
  );
  return true;
}

/** Who of those that count was there by then. */
export async function readPresentBy(
  client: Queryable,
  community: string,
  poll: string,
  until: number,
): Promise<{ readonly heads: number; readonly area: number }> {
  const { rows } = await client.query<{ heads: number; area: number }>(
    `SELECT coalesce(sum(e.heads), 0)::int AS heads, coalesce(sum(e.area_square_centimetres), 0)::float8 AS area
     FROM attendance a
     JOIN roll_entry e ON e.community_id = a.community_id AND e.poll_id = a.poll_id AND e.id = a.entry_id
     WHERE a.community_id = $1 AND a.poll_id = $2::uuid AND a.at <= $3 AND NOT e.recused`,
    [community, poll, until],
  );
  return rows[0] ?? { heads: 0, area: 0 };
}

export interface Item {
  readonly poll_id: string;
  readonly matter_id: string;
  readonly step: string;
  readonly n: number;
}
/** The agenda of the sitting that this poll belongs to, in its order; the poll alone where it was convened alone. */
export async function readAgenda(
  client: Queryable,
  community: string,
  poll: string,
): Promise<readonly Item[]> {
  const { rows } = await client.query<Item>(
    `SELECT p.id AS poll_id, p.matter_id, p.step, p.n
     FROM meeting_item own
     JOIN meeting_item i ON i.community_id = own.community_id AND i.meeting_id = own.meeting_id
     JOIN poll p ON p.community_id = i.community_id AND p.id = i.poll_id
     WHERE own.community_id = $1 AND own.poll_id = $2::uuid ORDER BY i.position`,
    [community, poll],
  );
  if (rows.length > 0) return rows;
  const alone = await client.query<Item>(
    'SELECT id AS poll_id, matter_id, step, n FROM poll WHERE community_id = $1 AND id = $2::uuid',
    [community, poll],
  );
  return alone.rows;
}

/** Writes the agenda once; a repetition changes nothing. */
export async function writeMeeting(
  client: Queryable,
  community: string,
  meeting: { readonly id: string; readonly person: string; readonly at: number },
  polls: readonly string[],
): Promise<void> {
  await client.query(
    'INSERT INTO meeting (community_id, id, person_id, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    [community, meeting.id, meeting.person, meeting.at],
  );
  await client.query(
    `INSERT INTO meeting_item (community_id, meeting_id, poll_id, position)
     SELECT $1, $2, k.poll, k.n FROM unnest($3::uuid[]) WITH ORDINALITY AS k(poll, n) ON CONFLICT DO NOTHING`,
    [community, meeting.id, polls],
  );
}
