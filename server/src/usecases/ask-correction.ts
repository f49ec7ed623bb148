import { randomUUID } from 'node:crypto';
import { ok } from '@liren/core/basics/result.ts';
import { type Relation, relations } from '@liren/core/registry/relations.ts';
import type { PeopleDeps } from '../signin/people.ts';
import { addRequest, type RequestField, readRequests, requestPlace } from '../store/registry-requests.ts';
import type { Asker } from './actor.ts';
import { findVisible } from './find-visible.ts';
import type { RegistryDeps } from './import-residents.ts';
import { findOwnRecords } from './own-registry.ts';
import { readValues } from './read-correction.ts';
import { type Changed, refusing } from './registry-refusal.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps };
type Person = Extract<Asker, { kind: 'person' }>;
export interface Asked {
  readonly field: RequestField;
  readonly value: string;
}
/** Of one resident, at once. */
const mostOpen = 10;

export const isRelation = (text: string): text is Relation => relations.some((each) => each === text);

/** A resident asks to have their own record put right; whoever keeps the registry answers. */
export async function askOwnCorrection(
  deps: Deps,
  asker: Person,
  { community, ...asked }: Asked & { readonly community: string },
): Promise<Changed<undefined>> {
  const { residents } = await findOwnRecords(deps, asker);
  const own = residents.find(({ community_id }) => community_id === community);
  return own === undefined
    ? refusing('not-matched')
    : ask(deps, asker, { community, id: own.id, bySelf: true, ...asked });
}

/** Who goes from door to door and may not change the registry says what is wrong in it. */
export async function proposeCorrection(
  deps: Deps,
  asker: Person,
  wish: Asked & { readonly community: string; readonly id: string },
): Promise<Changed<undefined>> {
  if ((await findVisible(deps, asker, wish)) === undefined) return refusing('not-found');
  return ask(deps, asker, { ...wish, bySelf: false });
}

async function ask(
  { shell }: Deps,
  asker: Person,
  wish: Asked & { readonly community: string; readonly id: string; readonly bySelf: boolean },
): Promise<Changed<undefined>> {
  const { community, field, value } = wish;
  if (field === 'relation' ? !isRelation(value) : value.trim() === '')
    return refusing('bad-value', { about: field });
  const read = field === 'relation' ? ok({}) : readValues({ [field]: value }, shell.now());
  if (!read.ok) return read;
  const open = (await readRequests(shell.pool, community, wish.id)).filter(
    ({ answered_at }) => answered_at === null,
  );
  if (open.length >= mostOpen) return refusing('asked-enough');
  const id = randomUUID();
  await addRequest(shell.pool, community, {
    id,
    resident_id: wish.id,
    field,
    value_sealed: shell.sealer.seal(requestPlace(id, 'value_sealed'), value),
    person_id: asker.person,
    by_self: wish.bySelf,
    at: shell.now(),
  });
  return ok(undefined);
}
