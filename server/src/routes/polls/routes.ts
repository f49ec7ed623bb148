import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { personOf } from '../../http/person-of.ts';
import type { Routes } from '../../http/routes.ts';
import { keepAuthority, takeAuthorityBack } from '../../usecases/polls/authorities.ts';
import { castBallot } from '../../usecases/polls/cast-ballot.ts';
import { countedList, keepDelivery, keptRoll, readPaper } from '../../usecases/polls/keep-desk.ts';
import { ownPolls } from '../../usecases/polls/own-polls.ts';
import { takeBack } from '../../usecases/polls/take-back.ts';
import { viewPolls } from '../../usecases/polls/view-polls.ts';
import { allocationRoutes } from './allocation-routes.ts';
import { refusePoll } from './refuse.ts';
import {
  AuthorityBody,
  CastBody,
  CastDoneBody,
  CountedBody,
  EntryBody,
  NothingBody,
  OwnPollsBody,
  PaperBody,
  PaperDoneBody,
  PollParams,
  PollsBody,
  RollBody,
  RollQuery,
  StayQuery,
} from './schema.ts';

const tags = ['polls'];
const one = '/api/polls/:community/:id';

export function pollRoutes(app: Routes, deps: Deps): void {
  readingRoutes(app, deps);
  allocationRoutes(app, deps);
  castingRoutes(app, deps);
  deskRoutes(app, deps);
}

function readingRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/mine/polls',
    {
      schema: {
        tags,
        summary: '我要投票 / Votes that are mine and open',
        response: { 200: OwnPollsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      return asker === undefined ? reply : ownPolls(deps, asker);
    },
  );
  app.get(
    one,
    {
      schema: {
        tags,
        summary: '一件事的表决和会议 / The votes and meetings of a matter',
        params: PollParams,
        response: { 200: PollsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const polls = await viewPolls(deps, await deps.askerOf(request), community, id);
      return polls ?? fail(reply, 'not-found');
    },
  );
  app.get(
    `${one}/ballots`,
    {
      schema: {
        tags,
        summary: '计出的票，谁都可以重算 / The counted ballots, for anyone to count again',
        params: PollParams,
        querystring: StayQuery,
        response: { 200: CountedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const { step, n } = request.query;
      const at = step === undefined ? undefined : { step, n };
      const list = await countedList(deps, await deps.askerOf(request), { community, matter: id, at });
      return list ?? fail(reply, 'not-found');
    },
  );
}

function castingRoutes(app: Routes, deps: Deps): void {
  app.post(
    `${one}/ballots`,
    {
      schema: {
        tags,
        summary: '投票 / Cast a ballot',
        params: PollParams,
        body: CastBody,
        response: { 200: CastDoneBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await castBallot(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? done.value : refusePoll(reply, done.error);
    },
  );
  app.post(
    `${one}/revocations`,
    {
      schema: {
        tags,
        summary: '反悔：撤回窗口代投的票 / Take an assisted vote back',
        params: PollParams,
        body: EntryBody,
        response: { 204: NothingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await takeBack(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? reply.code(204).send(null) : refusePoll(reply, done.error);
    },
  );
}

function deskRoutes(app: Routes, deps: Deps): void {
  app.get(
    `${one}/roll`,
    {
      schema: {
        tags,
        summary: '名册：谁在上面、谁投过了 / The roll, for who runs the vote',
        params: PollParams,
        querystring: RollQuery,
        response: { 200: RollBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const rows = await keptRoll(deps, asker, { community, matter: id, ...request.query });
      return rows.ok ? { rows: [...rows.value] } : refusePoll(reply, rows.error);
    },
  );
  app.post(
    `${one}/papers`,
    {
      schema: {
        tags,
        summary: '录入纸质票 / One reading of a paper ballot',
        params: PollParams,
        body: PaperBody,
        response: { 200: PaperDoneBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await readPaper(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? done.value : refusePoll(reply, done.error);
    },
  );
  for (const [path, summary, body, keep] of [
    ['authorities', '登记委托书 / Keep a written authority', AuthorityBody, keepAuthority],
    ['authorities/undo', '撤回委托 / Take a written authority back', EntryBody, takeAuthorityBack],
    ['deliveries', '登记送达 / The papers reached a line of the roll', EntryBody, keepDelivery],
  ] as const)
    app.post(
      `${one}/${path}`,
      {
        schema: {
          tags,
          summary,
          params: PollParams,
          body,
          response: { 204: NothingBody, ...failureResponses },
        },
      },
      async (request, reply) => {
        const asker = await personOf(deps, request, reply);
        if (asker === undefined) return reply;
        const { community, id } = request.params;
        const done = await keep(deps, asker, {
          community,
          matter: id,
          ...(request.body as never as object),
        } as never);
        return done.ok ? reply.code(204).send(null) : refusePoll(reply, done.error);
      },
    );
}
