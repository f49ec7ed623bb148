import { ok } from '@liren/core/basics/result.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { authHeadersOf, callAuth } from './call-auth.ts';
import { answer, type Outcome, refused } from './errors.ts';
import { findFactors } from './factors.ts';
import { findPasswordWeakness } from './password-rules.ts';
import { findPerson } from './people.ts';
import { type Entered, enteredSchema, type Routes, refusals, tags } from './routes.ts';
import type { SignIn } from './sign-in.ts';

const passwordText = z.string().min(1).max(128);
const enterBody = z.object({ loginName: z.string().min(1).max(200), password: passwordText });
const enterAnswer = z.object({
  /** 'passkey': the only second factor is one, and it needs no password. 'enrol': signed in, and nothing is allowed but to enrol a second factor. */
  next: z.enum(['second-factor', 'passkey', 'enrol']),
});
/** Six digits of the authenticator, or a backup code such as Ab3dE-9xYz1. */
const factorBody = z.object({ code: z.string().regex(/^(\d{6}|[A-Za-z0-9]{5}-[A-Za-z0-9]{5})$/) });
const passwordBody = z.object({ password: passwordText, next: passwordText });

/** Where the name is somebody's: their own trail shows that another tried it. */
async function noteRefused(signIn: SignIn, username: string): Promise<void> {
  const { rows } = await signIn.pool.query<{ id: string }>('select id from auth_user where username = $1', [
    username,
  ]);
  if (rows[0] !== undefined) await signIn.trail.note(rows[0].id, 'refused-password');
}

async function handleEnter(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof enterBody>,
): Promise<Outcome<z.infer<typeof enterAnswer>>> {
  const { rules } = signIn.settings;
  const username = signIn.blindIndex.ofLoginName(body.loginName);
  const limits = [
    [rules.passwordGuesses, username],
    [rules.passwordGuessesPerAddress, request.ip],
  ] as const;
  const guess = await signIn.attempts.takeAll(limits, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  const { password } = body;
  const call = signIn.auth.api.signInUsername({
    body: { username, password },
    headers: authHeadersOf(request, 'without-session'),
    returnHeaders: true,
  });
  const entered = await callAuth(call);
  // One answer for an unknown name and a wrong password: names cannot be tried out.
  if (!entered.ok) {
    await noteRefused(signIn, username);
    return refused('password-wrong');
  }
  await signIn.attempts.clear(rules.passwordGuesses, username);
  const { response } = entered.value;
  const isPending = 'twoFactorRedirect' in response;
  if (isPending) return ok({ body: { next: 'second-factor' }, cookies: entered.value.headers });
  const { token, user } = response;
  if ((await findFactors(signIn.pool, user.id)).passkeys > 0) {
    await signIn.pool.query('delete from auth_session where token = $1', [token]);
    return ok({ body: { next: 'passkey' } });
  }
  await signIn.trail.note(user.id, 'entered-to-enrol');
  return ok({ body: { next: 'enrol' }, cookies: entered.value.headers });
}

const isBackupCode = (code: string): boolean => code.includes('-');

async function handleSecondFactor(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof factorBody>,
): Promise<Outcome<Entered>> {
  const { rules } = signIn.settings;
  const guess = await signIn.attempts.take(rules.secondFactorPerAddress, request.ip, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  const { code } = body;
  // Without the session cookie the library can only continue the sign-in that is pending.
  const call = {
    body: { code },
    headers: authHeadersOf(request, 'without-session'),
    returnHeaders: true as const,
  };
  const { api } = signIn.auth;
  const checked = await callAuth(isBackupCode(code) ? api.verifyBackupCode(call) : api.verifyTOTP(call));
  if (!checked.ok) {
    if (checked.error === 'ACCOUNT_TEMPORARILY_LOCKED') return refused('too-often');
    const isWrong = checked.error === 'INVALID_CODE' || checked.error === 'INVALID_BACKUP_CODE';
    return refused(isWrong ? 'second-factor-wrong' : 'second-factor-gone');
  }
  const { user, token } = checked.value.response;
  const use = await signIn.attempts.take(rules.secondFactorUse, `${user.id}:${code}`, signIn.now());
  if (!use.allowed) {
    // A code seen over somebody's shoulder: right, and used already.
    await signIn.pool.query('delete from auth_session where token = $1', [token]);
    await signIn.trail.note(user.id, 'refused-second-factor');
    return refused('second-factor-wrong', use.retryAfterSeconds);
  }
  const { headers } = checked.value;
  await signIn.trail.note(user.id, 'entered-password');
  return ok({ body: { personId: user.id, kind: 'staff', secondFactor: true }, cookies: headers });
}

async function handlePassword(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof passwordBody>,
): Promise<Outcome<null>> {
  const session = await signIn.sessions.findFreshSession(request);
  if (session?.kind !== 'staff' || !session.secondFactor) return refused('sign-in-needed');
  const { rules, passwordMinimumCharacters } = signIn.settings;
  const choice = await signIn.attempts.take(rules.passwordChoices, session.personId, signIn.now());
  if (!choice.allowed) return refused('too-often', choice.retryAfterSeconds);
  const { name, phone } = (await findPerson(signIn, session.personId)) ?? {};
  const weakness = await findPasswordWeakness(body.next, { name, phone }, passwordMinimumCharacters);
  if (weakness) return refused(weakness);
  const guess = await signIn.attempts.take(rules.passwordGuesses, session.personId, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  const changed = await callAuth(
    signIn.auth.api.changePassword({
      body: { currentPassword: body.password, newPassword: body.next },
      headers: authHeadersOf(request),
      returnHeaders: true,
    }),
  );
  if (!changed.ok) return refused('password-wrong');
  await signIn.attempts.clear(rules.passwordGuesses, session.personId);
  await signIn.sessions.revokeOthers(session.personId, session.sessionId);
  await signIn.trail.note(session.personId, 'password-changed');
  return ok({ body: null });
}

/** Staff: name and password, then the second factor; whoever has none yet must enrol one first. */
export function staffRoutes(app: Routes, signIn: SignIn): void {
  app.post(
    '/api/auth/staff/enter',
    {
      schema: { tags, summary: '账号密码登录', body: enterBody, response: { 200: enterAnswer, ...refusals } },
    },
    async (request, reply) => answer(reply, await handleEnter(signIn, request, request.body)),
  );
  app.post(
    '/api/auth/staff/second-factor',
    {
      schema: {
        tags,
        summary: '动态码登录',
        body: factorBody,
        response: { 200: enteredSchema, ...refusals },
      },
    },
    async (request, reply) => answer(reply, await handleSecondFactor(signIn, request, request.body)),
  );
  app.post(
    '/api/auth/staff/password',
    { schema: { tags, summary: '改密码', body: passwordBody, response: { 204: z.null(), ...refusals } } },
    async (request, reply) => answer(reply, await handlePassword(signIn, request, request.body)),
  );
}
