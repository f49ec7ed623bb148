import { createHmac } from 'node:crypto';
import { type Instant, instant } from '@liren/core/basics/ids.ts';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Pool } from 'pg';
import { createBlindIndex } from '../adapters/crypto/blind-index.ts';
import { createSealer } from '../adapters/crypto/sealer.ts';
import { createDemoGateway } from '../adapters/sms/demo-gateway.ts';
import type { SmsGateway } from '../adapters/sms/sms-gateway.ts';
import type { ProviderSettings } from './provider.ts';
import type { SignInSettings } from './settings.ts';
import { createSignIn, type SignIn } from './sign-in.ts';
import { signInPlugin } from './sign-in-plugin.ts';

/** A server with sign-in and one route of another module, for tests. */
export interface TestServer {
  readonly app: FastifyInstance;
  readonly signIn: SignIn;
  /** Moves our clock; the library's own stays. */
  readonly pass: (seconds: number) => void;
  readonly now: () => Instant;
  /** A browser with its own cookies. */
  readonly browser: (device?: string) => Browser;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  readonly send: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: object,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
}

export interface TestOptions {
  readonly mode?: 'demo' | 'production';
  readonly sms?: SmsGateway;
  readonly publicUrl?: string;
  readonly oidc?: ProviderSettings;
  readonly settings?: Partial<SignInSettings>;
}

export function openBrowser(app: FastifyInstance, device: string): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    send: async (method, url, body, headers = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await app.inject({
        method,
        url,
        headers: {
          'user-agent': device,
          origin: 'http://localhost',
          ...(cookie ? { cookie } : {}),
          ...headers,
        },
        ...(body ? { payload: body } : {}),
      });
      for (const line of [response.headers['set-cookie'] ?? []].flat()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (/max-age=0/i.test(line)) cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
}

export async function startTestServer(pool: Pool, options: TestOptions = {}): Promise<TestServer> {
  let offset = 0;
  const now = (): Instant => instant(Date.now() + offset);
  const signIn = createSignIn({
    pool,
    sealer: createSealer([{ id: 'k1', key: new Uint8Array(32).fill(1) }]),
    blindIndex: createBlindIndex(new Uint8Array(32).fill(2)),
    sms: options.sms ?? createDemoGateway(),
    secret: '5a'.repeat(32),
    publicUrl: options.publicUrl ?? 'http://localhost',
    mode: options.mode ?? 'demo',
    oidc: options.oidc,
    ...(options.settings && { settings: options.settings }),
    now,
  });
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  signInPlugin(app, signIn);
  app.get('/whoami', async (request) => (await signIn.findSession(request)) ?? null);
  app.post('/act', async () => 'acted');
  await app.ready();
  return {
    app,
    signIn,
    now,
    pass: (seconds) => {
      offset += seconds * 1000;
    },
    browser: (device = 'test phone') => openBrowser(app, device),
  };
}

/** Signs a resident in by phone, as the demonstration's pages do. */
export async function enterByPhone(browser: Browser, phone: string): Promise<LightMyRequestResponse> {
  const { demoCode: code } = (await browser.send('POST', '/api/auth/phone/code', { phone })).json();
  return browser.send('POST', '/api/auth/phone/enter', { phone, code });
}

function base32Bytes(text: string): Buffer {
  const bits = Array.from(text.replace(/=+$/, ''), (letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator shows for an otpauth:// address, `steps` half-minutes from now (RFC 6238). */
export function authenticatorCode(totpUri: string, steps = 0): string {
  const secret = base32Bytes(new URL(totpUri).searchParams.get('secret') ?? '');
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const at = digest.readUInt8(19) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
