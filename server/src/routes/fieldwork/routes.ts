import { isUuid } from '@liren/core/basics/ids.ts';
import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Cursor, Id, Instant, Key, Title } from '../../http/schemas.ts';
import { homeFigures } from '../../store/field-board.ts';
import { boardCommunities, fieldBoard, figureHomes } from '../../usecases/field-board.ts';
import { CivilDay } from '../grid/schema.ts';
import { ExplainedDuty, ReasonBody } from './reason-schema.ts';

const tags = ['fieldwork'];
const BoardBody = z.object({
  communities: z
    .array(z.object({ id: z.string(), title: z.string() }))
    .describe('Those whose board the asker may see'),
  community: z.string(),
  quarter: z.object({ from: CivilDay, until: CivilDay }),
  grids: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      drawn: z.boolean().describe('False for homes that lie in no grid yet'),
      homes: z.number().int(),
      visited: z.number().int().describe('Somebody was met there this quarter'),
      overdue: z.number().int(),
      never: z.number().int(),
    }),
  ),
  answersReasons: z.boolean().describe('Whether the asker says if reasons hold'),
  workers: z.array(
    z.object({
      person: Id,
      name: z.string(),
      grids: z.array(z.string()),
      duties: z.array(ExplainedDuty),
      reasons: z.array(ReasonBody),
    }),
  ),
});
const HomesBody = z.object({
  rows: z.array(
    z.object({
      id: Id,
      community: z.string(),
      grid: z.object({ id: z.string(), title: z.string() }),
      address: z.string(),
      risk: z.string(),
      riskTitle: Title,
      visitedAt: Instant.optional(),
      dueOn: CivilDay,
    }),
  ),
  next: z.string().optional(),
});
const pageRows = 100;

/** 走访: how far the rounds are, for those who answer for them. */
export function fieldworkRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/fieldwork/board',
    {
      schema: {
        tags,
        summary: '走访进展 / How far the rounds are',
        querystring: z.object({ community: Key.optional() }),
        response: { 200: BoardBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const communities = boardCommunities(deps, asker);
      const community = request.query.community ?? communities[0];
      if (community === undefined || !communities.includes(community)) return fail(reply, 'not-allowed');
      const board = await fieldBoard(deps, asker, community);
      if (board === undefined) return fail(reply, 'not-found');
      const titled = communities.map((id) => ({ id, title: deps.directory.findCommunity(id)?.title ?? '' }));
      return reply.send(asBody<z.infer<typeof BoardBody>>({ communities: titled, community, ...board }));
    },
  );

  app.get(
    '/api/fieldwork/homes',
    {
      schema: {
        tags,
        summary: '数字背后的住户 / The homes behind a figure',
        querystring: z.object({
          community: Key,
          grid: Key.optional(),
          figure: z.enum(homeFigures),
          per: z.enum(['month', 'quarter']).default('quarter').describe('The period of `visited`'),
          cursor: Cursor.optional(),
        }),
        response: { 200: HomesBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const { cursor, ...wish } = request.query;
      const after = cursor !== undefined && isUuid(cursor) ? cursor : undefined;
      const rows = await figureHomes(deps, asker, { ...wish, after, limit: pageRows });
      if (rows === undefined) return fail(reply, 'not-allowed');
      const last = rows.length === pageRows ? rows.at(-1) : undefined;
      return { rows, ...(last !== undefined && { next: last.id }) };
    },
  );
}
