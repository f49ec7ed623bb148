import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { MergeUndo, MovedStay } from './merges.ts';
import type { Queryable } from './write-record.ts';

const historyTables = {
  changes: 'registry_change',
  looks: 'registry_look',
  requests: 'registry_request',
} as const;
type History = keyof typeof historyTables;

/** Everything that was written down about one resident is about the other from now on. */
export async function moveHistory(
  client: Queryable,
  community: string,
  from: string,
  to: string,
): Promise<Readonly<Record<History, readonly string[]>>> {
  const move = async (table: string): Promise<readonly string[]> => {
    const { rows } = await client.query<{ id: string }>(
      `UPDATE ${table} SET resident_id = $3 WHERE community_id = $1 AND resident_id = $2 RETURNING id`,
      [community, from, to],
    );
    return rows.map(({ id }) => id);
  };
  return {
    changes: await move(historyTables.changes),
    looks: await move(historyTables.looks),
    requests: await move(historyTables.requests),
  };
}

export async function moveHistoryBack(
  client: Queryable,
  community: string,
  to: string,
  undo: Pick<MergeUndo, History>,
): Promise<void> {
  for (const history of Object.keys(historyTables) as History[])
    await client.query(
      `UPDATE ${historyTables[history]} SET resident_id = $2 WHERE community_id = $1 AND id = ANY($3::uuid[])`,
      [community, to, undo[history]],
    );
}

interface StayRow {
  readonly resident_id: string;
  readonly home_id: string;
  readonly from_date: CivilDate;
  readonly until_date: CivilDate | null;
}

/**
 * The stays of one come over to the other, who lives in one home alone: one that lasts ends today where the other has one
 * too. What both have in common stays where it is, over.
 */
export async function moveStays(
  client: Queryable,
  community: string,
  { from, to, today }: { readonly from: string; readonly to: string; readonly today: CivilDate },
): Promise<readonly MovedStay[]> {
  const { rows } = await client.query<StayRow>(
    `SELECT resident_id, home_id, from_date, until_date FROM residence
     WHERE community_id = $1 AND resident_id = ANY($2::uuid[]) ORDER BY from_date, home_id`,
    [community, [from, to]],
  );
  const kept = rows.filter(({ resident_id }) => resident_id === to);
  const livesSomewhere = kept.some(({ until_date }) => until_date === null);
  const moved: MovedStay[] = [];
  for (const stay of rows.filter(({ resident_id }) => resident_id === from)) {
    const { home_id: home, from_date, until_date: until } = stay;
    const isCommon = kept.some((each) => each.home_id === home && each.from_date === from_date);
    const ends = until ?? (livesSomewhere || isCommon ? today : null);
    await client.query(
      `UPDATE residence SET resident_id = $5, until_date = $6::date
       WHERE community_id = $1 AND resident_id = $2 AND home_id = $3 AND from_date = $4::date`,
      [community, from, home, from_date, isCommon ? from : to, ends],
    );
    moved.push({ home, from: from_date, until, moved: !isCommon });
  }
  return moved;
}

export async function moveStaysBack(
  client: Queryable,
  community: string,
  { from, to, stays }: { readonly from: string; readonly to: string; readonly stays: readonly MovedStay[] },
): Promise<void> {
  for (const { home, from: day, until, moved } of stays)
    await client.query(
      `UPDATE residence SET resident_id = $5, until_date = $6::date
       WHERE community_id = $1 AND resident_id = $2 AND home_id = $3 AND from_date = $4::date`,
      [community, moved ? from : to, home, day, to, until],
    );
}

/** A membership belongs to another resident from now on. */
export async function moveMembership(
  client: Queryable,
  community: string,
  id: string,
  to: { readonly resident: string; readonly mark: string },
): Promise<void> {
  await client.query(
    'UPDATE resident_group SET resident_id = $3, mark = $4 WHERE community_id = $1 AND id = $2',
    [community, id, to.resident, to.mark],
  );
}

/** Carers come over; of two at once the kept resident's own stays. */
export async function moveCarers(
  client: Queryable,
  community: string,
  from: string,
  to: string,
): Promise<readonly string[]> {
  const { rows } = await client.query<{ id: string }>(
    `UPDATE resident_carer SET resident_id = $3
     WHERE community_id = $1 AND resident_id = $2 AND (until_date IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM resident_carer k WHERE k.community_id = $1 AND k.resident_id = $3 AND k.until_date IS NULL))
     RETURNING id`,
    [community, from, to],
  );
  return rows.map(({ id }) => id);
}

export async function moveCarersBack(
  client: Queryable,
  community: string,
  to: string,
  ids: readonly string[],
): Promise<void> {
  await client.query(
    'UPDATE resident_carer SET resident_id = $2 WHERE community_id = $1 AND id = ANY($3::uuid[])',
    [community, to, ids],
  );
}
