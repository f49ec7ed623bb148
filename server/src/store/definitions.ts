import { civilDateOf } from '@liren/core/calendar/calendar.ts';
import type { Charter, Definition, Procedure } from '@liren/core/engine/types.ts';
import { findDefinition, type Library } from '../adapters/charters/library.ts';
import type { Definitions } from '../usecases/shell.ts';
import type { Queryable } from './write-record.ts';

/**
 * Definitions of today's files and of every version that a matter ever began under: new versions are stored at
 * start, so that files may change and old matters still run to their end.
 */
export async function loadDefinitions(client: Queryable, library: Library): Promise<Definitions> {
  const all = [...library.charters.values()].flatMap((loaded) => [...loaded.procedures.values()].flat());
  for (const { procedure } of all) {
    await client.query(
      'INSERT INTO procedure_version (id, version, body) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [procedure.id, procedure.version, JSON.stringify(procedure)],
    );
  }
  const stored = await client.query<{ id: string; version: string; body: Procedure }>(
    'SELECT id, version, body FROM procedure_version',
  );
  const byVersion = new Map(stored.rows.map((row) => [`${row.id}@${row.version}`, row.body]));
  const made = new Map<string, Definition>();
  return {
    affairs: library.affairs,
    current: (charter: Charter, procedure, at) =>
      findDefinition(library, charter.id, procedure, civilDateOf(at)),
    at: (charterId, id, version) => {
      const key = `${charterId}/${id}@${version}`;
      const known = made.get(key);
      if (known !== undefined) return known;
      const charter = library.charters.get(charterId)?.charter;
      const procedure = byVersion.get(`${id}@${version}`);
      if (charter === undefined || procedure === undefined)
        throw new Error(`a matter runs under ${key}, which is not in the library nor in the database`);
      const definition = { charter, procedure };
      made.set(key, definition);
      return definition;
    },
  };
}
