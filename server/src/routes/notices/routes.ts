import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes, readCursor, writeCursor } from '../../http/routes.ts';
import { Id, Key } from '../../http/schemas.ts';
import { listNotices, viewNotice } from '../../usecases/notices.ts';
import { NoticeBody, NoticeLine } from '../contract.ts';

const tags = ['public'];
const pageSize = 30;

export function noticeRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/notices',
    {
      schema: {
        tags,
        summary: '公示 / Notices',
        querystring: z.object({ cursor: z.string().max(200).optional() }),
        response: {
          200: z.object({ rows: z.array(NoticeLine), next: z.string().optional() }),
          ...failureResponses,
        },
      },
    },
    async (request) => {
      const rows = await listNotices(deps, pageSize, readCursor(request.query.cursor));
      const last = rows.length === pageSize ? rows.at(-1) : undefined;
      return { rows, ...(last !== undefined && { next: writeCursor(last.publishedAt, last.matter) }) };
    },
  );
  app.get(
    '/api/notices/:community/:matter/:seq',
    {
      schema: {
        tags,
        summary: '一则公示 / One notice',
        params: z.object({
          community: Key,
          matter: Id,
          seq: z.coerce.number().int().min(1).max(2_147_483_647),
        }),
        response: { 200: NoticeBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, matter, seq } = request.params;
      const notice = await viewNotice(deps, await deps.askerOf(request), community, matter, seq);
      return notice === undefined
        ? fail(reply, 'not-found')
        : reply.send(asBody<z.infer<typeof NoticeBody>>(notice));
    },
  );
}
