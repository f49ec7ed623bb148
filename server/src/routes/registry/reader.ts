import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../http/deps.ts';
import type { FailureCode } from '../../http/failures.ts';
import type { Asker } from '../../usecases/actor.ts';
import { type RegistryArea, registryAreas } from '../../usecases/registry-area.ts';

export interface Reader {
  readonly asker: Extract<Asker, { kind: 'person' }>;
  readonly areas: readonly RegistryArea[];
}
/** Whoever has a seat that opens some registry. */
export async function readerOf(deps: Deps, request: FastifyRequest): Promise<Result<Reader, FailureCode>> {
  const asker = await deps.askerOf(request);
  if (asker.kind !== 'person') return err('sign-in-needed');
  const areas = registryAreas(deps.directory, asker);
  return areas.length === 0 ? err('not-allowed') : ok({ asker, areas });
}
