import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { importOwners } from '../../usecases/import-owners.ts';
import { keepsRegistry } from '../../usecases/registry-area.ts';
import { ownerColumns } from '../../usecases/table-columns.ts';
import { ownershipOf, ownersOfHome } from '../../usecases/view-owners.ts';
import { columnsRoute } from '../imports/columns.ts';
import { ImportBody } from '../imports/schema.ts';
import { acceptForms, bodyOf, formBodyLimit, refuseFile } from '../imports/sent.ts';
import { BuildingChangeParams, DoorsQuery, OwnersBody, OwnershipBody } from './building-schema.ts';
import { CommunityParams } from './change-schema.ts';
import { readerOf, sentByKeeper } from './reader.ts';

const tags = ['registry'];
const imports = '/api/registry/owners/imports';

/** 业主: who owns which part of a home, for those who keep the registry of the whole community. */
export function ownerRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/registry/buildings/:community/ownership',
    {
      schema: {
        tags,
        summary: '一栋楼的面积和业主人数 / The area of a building, and how many heads own it',
        params: CommunityParams,
        querystring: DoorsQuery,
        response: { 200: OwnershipBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community } = request.params;
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      if (!keepsRegistry(deps.directory, reader.value.asker, community)) return fail(reply, 'not-allowed');
      return ownershipOf(deps, community, request.query);
    },
  );
  app.get(
    '/api/registry/homes/:community/:id/owners',
    {
      schema: {
        tags,
        summary: '一户的业主 / Who owns a home, numbers masked',
        params: BuildingChangeParams,
        response: { 200: OwnersBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      if (!keepsRegistry(deps.directory, reader.value.asker, community)) return fail(reply, 'not-allowed');
      return (await ownersOfHome(deps, community, id)) ?? fail(reply, 'not-found');
    },
  );
  importRoute(app, deps);
}

function importRoute(app: Routes, deps: Deps): void {
  app.register(async (child) => {
    await acceptForms(child);
    child.withTypeProvider<ZodTypeProvider>().post(
      imports,
      {
        config: { rateLimit: { max: 10, timeWindow: 60_000 } },
        bodyLimit: formBodyLimit,
        schema: {
          tags,
          summary: '导入业主 / Who owns the homes of a community, from CSV or XLSX',
          description: 'multipart/form-data: `file`, `community`, and optionally `dryRun`',
          consumes: ['multipart/form-data'],
          response: { 200: ImportBody, ...failureResponses },
        },
      },
      async (request, reply) => {
        const sent = await sentByKeeper(deps, request);
        if (!sent.ok) return sent.error(reply);
        const report = await importOwners(deps, sent.value.asker, sent.value.wish);
        return report.ok ? bodyOf(report.value) : refuseFile(reply, report.error.message);
      },
    );
    columnsRoute(child, deps, `${imports}/columns`, ownerColumns);
  });
}
