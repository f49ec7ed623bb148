import { AsyncLocalStorage } from 'node:async_hooks';
import { createHmac, randomBytes } from 'node:crypto';
import type { Instant } from '@liren/core/basics/ids.ts';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { phoneNumber } from 'better-auth/plugins/phone-number';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { username } from 'better-auth/plugins/username';
import type { Pool } from 'pg';
import { z } from 'zod';
import type { PhoneNumber } from '../adapters/crypto/phone.ts';
import type { SmsDelivery, SmsFailure, SmsGateway } from '../adapters/sms/sms-gateway.ts';
import { sessionSeconds, sharedOptions } from './auth-tables.ts';
import type { SignInSettings } from './settings.ts';

/** What `createAuth` needs. `secret` is 64 hex that sign cookies and seal second factors. */
export interface AuthDeps {
  readonly pool: Pool;
  readonly sms: SmsGateway;
  readonly secret: string;
  readonly publicUrl: string;
  readonly settings: SignInSettings;
  readonly now: () => Instant;
}

/** The phone that a code is being sent to, and what came of it; lives in memory for one request only. */
export interface CodeErrand {
  readonly phone: PhoneNumber;
  outcome: SmsDelivery | SmsFailure | undefined;
}

/** The library knows phones only by blind index; the real number reaches the gateway around it. */
export const codeErrand = new AsyncLocalStorage<CodeErrand>();

const codeIdentifier = 'phone-number-otp-';
/** Only sessions made by these calls passed the second factor. */
const secondFactorPaths = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

/** Codes stand in the database as HMAC: six digits in the clear would let its reader sign in as anyone. */
export const hideCode = (secret: string, index: string, code: string): string =>
  createHmac('sha256', secret).update(`code\0${index}\0${code}`, 'utf8').digest('hex');

const openSessionSchema = z.object({ userId: z.string(), secondFactor: z.boolean() });
const pendingSeconds = 600;

/** Server-side only: a session for a person whom our own route has just proved. */
const ownEndpoints = {
  id: 'liren',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly({ method: 'POST', body: openSessionSchema }, async (ctx) => {
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
      if (!user) throw new Error('a session was asked for a person without sign-in');
      const override = { secondFactor: ctx.body.secondFactor };
      const session = await ctx.context.internalAdapter.createSession(user.id, false, override, true);
      await setSessionCookie(ctx, { session, user });
      return { sessionId: session.id };
    }),
    /** Half-way in, exactly as the library leaves it after a right password: only its second-factor calls go on. */
    openPending: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const identifier = `2fa-${randomBytes(20).toString('hex')}`;
        const expiresAt = new Date(Date.now() + pendingSeconds * 1000);
        const { internalAdapter, secret } = ctx.context;
        await internalAdapter.createVerificationValue({ value: ctx.body.userId, identifier, expiresAt });
        const attempts = { value: '0', identifier: `2fa-attempts-${identifier}`, expiresAt };
        await internalAdapter.createVerificationValue(attempts);
        const cookie = ctx.context.createAuthCookie('two_factor', { maxAge: pendingSeconds });
        await ctx.setSignedCookie(cookie.name, identifier, secret, cookie.attributes);
        return {};
      },
    ),
  },
};

const plugins = (deps: AuthDeps) =>
  [
    phoneNumber({
      otpLength: deps.settings.codeDigits,
      expiresIn: deps.settings.codeSeconds,
      allowedAttempts: deps.settings.rules.codeGuesses.limit,
      phoneNumberValidator: (index) => /^[0-9a-f]{64}$/.test(index),
      schema: {
        user: { fields: { phoneNumber: 'phone_number', phoneNumberVerified: 'phone_number_verified' } },
      },
      sendOTP: async ({ code }) => {
        const errand = codeErrand.getStore();
        if (!errand) throw new Error('a code was made without a phone to send it to');
        const validMinutes = Math.floor(deps.settings.codeSeconds / 60);
        const sent = await deps.sms.send({ phone: errand.phone, code, validMinutes });
        errand.outcome = sent.ok ? sent.value : sent.error;
      },
    }),
    // Login names too are blind indexes, 64 hex.
    username({ displayUsername: false, maxUsernameLength: 64 }),
    twoFactor({
      issuer: '里仁',
      schema: {
        user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
        twoFactor: {
          modelName: 'auth_two_factor',
          fields: {
            userId: 'user_id',
            backupCodes: 'backup_codes',
            failedVerificationCount: 'failed_verification_count',
            lockedUntil: 'locked_until',
          },
        },
      },
    }),
    ownEndpoints,
  ] as const;

/** Better Auth over our own tables. Its HTTP handler is not mounted: only our routes call it. */
export function createAuth(deps: AuthDeps) {
  return betterAuth({
    ...sharedOptions(deps),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: deps.settings.passwordMinimumCharacters,
    },
    databaseHooks: {
      verification: {
        create: {
          before: async (row) => {
            const [, code, rest] = /^(\d+)(:\d+)$/.exec(row.value) ?? [];
            if (!row.identifier.startsWith(codeIdentifier) || code === undefined) return;
            const index = row.identifier.slice(codeIdentifier.length);
            return { data: { ...row, value: `${hideCode(deps.secret, index, code)}${rest}` } };
          },
        },
      },
      session: {
        create: {
          before: async (row, ctx) => {
            // Our clock, not the library's: our own look-up decides when a session ends.
            const createdAt = new Date(deps.now());
            const expiresAt = new Date(deps.now() + sessionSeconds(deps.settings) * 1000);
            const proved = secondFactorPaths.has(ctx?.path ?? '') ? { secondFactor: true } : {};
            return { data: { ...row, createdAt, updatedAt: createdAt, expiresAt, ...proved } };
          },
        },
      },
    },
    plugins: [...plugins(deps)],
  });
}

export type Auth = ReturnType<typeof createAuth>;
