import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { personOf } from '../../http/person-of.ts';
import type { Routes } from '../../http/routes.ts';
import { Id, Key, Title } from '../../http/schemas.ts';
import { electedWaiting, type SeatFailure, seatLater } from '../../usecases/offices/elected-waiting.ts';

const tags = ['offices'];
const Day = z.string().describe('2026-12-05');
const WaitingBody = z.object({
  rows: z.array(
    z.object({
      community: z.string(),
      communityTitle: Title,
      matter: Id,
      candidate: z.string(),
      name: z.string(),
      post: Title,
      organ: Title,
      from: Day,
      until: Day.describe('The last day of the term'),
      lacks: z
        .enum(['number', 'account'])
        .describe('No telephone was left; or the account of the telephone is none of the staff'),
      mine: z.boolean().describe('The asker runs the hand-over: may bring the number'),
    }),
  ),
});
const ElectedParams = z.object({ community: Key, matter: Id, candidate: Key });
const PhoneBody = z.object({ phone: z.string().min(5).max(20) });

const refusals: Readonly<
  Record<Exclude<SeatFailure, 'not-found'>, readonly [status: number, message: string]>
> = {
  'not-yours': [403, '上岗由主持移交的选举委员会办理，你的岗位不能填。'],
  'bad-phone': [400, '手机号不对，请再看一遍。'],
  'already-seated': [409, '这个人已经上岗了，请刷新后再看。'],
  'term-over': [409, '这一届任期已经满了，不能再上岗。'],
};

export function officeRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/elected',
    {
      schema: {
        tags,
        summary: '选出来还没有上岗的人 / Who was elected and is not at work yet',
        response: { 200: WaitingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      return asker === undefined ? reply : electedWaiting(deps, asker);
    },
  );
  app.post(
    '/api/elected/:community/:matter/:candidate',
    {
      schema: {
        tags,
        summary: '补上手机号，按这个号上岗 / Bring the number by which somebody elected holds office',
        params: ElectedParams,
        body: PhoneBody,
        response: { 204: z.null().describe('In office'), ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const done = await seatLater(deps, asker, { ...request.params, ...request.body });
      if (done.ok) return reply.code(204).send(null);
      if (done.error === 'not-found') return fail(reply, 'not-found');
      const [status, message] = refusals[done.error];
      return reply.code(status).send({ error: { code: done.error, message } });
    },
  );
}
