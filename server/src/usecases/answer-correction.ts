import { ok } from '@liren/core/basics/result.ts';
import { answerRequest, holdRequest, type RequestRow, requestPlace } from '../store/registry-requests.ts';
import type { Asker } from './actor.ts';
import { isRelation } from './ask-correction.ts';
import { changeResident, type Former, type Held, whileKept } from './change-resident.ts';
import { correct } from './correct-resident.ts';
import type { RegistryDeps } from './import-residents.ts';
import { readValues } from './read-correction.ts';
import { type Changed, refusing } from './registry-refusal.ts';

type Person = Extract<Asker, { kind: 'person' }>;
export interface Answer {
  readonly community: string;
  readonly id: string;
  readonly request: string;
  readonly version: number;
}

/** What was asked for becomes so, and the one who asked is told. */
export function acceptCorrection(
  deps: RegistryDeps,
  asker: Person,
  wish: Answer,
): Promise<Changed<undefined>> {
  return changeResident(deps, asker, { ...wish, source: 'asked' }, async (held) => {
    const request = await holdRequest(held.client, wish.community, wish.request);
    if (request?.resident_id !== wish.id) return refusing('not-found');
    if (request.answered_at !== null) return refusing('answered');
    const former = await takeUp(deps, held, request);
    if (!former.ok && former.error.code !== 'no-change') return former;
    await answerRequest(held.client, wish.community, {
      id: request.id,
      person: asker.person,
      accepted: true,
      answerSealed: null,
      at: deps.shell.now(),
    });
    return former.ok ? former : ok([]);
  });
}

async function takeUp(
  deps: RegistryDeps,
  held: Held,
  { id, field, value_sealed: sealed }: RequestRow,
): Promise<Changed<readonly Former[]>> {
  const opened =
    sealed === null ? undefined : deps.shell.sealer.open(requestPlace(id, 'value_sealed'), sealed);
  if (opened?.ok !== true) throw new Error(`the value of request ${id} does not open`);
  const { value } = opened;
  if (field === 'relation') return correct(deps, held, {}, isRelation(value) ? value : undefined);
  const read = readValues({ [field]: value }, deps.shell.now());
  return read.ok ? correct(deps, held, read.value) : read;
}

/** It stays as it is, and the one who asked reads why. */
export function refuseCorrection(
  deps: RegistryDeps,
  asker: Person,
  wish: Answer & { readonly reason: string },
): Promise<Changed<undefined>> {
  return whileKept(deps, asker, wish.community, async (client) => {
    const request = await holdRequest(client, wish.community, wish.request);
    if (request?.resident_id !== wish.id) return refusing('not-found');
    if (request.answered_at !== null) return refusing('answered');
    await answerRequest(client, wish.community, {
      id: request.id,
      person: asker.person,
      accepted: false,
      answerSealed: deps.shell.sealer.seal(requestPlace(request.id, 'answer_sealed'), wish.reason),
      at: deps.shell.now(),
    });
    return ok(undefined);
  });
}
