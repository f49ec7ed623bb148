import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { Key } from '../../http/schemas.ts';
import { suggestFor } from '../../usecases/suggest.ts';
import { SuggestionBody } from '../contract.ts';

/** Suggestions while typing. They propose; a person decides. */
export function suggestRoutes(app: Routes, deps: Deps): void {
  // In the body, not the address: what people write stands in no proxy's log.
  const Body = z.object({
    text: z.string().max(2000),
    place: Key.optional(),
    lat: z.number().min(-90).max(90).optional(),
    long: z.number().min(-180).max(180).optional(),
    address: z.string().max(200).optional(),
  });
  app.post(
    '/api/suggest',
    {
      schema: {
        tags: ['intake'],
        summary: '边写边提示：类别、事项、附近同样的反映',
        body: Body,
        response: { 200: SuggestionBody, ...failureResponses },
      },
      config: { rateLimit: { max: 240, timeWindow: 60_000 } },
    },
    async (request) => suggestFor(deps, await deps.askerOf(request), request.body),
  );
}
