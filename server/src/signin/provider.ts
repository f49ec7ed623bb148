import { AsyncLocalStorage } from 'node:async_hooks';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { z } from 'zod';
import { accountTable, sharedOptions, type TablesDeps } from './auth-tables.ts';

/** A government identity provider (统一身份认证) that vouches for staff, spoken to by OpenID Connect. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: readonly string[];
  /** The claim that tells who somebody is here, and what it holds. */
  readonly claim: string;
  readonly match: 'phone' | 'login-name';
  /** Who asks for the second factor: we, or the provider, whose operator then answers for it. */
  readonly secondFactor: 'here' | 'provider';
  /** On the button; undefined where the usual words do. */
  readonly name: string | undefined;
}

export type Claims = Readonly<Record<string, unknown>>;

/** Why somebody whom the provider may know does not come in here. */
export type ProviderRefusal =
  /** No answer, or none that can be understood. */
  | 'provider-away'
  /** Another issuer than configured, or a token that does not verify. */
  | 'provider-untrusted'
  /** The person, or the provider, broke off. */
  | 'provider-denied'
  /** The way back was used already, took too long, or began in another browser. */
  | 'provider-expired'
  /** Nobody here is the one that the claim names. */
  | 'provider-unknown'
  /** Somebody here, without a seat today. */
  | 'provider-no-post'
  /** Somebody here, who is linked to another identity there: a number that changed hands must not open the old account. */
  | 'provider-other-identity';

/** The library's row that links a person to an identity of the provider. */
export const providerId = 'oidc';
const answerMilliseconds = 5_000;

/** What a sign-in on its way back came to; lives in memory for one request only. */
export interface ProviderErrand<Person> {
  outcome: Result<Person, ProviderRefusal> | undefined;
}

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  // The standard's own default where a provider says nothing.
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
});
type Metadata = z.infer<typeof metadataSchema>;

const bare = (url: string): string => url.replace(/\/+$/, '');
const discoveryUrlOf = (issuer: string): string => `${bare(issuer)}/.well-known/openid-configuration`;

async function readJson(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  try {
    const signal = AbortSignal.timeout(answerMilliseconds);
    const response = await fetch(url, { signal, headers, redirect: 'error' });
    return response.ok ? await response.json() : undefined;
  } catch {
    // Away, too slow, or not JSON: each is an answer that never came.
    return undefined;
  }
}

/** OpenID Connect Discovery 4.3: the document must name exactly the issuer that was asked for. */
async function discover(issuer: string): Promise<Result<Metadata, ProviderRefusal>> {
  const metadata = metadataSchema.safeParse(await readJson(discoveryUrlOf(issuer)));
  if (!metadata.success) return err('provider-away');
  return bare(metadata.data.issuer) === bare(issuer) ? ok(metadata.data) : err('provider-untrusted');
}

/** The claims of a token that the library has verified just before. */
function claimsOf(idToken: string): Claims {
  const [, payload = ''] = idToken.split('.');
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Claims;
}

export interface ProviderDeps<Person> extends TablesDeps {
  readonly provider: ProviderSettings;
  readonly findPerson: (claims: Claims, identity: string) => Promise<Result<Person, ProviderRefusal>>;
  readonly identityOf: (issuer: string, subject: string) => string;
  /** The address by which the library's row of a person is found. */
  readonly emailOf: (person: Person) => string;
}

/**
 * An instance of the library for the provider alone, made when first needed: a provider that is away, or slow, holds up
 * nobody who signs in by another way. State, nonce, PKCE and the token's verification are the library's.
 */
function createAuthWith<Person>(
  deps: ProviderDeps<Person>,
  metadata: Metadata,
  errands: AsyncLocalStorage<ProviderErrand<Person>>,
) {
  const { provider } = deps;
  /** The identity token says who; what it leaves out is asked for once more, of the same subject. */
  const readClaims = async (idToken: string, accessToken: string | undefined): Promise<Claims> => {
    const claims = claimsOf(idToken);
    if (claims[provider.claim] !== undefined || metadata.userinfo_endpoint === undefined) return claims;
    const headers = { authorization: `Bearer ${accessToken ?? ''}` };
    const more = z
      .looseObject({ sub: z.literal(String(claims['sub'])) })
      .safeParse(await readJson(metadata.userinfo_endpoint, headers));
    return more.success ? { ...more.data, ...claims } : claims;
  };
  const identityOf = (claims: Claims): string => deps.identityOf(metadata.issuer, String(claims['sub']));

  return betterAuth({
    ...sharedOptions(deps),
    account: {
      ...accountTable,
      updateAccountOnSignIn: false,
      // The address that links is ours, made from the person whom `findPerson` found.
      accountLinking: { enabled: true, trustedProviders: [providerId], requireLocalEmailVerified: false },
    },
    databaseHooks: {
      account: {
        // Tokens hold names and numbers in the clear, and are of no use to us.
        create: { before: async (row) => ({ data: { ...row, ...noTokens } }) },
      },
      session: {
        // The provider's word alone opens nothing: our own route decides what it is worth.
        create: { before: async () => false },
      },
    },
    plugins: [
      genericOAuth({
        config: [
          {
            providerId,
            discoveryUrl: discoveryUrlOf(provider.issuer),
            clientId: provider.clientId,
            clientSecret: provider.clientSecret,
            scopes: [...provider.scopes],
            authentication: metadata.token_endpoint_auth_methods_supported.includes('client_secret_post')
              ? 'post'
              : 'basic',
            pkce: true,
            requireIdTokenVerification: true,
            disableSignUp: true,
            accountSubject: ({ tokens }) => identityOf(claimsOf(tokens.idToken ?? '')),
            getUserInfo: async ({ idToken, accessToken }) => {
              const errand = errands.getStore();
              if (errand === undefined || idToken === undefined) return null;
              const claims = await readClaims(idToken, accessToken);
              errand.outcome = await deps.findPerson(claims, identityOf(claims));
              if (!errand.outcome.ok) return null;
              const email = deps.emailOf(errand.outcome.value);
              const sub = String(claims['sub']);
              return { id: sub, sub, email, emailVerified: true, name: 'person' };
            },
          },
        ],
      }),
    ],
  });
}

const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
  scope: null,
};

export interface Provider<Person> {
  readonly settings: ProviderSettings;
  /** The address at the provider where the browser goes next, and the cookies that bind its return to this browser. */
  readonly begin: (back: string, headers: Headers) => Promise<Result<Begun, ProviderRefusal>>;
  /** Once for each beginning: who came back, or why nobody did. */
  readonly finish: (query: Readonly<Record<string, string>>, headers: Headers) => Promise<Finished<Person>>;
}
interface Begun {
  readonly url: string;
  readonly cookies: Headers;
}
export interface Finished<Person> {
  readonly outcome: Result<Person, ProviderRefusal>;
  /** Where the beginning said to come back to; undefined when it is not known any more. */
  readonly back: string | undefined;
  readonly cookies: Headers;
}

/** What the library writes into the address after a sign-in that was right, and whose session we then did not want. */
const withoutSession = 'unable_to_create_session';
const broken: Readonly<Record<string, ProviderRefusal>> = {
  access_denied: 'provider-denied',
  login_required: 'provider-denied',
  interaction_required: 'provider-denied',
  state_mismatch: 'provider-expired',
  state_not_found: 'provider-expired',
  state_invalid: 'provider-expired',
};

export function createProvider<Person>(deps: ProviderDeps<Person>): Provider<Person> {
  const errands = new AsyncLocalStorage<ProviderErrand<Person>>();
  let ready: Promise<Result<ReturnType<typeof createAuthWith<Person>>, ProviderRefusal>> | undefined;
  const getReady = async () => {
    const metadata = await discover(deps.provider.issuer);
    return metadata.ok ? ok(createAuthWith(deps, metadata.value, errands)) : metadata;
  };
  const getAuth = async () => {
    ready ??= getReady();
    const auth = await ready;
    // Asked again by the next who comes: it may be back by then.
    if (!auth.ok) ready = undefined;
    return auth;
  };

  return {
    settings: deps.provider,
    begin: async (back, headers) => {
      const auth = await getAuth();
      if (!auth.ok) return auth;
      const { response, headers: cookies } = await auth.value.api.signInSocial({
        body: { provider: providerId, callbackURL: back, errorCallbackURL: back, disableRedirect: true },
        headers,
        returnHeaders: true,
      });
      return 'url' in response && response.url !== undefined
        ? ok({ url: response.url, cookies })
        : err('provider-away');
    },
    finish: async (query, headers) => {
      const auth = await getAuth();
      if (!auth.ok) return { outcome: auth, back: undefined, cookies: new Headers() };
      const errand: ProviderErrand<Person> = { outcome: undefined };
      const response = await errands.run(errand, () =>
        auth.value.api.callbackOAuth({
          method: 'GET',
          params: { id: providerId },
          query,
          headers,
          asResponse: true,
        }),
      );
      const to = new URL(response.headers.get('location') ?? '/', deps.publicUrl);
      const said = to.searchParams.get('error') ?? '';
      const isRight = errand.outcome?.ok === true && said === withoutSession;
      const outcome = isRight || errand.outcome?.ok === false ? errand.outcome : undefined;
      return {
        outcome: outcome ?? err(broken[said] ?? 'provider-untrusted'),
        back: to.searchParams.get('to') ?? undefined,
        cookies: response.headers,
      };
    },
  };
}
