import type { HomeAddress } from '@liren/core/registry/address.ts';
import type { Queryable } from './write-record.ts';

/** An owner of a community as who has a mark of it. */
export interface OwnerKey {
  readonly community: string;
  readonly mark: string;
}

/** False where this session is another owner of the community already. */
export async function addOwnerProof(
  client: Queryable,
  session: string,
  { community, mark }: OwnerKey,
  at: number,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO owner_proof AS held (session_id, community_id, owner_mark, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (session_id, community_id) DO UPDATE SET at = held.at WHERE held.owner_mark = excluded.owner_mark`,
    [session, community, mark, at],
  );
  return rowCount === 1;
}

export interface NumberedOwner {
  readonly id: string;
  readonly name_sealed: string;
  readonly number_sealed: string;
  readonly owner_mark: string;
}
/** One row of everybody who owns something here now and whose number is known. */
export async function readNumberedOwners(
  client: Queryable,
  community: string,
): Promise<readonly NumberedOwner[]> {
  const { rows } = await client.query<NumberedOwner>(
    `SELECT DISTINCT ON (owner_mark) id, name_sealed, number_sealed, owner_mark FROM home_owner
     WHERE community_id = $1 AND owner_mark IS NOT NULL AND number_sealed IS NOT NULL AND name_sealed <> ''
       AND until_date IS NULL
     ORDER BY owner_mark, id`,
    [community],
  );
  return rows;
}

export type OwnHome = HomeAddress & {
  readonly community_id: string;
  readonly home_id: string;
  /** 共有: how many others own it, too. */
  readonly others: number;
};
const mostHomes = 200;

/** What these owners own now, in the order of their doors. */
export async function homesOfOwners(
  client: Queryable,
  owners: readonly OwnerKey[],
): Promise<readonly OwnHome[]> {
  const { rows } = await client.query<OwnHome>(
    `SELECT h.community_id, h.id AS home_id, h.compound, h.building, h.unit, h.number,
       (count(DISTINCT coalesce(w.owner_mark, w.id::text)) - 1)::int AS others
     FROM (SELECT DISTINCT o.community_id, o.home_id
       FROM unnest($1::text[], $2::text[]) AS k(community_id, mark)
       JOIN home_owner o ON o.community_id = k.community_id AND o.owner_mark = k.mark AND o.until_date IS NULL) own
     JOIN home h ON h.community_id = own.community_id AND h.id = own.home_id AND h.closed_on IS NULL
     JOIN home_owner w ON w.community_id = h.community_id AND w.home_id = h.id AND w.until_date IS NULL
     GROUP BY h.community_id, h.id, h.key, h.compound, h.building, h.unit, h.number
     ORDER BY h.community_id, h.key LIMIT ${mostHomes}`,
    [owners.map(({ community }) => community), owners.map(({ mark }) => mark)],
  );
  return rows;
}
