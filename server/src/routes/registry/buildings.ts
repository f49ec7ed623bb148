import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { FastifyRequest } from 'fastify';
import type { Deps } from '../../http/deps.ts';
import { type FailureCode, fail, failureResponses, refuseChange } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { changeBuildings, undoTearDown } from '../../usecases/change-buildings.ts';
import { type RegistryArea, widestAreas } from '../../usecases/registry-area.ts';
import { viewBuildings, viewDoors } from '../../usecases/view-buildings.ts';
import {
  BuildingChangeBody,
  BuildingChangeParams,
  BuildingOutcomeBody,
  BuildingsBody,
  DoorsBody,
  DoorsQuery,
} from './building-schema.ts';
import { CommunityParams } from './change-schema.ts';
import { type Reader, readerOf } from './reader.ts';

const tags = ['registry'];
const config = { rateLimit: { max: 60, timeWindow: 60_000 } };
const url = '/api/registry/buildings/:community';

/** The asker's part of this community's registry. */
async function areaOf(
  deps: Deps,
  request: FastifyRequest,
  community: string,
): Promise<Result<{ readonly reader: Reader; readonly area: RegistryArea }, FailureCode>> {
  const reader = await readerOf(deps, request);
  if (!reader.ok) return reader;
  const area = widestAreas(reader.value.areas).find((each) => each.community === community);
  return area === undefined ? err('not-allowed') : ok({ reader: reader.value, area });
}

/** 楼栋: what stands in a community, and what became of it. */
export function buildingRoutes(app: Routes, deps: Deps): void {
  const schema = { tags, params: CommunityParams };
  app.get(
    url,
    {
      schema: {
        ...schema,
        summary: '楼栋 / Buildings, with homes, residents, other names and changes',
        response: { 200: BuildingsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const found = await areaOf(deps, request, request.params.community);
      return found.ok ? asBody(await viewBuildings(deps, found.value.area)) : fail(reply, found.error);
    },
  );
  app.get(
    `${url}/doors`,
    {
      schema: {
        ...schema,
        summary: '一栋楼的门户 / The doors of one building',
        querystring: DoorsQuery,
        response: { 200: DoorsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const found = await areaOf(deps, request, request.params.community);
      if (!found.ok) return fail(reply, found.error);
      return { doors: await viewDoors(deps, found.value.area, request.query) };
    },
  );
  app.post(
    url,
    {
      schema: {
        ...schema,
        summary: '登记楼栋变动 / A building built, torn down, or called otherwise',
        body: BuildingChangeBody,
        response: { 200: BuildingOutcomeBody, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const { community } = request.params;
      const found = await areaOf(deps, request, community);
      if (!found.ok) return fail(reply, found.error);
      const { change, preview } = request.body;
      const done = await changeBuildings(deps, found.value.reader.asker, community, change, preview);
      return done.ok ? done.value : refuseChange(reply, done.error);
    },
  );
  app.post(
    `${url}/changes/:id/undo`,
    {
      schema: {
        tags,
        params: BuildingChangeParams,
        summary: '撤销拆除登记 / A tear-down taken back',
        response: { 200: BuildingOutcomeBody, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const { community, id } = request.params;
      const found = await areaOf(deps, request, community);
      if (!found.ok) return fail(reply, found.error);
      const done = await undoTearDown(deps, found.value.reader.asker, community, id);
      return done.ok ? done.value : refuseChange(reply, done.error);
    },
  );
}
