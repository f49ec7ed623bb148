import { Readable } from 'node:stream';
import type { CommunityId, Instant, PersonId } from '@liren/core/basics/ids.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { z } from 'zod';
import { type FileRecord, findFile } from './file-records.ts';
import { type FileStore, photoKey, thumbnailKey } from './file-store.ts';
import { createUploadServer, uploadPath } from './upload-server.ts';

/** What the file routes need to know of a session. */
export interface FileSession {
  readonly personId: PersonId;
}

export interface FilesDeps<Session extends FileSession> {
  readonly pool: Pool;
  readonly store: FileStore;
  readonly now: () => Instant;
  readonly findSession: (request: FastifyRequest) => Promise<Session | undefined>;
  readonly mayUpload: (session: Session, community: CommunityId) => Promise<boolean>;
  /** Decides alone who sees a file; `session` is undefined for visitors. */
  readonly mayReadFile: (session: Session | undefined, file: FileRecord) => Promise<boolean>;
  readonly limitBytes?: number;
  readonly limitOpenUploads?: number;
  readonly expiryMilliseconds?: number;
}

const hourMilliseconds = 3_600_000;
export const photoLimitBytes = 12 * 1024 * 1024;
export const uploadExpiryMilliseconds = 24 * hourMilliseconds;

const refuse = (reply: FastifyReply, status: number, code: string, message: string): FastifyReply =>
  reply.code(status).send({ error: { code, message } });

function webRequestOf(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    // Cookies are of no concern to the upload protocol.
    if (name !== 'cookie' && value !== undefined) headers.set(name, String(value));
  }
  const init: RequestInit & { duplex?: 'half' } = { method: request.method, headers };
  if (request.method === 'POST' || request.method === 'PATCH') {
    init.body = Readable.toWeb(request.raw) as unknown as BodyInit;
    init.duplex = 'half';
  }
  return new Request(`http://localhost${request.url}`, init);
}

async function sendWebResponse(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  response.headers.forEach((value, name) => {
    if (name !== 'content-length') reply.header(name, value);
  });
  const body = await response.text();
  if (body.startsWith('{')) reply.type('application/json; charset=utf-8');
  return reply.send(body === '' ? null : body);
}

function uploadRoutes<Session extends FileSession>(app: FastifyInstance, deps: FilesDeps<Session>): void {
  const uploads = createUploadServer({
    pool: deps.pool,
    store: deps.store,
    now: deps.now,
    limitBytes: deps.limitBytes ?? photoLimitBytes,
    limitOpenUploads: deps.limitOpenUploads ?? 20,
    expiryMilliseconds: deps.expiryMilliseconds ?? uploadExpiryMilliseconds,
  });
  // The body stays a stream: the upload protocol reads it piece by piece and keeps what arrived.
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const session = await deps.findSession(request);
    if (!session) return refuse(reply, 401, 'sign-in-needed', '请先登录，再上传照片。');
    const mayUpload = (community: CommunityId): Promise<boolean> => deps.mayUpload(session, community);
    return sendWebResponse(
      reply,
      await uploads.handle(webRequestOf(request), { personId: session.personId, mayUpload }),
    );
  };
  const schema = { tags: ['files'], summary: 'tus 1.0.0 上传照片' };
  app.route({ method: ['POST', 'OPTIONS'], url: uploadPath, schema, handler: handle });
  app.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${uploadPath}/:id`, schema, handler: handle });
}

function setSafeHeaders(reply: FastifyReply, file: FileRecord, etag: string): void {
  reply.headers({
    'content-type': file.mediaType,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `inline; filename="${file.id}.jpg"`,
    'cross-origin-resource-policy': 'same-origin',
    // The bytes of an id never change, but who may see them can: only the browser keeps them, and for an hour.
    'cache-control': 'private, max-age=3600',
    etag,
  });
}

/** `POST|OPTIONS /api/uploads`, `HEAD|PATCH|DELETE /api/uploads/:id` (tus) and `GET /api/files/:id[?size=thumbnail]`. */
export async function filesPlugin<Session extends FileSession>(
  app: FastifyInstance,
  deps: FilesDeps<Session>,
): Promise<void> {
  await app.register(async (scope) => uploadRoutes(scope, deps));
  app.withTypeProvider<ZodTypeProvider>().route({
    method: 'GET',
    url: '/api/files/:id',
    schema: {
      tags: ['files'],
      summary: '看照片',
      params: z.object({ id: z.uuid() }),
      querystring: z.object({ size: z.enum(['full', 'thumbnail']).default('full') }),
    },
    handler: async (request, reply) => {
      const file = await findFile(deps.pool, request.params.id);
      const session = await deps.findSession(request);
      // Unknown and forbidden look alike, so that ids cannot be tried out.
      if (!file || !(await deps.mayReadFile(session, file)))
        return refuse(reply, 404, 'unknown-file', '没有这张照片，或者你不能看。');
      const isThumbnail = request.query.size === 'thumbnail';
      const etag = `"${file.sha256.slice(0, 32)}${isThumbnail ? '-t' : ''}"`;
      if (request.headers['if-none-match'] === etag) return reply.code(304).header('etag', etag).send();
      const stream = await deps.store.get(isThumbnail ? thumbnailKey(file.id) : photoKey(file.id));
      if (!stream) return refuse(reply, 404, 'unknown-file', '没有这张照片，或者你不能看。');
      setSafeHeaders(reply, file, etag);
      return reply.send(stream);
    },
  });
}
