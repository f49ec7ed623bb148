import { sightOf } from '@liren/core/access/access.ts';
import { type MatterId, matterId, type PersonId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { decide } from '@liren/core/engine/decide.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { Command, Facts, Matter } from '@liren/core/engine/types.ts';
import { handleOf } from '../adapters/crypto/handles.ts';
import { findMatter } from '../store/read-record.ts';
import type { Asker } from './actor.ts';
import { findUnknownMatters } from './known-matters.ts';
import { officesBeside } from './offices/office-ground.ts';
import { checkPhotos } from './photos.ts';
import { groundFor } from './polls/poll-facts.ts';
import { withFigures } from './published-figures.ts';
import { asOfNow } from './seen.ts';
import { type Decided, factsFor, timeFor } from './settle.ts';
import type { Shell } from './shell.ts';
import { type Next, transact, type Written } from './transact.ts';

export interface ActRequest {
  readonly commandId: string;
  readonly community: string;
  readonly matter: string;
  readonly command: Command;
  /** The caller for whom it is done; only a use case that knows who calls sets this. */
  readonly behalfOf?: PersonId;
}
/** `not-found` also stands for a matter that the asker may not see: its existence is nobody's business. */
export type ActFailure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** One act on one matter, once, whatever the network repeats. */
export const actOnMatter = (
  shell: Shell,
  asker: Asker,
  request: ActRequest,
): Promise<Result<Written, ActFailure>> =>
  transact(shell, request.community, request.commandId, () => decideAct(shell, asker, request));

async function decideAct(
  shell: Shell,
  asker: Asker,
  { community, matter: id, commandId, command, behalfOf }: ActRequest,
): Promise<Next<ActFailure>> {
  const before = await findMatter(shell.pool, community, id, commandId);
  if (before === undefined) return { answer: notFound };
  const { matter, number, done } = before;
  if (done !== undefined) return { answer: ok({ matter: id, number, version: done, repeated: true }) };
  const definition = shell.definitions.at(matter.charter, matter.procedure, matter.procedureVersion);
  const facts = actingFor(
    shell,
    factsFor(shell, community, matterId(id), asker, timeFor(shell, matter)),
    matterId(id),
    behalfOf,
  );
  if (sightOf(asOfNow(definition, matter, facts), definition, facts) === 'nothing')
    return { answer: notFound };
  const input = await withFigures(shell, definition, matter, command);
  const ground = await groundFor(shell, definition, matter, command, facts);
  const drafts = decide(definition, matter, { ...command, input }, ground.facts);
  if (!drafts.ok) return { answer: err({ kind: 'refused', refusal: drafts.error }) };
  const photos = await checkPhotos(shell.pool, asker, community, id, command.input);
  if (!photos.ok) return { answer: err({ kind: 'refused', refusal: photos.error }) };
  const offices = await officesBeside(shell, matter, drafts.value);
  if (!offices.ok) return { answer: err({ kind: 'refused', refusal: offices.error }) };
  const unknown = await findUnknownMatters(shell, community, drafts.value);
  if (unknown !== undefined) return { answer: err({ kind: 'refused', refusal: unknown }) };
  const personId = asker.kind === 'person' ? asker.person : undefined;
  const participants = participantsOf(matter, facts.actor, command, personId, behalfOf);
  const also = ground.also ?? offices.value;
  const decided = {
    definition,
    before,
    drafts: drafts.value,
    facts: ground.facts,
    participants,
    ...(also !== undefined && { also }),
  };
  return { decided: { ...decided, command: { id: commandId, personId } } };
}

function actingFor(shell: Shell, facts: Facts, matter: MatterId, behalfOf: PersonId | undefined): Facts {
  if (behalfOf === undefined) return facts;
  return { ...facts, actor: { ...facts.actor, behalfOf: handleOf(shell.handleKey, matter, behalfOf) } };
}

/** Who stands behind the pseudonyms of this act: the actor, and the caller for whom it was done. */
function participantsOf(
  matter: Matter,
  actor: Facts['actor'],
  command: Command,
  personId: PersonId | undefined,
  behalfOf: PersonId | undefined,
): Decided['participants'] {
  const joins = command.type === 'join';
  const role = joins && behalfOf === undefined ? 'joined' : 'staff';
  const own = actor.handle === matter.opener ? 'opener' : role;
  const callers =
    actor.behalfOf === undefined || behalfOf === undefined
      ? []
      : [{ handle: actor.behalfOf, personId: behalfOf, role: 'joined' }];
  return [...(personId === undefined ? [] : [{ handle: actor.handle, personId, role: own }]), ...callers];
}

const notFound: Result<never, ActFailure> = err({ kind: 'not-found' });
