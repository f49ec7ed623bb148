import type { PersonId } from '@liren/core/basics/ids.ts';
import type { Pool } from 'pg';

/** What a person can prove themselves with besides a password. */
export interface Factors {
  readonly hasAuthenticator: boolean;
}

export async function findFactors(pool: Pool, id: PersonId): Promise<Factors> {
  const { rows } = await pool.query<{ hasAuthenticator: boolean }>(
    `select coalesce(two_factor_enabled, false) as "hasAuthenticator" from auth_user where id = $1`,
    [id],
  );
  return rows[0] ?? { hasAuthenticator: false };
}
