import type { CivilDate } from '@liren/core/basics/ids.ts';
import type { SealedPlace, Sealer } from '../adapters/crypto/sealer.ts';
import type { Queryable } from './write-record.ts';

/** Who put somebody in a group or took them out. */
export interface GroupAct {
  /** Absent where it was done at the server's own command line. */
  readonly by?: string;
  readonly source: string;
  readonly reason?: string;
  readonly at: number;
}
export interface GroupEntry {
  readonly group: string;
  readonly set: GroupAct;
  readonly ended?: GroupAct;
}
export interface GroupRow {
  readonly id: string;
  readonly resident_id: string;
  readonly entry_sealed: string;
  readonly from_date: CivilDate;
  readonly until_date: CivilDate | null;
}

const entryPlace = (id: string): SealedPlace => ({
  table: 'resident_group',
  row: id,
  column: 'entry_sealed',
});
/** As long as a group's name may be: ciphertexts are as long as what they hide, and the length must not tell the name. */
const nameLength = 40;

export const sealEntry = (sealer: Sealer, id: string, entry: GroupEntry): string =>
  sealer.seal(entryPlace(id), JSON.stringify({ ...entry, group: entry.group.padEnd(nameLength) }));

export function openEntry(
  sealer: Sealer,
  { id, entry_sealed }: Pick<GroupRow, 'id' | 'entry_sealed'>,
): GroupEntry {
  const opened = sealer.open(entryPlace(id), entry_sealed);
  if (!opened.ok) throw new Error(`the entry of membership ${id} does not open: ${opened.error}`);
  const entry = JSON.parse(opened.value) as GroupEntry;
  return { ...entry, group: entry.group.trim() };
}

const columns = 'id, resident_id, entry_sealed, from_date, until_date';

/** Every group that a resident is or was in, the last first. */
export async function readMemberships(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly GroupRow[]> {
  const { rows } = await client.query<GroupRow>(
    `SELECT ${columns} FROM resident_group WHERE community_id = $1 AND resident_id = $2
     ORDER BY until_date DESC NULLS FIRST, from_date DESC, id DESC LIMIT 200`,
    [community, resident],
  );
  return rows;
}

/** Who is in a group today. What stands in the database names no group: each membership is opened. */
export async function readMembers(
  client: Queryable,
  sealer: Sealer,
  community: string,
  group: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<GroupRow>(
    `SELECT ${columns} FROM resident_group WHERE community_id = $1 AND until_date IS NULL`,
    [community],
  );
  return new Set(rows.filter((row) => openEntry(sealer, row).group === group).map((row) => row.resident_id));
}

export type NewMembership = Pick<GroupRow, 'id' | 'resident_id' | 'entry_sealed' | 'from_date'> & {
  readonly mark: string;
};

/** Puts residents in groups; whoever is in one already stays as they are. Answers with the rows that were added. */
export async function addMemberships(
  client: Queryable,
  community: string,
  rows: readonly NewMembership[],
): Promise<readonly { readonly id: string; readonly resident_id: string }[]> {
  if (rows.length === 0) return [];
  const names = ['id', 'resident_id', 'mark', 'entry_sealed', 'from_date'] as const;
  const added = await client.query<{ id: string; resident_id: string }>(
    `INSERT INTO resident_group (community_id, id, resident_id, mark, entry_sealed, from_date)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::date[])
     ON CONFLICT (community_id, mark) WHERE until_date IS NULL DO NOTHING
     RETURNING id, resident_id`,
    [community, ...names.map((name) => rows.map((row) => row[name]))],
  );
  return added.rows;
}

/** @param lastDay in the group; not before the first. */
export async function endMembership(
  client: Queryable,
  community: string,
  {
    id,
    lastDay,
    entrySealed,
  }: { readonly id: string; readonly lastDay: CivilDate; readonly entrySealed: string },
): Promise<void> {
  await client.query(
    `UPDATE resident_group SET until_date = $3::date, entry_sealed = $4
     WHERE community_id = $1 AND id = $2 AND until_date IS NULL`,
    [community, id, lastDay, entrySealed],
  );
}

export interface CarerRow {
  readonly person_id: string;
  readonly post: string;
  readonly organ_id: string;
  readonly from_date: CivilDate;
  readonly until_date: CivilDate | null;
}

/** Who looks after a resident, and who did before; the last first. */
export async function readCarers(
  client: Queryable,
  community: string,
  resident: string,
): Promise<readonly CarerRow[]> {
  const { rows } = await client.query<CarerRow>(
    `SELECT person_id, post, organ_id, from_date, until_date FROM resident_carer
     WHERE community_id = $1 AND resident_id = $2
     ORDER BY until_date DESC NULLS FIRST, from_date DESC, id DESC LIMIT 50`,
    [community, resident],
  );
  return rows;
}

/** From the day on another looks after them, or nobody; who did so before did it until the day before, for a day at least. */
export async function changeCarer(
  client: Queryable,
  community: string,
  resident: string,
  day: CivilDate,
  next: (Pick<CarerRow, 'person_id' | 'post' | 'organ_id'> & { readonly id: string }) | undefined,
): Promise<void> {
  await client.query(
    `UPDATE resident_carer SET until_date = GREATEST(from_date, $3::date - 1)
     WHERE community_id = $1 AND resident_id = $2 AND until_date IS NULL`,
    [community, resident, day],
  );
  if (next === undefined) return;
  await client.query(
    `INSERT INTO resident_carer (community_id, id, resident_id, person_id, post, organ_id, from_date)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [community, next.id, resident, next.person_id, next.post, next.organ_id, day],
  );
}

/** Leaves nothing of which groups a resident was in, and who looked after them. Returns how many rows went. */
export async function eraseGroups(client: Queryable, community: string, resident: string): Promise<number> {
  const groups = await client.query(
    'DELETE FROM resident_group WHERE community_id = $1 AND resident_id = $2',
    [community, resident],
  );
  const carers = await client.query(
    'DELETE FROM resident_carer WHERE community_id = $1 AND resident_id = $2',
    [community, resident],
  );
  return (groups.rowCount ?? 0) + (carers.rowCount ?? 0);
}
