import { z } from 'zod';
import { maskName, maskPhone } from '../../adapters/crypto/mask.ts';
import { normalisePhone } from '../../adapters/crypto/phone.ts';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuse } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { findPersonByPhone } from '../../signin/people.ts';
import { listOwnMatters } from '../../store/own-matters.ts';
import { joinForCaller } from '../../usecases/join-for-caller.ts';
import { linesOf } from '../../usecases/lines.ts';
import { recordCallerLook } from '../../usecases/record-look.ts';
import { mayUse } from '../../usecases/scope.ts';
import { JoinedForBody, JoinForBody, MatterLine, MatterParams } from '../matters/schema.ts';

const Body = z.object({
  person: z.object({ masked: z.string(), name: z.string(), earlier: z.array(MatterLine) }).optional(),
});

/** For whoever takes calls in: a caller's earlier matters, each look-up kept; and counting a caller in. */
export function callerRoutes(app: Routes, deps: Deps): void {
  app.post(
    '/api/callers',
    {
      schema: {
        tags: ['intake'],
        summary: '来电人以前的反映 / Earlier matters of a caller',
        // In the body, not the address: a number stands in no proxy's log.
        body: z.object({ phone: z.string().min(5).max(20) }),
        response: { 200: Body, ...failureResponses },
      },
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      if (!mayUse(deps.directory, asker, 'intake')) return fail(reply, 'not-allowed');
      const phone = normalisePhone(request.body.phone);
      if (!phone.ok) return fail(reply, 'bad-request', 'phone');
      const person = await findPersonByPhone(deps.people, phone.value);
      if (person === undefined) return {};
      const rows = (await listOwnMatters(deps.db, person.id, 10, undefined)).filter(
        (row) => row.role === 'opener',
      );
      await recordCallerLook(deps.shell, asker, rows);
      return {
        person: {
          masked: maskPhone(phone.value),
          name: person.name === undefined ? '' : maskName(person.name),
          earlier: await linesOf(deps, rows, ['public', 'parties']),
        },
      };
    },
  );

  app.post(
    '/api/matters/:community/:id/join-for',
    {
      schema: {
        tags: ['intake'],
        summary: '替来电人附议 / Count a caller in',
        params: MatterParams,
        body: JoinForBody,
        response: { 200: JoinedForBody, ...failureResponses },
      },
      config: { rateLimit: { max: 60, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const { community, id } = request.params;
      const joined = await joinForCaller(deps, asker, { community, matter: id, ...request.body });
      if (joined.ok) return { joined: joined.value };
      return joined.error.kind === 'refused'
        ? refuse(reply, joined.error.refusal)
        : fail(reply, joined.error.kind);
    },
  );
}
