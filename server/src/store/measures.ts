import { type Counts, countNames } from '@liren/core/projections/measures.ts';
import type { Queryable } from './write-record.ts';

export type MeasureBy = 'organ' | 'community' | 'class' | 'street';

const columns: Readonly<Record<MeasureBy, string>> = {
  organ: 'organ_id',
  community: 'community_id',
  class: 'class',
  street: 'community_id',
};
const sums = countNames.map((name) => `sum(${name})::int AS ${name}`).join(', ');

/** Running figures of a month for one procedure, summed by key. */
export async function readMeasures(
  client: Queryable,
  communities: readonly string[],
  month: string,
  procedure: string,
  by: MeasureBy,
): Promise<readonly (Counts & { readonly key: string })[]> {
  const { rows } = await client.query<Counts & { key: string }>(
    `SELECT ${columns[by]} AS key, ${sums} FROM measure
     WHERE month = $1 AND procedure = $2 AND community_id = ANY($3) GROUP BY 1 ORDER BY 1`,
    [month, procedure, communities],
  );
  return rows;
}

/** Months that have figures, newest first. */
export async function readMonths(
  client: Queryable,
  communities: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ month: string }>(
    'SELECT DISTINCT month FROM measure WHERE community_id = ANY($1) ORDER BY month DESC',
    [communities],
  );
  return rows.map((row) => row.month);
}
