import type { Json } from '@liren/core/basics/json.ts';
import type { Kysely } from 'kysely';
import { findPerson, type PeopleDeps } from '../signin/people.ts';
import { listOwnMatters } from '../store/own-matters.ts';
import { readRecord, readSealed } from '../store/read-record.ts';
import type { Tables } from '../store/schema.ts';
import type { Asker } from './actor.ts';
import { ownWords } from './discussions/own-words.ts';
import type { RegistryDeps } from './import-residents.ts';
import type { LineDeps } from './lines.ts';
import { readOwnRegistry } from './own-registry.ts';

type Deps = LineDeps & RegistryDeps & { readonly people: PeopleDeps; readonly db: Kysely<Tables> };

/** Everything kept about a person, in one file (PIPL 45). */
export async function exportMe(deps: Deps, asker: Extract<Asker, { kind: 'person' }>): Promise<Json> {
  const { pool, sealer } = deps.shell;
  const person = await findPerson(deps.people, asker.person);
  const rows = await listOwnMatters(deps.db, asker.person, 1000, undefined);
  const matters = await Promise.all(
    rows.map(async (row) => {
      const audiences = row.role === 'opener' ? (['public', 'parties'] as const) : (['public'] as const);
      const said = await readSealed(pool, sealer, row.community_id, row.id, audiences);
      const events = await readRecord(pool, row.community_id, row.id);
      return {
        community: row.community_id,
        id: row.id,
        number: row.number,
        role: row.role,
        openedAt: row.opened_at,
        said: said.map(({ seq, name, value }) => ({ seq, name, value })),
        events: events.map(({ seq, type, at }) => ({ seq, type, at })),
      };
    }),
  );
  return {
    name: person?.name ?? null,
    phone: person?.phone ?? null,
    matters: matters as unknown as Json,
    discussions: (await ownWords(deps.shell, asker.person)) as unknown as Json,
    registry: (await readOwnRegistry(deps, asker)) as unknown as Json,
  };
}
