import type { PersonId } from '@liren/core/basics/ids.ts';
import { ok } from '@liren/core/basics/result.ts';
import { plainName } from '@liren/core/registry/plain-width.ts';
import type { AttemptRule, Attempts } from '../signin/attempts.ts';
import type { PeopleDeps } from '../signin/people.ts';
import { addProof } from '../store/own-registry.ts';
import { openResident } from '../store/registry.ts';
import type { Asker } from './actor.ts';
import type { RegistryDeps } from './import-residents.ts';
import { findOwnRecords } from './own-registry.ts';
import { type Changed, refusing } from './registry-refusal.ts';

type Deps = RegistryDeps & { readonly people: PeopleDeps; readonly attempts: Attempts };

/** Of one record, by whoever: a new number or a new account brings no new tries. */
const tries: AttemptRule = { purpose: 'own-record', limit: 5, windowSeconds: 24 * 3_600 };

/**
 * Opens a record for the session of who knows the whole name and the end of the identity number: the telephone alone may
 * have been somebody else's until last month. Which of the two was wrong is not told.
 */
export async function proveOwn(
  deps: Deps,
  asker: Extract<Asker, { kind: 'person' }>,
  said: { readonly community: string; readonly name: string; readonly identityEnd: string },
): Promise<Changed<undefined>> {
  const { shell, attempts } = deps;
  const { locked, residents } = await findOwnRecords(deps, asker);
  if (residents.some(({ community_id }) => community_id === said.community)) return ok(undefined);
  const own = locked.find(({ community_id }) => community_id === said.community);
  if (own === undefined || asker.session === undefined) return refusing('not-matched');
  if (own.identity_sealed === null) return refusing('no-proof-possible');
  const record = `${own.community_id}/${own.id}`;
  const attempt = await attempts.take(tries, record, shell.now());
  if (!attempt.allowed) return refusing('proved-too-often');
  const name = openResident(shell.sealer, own.id, 'name', own.name_sealed);
  const identity = openResident(shell.sealer, own.id, 'identity', own.identity_sealed);
  if (plainName(said.name) !== plainName(name) || !identity.endsWith(said.identityEnd))
    return refusing('not-proven');
  await addProof(shell.pool, asker.session, own, shell.now());
  await attempts.clear(tries, record);
  return ok(undefined);
}

/** Who takes on a role of the demonstration has no identity card to read from: the role's own records open at once. */
export async function proveInDemo(
  deps: Omit<Deps, 'attempts'>,
  person: PersonId,
  session: string,
): Promise<void> {
  const asker = { kind: 'person', person, posts: [], session } as const;
  const { locked } = await findOwnRecords(deps, asker);
  for (const own of locked) await addProof(deps.shell.pool, session, own, deps.shell.now());
}
