import type { Refusal } from '@liren/core/engine/refusal.ts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuse } from '../../http/failures.ts';
import { asBody, type Routes, readCursor, writeCursor } from '../../http/routes.ts';
import { listMatters } from '../../store/list-matters.ts';
import { actOnMatter } from '../../usecases/act-on-matter.ts';
import type { Asker } from '../../usecases/actor.ts';
import { linesOf } from '../../usecases/lines.ts';
import { recordLook } from '../../usecases/record-look.ts';
import { revealValue } from '../../usecases/reveal-value.ts';
import { scopeOf } from '../../usecases/scope.ts';
import { findSeen } from '../../usecases/seen.ts';
import { takeIn } from '../../usecases/take-in.ts';
import { viewMatter } from '../../usecases/view-matter.ts';
import {
  CommandBody,
  CommandedBody,
  MatterBody,
  MatterFilter,
  MatterPage,
  MatterParams,
  OpenBody,
  OpenedBody,
  RevealBody,
  RevealedBody,
} from './schema.ts';
import { soughtBy } from './sought.ts';

const tags = ['matters'];

export function matterRoutes(app: Routes, deps: Deps): void {
  app.post(
    '/api/matters',
    {
      schema: {
        tags,
        summary: '反映一件事 / Open a matter',
        body: OpenBody,
        response: { 201: OpenedBody, ...failureResponses },
      },
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      const opened = await takeIn(deps, asker, request.body);
      if (!opened.ok)
        return opened.error === 'not-allowed'
          ? fail(reply, 'not-allowed')
          : refuseOpening(reply, asker, opened.error);
      return reply.code(201).send(opened.value);
    },
  );

  app.get(
    '/api/matters',
    {
      schema: {
        tags,
        summary: '事项列表 / List matters',
        querystring: MatterFilter,
        response: { 200: MatterPage, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      if (asker.posts.length === 0) return fail(reply, 'not-allowed');
      const { q, cursor, limit, overdue, ...filter } = request.query;
      const sought = soughtBy(deps, q);
      const rows = await listMatters(
        deps.db,
        scopeOf(deps.directory, asker),
        { ...filter, ...sought, ...(overdue === true && { overdueAt: deps.shell.now() }) },
        limit,
        readCursor(cursor),
      );
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return {
        rows: await linesOf(deps, rows, ['public', 'parties', 'handlers']),
        ...(last !== undefined && { next: writeCursor(last.opened_at, last.id) }),
      };
    },
  );

  app.get(
    '/api/matters/:community/:id',
    {
      schema: {
        tags,
        summary: '事项详情 / One matter',
        params: MatterParams,
        response: { 200: MatterBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      const { community, id } = request.params;
      const seen = await findSeen(deps, asker, community, id);
      if (seen === undefined) return fail(reply, 'not-found');
      await recordLook(deps.shell, asker, seen, 'matter', '');
      return reply.send(asBody<z.infer<typeof MatterBody>>(await viewMatter(deps, asker, seen)));
    },
  );

  app.post(
    '/api/matters/:community/:id/commands',
    {
      schema: {
        tags,
        summary: '办理操作 / Act on a matter',
        params: MatterParams,
        body: CommandBody,
        response: { 200: CommandedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const { commandId, type, visit, input } = request.body;
      const command = { type, input, ...(visit !== undefined && { visit }) };
      const done = await actOnMatter(deps.shell, await deps.askerOf(request), {
        commandId,
        community,
        matter: id,
        command,
      });
      if (done.ok) return { version: done.value.version, repeated: done.value.repeated };
      return done.error.kind === 'not-found' ? fail(reply, 'not-found') : refuse(reply, done.error.refusal);
    },
  );

  app.post(
    '/api/matters/:community/:id/reveal',
    {
      schema: {
        tags,
        summary: '查看联系方式（要写理由，会留痕）',
        params: MatterParams,
        body: RevealBody,
        response: { 200: RevealedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const value = await revealValue(deps, await deps.askerOf(request), { community, id, ...request.body });
      return value.ok ? reply.send(asBody({ value: value.value })) : fail(reply, value.error);
    },
  );
}

/** A guest may not open what residents may: signing in is what they can do about it. */
const refuseOpening = (reply: FastifyReply, asker: Asker, refusal: Refusal): FastifyReply =>
  asker.kind === 'guest' && refusal.code === 'cannot-open'
    ? fail(reply, 'sign-in-needed')
    : refuse(reply, refusal);
