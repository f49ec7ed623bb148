import { gridKinds } from '@liren/core/grids/types.ts';
import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Key, Title } from '../../http/schemas.ts';
import { boardAreas, boardFigures, communityBoard } from '../../usecases/community-board.ts';
import { CivilDay } from '../grid/schema.ts';

const Points = z.number().int();
const Figure = z.enum(boardFigures);
const BoardBody = z.object({
  communities: z
    .array(z.object({ id: z.string(), title: Title }))
    .describe('Those whose board the asker may see'),
  community: z.object({ id: z.string(), title: Title, place: z.string() }),
  month: z.object({ from: CivilDay, until: CivilDay }),
  figures: z.array(Figure).describe('Those that the asker may see here'),
  opensHomes: z.boolean().describe('Whether figures of homes open their homes'),
  opensGrids: z.boolean(),
  workload: z.object({ home: Points, resident: Points, matter: Points, riskHome: Points }).optional(),
  grids: z.array(
    z.object({
      id: z.string(),
      title: Title,
      kind: z.enum([...gridKinds, 'undrawn']),
      outside: z.enum(['small', 'large']).optional(),
      workers: z.array(z.string()),
      figures: z.record(z.string(), z.number().int()).describe('By name; only those of `figures`'),
    }),
  ),
});

/** 社区一图: a community's grids with the figures that the asker may see, each with rows behind it. */
export function communityBoardRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/fieldwork/community',
    {
      schema: {
        tags: ['fieldwork'],
        summary: '社区一图 / A community at a glance',
        querystring: z.object({ community: Key.optional() }),
        response: { 200: BoardBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const areas = boardAreas(deps, asker);
      const wanted = request.query.community ?? areas[0]?.community;
      const area = areas.find(({ community }) => community === wanted);
      if (area === undefined) return fail(reply, 'not-allowed');
      const board = await communityBoard(deps, asker, area);
      if (board === undefined) return fail(reply, 'not-found');
      const communities = areas.map(({ community: id }) => ({
        id,
        title: deps.directory.findCommunity(id)?.title ?? '',
      }));
      return reply.send(asBody<z.infer<typeof BoardBody>>({ communities, ...board }));
    },
  );
}
