import { ok } from '@liren/core/basics/result.ts';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { maskPhone } from '../adapters/crypto/mask.ts';
import { isMainlandMobile, normalisePhone, type PhoneNumber } from '../adapters/crypto/phone.ts';
import { type CodeErrand, codeErrand, hideCode } from './auth.ts';
import { authHeadersOf, callAuth } from './call-auth.ts';
import { ensureAuthUser } from './credentials.ts';
import { answer, type Outcome, refused } from './errors.ts';
import { getOrAddByPhone } from './people.ts';
import { type Entered, enteredSchema, type Routes, refusals, tags } from './routes.ts';
import type { SignIn } from './sign-in.ts';

const codeBody = z.object({ phone: z.string().max(40) });
const codeAnswer = z.object({
  sentTo: z.string(),
  validSeconds: z.number().int(),
  /** Before this no further code is sent. */
  retryAfterSeconds: z.number().int(),
  /** Only in the demonstration. */
  demoCode: z.string().optional(),
});
const enterBody = z.object({ phone: z.string().max(40), code: z.string().regex(/^\d{4,8}$/) });

function findMobile(text: string): PhoneNumber | undefined {
  const phone = normalisePhone(text);
  return phone.ok && isMainlandMobile(phone.value) ? phone.value : undefined;
}

async function sendCode(signIn: SignIn, phone: PhoneNumber): Promise<CodeErrand['outcome']> {
  const errand: CodeErrand = { phone, outcome: undefined };
  const body = { phoneNumber: signIn.blindIndex.ofPhone(phone) };
  await codeErrand.run(errand, () => signIn.auth.api.sendPhoneNumberOTP({ body }));
  return errand.outcome;
}

async function handleCode(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof codeBody>,
): Promise<Outcome<z.infer<typeof codeAnswer>>> {
  const phone = findMobile(body.phone);
  if (phone === undefined) return refused('not-a-mobile');
  const { rules, codeSeconds } = signIn.settings;
  const subject = signIn.blindIndex.ofPhone(phone);
  const pause = await signIn.attempts.take(rules.codePause, subject, signIn.now());
  if (!pause.allowed) return refused('too-often', pause.retryAfterSeconds);
  const limits = [
    [rules.codesPerPhone, subject],
    [rules.codesPerAddress, request.ip],
  ] as const;
  const allowed = await signIn.attempts.takeAll(limits, signIn.now());
  if (!allowed.allowed) return refused('too-often', allowed.retryAfterSeconds);
  const outcome = await sendCode(signIn, phone);
  if (typeof outcome !== 'object') return refused('sms-not-sent');
  const shown = outcome.shownCode === undefined ? {} : { demoCode: outcome.shownCode };
  const retryAfterSeconds = rules.codePause.windowSeconds;
  return ok({ body: { sentTo: maskPhone(phone), validSeconds: codeSeconds, retryAfterSeconds, ...shown } });
}

/** Spends the code; undefined when it was right. */
async function checkCode(
  signIn: SignIn,
  phone: PhoneNumber,
  code: string,
): Promise<'code-wrong' | 'code-gone' | 'too-often' | undefined> {
  const index = signIn.blindIndex.ofPhone(phone);
  const body = { phoneNumber: index, code: hideCode(signIn.secret, index, code) };
  const checked = await callAuth(signIn.auth.api.consumePhoneNumberOTP({ body, returnHeaders: true }));
  if (checked.ok) return undefined;
  if (checked.error === 'TOO_MANY_ATTEMPTS') return 'too-often';
  return checked.error === 'INVALID_OTP' ? 'code-wrong' : 'code-gone';
}

async function handleEnter(
  signIn: SignIn,
  request: FastifyRequest,
  body: z.infer<typeof enterBody>,
): Promise<Outcome<Entered>> {
  const phone = findMobile(body.phone);
  if (phone === undefined) return refused('not-a-mobile');
  const rule = signIn.settings.rules.codeGuesses;
  const subject = signIn.blindIndex.ofPhone(phone);
  // Counted before it is checked: of many guesses at once no more than the limit are looked at.
  const guess = await signIn.attempts.take(rule, subject, signIn.now());
  if (!guess.allowed) return refused('too-often', guess.retryAfterSeconds);
  const wrong = await checkCode(signIn, phone, body.code);
  if (wrong) return refused(wrong);
  await signIn.attempts.clear(rule, subject);
  const person = await getOrAddByPhone(signIn, phone, signIn.now());
  if (person.kind === 'staff') return refused('use-staff-entrance');
  await ensureAuthUser(signIn.pool, person.id, signIn.now());
  const opened = await signIn.auth.api.openSession({
    body: { userId: person.id, secondFactor: false },
    headers: authHeadersOf(request),
    returnHeaders: true,
  });
  return ok({
    body: { personId: person.id, kind: 'resident', secondFactor: false },
    cookies: opened.headers,
  });
}

/** Residents: a code to the phone, then in; a first visit makes the person. */
export function phoneRoutes(app: Routes, signIn: SignIn): void {
  app.post(
    '/api/auth/phone/code',
    {
      schema: { tags, summary: '发送短信验证码', body: codeBody, response: { 200: codeAnswer, ...refusals } },
    },
    async (request, reply) => answer(reply, await handleCode(signIn, request, request.body)),
  );
  app.post(
    '/api/auth/phone/enter',
    {
      schema: {
        tags,
        summary: '用验证码登录',
        body: enterBody,
        response: { 200: enteredSchema, ...refusals },
      },
    },
    async (request, reply) => answer(reply, await handleEnter(signIn, request, request.body)),
  );
}
