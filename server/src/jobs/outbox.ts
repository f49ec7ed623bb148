import type { Shell } from '../usecases/shell.ts';

const batch = 100;

/**
 * Messages that leave the house, oldest first. Until a community has set up a way to reach people outside the
 * product, the message inside it is the delivery: rows are then done as soon as they are seen.
 */
export async function drainOutbox(shell: Shell): Promise<number> {
  const { rowCount } = await shell.pool.query(
    `UPDATE outbox SET next_at = NULL, attempts = attempts + 1 WHERE (community_id, id) IN (
       SELECT community_id, id FROM outbox WHERE next_at <= $1 ORDER BY next_at LIMIT ${batch} FOR UPDATE SKIP LOCKED)`,
    [shell.now()],
  );
  return rowCount ?? 0;
}
