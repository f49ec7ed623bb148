import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { type FilesDeps, filesPlugin } from '../adapters/files/files-plugin.ts';
import { callerRoutes } from '../routes/callers/routes.ts';
import { discussionRoutes } from '../routes/discussions/routes.ts';
import { documentRoutes } from '../routes/documents/routes.ts';
import { eventRoutes } from '../routes/events/routes.ts';
import { communityBoardRoutes } from '../routes/fieldwork/community.ts';
import { homeRoutes } from '../routes/fieldwork/home.ts';
import { inspectionRoutes } from '../routes/fieldwork/inspections.ts';
import { reasonRoutes } from '../routes/fieldwork/reasons.ts';
import { fieldworkRoutes } from '../routes/fieldwork/routes.ts';
import { gridRoutes } from '../routes/grid/routes.ts';
import { gridsRoutes } from '../routes/grids/routes.ts';
import { inboxRoutes } from '../routes/inbox/routes.ts';
import { matterRoutes } from '../routes/matters/routes.ts';
import { meRoutes } from '../routes/me/routes.ts';
import { measureRoutes } from '../routes/measures/routes.ts';
import { meetingRoutes } from '../routes/meetings/routes.ts';
import { mineRoutes } from '../routes/mine/routes.ts';
import { noticeRoutes } from '../routes/notices/routes.ts';
import { officeRoutes } from '../routes/offices/routes.ts';
import { openingRoutes } from '../routes/opening/routes.ts';
import { organisationRoutes } from '../routes/organisations/routes.ts';
import { overviewRoutes } from '../routes/overview/routes.ts';
import { placeRoutes } from '../routes/places/routes.ts';
import { pollRoutes } from '../routes/polls/routes.ts';
import { receiptRoutes } from '../routes/receipts/routes.ts';
import { recordRoutes } from '../routes/records/routes.ts';
import { registryRoutes } from '../routes/registry/routes.ts';
import { searchRoutes } from '../routes/search/routes.ts';
import { serviceItemRoutes } from '../routes/service-items/routes.ts';
import { suggestRoutes } from '../routes/suggest/routes.ts';
import { topicRoutes } from '../routes/topics/routes.ts';
import type { Session } from '../signin/sessions.ts';
import type { SignIn } from '../signin/sign-in.ts';
import { signInPlugin } from '../signin/sign-in-plugin.ts';
import { MovedOn } from '../usecases/settle.ts';
import { createAskerFor } from './asker.ts';
import type { Deps } from './deps.ts';
import { type FailureCode, fail } from './failures.ts';
import { adviseOnProxies, countedAs, guardRequests } from './guards.ts';
import { healthRoutes } from './health.ts';
import type { Live } from './live.ts';
import type { RoutePlugin } from './routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { sqlStateOf, toldOf } from './told.ts';

export interface AppParts {
  readonly deps: Deps;
  readonly signIn: SignIn;
  readonly files: FilesDeps<Session>;
  readonly live: Live;
  /** Doors that other modules add, such as Open311 and imports. */
  readonly doors: readonly RoutePlugin[];
  /** Built pages; left out, only the interface is served. */
  readonly webFolder?: string;
  readonly logger?: FastifyBaseLogger;
  /** Reverse proxies whose word about the address of who asks is believed; nobody's unless given. */
  readonly trustedProxies?: readonly string[];
  /** False only where a test or a bench is itself the load. */
  readonly limitRequests?: boolean;
  /** Told of every route as it is added. */
  readonly onRoute?: (route: { readonly method: string | string[]; readonly url: string }) => void;
}

const plugins: readonly RoutePlugin[] = [
  matterRoutes,
  documentRoutes,
  meetingRoutes,
  inboxRoutes,
  mineRoutes,
  openingRoutes,
  meRoutes,
  placeRoutes,
  receiptRoutes,
  officeRoutes,
  pollRoutes,
  discussionRoutes,
  serviceItemRoutes,
  suggestRoutes,
  searchRoutes,
  callerRoutes,
  measureRoutes,
  overviewRoutes,
  topicRoutes,
  noticeRoutes,
  recordRoutes,
  registryRoutes,
  organisationRoutes,
  gridRoutes,
  fieldworkRoutes,
  inspectionRoutes,
  communityBoardRoutes,
  homeRoutes,
  reasonRoutes,
  gridsRoutes,
];

const bodyLimitBytes = 1_048_576;

/**
 * A whole office often shares one address: who is signed in is counted by session, guests by address. Routes that
 * cost more set a lower bound of their own.
 */
const usualLimits = {
  global: true,
  max: 1_200,
  timeWindow: 60_000,
};

/** The whole interface. Nothing listens yet. */
export async function buildApp(parts: AppParts): Promise<FastifyInstance> {
  const { trustedProxies = [] } = parts;
  const app = fastify({
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    ...(parts.logger !== undefined && { loggerInstance: parts.logger }),
    // Fastify's own request lines hold addresses with what people wrote; ours (health.ts) name the route alone.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: bodyLimitBytes,
    requestTimeout: 30_000,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
  });
  if (parts.onRoute !== undefined) app.addHook('onRoute', parts.onRoute);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  setErrors(app);
  await addGuards(app, parts);
  await addDocs(app);
  healthRoutes(app, parts.deps.shell.pool);
  signInPlugin(app, parts.signIn);
  const routes = app.withTypeProvider<ZodTypeProvider>();
  for (const plugin of [...plugins, ...parts.doors]) plugin(routes, parts.deps);
  const { pool, now } = parts.deps.shell;
  const askerFor = createAskerFor(pool, now);
  eventRoutes(routes, parts.deps, parts.live, async (request) =>
    askerFor(await parts.signIn.sessions.peekSession(request)),
  );
  await filesPlugin(app, parts.files);
  if (parts.webFolder !== undefined) await servePages(app, parts.webFolder);
  return app;
}

async function addGuards(app: FastifyInstance, { signIn, limitRequests = true }: AppParts): Promise<void> {
  addSecurityHeaders(app, signIn.publicUrl.startsWith('https://'));
  if (limitRequests) {
    const keyGenerator = countedAs(signIn.cookies.findToken);
    await app.register(rateLimit, { ...usualLimits, keyGenerator });
  }
  guardRequests(app);
  adviseOnProxies(app);
  // What answers an act is short: it goes out as it is, without the packer's hooks.
  app.addHook('onRoute', (route) => {
    if (route.method === 'POST') route.compress = false;
  });
  await app.register(compress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
    // Nobody sends us packed bodies, and a packed one may be a thousand times what it seems.
    globalDecompression: false,
  });
}

async function addDocs(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Liren 里仁',
        version: '0.1.0',
        description:
          '里仁的接口。每次拒绝都说明规则、原因和可以怎么做。 / Every refusal names its rule and reason.',
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs' });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}

function setErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (hasZodFastifySchemaValidationErrors(error)) {
      const [first] = error.validation;
      return fail(reply, 'bad-request', first?.instancePath.replaceAll('/', '.').slice(1) || undefined);
    }
    const known: Readonly<Record<number, FailureCode>> = {
      400: 'bad-request',
      401: 'sign-in-needed',
      403: 'not-allowed',
      404: 'not-found',
      413: 'too-large',
      415: 'bad-request',
      429: 'too-often',
    };
    const code = known[error.statusCode ?? 0] ?? (isUnsayable(error) ? 'bad-request' : undefined);
    if (code !== undefined) return fail(reply, code);
    if (isDatabaseAway(error)) return fail(reply, 'not-ready');
    request.log.error({ err: toldOf(error), route: request.routeOptions.url }, 'request failed');
    return fail(reply, 'our-fault');
  });
}

/** A number or a character that the database has no place for, where no schema was narrow enough to tell. */
const isUnsayable = (error: unknown): boolean =>
  ['22003', '22021', '22P05'].includes(sqlStateOf(error) ?? '');

// 55000: the database takes no sessions for now. 25006 and 57014: read-only for now, or too slow.
const awayCodes = ['55000', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', '25006', '57014'];
const awayTexts =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;
/**
 * Connection refused or lost, server starting or shutting down, too busy, out of space (classes 08, 53, 57P), or
 * somebody else was faster every time: nothing was done, the person may try again.
 */
const isDatabaseAway = (error: Error & { code?: string }): boolean =>
  awayCodes.includes(error.code ?? '') ||
  /^(08|53|57P)/.test(sqlStateOf(error) ?? '') ||
  awayTexts.test(error.message) ||
  error instanceof MovedOn;

async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    setHeaders: (reply, path) => {
      const isHashed = /assets[\\/].*-[\w-]{8,}\./.test(path);
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  const own = ['staff', 'grid'].filter((name) => existsSync(join(folder, `${name}.html`)));
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    const isInterface = /^\/(api|open311)\//.test(request.url);
    if (!isPage || isInterface) return fail(reply, 'not-found');
    const face = /^\/(\w+)(?=\/|$|\?)/.exec(request.url)?.[1] ?? '';
    return reply
      .header('cache-control', 'no-cache')
      .sendFile(own.includes(face) ? `${face}.html` : 'index.html');
  });
}
