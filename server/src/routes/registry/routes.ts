import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { type Routes, readMark, writeMark } from '../../http/routes.ts';
import { importResidents } from '../../usecases/import-residents.ts';
import { searchRegistry } from '../../usecases/search-registry.ts';
import { residentColumns } from '../../usecases/table-columns.ts';
import { readResidentPage, revealResident } from '../../usecases/view-resident.ts';
import { columnsRoute } from '../imports/columns.ts';
import { acceptForms, bodyOf, formBodyLimit, refuseFile } from '../imports/sent.ts';
import { buildingRoutes } from './buildings.ts';
import { registryChangeRoutes } from './changes.ts';
import { duplicateRoutes } from './duplicates.ts';
import { registryExportRoutes } from './exports.ts';
import { residentGroupRoutes } from './groups.ts';
import { ownerRoutes } from './owners.ts';
import { peopleRoutes } from './people.ts';
import { readerOf, sentByKeeper } from './reader.ts';
import { registryRequestRoutes } from './requests.ts';
import {
  ResidentBody,
  ResidentPage,
  ResidentParams,
  ResidentsImportBody,
  RevealedResident,
  RevealResidentBody,
  SearchBody,
} from './schema.ts';

/** 底数: who lives where, for those who keep it. */
export function registryRoutes(app: Routes, deps: Deps): void {
  app.post(
    '/api/registry/search',
    {
      schema: {
        tags: ['registry'],
        summary: '查底数 / Find residents by name, number or address',
        body: SearchBody,
        response: { 200: ResidentPage, ...failureResponses },
      },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const { word, cursor } = request.body;
      const { rows, last } = await searchRegistry(deps, reader.value.areas, word, readMark(cursor));
      return { rows: [...rows], ...(last !== undefined && { next: writeMark(last) }) };
    },
  );

  app.get(
    '/api/registry/residents/:community/:id',
    {
      schema: {
        tags: ['registry'],
        summary: '一位居民 / One resident, numbers masked',
        params: ResidentParams,
        response: { 200: ResidentBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const { asker } = reader.value;
      return (await readResidentPage(deps, asker, request.params)) ?? fail(reply, 'not-found');
    },
  );

  app.post(
    '/api/registry/residents/:community/:id/reveal',
    {
      schema: {
        tags: ['registry'],
        summary: '看完整号码 / A number shown whole, for a reason that is kept',
        params: ResidentParams,
        body: RevealResidentBody,
        response: { 200: RevealedResident, ...failureResponses },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const { asker } = reader.value;
      const shown = await revealResident(deps, asker, { ...request.params, ...request.body });
      return shown.ok ? { value: shown.value } : fail(reply, shown.error);
    },
  );

  buildingRoutes(app, deps);
  registryChangeRoutes(app, deps);
  registryRequestRoutes(app, deps);
  residentGroupRoutes(app, deps);
  registryExportRoutes(app, deps);
  peopleRoutes(app, deps);
  duplicateRoutes(app, deps);
  ownerRoutes(app, deps);
  importRoute(app, deps);
}

function importRoute(app: Routes, deps: Deps): void {
  app.register(async (child) => {
    await acceptForms(child);
    child.withTypeProvider<ZodTypeProvider>().post(
      '/api/registry/imports',
      {
        config: { rateLimit: { max: 10, timeWindow: 60_000 } },
        bodyLimit: formBodyLimit,
        schema: {
          tags: ['registry'],
          summary: '导入底数 / A community’s household table, from CSV or XLSX',
          description: 'multipart/form-data: `file`, `community`, and optionally `dryRun`',
          consumes: ['multipart/form-data'],
          response: { 200: ResidentsImportBody, ...failureResponses },
        },
      },
      (request, reply) => takeIn(deps, request, reply),
    );
    columnsRoute(child, deps, '/api/registry/imports/columns', residentColumns);
  });
}

async function takeIn(deps: Deps, request: FastifyRequest, reply: FastifyReply) {
  const sent = await sentByKeeper(deps, request);
  if (!sent.ok) return sent.error(reply);
  const report = await importResidents(deps, sent.value.asker, sent.value.wish);
  return report.ok
    ? { ...bodyOf(report.value), moved: report.value.moved }
    : refuseFile(reply, report.error.message);
}
