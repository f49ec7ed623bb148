import type { SealedPlace } from '../adapters/crypto/sealer.ts';
import type { Shell } from './shell.ts';

const reasonPlace = (matter: string): SealedPlace => ({
  table: 'retention_hold',
  row: matter,
  column: 'reason_sealed',
});

/** Keeps a matter from every term: a court, an audit or a dispute asks for it. False where there is none of this number. */
export async function holdMatter(
  { pool, sealer, now }: Shell,
  number: string,
  reason: string,
): Promise<boolean> {
  const { rows } = await pool.query<{ community_id: string; id: string }>(
    'SELECT community_id, id FROM matter WHERE number = $1',
    [number],
  );
  for (const { community_id, id } of rows)
    await pool.query(
      `INSERT INTO retention_hold (community_id, matter_id, reason_sealed, at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (community_id, matter_id) DO UPDATE SET reason_sealed = excluded.reason_sealed`,
      [community_id, id, sealer.seal(reasonPlace(id), reason), now()],
    );
  return rows.length > 0;
}

export async function releaseMatter({ pool }: Shell, number: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `DELETE FROM retention_hold h USING matter m
     WHERE h.community_id = m.community_id AND h.matter_id = m.id AND m.number = $1`,
    [number],
  );
  return (rowCount ?? 0) > 0;
}
