import { PassThrough } from 'node:stream';
import { audiencesOfPosts } from '@liren/core/projections/tasks.ts';
import type { Deps } from '../../http/deps.ts';
import { fail } from '../../http/failures.ts';
import type { Live } from '../../http/live.ts';
import type { Routes } from '../../http/routes.ts';
import { readOwnHandles } from '../../store/messages.ts';
import { findSeen } from '../../usecases/seen.ts';

const pulseMilliseconds = 25_000;
const mostStreams = 5_000;

/**
 * A stream of hints: which of the matters that concern the asker moved. It carries ids and versions alone; what
 * changed is asked for by the usual routes, which decide what may be seen.
 */
export function eventRoutes(app: Routes, deps: Deps, live: Live): void {
  let streams = 0;
  app.get(
    '/api/events',
    { schema: { tags: ['live'], summary: '实时更新（SSE）', hide: false } },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      if (streams >= mostStreams) return fail(reply, 'too-often');
      const handles = await readOwnHandles(deps.shell.pool, asker.person);
      const audiences = new Set([
        ...audiencesOfPosts(asker.posts),
        ...handles.map((handle) => `handle:${handle}`),
      ]);
      streams++;
      const stream = new PassThrough();
      const send = (text: string): void => {
        // A reader that does not keep up is cut off; it reconnects and asks anew.
        if (!stream.write(text) && stream.writableLength > 100_000) stream.destroy();
      };
      send('retry: 3000\n\nevent: ready\ndata: {}\n\n');
      const pulse = setInterval(() => send(': still here\n\n'), pulseMilliseconds);
      const stop = live.listen(({ community, matter, version, audiences: concerned }) => {
        const tell = () => send(`event: moved\ndata: ${JSON.stringify({ community, matter, version })}\n\n`);
        if (concerned.some((audience) => audiences.has(audience))) return tell();
        // Somebody may be looking at a matter that asks nothing of them.
        findSeen(deps, asker, community, matter).then(
          (seen) => (seen !== undefined && seen.sight !== 'public' ? tell() : undefined),
          () => undefined,
        );
      });
      const end = (): void => {
        clearInterval(pulse);
        stop();
        stream.destroy();
      };
      stream.once('close', () => streams--);
      request.raw.once('close', end);
      return reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream);
    },
  );
}
