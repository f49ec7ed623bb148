import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { correctResident } from '../../usecases/correct-resident.ts';
import { eraseResident } from '../../usecases/erase-resident.ts';
import { leaveHome, moveHome } from '../../usecases/move-resident.ts';
import { registerResident } from '../../usecases/register-resident.ts';
import { readResidentPage } from '../../usecases/view-resident.ts';
import {
  CommunityParams,
  CorrectBody,
  EraseBody,
  LeaveBody,
  MoveBody,
  RegisterBody,
  Registered,
} from './change-schema.ts';
import { type Reader, readerOf } from './reader.ts';
import { ResidentBody, ResidentParams } from './schema.ts';

const tags = ['registry'];
const config = { rateLimit: { max: 120, timeWindow: 60_000 } };
const resident = '/api/registry/residents/:community/:id';

/** Changes of one resident, by whoever keeps the registry; each answers with the resident as they stand now. */
export function registryChangeRoutes(app: Routes, deps: Deps): void {
  const response = { 200: ResidentBody, ...failureResponses };
  const schema = { tags, params: ResidentParams, response };
  app.post(
    `${resident}/correct`,
    { schema: { ...schema, summary: '更正登记 / Put values right', body: CorrectBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        correctResident(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${resident}/leave`,
    { schema: { ...schema, summary: '登记搬走 / They have left', body: LeaveBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        leaveHome(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${resident}/move`,
    { schema: { ...schema, summary: '登记搬家 / They live in another home', body: MoveBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        moveHome(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${resident}/erase`,
    { schema: { ...schema, summary: '按本人要求删除 / Erase on request', body: EraseBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        eraseResident(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    '/api/registry/residents/:community',
    {
      schema: {
        tags,
        summary: '登记一个人 / Write down somebody new',
        params: CommunityParams,
        body: RegisterBody,
        response: { 200: Registered, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const id = await registerResident(deps, reader.value.asker, { ...request.params, ...request.body });
      return id.ok ? { id: id.value } : refuseChange(reply, id.error);
    },
  );
}

export async function changed(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  key: { readonly community: string; readonly id: string },
  change: (reader: Reader) => ReturnType<typeof correctResident>,
) {
  const reader = await readerOf(deps, request);
  if (!reader.ok) return fail(reply, reader.error);
  const done = await change(reader.value);
  if (!done.ok) return refuseChange(reply, done.error);
  return (await readResidentPage(deps, reader.value.asker, key)) ?? fail(reply, 'not-found');
}
