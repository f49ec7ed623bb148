import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { demoRoutes } from './demo.ts';
import { enrolRoutes } from './enrol-routes.ts';
import { createOriginGuard } from './origin-guard.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { phoneRoutes } from './phone-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import type { SignIn } from './sign-in.ts';
import { staffRoutes } from './staff-routes.ts';

/**
 * Call it on the root instance, before other routes are added, with zod's compilers set: the origin guard and the quick
 * session cookie then hold for every route of the server, not only for `/api/auth/*`, `/api/session*` and `/api/demo/*`.
 */
export function signInPlugin(app: FastifyInstance, signIn: SignIn): void {
  app.addHook(
    'onRequest',
    createOriginGuard([new URL(signIn.publicUrl).origin, ...(signIn.trustedOrigins ?? [])]),
  );
  app.addHook('onSend', (request, reply, _payload, done) => {
    // A route that itself sets cookies changes the session: the old one must not be written over the new.
    if (!reply.hasHeader('set-cookie'))
      for (const cookie of signIn.sessions.takeCookies(request)) reply.header('set-cookie', cookie);
    done();
  });
  const routes = app.withTypeProvider<ZodTypeProvider>();
  phoneRoutes(routes, signIn);
  staffRoutes(routes, signIn);
  enrolRoutes(routes, signIn);
  providerRoutes(routes, signIn);
  passkeyRoutes(routes, signIn);
  sessionRoutes(routes, signIn);
  demoRoutes(routes, signIn);
}
