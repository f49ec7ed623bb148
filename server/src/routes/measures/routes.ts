import { countNames } from '@liren/core/projections/measures.ts';
import { z } from 'zod';
import { ratesWorkbook } from '../../adapters/spreadsheet/rates-workbook.ts';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { type Routes, readCursor, writeCursor } from '../../http/routes.ts';
import { Key, Month } from '../../http/schemas.ts';
import { listMeasured } from '../../store/measured-matters.ts';
import type { Asker } from '../../usecases/actor.ts';
import { linesOf } from '../../usecases/lines.ts';
import { mayUse, scopeOf } from '../../usecases/scope.ts';
import { ratedProcedure, threeRates } from '../../usecases/three-rates.ts';
import { timelyProcedures } from '../../usecases/timely-shares.ts';
import { MeasuresBody } from '../contract.ts';
import { MatterPage } from '../matters/schema.ts';

const tags = ['measures'];
const By = z.enum(['organ', 'community', 'class', 'street']);
const Query = z.object({ month: Month, by: By.default('organ') });

/** Communities whose figures the asker may see; undefined without the right. */
function communitiesFor(deps: Deps, asker: Asker): readonly string[] | undefined {
  if (!mayUse(deps.directory, asker, 'see-measures')) return undefined;
  return scopeOf(deps.directory, asker).communities;
}

export function measureRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/measures',
    {
      schema: {
        tags,
        summary: '三率与排名 / Three rates, ranked',
        querystring: Query,
        response: { 200: MeasuresBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const communities = communitiesFor(deps, asker);
      if (communities === undefined) return fail(reply, 'not-allowed');
      return threeRates(deps, communities, request.query.month, request.query.by);
    },
  );

  const Figure = Query.partial({ by: true }).extend({
    key: z.string().max(100).optional(),
    figure: z.enum(countNames),
    procedure: Key.default(ratedProcedure),
    cursor: z.string().max(200).optional(),
  });
  app.get(
    '/api/measures/matters',
    {
      schema: {
        tags,
        summary: '数字背后的事项 / The matters behind a figure',
        querystring: Figure,
        response: { 200: MatterPage, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const communities = communitiesFor(deps, asker);
      if (communities === undefined) return fail(reply, 'not-allowed');
      const { cursor, month, figure, by, key, procedure } = request.query;
      const timelyStep = timelyProcedures(deps).find(({ id }) => id === procedure)?.timely.step;
      const what = { month, figure, timelyStep, ...(key !== undefined && { by, key }) };
      const rows = await listMeasured(deps.db, communities, what, procedure, 100, readCursor(cursor));
      const last = rows.length === 100 ? rows.at(-1) : undefined;
      return {
        rows: await linesOf(deps, rows, ['public', 'parties', 'handlers']),
        ...(last !== undefined && { next: writeCursor(last.opened_at, last.id) }),
      };
    },
  );

  app.get(
    '/api/measures/export',
    { schema: { tags, summary: '导出表格 / Export as a spreadsheet', querystring: Query } },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const communities = communitiesFor(deps, asker);
      if (communities === undefined || !mayUse(deps.directory, asker, 'export'))
        return fail(reply, 'not-allowed');
      const rates = await threeRates(deps, communities, request.query.month, request.query.by);
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header('content-disposition', `attachment; filename="three-rates-${rates.month}-${rates.by}.xlsx"`)
        .send(await ratesWorkbook(rates));
    },
  );
}
