import type { Queryable } from './write-record.ts';

/** Keys of the homes that a resident ever had. */
export async function readHomeKeys(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    `SELECT DISTINCT h.key FROM residence l JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id
     WHERE l.community_id = $1 AND l.resident_id = $2`,
    [community, resident],
  );
  return rows.map(({ key }) => key);
}

export async function readHomeKey(
  client: Queryable,
  community: string,
  home: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ key: string }>(
    'SELECT key FROM home WHERE community_id = $1 AND id = $2',
    [community, home],
  );
  return rows.map(({ key }) => key);
}

export async function addErasedMarks(
  client: Queryable,
  community: string,
  marks: readonly string[],
  at: number,
): Promise<void> {
  await client.query(
    `INSERT INTO erased_mark (community_id, mark, erased_at) SELECT $1, k.mark, $3 FROM unnest($2::text[]) AS k(mark)
     ON CONFLICT (community_id, mark) DO UPDATE SET erased_at = excluded.erased_at`,
    [community, marks, at],
  );
}

/** When those were erased of whom one of the marks stands. */
export async function findErasedMarks(
  client: Queryable,
  community: string,
  marks: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await client.query<{ mark: string; at: number }>(
    'SELECT mark, erased_at AS at FROM erased_mark WHERE community_id = $1 AND mark = ANY($2::text[])',
    [community, marks],
  );
  return new Map(rows.map(({ mark, at }) => [mark, at]));
}

/** They are in the registry again, with a reason: the mark has done its work. */
export async function forgetErasedMarks(
  client: Queryable,
  community: string,
  marks: readonly string[],
): Promise<void> {
  await client.query('DELETE FROM erased_mark WHERE community_id = $1 AND mark = ANY($2::text[])', [
    community,
    marks,
  ]);
}

/**
 * What was written freely at the door behind which nobody else lived can only be about who is erased; the registry often
 * knows a stay only from the day on which a table came in, so that days before it count too. Returns how many entries, and
 * reasons of the door's risk, lost their words.
 */
export async function eraseDoorWords(
  client: Queryable,
  community: string,
  resident: string,
): Promise<number> {
  let erased = 0;
  for (const { table, day, takeAway, isThere } of doorWords) {
    const { rowCount } = await client.query(
      `UPDATE ${table} f SET ${takeAway} FROM residence l
       WHERE l.community_id = $1 AND l.resident_id = $2 AND f.community_id = l.community_id AND f.home_id = l.home_id
         AND ${isThere} AND (l.until_date IS NULL OR ${day} <= l.until_date)
         AND NOT EXISTS (SELECT FROM residence o
           JOIN resident r ON r.community_id = o.community_id AND r.id = o.resident_id AND r.erased_at IS NULL
           WHERE o.community_id = f.community_id AND o.home_id = f.home_id AND o.resident_id <> l.resident_id
             AND (l.until_date IS NULL OR o.from_date <= l.until_date) AND (o.until_date IS NULL OR o.until_date >= ${day}))`,
      [community, resident],
    );
    erased += rowCount ?? 0;
  }
  return erased;
}

/** Where words about a door stand, and the civil day of each. */
const doorWords = [
  {
    table: 'field_entry',
    day: 'f.day',
    takeAway: 'words_sealed = NULL',
    isThere: 'f.words_sealed IS NOT NULL',
  },
  {
    table: 'home_risk_change',
    day: `(to_timestamp(f.at / 1000.0) AT TIME ZONE 'Asia/Shanghai')::date`,
    takeAway: `reason_sealed = ''`,
    isThere: `f.reason_sealed <> ''`,
  },
] as const;
