import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { JsonValue, Key } from '../../http/schemas.ts';
import { exportRecord, readCheckpoints } from '../../usecases/export-record.ts';
import { recordLook } from '../../usecases/record-look.ts';
import { findSeen } from '../../usecases/seen.ts';
import { MatterParams } from '../matters/schema.ts';

const tags = ['verify'];

export function recordRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/records/:community/:id',
    {
      schema: {
        tags,
        summary: '案卷文件，可以离线核验 / A record to verify offline',
        params: MatterParams,
        querystring: z.object({ openings: z.stringbool().default(false) }),
        response: { 200: JsonValue, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const asker = await deps.askerOf(request);
      const seen = await findSeen(deps, asker, community, id);
      if (seen === undefined) return fail(reply, 'not-found');
      if (request.query.openings) await recordLook(deps.shell, asker, seen, 'record', '');
      reply.header('content-disposition', `attachment; filename="record-${id}.json"`);
      return reply.send(asBody(await exportRecord(deps, seen, request.query.openings)));
    },
  );
  app.get(
    '/api/checkpoints/:community',
    {
      schema: {
        tags,
        summary: '存证点 / Published checkpoints',
        params: z.object({ community: Key }),
        response: { 200: JsonValue, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community } = request.params;
      if (deps.directory.findCommunity(community) === undefined) return fail(reply, 'not-found');
      const checkpoints = await readCheckpoints(deps.shell.pool, community);
      return reply.send(asBody({ format: 'liren-checkpoints/1', community, checkpoints }));
    },
  );
}
