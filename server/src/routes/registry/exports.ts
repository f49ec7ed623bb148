import { registryCsv, registryWorkbook } from '../../adapters/spreadsheet/registry-workbook.ts';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { registryAreas } from '../../usecases/registry-area.ts';
import { answerExportWish, askExport, listExports } from '../../usecases/registry-exports.ts';
import { takeExport } from '../../usecases/take-export.ts';
import { Taken } from './change-schema.ts';
import {
  AnswerExportBody,
  AskExportBody,
  ExportAsked,
  ExportParams,
  ExportsBody,
  TakeExportBody,
} from './export-schema.ts';

const tags = ['registry'];
const config = { rateLimit: { max: 30, timeWindow: 60_000 } };
const one = '/api/registry/exports/:community/:id';

/** 导出: many residents in one file, behind a second person's approval. */
export function registryExportRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/registry/exports',
    {
      schema: {
        tags,
        summary: '底数导出申请 / Exports asked for, and those that wait for me',
        response: { 200: ExportsBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const mayUse = (['registry', 'approve-export'] as const).some((right) =>
        registryAreas(deps.directory, asker, [right]).some(({ grids }) => grids === undefined),
      );
      if (!mayUse) return fail(reply, 'not-allowed');
      return { rows: await listExports(deps, asker) };
    },
  );
  app.post(
    '/api/registry/exports',
    {
      schema: {
        tags,
        summary: '申请导出 / Ask for an export',
        body: AskExportBody,
        response: { 200: ExportAsked, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const asked = await askExport(deps, asker, request.body);
      return asked.ok ? asked.value : refuseChange(reply, asked.error);
    },
  );
  app.post(
    `${one}/answer`,
    {
      schema: {
        tags,
        summary: '批准或不批准 / Approve or refuse',
        params: ExportParams,
        body: AnswerExportBody,
        response: { 200: Taken, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const done = await answerExportWish(deps, asker, { ...request.params, ...request.body });
      return done.ok ? { taken: true as const } : refuseChange(reply, done.error);
    },
  );
  app.post(
    `${one}/file`,
    {
      schema: { tags, summary: '下载一份 / Take a copy', params: ExportParams, body: TakeExportBody },
      config,
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const sheet = await takeExport(deps, asker, request.params);
      if (!sheet.ok) return refuseChange(reply, sheet.error);
      const { format } = request.body;
      const type =
        format === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      return reply
        .header('content-type', type)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${sheet.value.name}.${format}"`)
        .send(format === 'csv' ? registryCsv(sheet.value) : await registryWorkbook(sheet.value));
    },
  );
}
