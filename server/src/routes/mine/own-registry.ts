import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { askOwnCorrection } from '../../usecases/ask-correction.ts';
import { readOwnRegistry } from '../../usecases/own-registry.ts';
import { proveOwn } from '../../usecases/prove-own.ts';
import { proveOwner } from '../../usecases/prove-owner.ts';
import {
  AskBody,
  CommunityParams,
  OwnRegistryBody,
  ProveBody,
  ProveOwnerBody,
  Taken,
} from '../registry/change-schema.ts';

const tags = ['mine'];

/** What the registry has of the one who asks, shown after a second proof, and how to have it put right (PIPL 45, 46). */
export function ownRegistryRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/my-registry',
    {
      schema: {
        tags,
        summary: '底数里的我 / What the registry has of me',
        response: { 200: OwnRegistryBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      return readOwnRegistry(deps, asker);
    },
  );
  app.post(
    '/api/my-registry/:community/prove',
    {
      schema: {
        tags,
        summary: '核对是本人 / Show that the record is mine',
        params: CommunityParams,
        body: ProveBody,
        response: { 200: Taken, ...failureResponses },
      },
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const proven = await proveOwn(deps, asker, { ...request.params, ...request.body });
      return proven.ok ? { taken: true as const } : refuseChange(reply, proven.error);
    },
  );
  app.post(
    '/api/my-registry/:community/prove-owner',
    {
      schema: {
        tags,
        summary: '核对是业主本人 / Show which owner I am',
        params: CommunityParams,
        body: ProveOwnerBody,
        response: { 200: Taken, ...failureResponses },
      },
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const proven = await proveOwner(deps, asker, { ...request.params, ...request.body });
      return proven.ok ? { taken: true as const } : refuseChange(reply, proven.error);
    },
  );
  app.post(
    '/api/my-registry/:community/requests',
    {
      schema: {
        tags,
        summary: '要求更正 / Ask for a correction',
        params: CommunityParams,
        body: AskBody,
        response: { 200: Taken, ...failureResponses },
      },
      config: { rateLimit: { max: 20, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const asker = await deps.askerOf(request);
      if (asker.kind !== 'person') return fail(reply, 'sign-in-needed');
      const taken = await askOwnCorrection(deps, asker, { ...request.params, ...request.body });
      return taken.ok ? { taken: true as const } : refuseChange(reply, taken.error);
    },
  );
}
