import { z } from 'zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import { asBody, type Routes } from '../../http/routes.ts';
import { Id, Instant, Key, Title } from '../../http/schemas.ts';
import { viewReceipt } from '../../usecases/receipt.ts';
import { LimitBody } from '../contract.ts';
import { NextBody, StationBody } from '../matters/schema.ts';

const ReceiptBody = z.object({
  number: z.string(),
  item: Title,
  community: Title,
  askedAt: Instant,
  promised: LimitBody.optional().describe('Within what it is settled once it is passed on'),
  holder: Title.optional(),
  papers: z
    .object({
      at: Instant,
      whole: z.boolean().describe('All is there; else what is lacking was told, once'),
      lists: z.array(z.object({ title: Title, values: z.array(Title) })),
    })
    .optional(),
  status: z.enum(['open', 'ended']),
  outcome: z.string().optional(),
  endedAt: Instant.optional(),
  next: NextBody.optional(),
  stations: z.array(StationBody),
});

export function receiptRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/receipts/:community/:id/:mark',
    {
      schema: {
        tags: ['services'],
        summary: '受理单：凭链接看办到哪一步 / Where a matter stands, by the link on its receipt',
        params: z.object({ community: Key, id: Id, mark: z.string().regex(/^[a-z2-7]{26}$/) }),
        response: { 200: ReceiptBody, ...failureResponses },
      },
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const { community, id, mark } = request.params;
      const receipt = await viewReceipt(deps, community, id, mark);
      reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
      return receipt === undefined
        ? fail(reply, 'not-found')
        : reply.send(asBody<z.infer<typeof ReceiptBody>>(receipt));
    },
  );
}
