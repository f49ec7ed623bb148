import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../http/deps.ts';
import { type FailureCode, fail } from '../../http/failures.ts';
import type { Asker } from '../../usecases/actor.ts';
import type { ImportResidentsRequest } from '../../usecases/import-residents.ts';
import { keepsRegistry, type RegistryArea, registryAreas } from '../../usecases/registry-area.ts';
import { readSent, refuseFile, type Sent } from '../imports/sent.ts';
import { ResidentsImportParts } from './schema.ts';

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

function wishOf({ file, fileName, parts }: Sent): Result<ImportResidentsRequest, string> {
  const wishes = ResidentsImportParts.safeParse(parts);
  if (!wishes.success) return err(`${wishes.error.issues[0]?.path.join('.')} 的值不对。`);
  return file === undefined ? err('请选择要导入的文件。') : ok({ bytes: file, fileName, ...wishes.data });
}

type Refusing = (reply: FastifyReply) => FastifyReply;
/** A table that somebody sent who keeps the whole community which it is for; otherwise how it is refused. */
export async function sentByKeeper(
  deps: Deps,
  request: FastifyRequest,
): Promise<Result<{ readonly asker: Reader['asker']; readonly wish: ImportResidentsRequest }, Refusing>> {
  const refused = (code: FailureCode, about?: string) =>
    err((reply: FastifyReply) => fail(reply, code, about));
  const reader = await readerOf(deps, request);
  if (!reader.ok) return refused(reader.error);
  const { asker, areas } = reader.value;
  // A grid's worker keeps no whole community.
  if (areas.every(({ grids }) => grids !== undefined)) return refused('not-allowed');
  if (!request.isMultipart()) return refused('bad-request', 'file');
  const wish = wishOf(await readSent(request));
  if (!wish.ok) return err((reply) => refuseFile(reply, wish.error));
  if (!keepsRegistry(deps.directory, asker, wish.value.community)) return refused('not-allowed');
  return ok({ asker, wish: wish.value });
}
