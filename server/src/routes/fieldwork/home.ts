import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Id, Instant, Key, Title } from '../../http/schemas.ts';
import { homeRounds, setHomeRisk } from '../../usecases/home-rounds.ts';
import { CivilDay } from '../grid/schema.ts';

const tags = ['fieldwork'];
const HomeBody = z.object({
  id: Id,
  community: z.string(),
  address: z.string(),
  grid: z.object({ id: z.string(), title: z.string() }),
  risk: z.string(),
  visitedAt: Instant.optional(),
  dueOn: CivilDay,
  risks: z.array(z.object({ id: z.string(), title: Title, visitEveryDays: z.number().int() })),
  maySetRisk: z.boolean(),
  visits: z.array(
    z.object({
      id: Id,
      title: Title,
      at: Instant,
      met: z.boolean(),
      by: z.string(),
      risk: z.string().optional().describe('What was seen of the risk'),
    }),
  ),
  changes: z
    .array(
      z.object({
        id: Id,
        before: z.string(),
        after: z.string(),
        at: Instant,
        by: z.string(),
        reason: z.string(),
      }),
    )
    .describe('What the office said of the risk, latest first'),
});
const HomeParams = z.object({ community: Key, id: Id });
const RiskBody = z.object({
  from: Key.describe('The risk that was seen'),
  to: Key,
  reason: z.string().trim().min(2).max(200),
});
const path = '/api/fieldwork/homes/:community/:id';

/** One home of the rounds, for whoever keeps it; its risk, set by the posts that the charter names. */
export function homeRoutes(app: Routes, deps: Deps): void {
  const response = { 200: HomeBody, ...failureResponses };
  app.get(
    path,
    { schema: { tags, summary: '一户的走访 / The rounds of one home', params: HomeParams, response } },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const body = await homeRounds(deps, asker, request.params);
      return body === undefined
        ? fail(reply, 'not-found')
        : reply.send(asBody<z.infer<typeof HomeBody>>(body));
    },
  );

  app.post(
    `${path}/risk`,
    {
      schema: { tags, summary: '定风险 / Set the risk', params: HomeParams, body: RiskBody, response },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const done = await setHomeRisk(deps, asker, request.params, request.body);
      if (!done.ok) return refuseChange(reply, done.error);
      const body = await homeRounds(deps, asker, request.params);
      return body === undefined
        ? fail(reply, 'not-found')
        : reply.send(asBody<z.infer<typeof HomeBody>>(body));
    },
  );
}
