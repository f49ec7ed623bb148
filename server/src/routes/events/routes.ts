import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../http/deps.ts';
import { fail } from '../../http/failures.ts';
import type { Live } from '../../http/live.ts';
import type { Routes } from '../../http/routes.ts';
import { createStreams } from '../../http/streams.ts';
import type { Asker } from '../../usecases/actor.ts';
import { audiencesFor } from '../../usecases/audiences.ts';

const isSame = (a: Asker, b: Asker): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * A stream of hints: which of the matters that concern the asker moved. It carries ids and versions alone; what
 * changed is asked for by the usual routes, which decide what may be seen.
 * @param askerNow who the request's session is now, asked of the database and without prolonging the session
 */
export function eventRoutes(
  app: Routes,
  deps: Deps,
  live: Live,
  askerNow: (request: FastifyRequest) => Promise<Asker>,
): void {
  const streams = createStreams(deps.shell, live);
  app.get(
    '/api/events',
    { schema: { tags: ['live'], summary: '实时更新（SSE）', hide: false } },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const audiences = new Set(await audiencesFor(deps.shell, asker));
      const stands = async () => isSame(asker, await askerNow(request));
      const opened = streams.open({ asker, audiences, stands });
      if (opened === undefined) return fail(reply, 'too-often');
      request.raw.once('close', opened.end);
      return reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(opened.stream);
    },
  );
}
