import type { FoundResident } from './read-registry.ts';
import type { GroupRow } from './resident-groups.ts';
import type { Queryable } from './write-record.ts';

export type LivingResident = Pick<FoundResident, 'id' | 'born_year' | 'relation'> & {
  readonly grid_id: string;
};

/** Everybody who lives in the community today, in the order in which they were written down. */
export async function livingResidents(
  client: Queryable,
  community: string,
): Promise<readonly LivingResident[]> {
  const { rows } = await client.query<LivingResident>(
    `SELECT r.id, r.born_year, l.relation, h.grid_id FROM residence l
     JOIN resident r ON r.community_id = l.community_id AND r.id = l.resident_id
     JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id
     WHERE l.community_id = $1 AND l.until_date IS NULL ORDER BY r.id`,
    [community],
  );
  return rows;
}

/** Every membership of the community that lasts. */
export async function currentMemberships(
  client: Queryable,
  community: string,
): Promise<readonly Pick<GroupRow, 'id' | 'resident_id' | 'entry_sealed'>[]> {
  const { rows } = await client.query<Pick<GroupRow, 'id' | 'resident_id' | 'entry_sealed'>>(
    'SELECT id, resident_id, entry_sealed FROM resident_group WHERE community_id = $1 AND until_date IS NULL',
    [community],
  );
  return rows;
}

export interface Dweller {
  readonly id: string;
  readonly born_year: number | null;
  readonly compound: string;
  readonly building: string;
}
/** Everybody who lives in the community today, with the building of their first home. */
export async function dwellers(client: Queryable, community: string): Promise<readonly Dweller[]> {
  const { rows } = await client.query<Dweller>(
    `SELECT DISTINCT ON (r.id) r.id, r.born_year, h.compound, h.building FROM residence l
     JOIN resident r ON r.community_id = l.community_id AND r.id = l.resident_id
     JOIN home h ON h.community_id = l.community_id AND h.id = l.home_id
     WHERE l.community_id = $1 AND l.until_date IS NULL ORDER BY r.id, h.key`,
    [community],
  );
  return rows;
}
