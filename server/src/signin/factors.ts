import type { PersonId } from '@liren/core/basics/ids.ts';
import type { Pool } from 'pg';

/** What a person can prove themselves with besides a password. */
export interface Factors {
  readonly hasAuthenticator: boolean;
  readonly passkeys: number;
}

export async function findFactors(pool: Pool, id: PersonId | string): Promise<Factors> {
  const { rows } = await pool.query<Factors>(
    `select coalesce(two_factor_enabled, false) as "hasAuthenticator",
            (select count(*)::int from passkey where person_id = u.id) as passkeys
     from auth_user u where id = $1`,
    [id],
  );
  return rows[0] ?? { hasAuthenticator: false, passkeys: 0 };
}
