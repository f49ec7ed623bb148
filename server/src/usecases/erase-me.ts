import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { removeFile } from '../adapters/files/file-records.ts';
import type { FileStore } from '../adapters/files/file-store.ts';
import { erasePerson, findPerson, type PeopleDeps } from '../signin/people.ts';
import type { Queryable } from '../store/write-record.ts';
import type { Asker } from './actor.ts';
import { eraseOwnWords } from './discussions/own-words.ts';
import { eraseHeld } from './erase-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { LineDeps } from './lines.ts';
import { findOwnRecords } from './own-registry.ts';
import { inTransaction } from './transact.ts';

type EraseDeps = LineDeps & RegistryDeps & { readonly people: PeopleDeps; readonly fileStore: FileStore };

/**
 * Erases what a person said and showed and who they are (PIPL 47). The chain keeps its commitments and still verifies
 * (invariant 9); the pseudonyms lead to nobody any more. The registry forgets them too, where their telephone number tells
 * which record is theirs. Returns how many values are gone. Broken off half-way, it is
 * simply asked for again. What staff did in office stays on record: they are refused.
 */
export async function eraseMe(
  deps: EraseDeps,
  asker: Extract<Asker, { kind: 'person' }>,
): Promise<Result<number, 'not-allowed'>> {
  const { person } = asker;
  if ((await findPerson(deps.people, person))?.kind === 'staff') return err('not-allowed');
  const { pool, now } = deps.shell;
  const own = await findOwnRecords(deps, asker);
  const photos = await pool.query<{ id: string }>('SELECT id FROM file WHERE uploaded_by = $1', [person]);
  for (const { id } of photos.rows) await removeFile(pool, deps.fileStore, id);
  await pool.query('DELETE FROM upload WHERE person_id = $1', [person]);
  return ok(
    await inTransaction(pool, async (client) => {
      let erased = await eraseWords(client, person);
      erased += await eraseOwnWords(deps.shell, client, person);
      for (const { community_id, id } of own.residents)
        erased += await eraseHeld(deps, asker, client, { community: community_id, id, source: 'asked' });
      await erasePerson(client, person, now());
      return erased;
    }),
  );
}

async function eraseWords(client: Queryable, person: string): Promise<number> {
  const own = 'SELECT community_id, matter_id, handle, role FROM participant WHERE person_id = $1';
  const opened = `${own} AND role = 'opener'`;
  // Of one's own matter also what a clerk wrote down: the opening, and the answers given over the telephone.
  const values = await client.query(
    `DELETE FROM sealed s USING (${own}) AS o, event e
     WHERE s.community_id = o.community_id AND s.matter_id = o.matter_id
       AND e.community_id = s.community_id AND e.matter_id = s.matter_id AND e.seq = s.seq
       AND (e.actor->>'handle' = o.handle OR (o.role = 'opener' AND (e.type = 'rated' OR s.seq = 1)))`,
    [person],
  );
  await client.query(
    `DELETE FROM matter_words w USING (${opened}) AS o
     WHERE w.community_id = o.community_id AND w.matter_id = o.matter_id`,
    [person],
  );
  await client.query(
    `UPDATE matter m SET lat = NULL, long = NULL FROM (${opened}) AS o
     WHERE m.community_id = o.community_id AND m.id = o.matter_id`,
    [person],
  );
  for (const table of ['message', 'outbox'])
    await client.query(
      `DELETE FROM ${table} t USING (${own}) AS o
       WHERE t.community_id = o.community_id AND t.matter_id = o.matter_id AND t.audience = 'handle:' || o.handle`,
      [person],
    );
  await client.query('DELETE FROM participant WHERE person_id = $1', [person]);
  return values.rowCount ?? 0;
}
