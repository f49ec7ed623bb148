import { isUuid } from '@liren/core/basics/ids.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Deps } from '../http/deps.ts';
import { toldOf } from '../http/told.ts';
import type { Routes } from '../signin/routes.ts';
import { formatOf, noJurisdiction, queryOf, refuse, send, tags } from './answers.ts';
import { communitiesOf, findDefinition, serviceOf } from './door.ts';
import { type Fault, fault, ourFault } from './faults.ts';
import { readFilter } from './filter.ts';
import { type Format, formats, splitFormat } from './format.ts';
import { one, type Parameters, readParameters } from './parameters.ts';
import { findByToken } from './read-requests.ts';
import { reportingRoutes } from './reporting.ts';
import { requestsBody } from './requests.ts';
import { definitionBody, discoveryBody, servicesBody } from './services.ts';

/** A report is a few lines of text; photos are links. */
const mostBodyBytes = 64 * 1024;

const notFound = fault(404, '没有这个地址。');
const badRequest = fault(400, '请求的内容不对：请用 application/x-www-form-urlencoded 发送。');
/** What the server refused before any route saw it. */
const toldFor: Readonly<Record<number, Fault>> = {
  413: fault(413, `请求最大 ${mostBodyBytes / 1024} KB。`),
  429: fault(429, '请求太频繁，请稍后再试。'),
};

/** What a route is asked, beyond its own parameters: the format, and the communities that it is about. */
type Handler = (asked: {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly format: Format;
  readonly query: Parameters;
  readonly communities: readonly string[];
}) => Promise<FastifyReply>;

/** Open311 GeoReport v2 under `/open311/v2`: any client may read, programs with a key may report. */
export function open311Routes(app: Routes, deps: Deps): void {
  app.register(async (door) => openDoor(door, deps), { prefix: '/open311/v2' });
}

function openDoor(door: FastifyInstance, deps: Deps): void {
  allowEveryOrigin(door);
  readForms(door);
  door.setNotFoundHandler((request, reply) => refuse(reply, formatOf(request), [notFound]));
  door.setErrorHandler((error: { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: toldOf(error) }, 'open311');
    const told = toldFor[status] ?? badRequest;
    return refuse(reply, formatOf(request), [status >= 500 ? ourFault : told]);
  });
  readingRoutes(door, deps);
  reportingRoutes(door, deps);
}

/** No cookie opens anything here, so every web page may ask. */
function allowEveryOrigin(door: FastifyInstance): void {
  door.addHook('onRequest', async (_request, reply) => {
    reply.header('access-control-allow-origin', '*');
    reply.header('cross-origin-resource-policy', 'cross-origin');
  });
  door.options('/*', { schema: { hide: true } }, (_request, reply) =>
    reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, OPTIONS')
      .header('access-control-allow-headers', 'content-type, idempotency-key')
      .header('access-control-max-age', '86400')
      .send(),
  );
}

function readForms(door: FastifyInstance): void {
  door.removeAllContentTypeParsers();
  door.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: mostBodyBytes },
    (_request, text, done) => {
      const parameters = readParameters(String(text));
      if (parameters !== undefined) return done(null, parameters);
      done(Object.assign(new Error('too many parameters'), { statusCode: 400 }));
    },
  );
}

function readingRoutes(door: FastifyInstance, deps: Deps): void {
  const startedAt = new Date(deps.shell.now()).toISOString().slice(0, 16).replace('T', ' ');
  const handle =
    (format: Format, handler: Handler) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
      const query = queryOf(request);
      const communities = communitiesOf(deps, one(query, 'jurisdiction_id'));
      if (communities === undefined) return refuse(reply, format, [noJurisdiction]);
      return handler({ request, reply, format, query, communities: communities.map((each) => each.id) });
    };
  /** `path` ends in a wildcard that holds a name and the format. */
  const named = (path: string, summary: string, handler: (name: string) => Handler): void => {
    door.get<{ Params: { '*': string } }>(path, { schema: { tags, summary } }, async (request, reply) => {
      const found = splitFormat(request.params['*']);
      if (found === undefined) return refuse(reply, 'xml', [notFound]);
      return handle(found.format, handler(found.name))(request, reply);
    });
  };
  for (const format of formats) {
    const plain = (name: string, summary: string, handler: Handler) =>
      door.get(`/${name}.${format}`, { schema: { tags, summary } }, handle(format, handler));
    plain('discovery', '服务发现', async ({ request, reply }) =>
      send(reply, format, discoveryBody(`${request.protocol}://${request.host}`, startedAt, deps.mode)),
    );
    plain('services', '能反映哪些事', async ({ reply }) => send(reply, format, servicesBody(deps)));
    plain('requests', '按时间、类别和状态查询', listHandler(deps));
  }
  named('/services/*', '一类事要填什么', (code) => serviceHandler(deps, code));
  named('/requests/*', '查询一件事', (id) => requestHandler(deps, id));
  named('/tokens/*', '用凭据查编号', (token) => tokenHandler(deps, token));
}

const serviceHandler =
  (deps: Deps, code: string): Handler =>
  async ({ reply, format }) => {
    const service = serviceOf(deps, code);
    const definition = findDefinition(deps);
    if (service === undefined || definition === undefined)
      return refuse(reply, format, [fault(404, '没有这个 service_code。')]);
    return send(reply, format, definitionBody(service, definition));
  };

const listHandler =
  (deps: Deps): Handler =>
  async ({ reply, format, query, communities }) => {
    const filter = readFilter(deps, query, deps.shell.now());
    if (!filter.ok) return refuse(reply, format, filter.error);
    return send(reply, format, await requestsBody(deps, communities, filter.value));
  };

const requestHandler =
  (deps: Deps, id: string): Handler =>
  async ({ reply, format, communities }) => {
    const ids = [id.toLowerCase()].filter(isUuid);
    const body = await requestsBody(deps, communities, { by: 'ids', ids });
    if (body.content.length === 0)
      return refuse(reply, format, [fault(404, '没有这个 service_request_id。')]);
    return send(reply, format, body);
  };

const tokenHandler =
  (deps: Deps, token: string): Handler =>
  async ({ reply, format, communities }) => {
    const found = isUuid(token) ? await findByToken(deps.shell.pool, communities, token) : undefined;
    if (found === undefined) return refuse(reply, format, [fault(404, '没有这个 token。')]);
    return send(reply, format, {
      root: 'service_requests',
      content: [{ service_request_id: found, token }],
    });
  };
