import { erasePerson, type PeopleDeps } from '../signin/people.ts';
import type { Asker } from './actor.ts';
import type { LineDeps } from './lines.ts';
import { inTransaction } from './transact.ts';

/**
 * Erases what a person said and who they are (PIPL 47). The chain keeps its commitments and still verifies
 * (invariant 9); the pseudonyms lead to nobody any more. Returns how many values are gone.
 */
export async function eraseMe(
  deps: LineDeps & { readonly people: PeopleDeps },
  asker: Extract<Asker, { kind: 'person' }>,
): Promise<number> {
  const { shell } = deps;
  const own = `SELECT community_id, matter_id, handle FROM participant WHERE person_id = $1 AND role IN ('opener', 'joined')`;
  const erased = await inTransaction(shell.pool, async (client) => {
    const values = await client.query(
      `DELETE FROM sealed s USING (${own}) AS o, event e
       WHERE s.community_id = o.community_id AND s.matter_id = o.matter_id
         AND e.community_id = s.community_id AND e.matter_id = s.matter_id AND e.seq = s.seq
         AND (e.actor->>'handle' = o.handle OR (s.seq = 1 AND e.data->>'opener' = o.handle))`,
      [asker.person],
    );
    await client.query(
      `DELETE FROM matter_words w USING (${own}) AS o
       WHERE w.community_id = o.community_id AND w.matter_id = o.matter_id`,
      [asker.person],
    );
    await client.query(
      `UPDATE matter m SET lat = NULL, long = NULL FROM (${own}) AS o
       WHERE m.community_id = o.community_id AND m.id = o.matter_id AND m.state->>'opener' = o.handle`,
      [asker.person],
    );
    await client.query('DELETE FROM participant WHERE person_id = $1', [asker.person]);
    return values.rowCount ?? 0;
  });
  await erasePerson(shell.pool, asker.person, shell.now());
  return erased;
}
