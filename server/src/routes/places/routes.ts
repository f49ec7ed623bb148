import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Key, Titled } from '../../http/schemas.ts';
import { PlaceBody } from '../contract.ts';

const tags = ['places'];
const Rows = z.object({ rows: z.array(PlaceBody) });
const At = z.object({
  community: z.string().optional(),
  place: z.string().optional(),
  path: z.array(Titled.extend({ level: z.string() })),
});
const Organs = z.object({
  rows: z.array(Titled.extend({ kind: z.string(), area: z.string() })),
});

export function placeRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/places',
    { schema: { tags, summary: '地点与网格 / Places with their shapes', response: { 200: Rows } } },
    async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=60');
      return reply.send(
        asBody<z.infer<typeof Rows>>({
          rows: deps.directory.places.map(({ id, parentId, level, title, shape }) => ({
            id,
            level,
            title,
            ...(parentId !== undefined && { parent: parentId }),
            ...(shape !== undefined && { shape }),
          })),
        }),
      );
    },
  );
  app.get(
    '/api/places/at',
    {
      schema: {
        tags,
        summary: '这个坐标属于哪里 / Which grid holds the point',
        querystring: z.object({
          lat: z.coerce.number().min(-90).max(90),
          long: z.coerce.number().min(-180).max(180),
        }),
        response: { 200: At, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { directory } = deps;
      const place = directory.findPlaceAt(request.query.lat, request.query.long);
      const community = place === undefined ? undefined : directory.findCommunityOf(place);
      return reply.send(
        asBody<z.infer<typeof At>>({
          ...(community !== undefined && { community: community.id }),
          ...(place !== undefined && { place }),
          path: place === undefined ? [] : directory.pathTo(place),
        }),
      );
    },
  );
  app.get(
    '/api/organs',
    {
      schema: {
        tags,
        summary: '机构 / Organs around a community',
        querystring: z.object({ community: Key.optional() }),
        response: { 200: Organs },
      },
    },
    async (request) => {
      const { directory } = deps;
      const { community } = request.query;
      const organs = community === undefined ? directory.organs : directory.organsAround(community);
      return { rows: organs.map(({ id, title, kind, area }) => ({ id, title, kind, area })) };
    },
  );
}
