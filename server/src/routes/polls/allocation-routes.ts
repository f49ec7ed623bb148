import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { explainReceipt, pabulibOf, viewAllocation } from '../../usecases/polls/allocation.ts';
import { AllocationBody, CodeQuery, ExplainedBody, PollParams } from './schema.ts';

const tags = ['polls'];
const one = '/api/polls/:community/:id';

/** What people choose from under a budget, what came of it, and how anybody may check it. */
export function allocationRoutes(app: Routes, deps: Deps): void {
  app.get(
    `${one}/allocation`,
    {
      schema: {
        tags,
        summary: '选项目：预算、项目、结果和原因 / Projects under a budget, the result and its reasons',
        params: PollParams,
        response: { 200: AllocationBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const body = await viewAllocation(deps, await deps.askerOf(request), { community, matter: id });
      return body === undefined ? fail(reply, 'not-found') : (body as never);
    },
  );
  app.get(
    `${one}/ballots.pb`,
    {
      schema: {
        tags,
        summary:
          '选票文件（Pabulib），谁都可以重算 / The ballots as a Pabulib file, for anyone to count again',
        params: PollParams,
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const text = await pabulibOf(deps, await deps.askerOf(request), { community, matter: id });
      if (text === undefined) return fail(reply, 'not-found');
      return reply
        .header('content-disposition', `attachment; filename="ballots-${id.slice(0, 8)}.pb"`)
        .type('text/plain; charset=utf-8')
        .send(text);
    },
  );
  app.get(
    `${one}/explain`,
    {
      schema: {
        tags,
        summary: '我的票起了什么作用 / What the ballot of a receipt did',
        params: PollParams,
        querystring: CodeQuery,
        response: { 200: ExplainedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const { code } = request.query;
      const key = { community, matter: id, code };
      const body = await explainReceipt(deps, await deps.askerOf(request), key);
      return body ?? fail(reply, 'not-found');
    },
  );
}
