import { addDays, civilDateOf, instantOf } from '@liren/core/calendar/calendar.ts';
import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes, readCursor, writeCursor } from '../../http/routes.ts';
import { Id, Key } from '../../http/schemas.ts';
import { countInbox, noLimitAt, readInbox, readNarrowedInbox } from '../../store/inbox.ts';
import { readMessages } from '../../store/messages.ts';
import { audiencesFor } from '../../usecases/audiences.ts';
import { linesOf } from '../../usecases/lines.ts';
import { InboxBody, MessageLine } from '../contract.ts';
import { soughtBy } from '../matters/sought.ts';

const tags = ['inbox'];

export function inboxRoutes(app: Routes, deps: Deps): void {
  const Query = z.object({
    tab: z.enum(['all', 'late', 'today']).default('all'),
    q: z.string().max(100).optional(),
    procedure: Key.optional(),
    class: z.string().max(40).optional(),
    step: Key.optional(),
    cursor: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  });
  app.get(
    '/api/inbox',
    {
      schema: {
        tags,
        summary: '待办，按到期先后 / What waits for me',
        querystring: Query,
        response: { 200: InboxBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const audiences = await audiencesFor(deps.shell, asker);
      const now = deps.shell.now();
      const tonight = instantOf(addDays(civilDateOf(now), 1), 0);
      const until = { all: undefined, late: now, today: tonight }[request.query.tab];
      const { limit, cursor, tab: _, q, ...chosen } = request.query;
      const after = readCursor(cursor);
      const page = { limit, ...(until !== undefined && { until }), ...(after !== undefined && { after }) };
      const filter = { ...chosen, ...soughtBy(deps, q) };
      const isNarrowed = Object.values(filter).some((value) => value !== undefined);
      const [rows, counts] = await Promise.all([
        isNarrowed
          ? readNarrowedInbox(deps.db, audiences, filter, page)
          : readInbox(deps.db, audiences, page),
        countInbox(deps.db, audiences, { now, tonight }),
      ]);
      const lines = await linesOf(deps, rows, ['public', 'parties', 'handlers']);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        rows: lines.map((line, i) => {
          const row = rows[i];
          const due = row === undefined || row.task_due_at >= noLimitAt ? undefined : row.task_due_at;
          return {
            ...line,
            since: row?.since ?? line.openedAt,
            ...(due !== undefined && { taskDueAt: due }),
          };
        }),
        ...(last !== undefined && { next: writeCursor(last.task_due_at, last.id) }),
        counts,
      };
    },
  );

  const Page = z.object({ rows: z.array(MessageLine), next: z.string().optional() });
  app.get(
    '/api/messages',
    {
      schema: {
        tags,
        summary: '消息 / What happened',
        querystring: z.object({ cursor: z.string().max(200).optional() }),
        response: { 200: Page, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const rows = await readMessages(
        deps.shell.pool,
        await audiencesFor(deps.shell, asker),
        50,
        readCursor(request.query.cursor),
      );
      const lines = await linesOf(
        deps,
        rows.map((row) => row.matter),
        ['public', 'parties'],
      );
      const last = rows.length === 50 ? rows.at(-1) : undefined;
      return reply.send(
        asBody<z.infer<typeof Page>>({
          rows: rows.map((row, i) => ({
            id: row.id,
            community: row.community_id,
            matter: row.matter_id,
            number: lines[i]?.number ?? '',
            title: lines[i]?.title ?? '',
            written: lines[i]?.written ?? true,
            key: row.key,
            params: { ...row.params },
            at: row.at,
            read: row.read_at !== null,
          })),
          ...(last !== undefined && { next: writeCursor(last.at, last.id) }),
        }),
      );
    },
  );
  app.post(
    '/api/messages/read',
    {
      schema: {
        tags,
        summary: '标记已读',
        body: z.object({ ids: z.array(Id).max(200) }),
        response: { 200: z.object({ read: z.number().int() }), ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const audiences = await audiencesFor(deps.shell, asker);
      const result = await deps.shell.pool.query(
        'UPDATE message SET read_at = $1 WHERE id = ANY($2::uuid[]) AND audience = ANY($3) AND read_at IS NULL',
        [deps.shell.now(), request.body.ids, audiences],
      );
      return { read: result.rowCount ?? 0 };
    },
  );
}
