import { civilDate } from '@liren/core/basics/ids.ts';
import { isCivilDate } from '@liren/core/calendar/calendar.ts';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import type { Asker } from '../../usecases/actor.ts';
import { answerReason, giveReason, withdrawReason } from '../../usecases/duty-reasons.ts';
import { fieldworkSeats } from '../../usecases/fieldwork-seats.ts';
import { ownReasons, recordedOf } from '../../usecases/own-fieldwork.ts';
import { DoneBody } from '../grid/schema.ts';
import { Answer, NewReason, OwnReasons, ReasonParams, Recorded } from './reason-schema.ts';

const tags = ['fieldwork'];
const config = { rateLimit: { max: 60, timeWindow: 60_000 } };
const done = { done: true as const };

/** 说明: why a duty was not met, by the worker; whether it holds, by whoever answers. And what is recorded of a worker. */
export function reasonRoutes(app: Routes, deps: Deps): void {
  ownRoutes(app, deps);
  const response = { 200: DoneBody, ...failureResponses };
  app.post(
    '/api/fieldwork/reasons/:community/:id/withdraw',
    { schema: { tags, summary: '撤回说明 / Take a reason back', params: ReasonParams, response }, config },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      return (await withdrawReason(deps, asker, request.params)) ? done : fail(reply, 'not-found');
    },
  );
  app.post(
    '/api/fieldwork/reasons/:community/:id/answer',
    {
      schema: {
        tags,
        summary: '看说明 / Say whether a reason holds',
        params: ReasonParams,
        body: Answer,
        response,
      },
      config,
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const answered = await answerReason(deps, asker, request.params, request.body);
      return answered.ok ? done : refuseChange(reply, answered.error);
    },
  );
}

type Person = Extract<Asker, { kind: 'person' }>;
const isWorker = (deps: Deps, asker: Asker): asker is Person => fieldworkSeats(deps, asker).length > 0;
const turnAway = (reply: FastifyReply, asker: Asker) =>
  fail(reply, asker.kind === 'person' ? 'not-allowed' : 'sign-in-needed');

function ownRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/fieldwork/reasons',
    {
      schema: {
        tags,
        summary: '我的履职和说明 / My duties and the reasons I gave',
        response: { 200: OwnReasons, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (!isWorker(deps, asker)) return turnAway(reply, asker);
      return reply.send(asBody<z.infer<typeof OwnReasons>>({ seats: await ownReasons(deps, asker) }));
    },
  );
  app.post(
    '/api/fieldwork/reasons',
    {
      schema: {
        tags,
        summary: '说明为什么 / Give a reason for some days',
        body: NewReason,
        response: { 200: DoneBody, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (!isWorker(deps, asker)) return turnAway(reply, asker);
      const { from, until, ...wish } = request.body;
      if (!isCivilDate(from) || !isCivilDate(until)) return fail(reply, 'bad-request', 'days');
      const days = { from: civilDate(from), until: civilDate(until) };
      const given = await giveReason(deps, asker, { ...wish, ...days });
      return given.ok ? done : refuseChange(reply, given.error);
    },
  );
  app.get(
    '/api/fieldwork/recorded',
    {
      schema: {
        tags,
        summary: '记下了我什么 / What is recorded of my rounds',
        response: { 200: Recorded, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      return isWorker(deps, asker) ? recordedOf(deps, asker) : turnAway(reply, asker);
    },
  );
}
