import { civilDate } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { isCivilDate } from '@liren/core/calendar/calendar.ts';
import type { GridDraft } from '@liren/core/grids/draft.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { type FailureCode, fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import type { Asker } from '../../usecases/actor.ts';
import {
  decideChange,
  type GridFault,
  managedCommunity,
  previewChange,
  proposeSplit,
  withdrawChange,
} from '../../usecases/change-grids.ts';
import { viewGrids } from '../../usecases/view-grids.ts';
import {
  ChangeParams,
  DecideBody,
  DecidedBody,
  GridsBody,
  GridsParams,
  PreviewBody,
  PreviewWish,
  ProposalBody,
  ProposeBody,
  WithdrawnBody,
} from './schema.ts';

const tags = ['grids'];

const words: Readonly<Record<GridFault['code'], (about: string) => string>> = {
  'changes-nothing': () => '这样调整之后什么都没有变。请先选要动的楼栋或网格。',
  'no-such-grid': () => '有一个网格已经不在了，或者正要撤销。请刷新页面再试。',
  'holds-no-homes': () => '总网格只管网格，不直接管住户。请选微网格。',
  'no-such-building': (about) => `底数里没有 ${about} 这栋楼。请刷新页面再试。`,
  'told-twice': (about) => `${about} 同时写了两个去处，请只留一个。`,
  'title-taken': (about) => `已经有叫“${about}”的网格了，请换一个名字。`,
  'without-homes': (about) => `“${about}”里没有住户。只有专属网格可以没有住户。`,
  'too-few-buildings': (about) => `这里的楼栋单元不够分，最多分成 ${about} 个网格。`,
  'day-impossible': () => '生效日期要在今天之后、一年之内。',
  'decided-already': (about) => `这几个网格已经有一次调整要从 ${about} 起生效。要改，先撤回那一次。`,
  'no-such-worker': () => '选的人不在这个社区的岗位上。请先给岗位，再来安排网格。',
  'took-effect': () => '这次调整已经生效或者已经撤回，不能再撤回。',
};
const clashes: ReadonlySet<GridFault['code']> = new Set(['decided-already', 'took-effect']);

function refuseGrid(reply: FastifyReply, fault: GridFault): FastifyReply {
  const about = 'about' in fault ? fault.about : '';
  const status = clashes.has(fault.code) ? 409 : 400;
  return reply.code(status).send({ error: { code: fault.code, message: words[fault.code](about) } });
}

type Person = Extract<Asker, { kind: 'person' }>;
interface Manager {
  readonly asker: Person;
  readonly managed: NonNullable<ReturnType<typeof managedCommunity>>;
}
async function managerOf(
  deps: Deps,
  request: FastifyRequest,
  community: string,
): Promise<Result<Manager, FailureCode>> {
  const asker = await deps.askerOf(request);
  if (asker.kind !== 'person') return err('sign-in-needed');
  const managed = managedCommunity(deps, asker, community);
  return managed === undefined ? err('not-allowed') : ok({ asker, managed });
}

/** 网格: who shares a community's ground, and how it is shared anew. */
export function gridsRoutes(app: Routes, deps: Deps): void {
  readingRoutes(app, deps);
  decidingRoutes(app, deps);
}

function readingRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/grids/:community',
    {
      schema: {
        tags,
        summary: '一个社区的网格 / A community’s grids: homes, work, who, changes',
        params: GridsParams,
        response: { 200: GridsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const manager = await managerOf(deps, request, request.params.community);
      if (!manager.ok) return fail(reply, manager.error);
      const body = await viewGrids(deps, manager.value.managed.community);
      return reply.send(asBody<z.infer<typeof GridsBody>>(body));
    },
  );
  app.post(
    '/api/grids/:community/propose',
    {
      schema: {
        tags,
        summary: '试着分 / How some grids may be shared among so many',
        params: GridsParams,
        body: ProposeBody,
        response: { 200: ProposalBody, ...failureResponses },
      },
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const manager = await managerOf(deps, request, request.params.community);
      if (!manager.ok) return fail(reply, manager.error);
      const proposal = await proposeSplit(deps, manager.value.managed.community, request.body);
      if (!proposal.ok) return refuseGrid(reply, proposal.error);
      return reply.send(asBody<z.infer<typeof ProposalBody>>(proposal.value));
    },
  );
  app.post(
    '/api/grids/:community/preview',
    {
      schema: {
        tags,
        summary: '先看结果 / What each grid would hold, before anything is decided',
        params: GridsParams,
        body: PreviewWish,
        response: { 200: PreviewBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const manager = await managerOf(deps, request, request.params.community);
      if (!manager.ok) return fail(reply, manager.error);
      const { community } = manager.value.managed;
      const preview = await previewChange(deps, community, request.body.draft as GridDraft);
      if (!preview.ok) return refuseGrid(reply, preview.error);
      return reply.send(asBody<z.infer<typeof PreviewBody>>(preview.value));
    },
  );
}

function decidingRoutes(app: Routes, deps: Deps): void {
  app.post(
    '/api/grids/:community/changes',
    {
      schema: {
        tags,
        summary: '决定调整 / Decide a change, from a day on',
        params: GridsParams,
        body: DecideBody,
        response: { 200: DecidedBody, ...failureResponses },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const manager = await managerOf(deps, request, request.params.community);
      if (!manager.ok) return fail(reply, manager.error);
      const { from, reason, seats } = request.body;
      if (!isCivilDate(from)) return fail(reply, 'bad-request', 'from');
      const { asker, managed } = manager.value;
      const draft = request.body.draft as GridDraft;
      const decided = await decideChange(deps, asker, managed, {
        draft,
        seats,
        reason,
        from: civilDate(from),
      });
      return decided.ok ? decided.value : refuseGrid(reply, decided.error);
    },
  );
  app.post(
    '/api/grids/:community/changes/:id/withdraw',
    {
      schema: {
        tags,
        summary: '撤回 / Take back a change that has not taken effect',
        params: ChangeParams,
        response: { 200: WithdrawnBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const manager = await managerOf(deps, request, request.params.community);
      if (!manager.ok) return fail(reply, manager.error);
      const { asker, managed } = manager.value;
      const gone = await withdrawChange(deps, asker, managed.community, request.params.id);
      return gone.ok ? {} : refuseGrid(reply, gone.error);
    },
  );
}
