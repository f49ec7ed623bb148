import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { Id, Instant, Key, Title, Titled } from '../../http/schemas.ts';
import { boardCommunities } from '../../usecases/field-board.ts';
import { figurePlaces, inspectionBoard, placeFigures } from '../../usecases/inspection-board.ts';
import { CivilDay } from '../grid/schema.ts';

const tags = ['fieldwork'];
const Count = z.number().int();
const InspectionsBody = z.object({
  rows: z.array(
    z.object({
      grid: z.object({ id: z.string(), title: z.string() }),
      drawn: z.boolean(),
      round: Titled,
      until: CivilDay.describe('Last day of the period'),
      owed: Count.describe('Organisations that are inspected once in the period'),
      done: Count,
      due: Count,
      faulty: Count.describe('Where a failed item is still being put right'),
    }),
  ),
});
const PlacesBody = z.object({
  rows: z.array(
    z.object({
      id: Id,
      community: z.string(),
      name: z.string(),
      kind: Title,
      address: z.string(),
      grid: z.object({ id: z.string(), title: z.string() }),
      until: CivilDay,
      done: z.boolean(),
      openFaults: Count,
      inspectedAt: Instant.optional(),
    }),
  ),
});

/** 安全检查: how far inspections are, by grid and round, and the organisations behind each figure. */
export function inspectionRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/fieldwork/inspections',
    {
      schema: {
        tags,
        summary: '检查进展 / How far the inspections are',
        querystring: z.object({ community: Key }),
        response: { 200: InspectionsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const { community } = request.query;
      if (!boardCommunities(deps, asker).includes(community)) return fail(reply, 'not-allowed');
      const rows = await inspectionBoard(deps, community);
      return rows === undefined ? fail(reply, 'not-found') : { rows };
    },
  );
  app.get(
    '/api/fieldwork/places',
    {
      schema: {
        tags,
        summary: '数字背后的单位 / The organisations behind a figure',
        querystring: z.object({
          community: Key,
          grid: Key.optional(),
          round: Key.optional(),
          figure: z.enum(placeFigures),
        }),
        response: { 200: PlacesBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const rows = await figurePlaces(deps, asker, request.query);
      return rows === undefined ? fail(reply, 'not-allowed') : { rows };
    },
  );
}
