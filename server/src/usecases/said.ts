import { type Sight, sees } from '@liren/core/access/access.ts';
import { personId } from '@liren/core/basics/ids.ts';
import type { Json } from '@liren/core/basics/json.ts';
import type { Audience, Definition } from '@liren/core/engine/types.ts';
import type { ChainedEvent } from '@liren/core/record/event.ts';
import { maskPhone } from '../adapters/crypto/mask.ts';
import type { OpenedValue } from '../store/read-record.ts';
import type { LineDeps } from './lines.ts';
import { sealedPlacePerson } from './person-names.ts';

/** Handle → surname, for staff who acted. */
export type Names = ReadonlyMap<string, string>;

/** What other doors say of who reported, beside the form. */
const reporterNames: ReadonlySet<string> = new Set(['reporter', 'email', 'device', 'account']);

/** Telephone numbers, and whatever else leads to a person, are masked until somebody gives a reason. */
export const isMasked = (definition: Definition, name: string): boolean =>
  reporterNames.has(name) ||
  definition.procedure.opens.form.some((field) => field.name === name && field.type === 'phone');

export interface Said {
  readonly name: string;
  readonly audience: Audience;
  readonly value?: Json;
  /** What stands in place of a value that needs a reason to be seen. */
  readonly masked?: string;
  readonly erased?: boolean;
}

/** What was said in an event, as far as this sight reads; an erased value shows that it was there. */
export function saidIn(
  definition: Definition,
  event: ChainedEvent,
  values: readonly OpenedValue[],
  sight: Sight,
): readonly Said[] {
  return Object.keys(event.sealed ?? {}).flatMap((name): readonly Said[] => {
    const found = values.find((value) => value.seq === event.seq && value.name === name);
    if (found === undefined) {
      // Handlers read everything that still is: what they cannot find was erased.
      return sight === 'handlers' ? [{ name, audience: 'handlers' as const, erased: true }] : [];
    }
    if (!sees(sight, found.audience)) return [];
    const { audience, value } = found;
    if (isMasked(definition, name)) return [{ name, audience, masked: maskPhone(String(value)) }];
    return [{ name, audience, value }];
  });
}

/** Surnames of the staff who acted on the matter. */
export async function readNames({ shell }: LineDeps, community: string, matter: string): Promise<Names> {
  const { rows } = await shell.pool.query<{ handle: string; id: string; name_sealed: string | null }>(
    `SELECT p.handle, q.id, q.name_sealed FROM participant p JOIN person q ON q.id = p.person_id
     WHERE p.community_id = $1 AND p.matter_id = $2::uuid AND q.kind = 'staff'`,
    [community, matter],
  );
  return new Map(
    rows.flatMap(({ handle, id, name_sealed }) => {
      if (name_sealed === null) return [];
      const opened = shell.sealer.open(sealedPlacePerson(personId(id)), name_sealed);
      return opened.ok ? [[handle, surname(opened.value)] as const] : [];
    }),
  );
}

/** People stand in records by surname and post. */
export const surname = (name: string): string => Array.from(name.trim())[0] ?? '';
