import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { PeopleDeps } from '../signin/people.ts';
import { type ActFailure, actOnMatter } from './act-on-matter.ts';
import type { Asker } from './actor.ts';
import { type Caller, getCaller } from './caller.ts';
import type { LineDeps } from './lines.ts';
import { mayUse } from './scope.ts';

export interface JoinForCaller {
  readonly commandId: string;
  readonly community: string;
  readonly matter: string;
  readonly caller: Caller;
}

/**
 * Counts a caller in on a matter that is under way, so that they hear how it ends and find it among their own.
 * False when they were counted already, or the matter is their own: whoever calls twice counts once.
 */
export async function joinForCaller(
  deps: LineDeps & { readonly people: PeopleDeps },
  asker: Asker,
  { commandId, community, matter, caller }: JoinForCaller,
): Promise<Result<boolean, ActFailure | { readonly kind: 'not-allowed' }>> {
  if (!mayUse(deps.directory, asker, 'intake')) return err({ kind: 'not-allowed' });
  const known = await getCaller(deps, caller);
  if (!known.ok) return err({ kind: 'refused', refusal: known.error });
  const done = await actOnMatter(deps.shell, asker, {
    commandId,
    community,
    matter,
    command: { type: 'join', input: {} },
    behalfOf: known.value.person,
  });
  if (done.ok) return ok(true);
  const wasCounted = done.error.kind === 'refused' && done.error.refusal.code === 'already-joined';
  return wasCounted ? ok(false) : done;
}
