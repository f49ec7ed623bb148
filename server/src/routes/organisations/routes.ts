import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Deps } from '../../http/deps.ts';
import { fail, failureResponses, refuseChange } from '../../http/failures.ts';
import type { Routes } from '../../http/routes.ts';
import { readMark, writeMark } from '../../http/routes.ts';
import {
  correctOrganisation,
  endOrganisation,
  registerOrganisation,
} from '../../usecases/change-organisation.ts';
import { importOrganisations } from '../../usecases/import-organisations.ts';
import { organisationColumns } from '../../usecases/table-columns.ts';
import {
  listOrganisations,
  organisationAreas,
  readOrganisationPage,
  revealContact,
} from '../../usecases/view-organisation.ts';
import { columnsRoute } from '../imports/columns.ts';
import { ImportBody } from '../imports/schema.ts';
import { acceptForms, bodyOf, formBodyLimit, refuseFile } from '../imports/sent.ts';
import { Registered } from '../registry/change-schema.ts';
import { type Reader, readerOf, sentByKeeper } from '../registry/reader.ts';
import { RevealedResident } from '../registry/schema.ts';
import {
  CloseOrganisation,
  CorrectOrganisation,
  OrganisationAreas,
  OrganisationBody,
  OrganisationCommunity,
  OrganisationPage,
  OrganisationParams,
  OrganisationSearchBody,
  RegisterOrganisation,
  RevealContact,
} from './schema.ts';

const tags = ['organisations'];
const config = { rateLimit: { max: 120, timeWindow: 60_000 } };
const one = '/api/organisations/:community/:id';

/** 单位: firms, shops and others of a community, for those who keep its registry. */
export function organisationRoutes(app: Routes, deps: Deps): void {
  readingRoutes(app, deps);
  changingRoutes(app, deps);
  importRoute(app, deps);
}

function readingRoutes(app: Routes, deps: Deps): void {
  app.get(
    '/api/organisations',
    {
      schema: {
        tags,
        summary: '单位的类型和网格 / Kinds and grids to choose from',
        response: { 200: OrganisationAreas, ...failureResponses },
      },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      return { rows: organisationAreas(deps, reader.value.asker, reader.value.areas) };
    },
  );
  app.post(
    '/api/organisations/search',
    {
      schema: {
        tags,
        summary: '查单位 / Find organisations by name, code or address',
        body: OrganisationSearchBody,
        response: { 200: OrganisationPage, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const { cursor, ...query } = request.body;
      const { rows, last } = await listOrganisations(deps, reader.value.areas, query, readMark(cursor));
      return { rows: [...rows], ...(last !== undefined && { next: writeMark(last) }) };
    },
  );
  app.get(
    one,
    {
      schema: {
        tags,
        summary: '一个单位 / One organisation, contacts masked',
        params: OrganisationParams,
        response: { 200: OrganisationBody, ...failureResponses },
      },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      return (
        (await readOrganisationPage(deps, reader.value.asker, request.params)) ?? fail(reply, 'not-found')
      );
    },
  );
  app.post(
    `${one}/reveal`,
    {
      schema: {
        tags,
        summary: '看完整的联系人 / A contact shown whole, for a reason that is kept',
        params: OrganisationParams,
        body: RevealContact,
        response: { 200: RevealedResident, ...failureResponses },
      },
      config: { rateLimit: { max: 30, timeWindow: 60_000 } },
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const shown = await revealContact(deps, reader.value.asker, { ...request.params, ...request.body });
      return shown.ok ? { value: shown.value } : fail(reply, shown.error);
    },
  );
}

function changingRoutes(app: Routes, deps: Deps): void {
  const response = { 200: OrganisationBody, ...failureResponses };
  const schema = { tags, params: OrganisationParams, response };
  app.post(
    '/api/organisations/:community',
    {
      schema: {
        tags,
        summary: '登记一个单位 / Write down an organisation',
        params: OrganisationCommunity,
        body: RegisterOrganisation,
        response: { 200: Registered, ...failureResponses },
      },
      config,
    },
    async (request, reply) => {
      const reader = await readerOf(deps, request);
      if (!reader.ok) return fail(reply, reader.error);
      const wish = { ...request.params, ...request.body };
      const id = await registerOrganisation(deps, reader.value.asker, wish);
      return id.ok ? { id: id.value } : refuseChange(reply, id.error);
    },
  );
  app.post(
    `${one}/correct`,
    { schema: { ...schema, summary: '更正单位 / Put values right', body: CorrectOrganisation }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        correctOrganisation(deps, asker, { ...request.params, ...request.body }),
      ),
  );
  app.post(
    `${one}/close`,
    { schema: { ...schema, summary: '登记关停 / It is there no more', body: CloseOrganisation }, config },
    (request, reply) =>
      changed(deps, request, reply, request.params, ({ asker }) =>
        endOrganisation(deps, asker, { ...request.params, ...request.body }),
      ),
  );
}

async function changed(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  key: { readonly community: string; readonly id: string },
  change: (reader: Reader) => ReturnType<typeof correctOrganisation>,
) {
  const reader = await readerOf(deps, request);
  if (!reader.ok) return fail(reply, reader.error);
  const done = await change(reader.value);
  if (!done.ok) return refuseChange(reply, done.error);
  return (await readOrganisationPage(deps, reader.value.asker, key)) ?? fail(reply, 'not-found');
}

function importRoute(app: Routes, deps: Deps): void {
  app.register(async (child) => {
    await acceptForms(child);
    child.withTypeProvider<ZodTypeProvider>().post(
      '/api/organisations/imports',
      {
        config: { rateLimit: { max: 10, timeWindow: 60_000 } },
        bodyLimit: formBodyLimit,
        schema: {
          tags,
          summary: '导入单位 / A community’s organisations, from CSV or XLSX',
          description: 'multipart/form-data: `file`, `community`, and optionally `dryRun`',
          consumes: ['multipart/form-data'],
          response: { 200: ImportBody, ...failureResponses },
        },
      },
      async (request, reply) => {
        const sent = await sentByKeeper(deps, request);
        if (!sent.ok) return sent.error(reply);
        const report = await importOrganisations(deps, sent.value.asker, sent.value.wish);
        return report.ok ? bodyOf(report.value) : refuseFile(reply, report.error.message);
      },
    );
    columnsRoute(child, deps, '/api/organisations/imports/columns', organisationColumns);
  });
}
