import type { Instant, PersonId } from '@liren/core/basics/ids.ts';
import type { SmsGateway } from '../adapters/sms/sms-gateway.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { type Auth, createAuth } from './auth.ts';
import type { PeopleDeps } from './people.ts';
import type { Provider, ProviderSettings } from './provider.ts';
import { createStaffProvider, type Vouched } from './provider-person.ts';
import { createSessionCookies, type SessionCookies } from './session-cookies.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { type SignInSettings, usualSettings } from './settings.ts';
import { createTrail, type Trail } from './trail.ts';

export interface SignInDeps extends PeopleDeps {
  readonly sms: SmsGateway;
  /** 64 hex, held outside the database. */
  readonly secret: string;
  /** Address that people type; cookies are `Secure` when it is https. */
  readonly publicUrl: string;
  /** One-click roles exist in 'demo' only. */
  readonly mode: 'demo' | 'production';
  readonly now: () => Instant;
  /** Told of every role that somebody took on with one click. */
  readonly demoEntered?: (person: PersonId, session: string) => Promise<void>;
  /** Other origins whose pages may send requests, such as a phone shell's. */
  readonly trustedOrigins?: readonly string[];
  readonly settings?: Partial<SignInSettings>;
  /** The government's identity provider, where there is one. */
  readonly oidc?: ProviderSettings | undefined;
}

/** Everything the sign-in routes share. */
export interface SignIn extends SignInDeps {
  readonly auth: Auth;
  readonly attempts: Attempts;
  readonly cookies: SessionCookies;
  readonly sessions: Sessions;
  readonly findSession: Sessions['findSession'];
  readonly settings: SignInSettings;
  readonly trail: Trail;
  readonly provider: Provider<Vouched> | undefined;
}

/** Wires sign-in; register its routes with `signInPlugin`. Throws on a secret too short to be safe. */
export function createSignIn(deps: SignInDeps): SignIn {
  if (!/^[0-9a-f]{64,}$/.test(deps.secret))
    throw new Error('the sign-in secret must be at least 64 hex digits');
  const { pool, sms, secret, publicUrl } = deps;
  const settings = { ...usualSettings, ...deps.settings };
  const cookies = createSessionCookies(
    secret,
    publicUrl.startsWith('https://'),
    settings.quickSessionSeconds * 1000,
  );
  const sessions = createSessions({ pool, cookies, settings, now: deps.now });
  const trail = createTrail(pool, deps.now);
  const shared = { ...deps, settings, trail };
  return {
    ...shared,
    provider: deps.oidc && createStaffProvider({ ...shared, provider: deps.oidc }),
    cookies,
    sessions,
    auth: createAuth({ pool, sms, secret, publicUrl, settings, now: deps.now }),
    attempts: createAttempts(pool, Buffer.from(secret, 'hex')),
    findSession: sessions.findSession,
  };
}

/** For a job: forgets ended sessions, old codes and past limits; how many rows went. */
export const removeExpiredSignIn = async (signIn: SignIn): Promise<number> =>
  (await signIn.sessions.removeExpired()) + (await signIn.attempts.removeExpired(signIn.now()));
