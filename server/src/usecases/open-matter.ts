import { randomUUID } from 'node:crypto';
import { communityId, type Handle, matterId, type PersonId } from '@liren/core/basics/ids.ts';
import type { JsonObject } from '@liren/core/basics/json.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { open } from '@liren/core/engine/decide.ts';
import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { OpenCommand } from '@liren/core/engine/types.ts';
import { handleOf } from '../adapters/crypto/handles.ts';
import { findDone } from '../store/read-record.ts';
import { type Asker, newGuestHandle } from './actor.ts';
import { findUnknownMatters } from './known-matters.ts';
import { checkPhotos } from './photos.ts';
import { type Decided, factsFor } from './settle.ts';
import type { Shell } from './shell.ts';
import { transact } from './transact.ts';

export interface OpenRequest {
  readonly commandId: string;
  readonly procedure: string;
  readonly community: string;
  /** Smallest known place; the community's own place when only that is known. */
  readonly place?: string;
  readonly affair?: string;
  readonly urgency: string;
  readonly channel: string;
  /** Whose matter it is, when somebody else takes it in: a person, or nobody known. */
  readonly onBehalfOf?: { readonly person: PersonId | undefined };
  readonly origin?: OpenCommand['origin'];
  readonly aside?: OpenCommand['aside'];
  readonly input: JsonObject;
}
export interface Opened {
  readonly community: string;
  readonly matter: string;
  readonly number: string;
  readonly version: number;
  readonly repeated: boolean;
}

/** Takes a matter in. A repeated command id returns the matter it made the first time. */
export async function openMatter(
  shell: Shell,
  asker: Asker,
  request: OpenRequest,
): Promise<Result<Opened, Refusal>> {
  const { community } = request;
  const result = await transact<Refusal>(shell, community, request.commandId, async () => {
    const done = await findDone(shell.pool, community, request.commandId);
    if (done !== undefined) return { answer: ok({ ...done, repeated: true }) };
    const photos = await checkPhotos(shell.pool, asker, community, undefined, request.input);
    if (!photos.ok) return { answer: photos };
    const decided = decideOpening(shell, asker, request);
    if (!decided.ok) return { answer: decided };
    const unknown = await findUnknownMatters(shell, community, decided.value.drafts);
    return unknown === undefined ? { decided: decided.value } : { answer: err(unknown) };
  });
  return result.ok ? ok({ community, ...result.value }) : result;
}

/** What opening would write; reads nothing from the database, so that an import can decide many and write them at once. */
export function decideOpening(shell: Shell, asker: Asker, request: OpenRequest): Result<Decided, Refusal> {
  const community = shell.directory.findCommunity(request.community);
  if (community === undefined) return err({ code: 'field-invalid', about: 'community' });
  const definition = shell.definitions.current(community.charter, request.procedure, shell.now());
  if (definition === undefined) return err({ code: 'cannot-open', about: request.procedure });
  // The chain is public for ever and names no building: which door it is stands in the sealed location.
  const placePath = shell.directory
    .pathTo(request.place ?? community.placeId)
    .filter((place) => place.level !== 'building');
  if (placePath.length === 0) return err({ code: 'field-invalid', about: 'place' });
  const id = matterId(randomUUID());
  const facts = factsFor(shell, community.id, id, asker, shell.now());
  const opener = openerHandle(shell, id, asker, request) ?? facts.actor.handle;
  const { affair, origin, aside, channel, urgency, input } = request;
  const drafts = open(
    definition,
    {
      id,
      community: communityId(community.id),
      channel,
      opener,
      urgency,
      placePath,
      input,
      ...(affair !== undefined && { affair }),
      ...(origin !== undefined && { origin }),
      ...(aside !== undefined && { aside }),
    },
    facts,
  );
  if (!drafts.ok) return drafts;
  const personId = asker.kind === 'person' ? asker.person : undefined;
  const command = { id: request.commandId, personId };
  const participants = participantsOf(opener, facts.actor.handle, asker, request);
  return ok({ definition, before: undefined, drafts: drafts.value, facts, command, participants });
}

function openerHandle(
  shell: Shell,
  id: ReturnType<typeof matterId>,
  asker: Asker,
  { onBehalfOf }: OpenRequest,
): Handle | undefined {
  if (onBehalfOf === undefined) return undefined;
  const { person } = onBehalfOf;
  if (person !== undefined) return handleOf(shell.handleKey, id, person);
  return asker.kind === 'guest' ? undefined : newGuestHandle();
}

function participantsOf(opener: Handle, actor: Handle, asker: Asker, { onBehalfOf }: OpenRequest) {
  const own = asker.kind === 'person' ? [{ handle: actor, personId: asker.person }] : [];
  if (onBehalfOf === undefined) return own.map((each) => ({ ...each, role: 'opener' }));
  const { person } = onBehalfOf;
  const concerned = person === undefined ? [] : [{ handle: opener, personId: person, role: 'opener' }];
  return [...concerned, ...own.map((each) => ({ ...each, role: 'staff' }))];
}
