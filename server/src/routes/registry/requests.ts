import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { acceptCorrection, refuseCorrection } from '../../usecases/answer-correction.ts';
import { proposeCorrection } from '../../usecases/ask-correction.ts';
import { listRequests } from '../../usecases/list-requests.ts';
import { AcceptBody, AskBody, RefuseBody, RequestParams, RequestsBody, Taken } from './change-schema.ts';
import { changed } from './changes.ts';
import { readerOf } from './reader.ts';
import { ResidentBody, ResidentParams } from './schema.ts';

const tags = ['registry'];
const config = { rateLimit: { max: 120, timeWindow: 60_000 } };
const resident = '/api/registry/residents/:community/:id';

/** Corrections that somebody asks for who may not make them, and their answers. */
export function registryRequestRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/registry/requests',
    {
      schema: {
        tags,
        summary: '等答复的更正 / Corrections that wait',
        response: { 200: RequestsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      return { rows: await listRequests(deps, reader.value.areas) };
    },
  );
  app.post(
    `${resident}/propose`,
    {
      schema: {
        tags,
        summary: '提出更正 / Say what is wrong',
        params: ResidentParams,
        body: AskBody,
        response: { 200: Taken, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const taken = await proposeCorrection(deps, reader.value.asker, { ...request.params, ...request.body });
      return taken.ok ? { taken: true as const } : refuseChange(reply, taken.error);
    },
  );
  const response = { 200: ResidentBody, ...failureResponses };
  const schema = { tags, params: RequestParams, response };
  app.post(
    `${resident}/requests/:request/accept`,
    { schema: { ...schema, summary: '同意更正 / Accept a correction', body: AcceptBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        acceptCorrection(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${resident}/requests/:request/refuse`,
    { schema: { ...schema, summary: '不同意更正 / Refuse a correction', body: RefuseBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        refuseCorrection(deps, asker, { ...request.params, ...request.body }),
      ),
  );
}
