import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { withDates } from './date-pool.ts';
import type { SignInSettings } from './settings.ts';

export const cookiePrefix = 'liren';

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const accountTable = {
  modelName: 'auth_account',
  fields: {
    userId: 'user_id',
    accountId: 'account_id',
    providerId: 'provider_id',
    accessToken: 'access_token',
    refreshToken: 'refresh_token',
    idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at',
    refreshTokenExpiresAt: 'refresh_token_expires_at',
    ...times,
  },
};

/** The longest of all; the shorter limits of staff are kept by our own look-up. */
export const sessionSeconds = (settings: SignInSettings): number =>
  Math.max(settings.residentSessionSeconds, settings.staffSessionSeconds);

const sessionTable = (settings: SignInSettings) =>
  ({
    modelName: 'auth_session',
    fields: {
      userId: 'user_id',
      expiresAt: 'expires_at',
      ipAddress: 'ip_address',
      userAgent: 'user_agent',
      ...times,
    },
    additionalFields: {
      secondFactor: { type: 'boolean', fieldName: 'second_factor', defaultValue: false, input: false },
    },
    expiresIn: sessionSeconds(settings),
    disableSessionRefresh: true,
  }) as const;

export interface TablesDeps {
  readonly pool: Pool;
  readonly secret: string;
  readonly publicUrl: string;
  readonly settings: SignInSettings;
}

/** What every instance of the library shares: our tables, our cookies, no voice of its own. */
export const sharedOptions = ({ pool, secret, publicUrl, settings }: TablesDeps) => ({
  appName: '里仁',
  baseURL: publicUrl,
  secret,
  database: {
    db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: withDates(pool) }) }),
    type: 'postgres' as const,
  },
  telemetry: { enabled: false },
  // Its messages may quote input; ours are written at the routes.
  logger: { disabled: true },
  user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...times } },
  account: accountTable,
  verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...times } },
  session: sessionTable(settings),
  advanced: {
    cookiePrefix,
    useSecureCookies: publicUrl.startsWith('https://'),
    ipAddress: { disableIpTracking: true },
    database: { generateId: () => randomUUID() },
  },
});
