import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes, readCursor, writeCursor } from '../../http/routes.ts';
import { Id, Instant, JsonValue, Title } from '../../http/schemas.ts';
import { listOwnMatters, readLooks } from '../../store/own-matters.ts';
import { eraseMe } from '../../usecases/erase-me.ts';
import { exportMe } from '../../usecases/export-me.ts';
import { linesOf } from '../../usecases/lines.ts';
import { readOwnLooks } from '../../usecases/own-registry.ts';
import { MatterPage } from '../matters/schema.ts';
import { ownRegistryRoutes } from './own-registry.ts';

const tags = ['mine'];
const pageSize = 50;

/** A person's own matters and own data: see, take along, erase, and see who looked (PIPL 45–50). */
export function mineRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/mine',
    {
      schema: {
        tags,
        summary: '我的事项 / My matters',
        querystring: z.object({ cursor: z.string().max(200).optional() }),
        response: { 200: MatterPage, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const rows = await listOwnMatters(deps.db, asker.person, pageSize, readCursor(request.query.cursor));
      const own = rows.filter((row) => row.role === 'opener');
      const joined = rows.filter((row) => row.role !== 'opener');
      const lines = [
        ...(await linesOf(deps, own, ['public', 'parties'])),
        ...(await linesOf(deps, joined, ['public'])),
      ].sort((a, b) => b.openedAt - a.openedAt);
      const last = rows.length === pageSize ? rows.at(-1) : undefined;
      return { rows: lines, ...(last !== undefined && { next: writeCursor(last.opened_at, last.id) }) };
    },
  );

  const Looks = z.object({
    rows: z.array(
      z.object({
        at: Instant,
        post: Title,
        organ: Title,
        what: z.string(),
        reason: z.string(),
        matter: z.object({ community: z.string(), id: Id, number: z.string() }).optional(),
        registry: Title.optional().describe('Community whose registry it was about'),
      }),
    ),
  });
  app.get(
    '/api/looks',
    {
      schema: {
        tags,
        summary: '谁看过我的信息 / Who looked at my data',
        response: { 200: Looks, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const rows = await readLooks(deps.shell.pool, deps.shell.sealer, asker.person);
      const own = await readOwnLooks(deps, asker);
      const looks = rows.map((row) => ({
        at: row.at,
        post: deps.directory.findCommunity(row.community_id)?.charter.posts[row.post]?.title ?? row.post,
        organ: deps.directory.findOrgan(row.organ_id)?.title ?? '',
        what: row.what,
        reason: row.reason,
        matter: { community: row.community_id, id: row.matter_id, number: row.number },
      }));
      return { rows: [...looks, ...own].toSorted((a, b) => b.at - a.at) };
    },
  );

  app.get(
    '/api/my-data',
    {
      schema: {
        tags,
        summary: '导出我的信息 / Export my data',
        response: { 200: JsonValue, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      reply.header('content-disposition', 'attachment; filename="my-data.json"');
      return reply.send(asBody(await exportMe(deps, asker)));
    },
  );
  app.post(
    '/api/my-data/erase',
    {
      schema: {
        tags,
        summary: '删除我的信息 / Erase my data',
        body: z.object({ confirm: z.literal('删除') }),
        response: { 200: z.object({ erased: z.number().int() }), ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const erased = await eraseMe(deps, asker);
      return erased.ok ? { erased: erased.value } : fail(reply, erased.error);
    },
  );
  ownRegistryRoutes(app, deps);
}
