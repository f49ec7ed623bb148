import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { failureResponses } from '../../http/failures.ts';
import { type Routes, readCursor, writeCursor } from '../../http/routes.ts';
import { listMatters } from '../../store/list-matters.ts';
import { linesOf } from '../../usecases/lines.ts';
import { publicProcedures } from '../../usecases/public-procedures.ts';
import { MatterPage } from '../matters/schema.ts';
import { soughtBy } from '../matters/sought.ts';

/** Public search: matters of public procedures, without personal words. */
export function searchRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/search',
    {
      schema: {
        tags: ['public'],
        summary: '公开查询 / Public search',
        querystring: z.object({ q: z.string().max(100).default(''), cursor: z.string().max(200).optional() }),
        response: { 200: MatterPage, ...failureResponses },
      },
      config: { rateLimit: { max: 120, timeWindow: 60_000 } },
    },
    async (request) => {
      const { q, cursor } = request.query;
      // Words are searched in the public part alone: a number, or the affair's name.
      const sought = soughtBy(deps, q);
      const affairs = q.trim() === '' ? [] : deps.text.suggestAffairs(q).map((affair) => affair.id);
      const filter =
        'number' in sought
          ? { number: sought.number }
          : affairs[0] === undefined
            ? {}
            : { affair: affairs[0] };
      if (q.trim() !== '' && Object.keys(filter).length === 0) return { rows: [] };
      const procedures = publicProcedures(deps.library);
      const rows = await listMatters(deps.db, undefined, { ...filter, procedures }, 30, readCursor(cursor));
      const last = rows.length === 30 ? rows.at(-1) : undefined;
      return {
        rows: await linesOf(deps, rows, ['public']),
        ...(last !== undefined && { next: writeCursor(last.opened_at, last.id) }),
      };
    },
  );
}
