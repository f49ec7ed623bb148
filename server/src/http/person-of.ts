import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Asker } from '../usecases/actor.ts';
import type { Deps } from './deps.ts';
import { fail } from './failures.ts';

/** Somebody who is signed in, or a refusal already sent. */
export async function personOf(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Extract<Asker, { kind: 'person' }> | undefined> {
  const asker = await deps.askerOf(request);
  if (asker.kind === 'person') return asker;
  fail(reply, 'sign-in-needed');
  return undefined;
}
