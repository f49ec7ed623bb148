import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Key } from '../../http/schemas.ts';
import { openingOf, openingsOf } from '../../usecases/opening.ts';
import { AffairLine, OpeningBody, OpeningsBody } from '../contract.ts';

const tags = ['procedures'];

/** What one needs to begin: the form, the degrees of urgency, and what will happen. */
export function openingRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/openings',
    {
      schema: {
        tags,
        summary: '我可以发起什么 / What I may begin',
        response: { 200: OpeningsBody },
      },
    },
    async (request, reply) => {
      const rows = openingsOf(deps, await deps.askerOf(request));
      return reply.send(asBody<z.infer<typeof OpeningsBody>>({ rows }));
    },
  );
  app.get(
    '/api/procedures/:id/opening',
    {
      schema: {
        tags,
        summary: '发起前要知道的 / What opening asks and promises',
        params: z.object({ id: Key }),
        querystring: z.object({ community: Key.optional() }),
        response: { 200: OpeningBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { directory, shell } = deps;
      const wanted = request.query.community;
      const community = wanted === undefined ? directory.communities[0] : directory.findCommunity(wanted);
      const definition =
        community && shell.definitions.current(community.charter, request.params.id, shell.now());
      if (community === undefined || definition === undefined) return fail(reply, 'not-found');
      const asker = await deps.askerOf(request);
      const body = openingOf(deps, asker, community, definition);
      return reply.send(asBody<z.infer<typeof OpeningBody>>(body));
    },
  );

  app.get(
    '/api/affairs',
    {
      schema: {
        tags,
        summary: '事务目录 / Affair catalogue',
        response: { 200: z.object({ rows: z.array(AffairLine) }) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=300');
      const { catalogue } = deps.library;
      const groups = new Map(catalogue.groups.map((group) => [group.id, group]));
      return {
        rows: [...catalogue.affairs.values()].map((affair) => ({
          id: affair.id,
          title: affair.title,
          class: affair.class,
          group: { id: affair.group, title: groups.get(affair.group)?.title ?? affair.group },
          kind: groups.get(affair.group)?.kind ?? 'service',
          handler: affair.handler,
          urgency: affair.urgency,
          description: affair.description,
        })),
      };
    },
  );
}
