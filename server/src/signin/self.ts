import type { PersonId } from '@liren/core/basics/ids.ts';
import { openPerson, type PeopleDeps, type Person, type PersonRow, personColumns } from './people.ts';

/** A record of a registry, or an owner of a community, that a session has shown to be its own. */
export interface Proofs {
  /** As `proofKey` writes them. */
  readonly residents: ReadonlySet<string>;
  /** Who owns something here and lives elsewhere. */
  readonly owners: readonly { readonly community: string; readonly mark: string }[];
}
export const proofKey = (community: string, resident: string): string => `${community}/${resident}`;

type Row = PersonRow & { residents: string[] | null; owners: Proofs['owners'] | null };

/** Somebody who is signed in, and what this session has shown: one statement, since every vote asks it. Undefined for who was erased. */
export async function findSelf(
  { pool, sealer }: PeopleDeps,
  id: PersonId,
  session: string | undefined,
): Promise<{ readonly person: Person; readonly proofs: Proofs } | undefined> {
  const { rows } = await pool.query<Row>({
    name: 'find-self',
    text: `SELECT ${personColumns},
         (SELECT array_agg(community_id || '/' || resident_id) FROM resident_proof WHERE session_id = $2) AS residents,
         (SELECT json_agg(json_build_object('community', community_id, 'mark', owner_mark))
            FROM owner_proof WHERE session_id = $2) AS owners
       FROM person WHERE id = $1 AND erased_at IS NULL`,
    values: [id, session ?? null],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  const proofs = { residents: new Set(row.residents), owners: row.owners ?? [] };
  return { person: openPerson(sealer, row), proofs };
}
