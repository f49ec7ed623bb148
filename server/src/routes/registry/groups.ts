import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { nameCarer } from '../../usecases/carers.ts';
import { endGroup, setGroup } from '../../usecases/change-groups.ts';
import { findVisible } from '../../usecases/find-visible.ts';
import { lookAtGroups } from '../../usecases/view-groups.ts';
import { changed } from './changes.ts';
import {
  CarerBody,
  EndGroupBody,
  LookBody,
  LookedAt,
  MembershipParams,
  SetGroupBody,
} from './groups-schema.ts';
import { readerOf } from './reader.ts';
import { ResidentBody, ResidentParams } from './schema.ts';

const tags = ['registry'];
const config = { rateLimit: { max: 120, timeWindow: 60_000 } };
const resident = '/api/registry/residents/:community/:id';

/** 人群: which groups a resident is in, and who looks after them. */
export function residentGroupRoutes(app: Routes, deps: Deps): void {
  const schema = { tags, params: ResidentParams, response: { 200: ResidentBody, ...failureResponses } };
  app.post(
    `${resident}/groups`,
    { schema: { ...schema, summary: '登记人群 / Put in a group', body: SetGroupBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        setGroup(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${resident}/groups/:membership/end`,
    {
      schema: {
        ...schema,
        params: MembershipParams,
        summary: '不再属于人群 / No longer in a group',
        body: EndGroupBody,
      },
      config,
    },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        endGroup(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${resident}/carer`,
    { schema: { ...schema, summary: '结对帮扶 / Who looks after them', body: CarerBody }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        nameCarer(deps, asker, { ...request.params, ...request.body, seat: request.body.seat }),
      ),
  );
  app.post(
    `${resident}/groups/look`,
    {
      schema: {
        tags,
        summary: '看敏感人群 / Sensitive groups, for a reason that is kept',
        params: ResidentParams,
        body: LookBody,
        response: { 200: LookedAt, ...failureResponses },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const { asker } = reader.value;
      const found = await findVisible(deps, asker, request.params);
      if (found === undefined) return fail(reply, 'not-found');
      const wish = { ...request.params, ...request.body };
      const rows = await lookAtGroups(deps, asker, wish, found.resident);
      return rows.ok ? { rows: [...rows.value] } : fail(reply, rows.error);
    },
  );
}
