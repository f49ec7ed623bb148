import type { MatterId } from '@liren/core/basics/ids.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../../http/deps.ts';
import { fail } from '../../http/failures.ts';
import type { Live } from '../../http/live.ts';
import type { Routes } from '../../http/routes.ts';
import { createStreams, type Streams } from '../../http/streams.ts';
import type { Asker } from '../../usecases/actor.ts';
import { audiencesFor } from '../../usecases/audiences.ts';
import { mayOpenHall, viewHall } from '../../usecases/meetings/view-hall.ts';
import { HallParams } from '../meetings/schema.ts';

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
  app.addHook('preClose', async () => streams.close());
  hallEvents(app, deps, streams);
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
      return stream(request, reply, opened);
    },
  );
}

function stream(
  request: FastifyRequest,
  reply: FastifyReply,
  opened: NonNullable<ReturnType<Streams['open']>>,
): FastifyReply {
  request.raw.once('close', opened.end);
  return reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-accel-buffering', 'no')
    .send(opened.stream);
}

/** The same hints for the wall of a hall: of the matters on its agenda alone, by its link, without signing in. */
function hallEvents(app: Routes, deps: Deps, streams: Streams): void {
  app.get(
    '/api/halls/:community/:id/:mark/events',
    { schema: { tags: ['live'], summary: '会场大屏的实时更新（SSE）', params: HallParams } },
    async (request, reply) => {
      const { community, id, mark } = request.params;
      const hall = mayOpenHall(deps.shell, community, id, mark) && (await viewHall(deps, community, id));
      if (hall === false || hall === undefined) return fail(reply, 'not-found');
      const shown = new Set(hall.items.map(({ matter }) => matter));
      const opened = streams.open({
        wall: `${community}/${id}`,
        shows: (change) => change.community === community && shown.has(change.matter as MatterId),
        stands: async () => true,
      });
      return opened === undefined ? fail(reply, 'too-often') : stream(request, reply, opened);
    },
  );
}
