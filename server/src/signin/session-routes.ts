import { z } from 'zod';
import { maskPhone } from '../adapters/crypto/mask.ts';
import { authHeadersOf, callAuth } from './call-auth.ts';
import { refuse } from './errors.ts';
import { findPerson, setPersonName } from './people.ts';
import { enteredSchema, type Routes, refusals, tags } from './routes.ts';
import type { SignIn } from './sign-in.ts';

const sessionAnswer = z.discriminatedUnion('signedIn', [
  z.object({ signedIn: z.literal(false) }),
  enteredSchema.extend({
    signedIn: z.literal(true),
    /** One's own name in full; empty while unknown. */
    name: z.string(),
    /** Masked: a screen may be seen by others. */
    phone: z.string().optional(),
    demo: z.boolean(),
  }),
]);

const entrySchema = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  device: z.string(),
  startedAt: z.number().int(),
  lastSeenAt: z.number().int(),
});

function ownRoutes(app: Routes, signIn: SignIn): void {
  app.get(
    '/api/session',
    { schema: { tags, summary: '我是谁', response: { 200: sessionAnswer } } },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const session = await signIn.findSession(request);
      const person = session && (await findPerson(signIn, session.personId));
      if (!session || !person) return { signedIn: false as const };
      const { personId, kind, secondFactor } = session;
      const phone = person.phone === undefined ? {} : { phone: maskPhone(person.phone) };
      const { name = '', demo } = person;
      return { signedIn: true as const, personId, kind, secondFactor, name, demo, ...phone };
    },
  );
  app.delete(
    '/api/session',
    { schema: { tags, summary: '退出登录', response: { 204: z.null() } } },
    async (request, reply) => {
      const out = await callAuth(
        signIn.auth.api.signOut({ headers: authHeadersOf(request), returnHeaders: true }),
      );
      if (out.ok) for (const cookie of out.value.headers.getSetCookie()) reply.header('set-cookie', cookie);
      return reply.header('set-cookie', signIn.cookies.dropQuick).code(204).send(null);
    },
  );
  app.put(
    '/api/session/name',
    {
      schema: {
        tags,
        summary: '写上自己的名字',
        body: z.object({ name: z.string().trim().min(1).max(50) }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const session = await signIn.findSession(request);
      if (!session) return refuse(reply, 'sign-in-needed');
      if (session.kind === 'staff') return refuse(reply, 'name-is-official');
      await setPersonName(signIn, session.personId, request.body.name);
      return reply.code(204).send(null);
    },
  );
}

const mostTrailRows = 30;
const trailAnswer = z.array(z.object({ what: z.string(), at: z.number().int() }));

function trailRoutes(app: Routes, signIn: SignIn): void {
  app.get(
    '/api/session/trail',
    { schema: { tags, summary: '我的账号最近发生了什么', response: { 200: trailAnswer, ...refusals } } },
    async (request, reply) => {
      const session = await signIn.sessions.findFreshSession(request);
      if (!session) return refuse(reply, 'sign-in-needed');
      return reply.send([...(await signIn.trail.list(session.personId, mostTrailRows))]);
    },
  );
}

function deviceRoutes(app: Routes, signIn: SignIn): void {
  app.get(
    '/api/session/devices',
    { schema: { tags, summary: '我在哪些设备上登录', response: { 200: z.array(entrySchema), ...refusals } } },
    async (request, reply) => {
      const session = await signIn.sessions.findFreshSession(request);
      if (!session) return refuse(reply, 'sign-in-needed');
      return reply.send([...(await signIn.sessions.list(session))]);
    },
  );
  app.delete(
    '/api/session/devices/:id',
    {
      schema: {
        tags,
        summary: '让一台设备退出',
        params: z.object({ id: z.uuid() }),
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      const session = await signIn.sessions.findFreshSession(request);
      if (!session) return refuse(reply, 'sign-in-needed');
      const isRevoked = await signIn.sessions.revoke(session.personId, request.params.id);
      return isRevoked ? reply.code(204).send(null) : refuse(reply, 'unknown-session');
    },
  );
  app.delete(
    '/api/session/devices',
    {
      schema: {
        tags,
        summary: '让其他设备都退出',
        response: { 200: z.object({ ended: z.number().int() }), ...refusals },
      },
    },
    async (request, reply) => {
      const session = await signIn.sessions.findFreshSession(request);
      if (!session) return refuse(reply, 'sign-in-needed');
      return reply.send({ ended: await signIn.sessions.revokeOthers(session.personId, session.sessionId) });
    },
  );
}

/** Who I am, out again, and where else I am signed in. */
export function sessionRoutes(app: Routes, signIn: SignIn): void {
  ownRoutes(app, signIn);
  deviceRoutes(app, signIn);
  trailRoutes(app, signIn);
}
