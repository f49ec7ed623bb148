import { ok, type Result } from '@liren/core/basics/result.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { authHeadersOf } from './call-auth.ts';
import { answer, type Outcome, type Refused, refused } from './errors.ts';
import { findFactors } from './factors.ts';
import type { Vouched } from './provider-person.ts';
import { type Routes, refusals, tags } from './routes.ts';
import type { SignIn } from './sign-in.ts';

const staffPath = /^\/staff\/[\w/?=&%.-]*$/;
const beginBody = z.object({ to: z.string().max(300).regex(staffPath).default('/staff/') });
const beginAnswer = z.object({ url: z.string() });
const waysAnswer = z.object({
  /** The identity provider's button; null where there is none. */
  provider: z.object({ name: z.string().nullable() }).nullable(),
});
const returnQuery = z.record(z.string(), z.string().max(4_000)).catch({});

const signInPage = '/staff/sign-in';
const pageOf = (query: Readonly<Record<string, string>>): string =>
  `${signInPage}?${new URLSearchParams(query)}`;

async function limitReached(
  signIn: SignIn,
  request: FastifyRequest,
): Promise<Result<never, Refused> | undefined> {
  const rule = signIn.settings.rules.providerPerAddress;
  const taken = await signIn.attempts.take(rule, request.ip, signIn.now());
  return taken.allowed ? undefined : refused('too-often', taken.retryAfterSeconds);
}

async function handleBegin(
  signIn: SignIn,
  request: FastifyRequest,
  { to }: z.infer<typeof beginBody>,
): Promise<Outcome<z.infer<typeof beginAnswer>>> {
  if (signIn.provider === undefined) return refused('provider-none');
  const limited = await limitReached(signIn, request);
  if (limited) return limited;
  const begun = await signIn.provider.begin(pageOf({ to }), authHeadersOf(request, 'without-session'));
  if (!begun.ok) return refused(begun.error);
  const { url, cookies } = begun.value;
  return ok({ body: { url }, cookies });
}

interface Landing {
  readonly page: string;
  readonly cookies?: Headers;
}

/** What the provider's word is worth: all the way in, or as far as a right password goes. */
async function admit(
  signIn: SignIn,
  request: FastifyRequest,
  { person, isNew }: Vouched,
  to: string,
): Promise<Landing> {
  if (isNew) await signIn.trail.note(person, 'provider-linked');
  const call = { headers: authHeadersOf(request, 'without-session'), returnHeaders: true as const };
  const isTrusted = signIn.provider?.settings.secondFactor === 'provider';
  const { hasAuthenticator, passkeys } = await findFactors(signIn.pool, person);
  if (hasAuthenticator && !isTrusted) {
    const pending = await signIn.auth.api.openPending({ body: { userId: person }, ...call });
    return { page: pageOf({ next: 'code', to }), cookies: pending.headers };
  }
  // The key alone says all that is asked for here.
  if (passkeys > 0 && !isTrusted) return { page: pageOf({ next: 'passkey', to }) };
  await signIn.trail.note(person, isTrusted ? 'entered-provider' : 'entered-to-enrol');
  const body = { userId: person, secondFactor: isTrusted };
  const opened = await signIn.auth.api.openSession({ body, ...call });
  return { page: isTrusted ? to : '/staff/enrol', cookies: opened.headers };
}

async function handleReturn(
  signIn: SignIn,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  if (signIn.provider === undefined) return reply.redirect(pageOf({ refused: 'provider-none' }));
  const limited = await limitReached(signIn, request);
  if (limited) return reply.redirect(pageOf({ refused: 'too-often' }));
  const headers = authHeadersOf(request, 'without-session');
  const finished = await signIn.provider.finish(returnQuery.parse(request.query), headers);
  const to = staffPath.test(finished.back ?? '') ? (finished.back ?? '') : '/staff/';
  const landing: Landing = finished.outcome.ok
    ? await admit(signIn, request, finished.outcome.value, to)
    : { page: pageOf({ refused: finished.outcome.error, to }) };
  for (const cookies of [finished.cookies, landing.cookies])
    for (const cookie of cookies?.getSetCookie() ?? []) reply.header('set-cookie', cookie);
  return reply.redirect(landing.page);
}

/** Staff: in by the government's identity provider, where the operator named one. */
export function providerRoutes(app: Routes, signIn: SignIn): void {
  app.get(
    '/api/auth/staff/ways',
    { schema: { tags, summary: '工作人员有哪些登录方式', response: { 200: waysAnswer } } },
    async () => {
      const { provider } = signIn;
      return { provider: provider === undefined ? null : { name: provider.settings.name ?? null } };
    },
  );
  app.post(
    '/api/auth/staff/provider',
    {
      schema: {
        tags,
        summary: '去统一身份认证登录',
        body: beginBody,
        response: { 200: beginAnswer, ...refusals },
      },
    },
    async (request, reply) => answer(reply, await handleBegin(signIn, request, request.body)),
  );
  app.get(
    // The path that the library tells the provider to come back to.
    '/api/auth/callback/oidc',
    { schema: { tags, summary: '从统一身份认证回来' } },
    async (request, reply) => handleReturn(signIn, request, reply),
  );
}
