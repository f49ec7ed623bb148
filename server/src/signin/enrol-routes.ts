import { ok } from '@liren/core/basics/result.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { authHeadersOf, callAuth } from './call-auth.ts';
import { answer, type Outcome, refused } from './errors.ts';
import { findFactors } from './factors.ts';
import { findPerson } from './people.ts';
import { type Entered, enteredSchema, type Routes, refusals, tags } from './routes.ts';
import type { SignIn } from './sign-in.ts';

const enrolBody = z.object({ password: z.string().min(1).max(128) });
const enrolAnswer = z.object({
  /** otpauth:// address for the authenticator, to be drawn as a QR code. */
  totpUri: z.string(),
  /** Each signs in once when the phone is lost; shown now and never again. */
  backupCodes: z.array(z.string()),
});
const confirmBody = z.object({ code: z.string().regex(/^\d{6}$/) });

/** The library labels the entry with an address of ours that means nothing to people; a name does. */
function relabel(totpUri: string, name: string): string {
  const query = totpUri.slice(totpUri.indexOf('?'));
  return `otpauth://totp/${encodeURIComponent(`里仁:${name}`)}${query}`;
}

async function handleEnrol(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof enrolBody>,
): Promise<Outcome<z.infer<typeof enrolAnswer>>> {
  const session = await signIn.sessions.findFreshSession(request);
  if (session?.kind !== 'staff') return refused('sign-in-needed');
  const { passkeys } = await findFactors(signIn.pool, session.personId);
  if (passkeys > 0 && !session.secondFactor) return refused('sign-in-needed');
  const rule = signIn.settings.rules.passwordGuesses;
  const guess = await signIn.attempts.take(rule, session.personId, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  const enabled = await callAuth(
    signIn.auth.api.enableTwoFactor({
      body: { password: body.password, method: 'totp' },
      headers: authHeadersOf(request),
      returnHeaders: true,
    }),
  );
  if (!enabled.ok)
    return refused(enabled.error === 'TOTP_ALREADY_ENABLED' ? 'already-enrolled' : 'password-wrong');
  await signIn.attempts.clear(rule, session.personId);
  const { response } = enabled.value;
  if (response.method !== 'totp') throw new Error('asked for an authenticator, got another factor');
  const person = await findPerson(signIn, session.personId);
  const totpUri = relabel(response.totpURI, person?.name ?? '工作人员');
  return ok({ body: { totpUri, backupCodes: response.backupCodes } });
}

async function handleConfirm(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof confirmBody>,
): Promise<Outcome<Entered>> {
  const session = await signIn.sessions.findFreshSession(request);
  if (session?.kind !== 'staff') return refused('sign-in-needed');
  const { hasAuthenticator, passkeys } = await findFactors(signIn.pool, session.personId);
  if (hasAuthenticator) return refused('already-enrolled');
  if (passkeys > 0 && !session.secondFactor) return refused('sign-in-needed');
  const { rules } = signIn.settings;
  const guess = await signIn.attempts.take(rules.secondFactorGuesses, session.personId, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  const { code } = body;
  const headers = authHeadersOf(request);
  const checked = await callAuth(
    signIn.auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
  );
  if (!checked.ok) return refused('second-factor-wrong');
  await signIn.attempts.clear(rules.secondFactorGuesses, session.personId);
  await signIn.attempts.take(rules.secondFactorUse, `${session.personId}:${code}`, signIn.now());
  // Whatever was signed in by password alone ends now.
  await signIn.pool.query('delete from auth_session where user_id = $1 and not second_factor', [
    session.personId,
  ]);
  await signIn.trail.note(session.personId, 'factor-bound');
  const granted = { personId: session.personId, kind: 'staff' as const, secondFactor: true };
  return ok({ body: granted, cookies: checked.value.headers });
}

/** Enrolment of an authenticator by staff who have signed in with a password only. */
export function enrolRoutes(app: Routes, signIn: SignIn): void {
  app.post(
    '/api/auth/staff/enrol',
    {
      schema: {
        tags,
        summary: '开始绑定动态码',
        body: enrolBody,
        response: { 200: enrolAnswer, ...refusals },
      },
    },
    async (request, reply) => answer(reply, await handleEnrol(signIn, request, request.body)),
  );
  app.post(
    '/api/auth/staff/enrol/confirm',
    {
      schema: {
        tags,
        summary: '确认动态码',
        body: confirmBody,
        response: { 200: enteredSchema, ...refusals },
      },
    },
    async (request, reply) => answer(reply, await handleConfirm(signIn, request, request.body)),
  );
}
