import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import OidcProvider from 'oidc-provider';

/** A certified OpenID provider on loopback, for tests: whoever comes is signed in as the next account. */
export interface TestProvider {
  readonly issuer: string;
  /** The claims of the account that the next visitor is. */
  readonly signInAs: (account: string, claims?: Readonly<Record<string, unknown>>) => void;
  /** Follows the browser's way through the provider; the address at which it comes back to us. */
  readonly visit: (url: string) => Promise<URL>;
  readonly close: () => Promise<void>;
}

export const testClient = { clientId: 'liren', clientSecret: 'a secret that only two know' } as const;

interface Visitor {
  account: string;
  readonly claims: Map<string, Readonly<Record<string, unknown>>>;
}

const configurationOf = (redirectUri: string, visitor: Visitor) => ({
  clients: [
    {
      client_id: testClient.clientId,
      client_secret: testClient.clientSecret,
      redirect_uris: [redirectUri],
      token_endpoint_auth_method: 'client_secret_basic' as const,
    },
  ],
  clientAuthMethods: ['client_secret_basic' as const],
  claims: { openid: ['sub'], phone: ['phone_number', 'phone_number_verified'], profile: ['employee_number'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  cookies: { keys: ['test'] },
  ttl: { AccessToken: 60, IdToken: 60, Grant: 60, Interaction: 60, Session: 60 },
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  findAccount: (_: unknown, accountId: string) => ({
    accountId,
    claims: () => ({ sub: accountId, ...visitor.claims.get(accountId) }),
  }),
});

/** The provider's own sign-in page, where a person would type: here the next account simply is. */
async function interact(
  provider: OidcProvider,
  visitor: Visitor,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { params } = await provider.interactionDetails(request, response);
  if (visitor.account === 'nobody')
    return provider.interactionFinished(request, response, { error: 'access_denied' });
  const grant = new provider.Grant({ accountId: visitor.account, clientId: testClient.clientId });
  grant.addOIDCScope(String(params['scope']));
  const consent = { grantId: await grant.save() };
  return provider.interactionFinished(request, response, { login: { accountId: visitor.account }, consent });
}

export async function startTestProvider(redirectUri: string): Promise<TestProvider> {
  const visitor: Visitor = { account: 'nobody', claims: new Map() };
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new OidcProvider(issuer, configurationOf(redirectUri, visitor));
  const handle = provider.callback();
  server.on('request', (request, response) =>
    request.url?.startsWith('/interaction/') === true
      ? void interact(provider, visitor, request, response)
      : void handle(request, response),
  );
  return {
    issuer,
    signInAs: (account, claims = {}) => {
      visitor.account = account;
      visitor.claims.set(account, claims);
    },
    visit: (url) => visit(url, issuer),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A browser of its own each time: the provider remembers nobody. */
async function visit(first: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let url = new URL(first);
  for (let hops = 0; hops < 10 && url.origin === issuer; hops += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the provider stopped at ${url}: ${await response.text()}`);
    url = new URL(location, url);
  }
  return url;
}
