import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { Id, Month } from '../../http/schemas.ts';
import { monthTopics } from '../../usecases/month-topics.ts';
import { mayUse } from '../../usecases/scope.ts';
import { MatterLine } from '../matters/schema.ts';

const Body = z.object({
  looked: z.number().int().describe('How many matters of the month were compared'),
  topics: z.array(
    z.object({
      words: z.array(z.string()).describe('Words that most of them share, the most telling first'),
      count: z.number().int(),
      open: z.number().int(),
      places: z.array(z.object({ title: z.string(), count: z.number().int() })),
      examples: z.array(MatterLine),
      matters: z.array(z.object({ id: Id, number: z.string(), title: z.string() })),
    }),
  ),
});

/** What comes up again and again, for who chooses the topic of the month. A person decides. */
export function topicRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/topics',
    {
      schema: {
        tags: ['measures'],
        summary: '一个月里反复出现的诉求 / What was raised again and again',
        querystring: z.object({ month: Month }),
        response: { 200: Body, ...failureResponses },
      },
      // Every text of a month is read and compared.
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      if (!mayUse(deps.directory, asker, 'see-measures')) return fail(reply, 'not-allowed');
      return monthTopics(deps, asker, request.query.month);
    },
  );
}
