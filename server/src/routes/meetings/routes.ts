import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { personOf } from '../../http/person-of.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Key } from '../../http/schemas.ts';
import { checkInFor, checkInSelf, undoCheckIn } from '../../usecases/meetings/check-in.ts';
import { conveneSeveral } from '../../usecases/meetings/convene-several.ts';
import { hallPath, mayOpenHall, viewHall } from '../../usecases/meetings/view-hall.ts';
import { waitingToMeet } from '../../usecases/meetings/waiting.ts';
import { findSeenPoll } from '../../usecases/polls/find-poll.ts';
import { MatterParams } from '../matters/schema.ts';
import { refuseCheckIn, refuseConvening } from './refuse.ts';
import {
  ArrivalBody,
  ArrivedBody,
  CheckedInBody,
  CheckInBody,
  ConveneBody,
  ConvenedBody,
  HallBody,
  HallParams,
  MeetingBody,
  UndoBody,
  WaitingBody,
} from './schema.ts';

const tags = ['meetings'];
const one = '/api/meetings/:community/:id';

export function meetingRoutes(app: Routes, deps: Deps): void {
  hallRoute(app, deps);
  conveneRoutes(app, deps);
  checkInRoutes(app, deps);
}

function hallRoute(app: Routes, deps: Deps): void {
  app.get(
    '/api/halls/:community/:id/:mark',
    {
      schema: {
        tags,
        summary: '会场大屏：凭链接看，不用登录 / The wall of the hall, by its link',
        params: HallParams,
        response: { 200: HallBody, ...failureResponses },
      },
      // One wall asks at every arrival.
      config: { rateLimit: { max: 600, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { community, id, mark } = request.params;
      reply.header('referrer-policy', 'no-referrer');
      if (!mayOpenHall(deps.shell, community, id, mark)) return fail(reply, 'not-found');
      const hall = await viewHall(deps, community, id);
      return hall === undefined
        ? fail(reply, 'not-found')
        : reply.send(asBody<z.infer<typeof HallBody>>(hall));
    },
  );
}

function conveneRoutes(app: Routes, deps: Deps): void {
  app.get(
    one,
    {
      schema: {
        tags,
        summary: '一次会议，给组织会议的人 / A meeting, for whoever runs it',
        params: MatterParams,
        response: { 200: MeetingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const found = await findSeenPoll(deps, asker, { community, matter: id });
      if (found === undefined) return fail(reply, 'not-found');
      if (!found.keeper) return fail(reply, 'not-allowed');
      const hall = await viewHall(deps, community, id);
      if (hall === undefined) return fail(reply, 'not-found');
      return reply.send(
        asBody<z.infer<typeof MeetingBody>>({ ...hall, hall: hallPath(deps.shell, community, id) }),
      );
    },
  );
  app.get(
    '/api/meetings/:community',
    {
      schema: {
        tags,
        summary: '等着召集会议的事 / Matters that wait to be convened by the asker',
        params: z.object({ community: Key }),
        response: { 200: WaitingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      return { rows: await waitingToMeet(deps, asker, request.params.community) };
    },
  );
  app.post(
    '/api/meetings/:community',
    {
      schema: {
        tags,
        summary: '一次会议，几个议题 / Convene several matters together',
        params: z.object({ community: Key }),
        body: ConveneBody,
        response: { 200: ConvenedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const done = await conveneSeveral(deps, asker, {
        community: request.params.community,
        ...request.body,
      });
      return done.ok ? done.value : refuseConvening(reply, done.error);
    },
  );
}

function checkInRoutes(app: Routes, deps: Deps): void {
  app.post(
    `${one}/check-in`,
    {
      schema: {
        tags,
        summary: '手机签到 / Check in by the code on the wall',
        params: MatterParams,
        body: CheckInBody,
        response: { 200: CheckedInBody, ...failureResponses },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await checkInSelf(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? done.value : refuseCheckIn(reply, done.error);
    },
  );
  app.post(
    `${one}/arrivals`,
    {
      schema: {
        tags,
        summary: '窗口签到、纸质签到表补录 / Check somebody in at the desk, or from a paper list',
        params: MatterParams,
        body: ArrivalBody,
        response: { 200: ArrivedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await checkInFor(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? done.value : refuseCheckIn(reply, done.error);
    },
  );
  app.post(
    `${one}/arrivals/undo`,
    {
      schema: {
        tags,
        summary: '撤销签到，写明原因 / Take a check-in back, with the reason',
        params: MatterParams,
        body: UndoBody,
        response: { 204: z.null().describe('Taken back'), ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await undoCheckIn(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? reply.code(204).send(null) : refuseCheckIn(reply, done.error);
    },
  );
}
