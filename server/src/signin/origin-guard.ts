import type { FastifyRequest, onRequestHookHandler } from 'fastify';
import { refuse } from './errors.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A route that no cookie opens, such as one with keys of its own: every web page may send to it. */
    readonly anyOrigin?: boolean;
  }
}

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether the browser says that another site sent the request. */
export function isForeign(request: FastifyRequest, trusted: ReadonlySet<string>): boolean {
  const { origin } = request.headers;
  if (origin === undefined) {
    const site = request.headers['sec-fetch-site'];
    return site !== undefined && site !== 'same-origin' && site !== 'none';
  }
  if (trusted.has(origin)) return false;
  // Only hosts are compared: behind a proxy that ends TLS the scheme differs.
  return !URL.canParse(origin) || new URL(origin).host !== request.host;
}

/**
 * Against forged requests: an unsafe method sent by another site is refused. Browsers name the sender in `Origin` or
 * `Sec-Fetch-Site`; programs that send neither carry no one's cookies by accident and pass.
 */
export function createOriginGuard(trustedOrigins: readonly string[]): onRequestHookHandler {
  const trusted = new Set(trustedOrigins);
  return (request, reply, done) => {
    const isHarmless = safeMethods.has(request.method) || !isForeign(request, trusted);
    if (isHarmless || request.routeOptions.config.anyOrigin === true) done();
    else refuse(reply, 'foreign-origin');
  };
}
