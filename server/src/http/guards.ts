import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fail } from './failures.ts';

/** Deeper than any answer that a form asks for. */
const mostDepth = 20;

/** Walks without recursion: what is too deep for a stack must not be walked with one. */
export function isDeeperThan(value: unknown, most: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null && !Buffer.isBuffer(each) ? Object.values(each) : [],
    );
  }
  return false;
}

/** Text with U+0000 has no place in a database: such a request can mean nothing. */
const hasNul = (request: FastifyRequest): boolean => request.url.includes('%00');

/*
 * Hooks that wait for nothing are written with `done`: an async one would cost every request a turn of the event loop.
 */

/** What holds for every route: bounded bodies, and nothing of a person left in a cache on the way. */
export function guardRequests(app: FastifyInstance): void {
  app.addHook('preValidation', (request, reply, done) => {
    if (hasNul(request) || isDeeperThan(request.body, mostDepth)) fail(reply, 'bad-request');
    else done();
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    done();
  });
}

/**
 * Behind a proxy that is not trusted all guests have one address, and the first of them to reach a limit reaches it
 * for everybody: whoever runs the server is told, once.
 */
export function adviseOnProxies(app: FastifyInstance): void {
  let told = false;
  app.addHook('onRequest', (request, _reply, done) => {
    if (
      !told &&
      request.headers['x-forwarded-for'] !== undefined &&
      request.ip === request.socket.remoteAddress
    ) {
      told = true;
      request.log.warn(
        'X-Forwarded-For came from an address that LIREN_TRUSTED_PROXIES does not name: ignored',
      );
    }
    done();
  });
}

/**
 * Who is counted together: a session that our own key signed, and guests by address. A cookie that anyone can write
 * opens no count of its own.
 */
export const countedAs =
  (findToken: (cookies: string | undefined) => string | undefined) =>
  (request: FastifyRequest): string =>
    findToken(request.headers.cookie) ?? request.ip;
