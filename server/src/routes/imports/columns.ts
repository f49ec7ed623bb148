import type { Result } from '@liren/core/basics/result.ts';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { failureResponses } from '../../http/failures.ts';
import { asBody } from '../../http/routes.ts';
import type { FileFault } from '../../import/read-table.ts';
import type { ImportResidentsRequest } from '../../usecases/import-residents.ts';
import { sentByKeeper } from '../registry/reader.ts';
import { ColumnsBody } from './schema.ts';
import { formBodyLimit, refuseFile } from './sent.ts';

/** What the columns of a community's table would be taken for, before anything of it is. */
export function columnsRoute(
  app: FastifyInstance,
  deps: Deps,
  url: string,
  look: (deps: Deps, wish: ImportResidentsRequest) => Promise<Result<object, FileFault>>,
): void {
  app.withTypeProvider<ZodTypeProvider>().post(
    url,
    {
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
      bodyLimit: formBodyLimit,
      schema: {
        tags: ['imports'],
        summary: '认一认栏目 / What the columns of a table would be taken for',
        description: 'multipart/form-data: `file`, `community`, and optionally `titlesIn`',
        consumes: ['multipart/form-data'],
        response: { 200: ColumnsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const sent = await sentByKeeper(deps, request);
      if (!sent.ok) return sent.error(reply);
      const columns = await look(deps, sent.value.wish);
      return columns.ok
        ? asBody<z.infer<typeof ColumnsBody>>(columns.value)
        : refuseFile(reply, columns.error.message);
    },
  );
}
