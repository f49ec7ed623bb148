import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { personOf } from '../../http/person-of.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { writeStatement } from '../../usecases/discussions/add-statement.ts';
import { openTalks } from '../../usecases/discussions/list-talks.ts';
import {
  appealRemoval,
  judgeAppeal,
  moderateStatement,
} from '../../usecases/discussions/moderate-statement.ts';
import { commentsCsv, votesCsv } from '../../usecases/discussions/talk-export.ts';
import { talkMap } from '../../usecases/discussions/talk-map.ts';
import { viewTalk } from '../../usecases/discussions/view-talk.ts';
import { voteStatement } from '../../usecases/discussions/vote-statement.ts';
import { refuseTalk } from './refuse.ts';
import {
  AddedBody,
  AppealBody,
  DecisionBody,
  JudgementBody,
  MapBody,
  NothingBody,
  StatementParams,
  TalkBody,
  TalkParams,
  TalksBody,
  VoteBody,
  WordsBody,
} from './schema.ts';

const tags = ['discussions'];
const one = '/api/discussions/:community/:id';

export function discussionRoutes(app: Routes, deps: Deps): void {
  readingRoutes(app, deps);
  fileRoutes(app, deps);
  speakingRoutes(app, deps);
  deskRoutes(app, deps);
}

function readingRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/discussions',
    {
      schema: {
        tags,
        summary: '我来议 / What can be discussed now',
        response: { 200: TalksBody, ...failureResponses },
      },
    },
    async (request) => openTalks(deps, await deps.askerOf(request)),
  );
  app.get(
    one,
    {
      schema: {
        tags,
        summary: '一次议事 / One discussion',
        params: TalkParams,
        response: { 200: TalkBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const talk = await viewTalk(deps, await deps.askerOf(request), { community, matter: id });
      return talk ?? fail(reply, 'not-found');
    },
  );
  app.get(
    `${one}/map`,
    {
      schema: {
        tags,
        summary: '观点地图和谁没来 / The opinion map, and who is missing',
        params: TalkParams,
        response: { 200: MapBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const map = await talkMap(deps, await deps.askerOf(request), { community, matter: id });
      return map === undefined ? fail(reply, 'not-found') : asBody<z.infer<typeof MapBody>>(map);
    },
  );
}

function fileRoutes(app: Routes, deps: Deps): void {
  for (const [name, summary, write] of [
    ['votes', '投票，谁都可以重算 / The votes, for anyone to compute the map anew', votesCsv],
    ['comments', '观点 / The statements', commentsCsv],
  ] as const)
    app.get(
      `${one}/${name}.csv`,
      {
        schema: {
          tags,
          summary,
          params: TalkParams,
          response: { 200: z.string().describe('text/csv, in the columns of Polis'), ...failureResponses },
        },
      },
      async (request, reply) => {
        const { community, id } = request.params;
        const file = await write(deps, await deps.askerOf(request), { community, matter: id });
        if (file === undefined) return fail(reply, 'not-found');
        return reply
          .header('content-disposition', `attachment; filename="${name}.csv"`)
          .type('text/csv; charset=utf-8')
          .send(file);
      },
    );
}

function speakingRoutes(app: Routes, deps: Deps): void {
  app.post(
    `${one}/statements`,
    {
      schema: {
        tags,
        summary: '说一条 / Say something for others to agree with or not',
        params: TalkParams,
        body: WordsBody,
        response: { 200: AddedBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await writeStatement(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? done.value : refuseTalk(reply, done.error);
    },
  );
  app.post(
    `${one}/votes`,
    {
      schema: {
        tags,
        summary: '同意、不同意、说不好 / Vote on a statement; the last vote counts',
        params: TalkParams,
        body: VoteBody,
        response: { 204: NothingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id } = request.params;
      const done = await voteStatement(deps, asker, { community, matter: id, ...request.body });
      return done.ok ? reply.code(204).send(null) : refuseTalk(reply, done.error);
    },
  );
}

function deskRoutes(app: Routes, deps: Deps): void {
  app.post(
    `${one}/statements/:n/appeal`,
    {
      schema: {
        tags,
        summary: '申诉 / Ask for a second look at a removal',
        params: StatementParams,
        body: AppealBody,
        response: { 204: NothingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id, n } = request.params;
      const done = await appealRemoval(deps, asker, { community, matter: id, n, ...request.body });
      return done.ok ? reply.code(204).send(null) : refuseTalk(reply, done.error);
    },
  );
  app.post(
    `${one}/statements/:n/decision`,
    {
      schema: {
        tags,
        summary: '展示或者撤下 / Show a statement, or take it out with a reason',
        params: StatementParams,
        body: DecisionBody,
        response: { 204: NothingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id, n } = request.params;
      const done = await moderateStatement(deps, asker, { community, matter: id, n, ...request.body });
      return done.ok ? reply.code(204).send(null) : refuseTalk(reply, done.error);
    },
  );
  app.post(
    `${one}/statements/:n/judgement`,
    {
      schema: {
        tags,
        summary: '复核申诉 / Decide an appeal; never who took it out',
        params: StatementParams,
        body: JudgementBody,
        response: { 204: NothingBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await personOf(deps, request, reply);
      if (asker === undefined) return reply;
      const { community, id, n } = request.params;
      const done = await judgeAppeal(deps, asker, { community, matter: id, n, ...request.body });
      return done.ok ? reply.code(204).send(null) : refuseTalk(reply, done.error);
    },
  );
}
