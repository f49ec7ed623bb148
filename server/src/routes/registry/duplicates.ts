import { likenesses } from '@liren/core/registry/alike.ts';
import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { findDuplicates } from '../../usecases/find-duplicates.ts';
import { mergeResidents, tellApart, undoMerge } from '../../usecases/merge-residents.ts';
import { keepsRegistry } from '../../usecases/registry-area.ts';
import { Reason, Source, Version } from './change-parts.ts';
import { CommunityParams, Taken } from './change-schema.ts';
import { readerOf } from './reader.ts';
import { ResidentLine } from './schema.ts';

const Alike = ResidentLine.extend({ version: Version });
const DuplicatesBody = z.object({
  pairs: z.array(z.object({ one: Alike, other: Alike, why: z.array(z.enum(likenesses)) })),
  merges: z.array(
    z.object({
      id: z.uuid(),
      kept: z.uuid(),
      name: z.string(),
      reason: z.string(),
      by: z.string(),
      at: z.number(),
      undoable: z.boolean().describe('Not where somebody changed the resident since'),
    }),
  ),
});
const MergeBody = z.object({
  keep: z.uuid(),
  gone: z.uuid(),
  keepVersion: Version,
  goneVersion: Version,
  source: Source,
  reason: Reason,
});
const Kept = z.object({ id: z.uuid().describe('Of the merge, or of the resident that was kept') });
const ApartBody = z.object({ one: z.uuid(), other: z.uuid(), reason: Reason });
const UndoBody = z.object({ source: Source, reason: Reason });
const MergeParams = CommunityParams.extend({ merge: z.uuid() });
const base = '/api/registry/duplicates/:community';
const tags = ['registry'];
const config = { rateLimit: { max: 60, timeWindow: 60_000 } };

/** 疑似重复: one person written down twice, made one, and taken back. */
export function duplicateRoutes(app: Routes, deps: Deps): void {
  app.get(
    base,
    {
      schema: {
        tags,
        summary: '疑似重复 / Who may be one person, and merges that can be taken back',
        params: CommunityParams,
        response: { 200: DuplicatesBody, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const { community } = request.params;
      return keepsRegistry(deps.directory, reader.value.asker, community)
        ? findDuplicates(deps, community)
        : fail(reply, 'not-allowed');
    },
  );
  app.post(
    `${base}/merge`,
    {
      schema: {
        tags,
        summary: '合并 / Make two one',
        params: CommunityParams,
        body: MergeBody,
        response: { 200: Kept, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const done = await mergeResidents(deps, reader.value.asker, { ...request.params, ...request.body });
      return done.ok ? { id: done.value } : refuseChange(reply, done.error);
    },
  );
  app.post(
    `${base}/apart`,
    {
      schema: {
        tags,
        summary: '不是同一个人 / They are two',
        params: CommunityParams,
        body: ApartBody,
        response: { 200: Taken, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const done = await tellApart(deps, reader.value.asker, { ...request.params, ...request.body });
      return done.ok ? { taken: true as const } : refuseChange(reply, done.error);
    },
  );
  app.post(
    `${base}/merges/:merge/undo`,
    {
      schema: {
        tags,
        summary: '撤销合并 / Take a merge back',
        params: MergeParams,
        body: UndoBody,
        response: { 200: Kept, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const done = await undoMerge(deps, reader.value.asker, { ...request.params, ...request.body });
      return done.ok ? { id: done.value } : refuseChange(reply, done.error);
    },
  );
}
