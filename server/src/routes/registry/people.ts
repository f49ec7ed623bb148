import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { Title } from '../../http/schemas.ts';
import { countedCommunities, countPeople, peopleCsv } from '../../usecases/count-people.ts';
import { listPeople } from '../../usecases/list-people.ts';
import { Reason } from './change-parts.ts';
import { CommunityParams } from './change-schema.ts';
import { readerOf } from './reader.ts';
import { ResidentPage } from './schema.ts';

const Count = z.union([z.number().int(), z.enum(['few', 'withheld'])]);
const Titled = z.object({ id: z.string(), title: Title });
const PeopleBody = z.object({
  community: Titled,
  leastCount: z.number().int().describe('No count below it is told to who may not see the rows'),
  grids: z.array(z.object({ id: z.string(), title: Title.optional().describe('Absent: in no grid yet') })),
  rows: z.array(
    z.object({
      group: z.string().optional().describe('Absent: everybody'),
      title: Title.optional(),
      sensitive: z.boolean(),
      total: Count,
      cells: z.array(
        z.object({ count: Count, open: z.boolean().describe('Whether this reader may see who it is') }),
      ),
    }),
  ),
});
const ListBody = z.object({
  group: z.string().max(40).optional(),
  grid: z.string().max(100).optional(),
  reason: Reason.optional().describe('Needed for a sensitive group; kept with each look'),
  after: z.uuid().optional(),
});
const tags = ['registry'];

/** 人口概况: how many of each group live where. */
export function peopleRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/registry/people',
    {
      schema: {
        tags,
        summary: '能看哪些社区的人口 / Communities whose figures this reader may know',
        response: { 200: z.object({ rows: z.array(Titled) }), ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const rows = countedCommunities(deps, asker).flatMap((id) => {
        const found = deps.directory.findCommunity(id);
        return found === undefined ? [] : [{ id, title: found.title }];
      });
      return rows.length === 0 ? fail(reply, 'not-allowed') : { rows };
    },
  );
  app.get(
    '/api/registry/people/:community',
    {
      schema: {
        tags,
        summary: '人口概况 / How many of each group live where',
        params: CommunityParams,
        response: { 200: PeopleBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      return (await countPeople(deps, asker, request.params.community)) ?? fail(reply, 'not-allowed');
    },
  );
  app.get(
    '/api/registry/people/:community/csv',
    {
      schema: {
        tags,
        summary: '人口概况（表格）/ The same as CSV',
        params: CommunityParams,
        response: { 200: z.string(), ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const counted = await countPeople(deps, asker, request.params.community);
      if (counted === undefined) return fail(reply, 'not-allowed');
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="people.csv"')
        .send(peopleCsv(counted));
    },
  );
  app.post(
    '/api/registry/people/:community/list',
    {
      schema: {
        tags,
        summary: '一个数后面的人 / Who stands behind a figure',
        params: CommunityParams,
        body: ListBody,
        response: { 200: ResidentPage, ...failureResponses },
      },
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const found = await listPeople(deps, reader.value.asker, { ...request.params, ...request.body });
      if (!found.ok)
        return found.error === 'reason' ? fail(reply, 'bad-request', 'reason') : fail(reply, found.error);
      const { rows, last } = found.value;
      return { rows: [...rows], ...(last !== undefined && { next: last.id }) };
    },
  );
}
