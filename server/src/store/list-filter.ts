import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { MatterRow, Tables } from './schema.ts';

export interface ListFilter {
  readonly status?: 'open' | 'ended' | undefined;
  readonly procedure?: string | undefined;
  readonly community?: string | undefined;
  readonly organ?: string | undefined;
  /** Matters of a grid; `none` for those of which no grid is known. */
  readonly grid?: string | undefined;
  readonly class?: string | undefined;
  readonly affair?: string | undefined;
  readonly step?: string | undefined;
  readonly late?: boolean | undefined;
  readonly excluded?: boolean | undefined;
  readonly rated?: string | undefined;
  readonly channel?: string | undefined;
  /** Open matters whose limit had run out at this instant. */
  readonly overdueAt?: number | undefined;
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  readonly number?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  /** Only these procedures: what the public may read. */
  readonly procedures?: readonly string[] | undefined;
  /** A `simple` tsquery. */
  readonly words?: string | undefined;
}
/** Where the page before ended. */
export interface Keyset {
  readonly at: number;
  readonly id: string;
}

/** Columns of a list; the fold itself stays behind. */
export const listColumns = [
  'm.community_id',
  'm.id',
  'm.number',
  'm.version',
  'm.procedure',
  'm.procedure_version',
  'm.charter',
  'm.status',
  'm.step',
  'm.outcome',
  'm.channel',
  'm.affair',
  'm.class',
  'm.urgency',
  'm.place_id',
  'm.organ_id',
  'm.opened_at',
  'm.ended_at',
  'm.due_at',
  'm.late',
  'm.rated',
  'm.joined',
  'm.lat',
  'm.long',
] as const;
type Column = (typeof listColumns)[number] extends `m.${infer Name}` ? Name : never;
export type ListRow = Pick<MatterRow, Column & keyof MatterRow>;

export type ListBuilder = ExpressionBuilder<{ m: Tables['matter'] }, 'm'>;

/** Equality filters by column; an absent one filters nothing. */
const equals = {
  status: 'm.status',
  procedure: 'm.procedure',
  community: 'm.community_id',
  organ: 'm.organ_id',
  class: 'm.class',
  affair: 'm.affair',
  step: 'm.step',
  late: 'm.late',
  excluded: 'm.excluded',
  rated: 'm.rated',
  channel: 'm.channel',
  number: 'm.number',
} as const satisfies Partial<Record<keyof ListFilter, `m.${keyof MatterRow}`>>;

/** Every condition of the filter but the words. */
export function conditions(eb: ListBuilder, filter: ListFilter) {
  const names = Object.keys(equals) as (keyof typeof equals)[];
  const list = names.flatMap((name) => {
    const value = filter[name];
    return value === undefined ? [] : [eb(eb.ref(equals[name]), '=', value)];
  });
  if (filter.grid !== undefined)
    list.push(filter.grid === 'none' ? eb('m.grid_id', 'is', null) : eb('m.grid_id', '=', filter.grid));
  if (filter.overdueAt !== undefined)
    list.push(eb('m.status', '=', 'open'), eb('m.due_at', '<=', filter.overdueAt));
  if (filter.since !== undefined) list.push(eb('m.opened_at', '>=', filter.since));
  if (filter.until !== undefined) list.push(eb('m.opened_at', '<', filter.until));
  if (filter.ids !== undefined) list.push(eb('m.id', 'in', [...filter.ids, nobody]));
  if (filter.procedures !== undefined) list.push(eb('m.procedure', 'in', [...filter.procedures, '']));
  return list;
}
const nobody = '00000000-0000-0000-0000-000000000000';

/** The matter (alias m) says these words; a `simple` tsquery. */
export const saysWords = (words: string) =>
  sql<SqlBool>`EXISTS (SELECT FROM matter_words w
    WHERE w.community_id = m.community_id AND w.matter_id = m.id AND w.words @@ ${words}::tsquery)`;
