import { askers, itemWays, materialForms, type ServiceItem } from '@liren/core/catalogue/service-item.ts';
import type { Charter } from '@liren/core/engine/types.ts';
import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Key, Title, Titled } from '../../http/schemas.ts';
import { limitOf } from '../../usecases/limit-of.ts';
import { LimitBody } from '../contract.ts';

const ServiceItemBody = Titled.extend({
  group: Titled,
  words: z.array(z.string()).describe('What people call it'),
  decides: Title.describe('The kind of organ that decides'),
  asks: z.array(z.enum(askers)),
  ways: z.array(z.enum(itemWays)),
  materials: z.array(
    Titled.extend({ form: z.enum(materialForms), when: Title.optional(), note: Title.optional() }),
  ),
  lookedUp: z.array(Title).describe('What the community looks up itself: nobody brings it'),
  limit: LimitBody,
  legal: LimitBody.optional(),
  result: Title,
  source: z.object({ law: z.string(), article: z.string(), date: z.string() }),
});
const Rows = z.object({ title: Title, rows: z.array(ServiceItemBody) });

const limited = (limit: ServiceItem['limit'] | undefined) => limitOf(limit, { urgency: 'normal' });

function bodyOf(item: ServiceItem, groups: ReadonlyMap<string, string>, charter: Charter) {
  const { decides, group, legal, limit, class: _, ...rest } = item;
  const law = limited(legal);
  return {
    ...rest,
    group: { id: group, title: groups.get(group) ?? group },
    decides: charter.organs[decides]?.title ?? decides,
    limit: limited(limit),
    ...(law !== undefined && { legal: law }),
  };
}

export function serviceItemRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/service-items',
    {
      schema: {
        tags: ['services'],
        summary: '办事目录：带什么、谁可以办、多久 / What the window takes in',
        querystring: z.object({ community: Key.optional() }),
        response: { 200: Rows, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { directory, library } = deps;
      const wanted = request.query.community;
      const community = wanted === undefined ? directory.communities[0] : directory.findCommunity(wanted);
      if (community === undefined) return fail(reply, 'not-found');
      const { charter } = community;
      const items =
        charter.serviceItems === undefined ? undefined : library.serviceItems.get(charter.serviceItems);
      const groups = new Map(items?.groups.map(({ id, title }) => [id, title]));
      reply.header('cache-control', 'public, max-age=300');
      return reply.send(
        asBody<z.infer<typeof Rows>>({
          title: items?.title ?? '',
          rows: items?.items.map((item) => bodyOf(item, groups, charter)) ?? [],
        }),
      );
    },
  );
}
