import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { z } from 'zod';
import type { ProviderSettings } from '../signin/provider.ts';
import { usualDataFolder } from './data-folder.ts';
import { type PlatformError, platformError } from './platform-error.ts';

export interface S3Config {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface SmsConfig {
  /** Receives POST requests from Liren's HTTP gateway adapter. */
  readonly url: string;
  readonly token: string;
}

export interface Config {
  /** Absence of `DATABASE_URL` means the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly dataFolder: string;
  readonly host: string;
  readonly port: number;
  /** A demonstration shows sign-in codes on screen and loads the example street. */
  readonly mode: 'demo' | 'production';
  /** Address that people type, without a final slash. */
  readonly publicUrl: string;
  /** Addresses and ranges of reverse proxies: only what they say about who is asking is believed. */
  readonly trustedProxies: readonly string[];
  /** Content of `LIREN_KEY`; see keys.ts. */
  readonly key: string | undefined;
  readonly sms: SmsConfig | undefined;
  readonly oidc: ProviderSettings | undefined;
  /** Where attached files go instead of the data folder. */
  readonly s3: S3Config | undefined;
}

const url = z.url({ protocol: /^https?$/ }).transform((text) => text.replace(/\/+$/, ''));
const text = z.string().min(1);
/** A range of length 0 would believe everybody. */
const range = z.union([z.cidrv4(), z.cidrv6()]).refine((cidr) => !cidr.endsWith('/0'));
const addresses = z
  .string()
  .transform((list) => list.split(',').map((each) => each.trim()))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), range])));

/** Every variable that Liren reads; `zh` and `en` say what a valid value looks like. */
const variables = {
  PORT: {
    schema: z.coerce.number().int().min(0).max(65535),
    zh: '应为 1 到 65535 的整数。',
    en: 'an integer from 1 to 65535.',
  },
  LIREN_HOST: {
    schema: text,
    zh: '应为监听的地址，例如 127.0.0.1。',
    en: 'an address to listen on, such as 127.0.0.1.',
  },
  LIREN_DATA: { schema: text, zh: '应为一个目录。', en: 'a folder.' },
  DATABASE_URL: {
    schema: z.url({ protocol: /^postgres(ql)?$/ }),
    zh: '应形如 postgresql://用户:密码@主机:5432/库名。',
    en: 'it looks like postgresql://user:password@host:5432/name.',
  },
  LIREN_MODE: {
    schema: z.enum(['demo', 'production']),
    zh: '只能是 demo 或 production。',
    en: 'demo or production.',
  },
  LIREN_PUBLIC_URL: {
    schema: url,
    zh: '应形如 https://liren.example.cn。',
    en: 'it looks like https://liren.example.cn.',
  },
  LIREN_TRUSTED_PROXIES: {
    schema: addresses,
    zh: '应为反向代理的地址或网段，以逗号分开，例如 127.0.0.1,10.0.8.0/24；不能是 /0。',
    en: 'addresses or ranges of the reverse proxies, separated by commas, such as 127.0.0.1,10.0.8.0/24; never /0.',
  },
  LIREN_KEY: {
    schema: text,
    zh: '应为主密钥文件的内容（编号:密钥，多个以逗号分开）。',
    en: 'the content of the master key file (id:key, several separated by commas).',
  },
  LIREN_SMS_URL: {
    schema: url,
    zh: '应为短信网关的 http(s) 地址。',
    en: 'the http(s) address of the SMS gateway.',
  },
  LIREN_SMS_TOKEN: { schema: text, zh: '应为短信网关的令牌。', en: 'the token of the SMS gateway.' },
  LIREN_OIDC_ISSUER: {
    schema: url,
    zh: '应为统一身份认证的 http(s) 地址。',
    en: 'the http(s) address of the identity provider.',
  },
  LIREN_OIDC_CLIENT_ID: { schema: text, zh: '不能为空。', en: 'must not be empty.' },
  LIREN_OIDC_CLIENT_SECRET: { schema: text, zh: '不能为空。', en: 'must not be empty.' },
  LIREN_OIDC_CLAIM: {
    schema: text,
    zh: '应为统一身份认证里认人的字段，例如 phone_number 或 employee_number。',
    en: 'the claim that tells who somebody is, such as phone_number or employee_number.',
  },
  LIREN_OIDC_MATCH: {
    schema: z.enum(['phone', 'login-name']),
    zh: '只能是 phone（那个字段是手机号）或 login-name（是登录名，例如工号）。',
    en: 'phone or login-name: what that claim holds.',
  },
  LIREN_OIDC_SCOPES: {
    schema: z.string().regex(/^[\x21-\x7e]+( [\x21-\x7e]+)*$/),
    zh: '应为以空格分开的范围，例如 openid profile phone。',
    en: 'scopes separated by blanks, such as openid profile phone.',
  },
  LIREN_OIDC_SECOND_FACTOR: {
    schema: z.enum(['here', 'provider']),
    zh: '只能是 here（里仁自己再问动态码）或 provider（统一身份认证那边已经验证了两种）。',
    en: 'here or provider: who asks for the second factor.',
  },
  LIREN_OIDC_NAME: { schema: text, zh: '应为按钮上的名字。', en: 'the name on the button.' },
  LIREN_S3_ENDPOINT: {
    schema: url,
    zh: '应为对象存储的 http(s) 地址。',
    en: 'the http(s) address of the object storage.',
  },
  LIREN_S3_BUCKET: { schema: text, zh: '不能为空。', en: 'must not be empty.' },
  LIREN_S3_REGION: { schema: text, zh: '不能为空。', en: 'must not be empty.' },
  LIREN_S3_ACCESS_KEY: { schema: text, zh: '不能为空。', en: 'must not be empty.' },
  LIREN_S3_SECRET_KEY: { schema: text, zh: '不能为空。', en: 'must not be empty.' },
} as const;

type Name = keyof typeof variables;
type Values = { readonly [K in Name]: z.output<(typeof variables)[K]['schema']> | undefined };

/** Read by tests alone. */
const testVariables = ['LIREN_TEST_DATA'];

const names = Object.keys(variables) as readonly Name[];

/** Variables that only make sense together. */
const groups: readonly (readonly Name[])[] = [
  ['LIREN_SMS_URL', 'LIREN_SMS_TOKEN'],
  [
    'LIREN_OIDC_ISSUER',
    'LIREN_OIDC_CLIENT_ID',
    'LIREN_OIDC_CLIENT_SECRET',
    'LIREN_OIDC_CLAIM',
    'LIREN_OIDC_MATCH',
  ],
  ['LIREN_S3_ENDPOINT', 'LIREN_S3_BUCKET', 'LIREN_S3_REGION', 'LIREN_S3_ACCESS_KEY', 'LIREN_S3_SECRET_KEY'],
];

/**
 * Reads the configuration from environment variables. An empty variable counts as absent; a LIREN_ name that we
 * do not know is refused, since it is most likely a slip that would silently do nothing.
 */
export function readConfig(environment: NodeJS.ProcessEnv): Result<Config, PlatformError> {
  const values = readValues(environment);
  if (!values.ok) return values;
  const problem =
    findMisspelt(environment) ?? findHalfGroup(values.value) ?? findMissingInProduction(values.value);
  return problem === undefined ? ok(toConfig(values.value)) : err(problem);
}

function readValues(environment: NodeJS.ProcessEnv): Result<Values, PlatformError> {
  const values: Record<string, unknown> = {};
  for (const name of names) {
    const given = environment[name];
    if (given === undefined || given === '') continue;
    const parsed = variables[name].schema.safeParse(given);
    if (!parsed.success) return err(invalid(name, variables[name].zh, variables[name].en));
    values[name] = parsed.data;
  }
  return ok(values as Values);
}

const invalid = (variable: string, problem: string, problemEnglish: string) =>
  platformError('config-invalid', { variable, problem, problemEnglish });

function findMisspelt(environment: NodeJS.ProcessEnv): PlatformError | undefined {
  const known: readonly string[] = [...names, ...testVariables];
  const stray = Object.keys(environment).find((name) => name.startsWith('LIREN_') && !known.includes(name));
  if (stray === undefined) return undefined;
  const list = names.filter((name) => name.startsWith('LIREN_')).join(', ');
  return invalid(stray, `里仁不认识它。可用的有 ${list}。`, `Liren does not know it. Known: ${list}.`);
}

function findHalfGroup(values: Values): PlatformError | undefined {
  for (const group of groups) {
    const missing = group.find((name) => values[name] === undefined);
    const given = group.find((name) => values[name] !== undefined);
    if (missing !== undefined && given !== undefined) {
      return invalid(missing, `设置了 ${given} 就必须同时设置它。`, `it must be set together with ${given}.`);
    }
  }
  return undefined;
}

/** In production people's sign-in codes must reach their phones, over a connection nobody reads. */
function findMissingInProduction(values: Values): PlatformError | undefined {
  if (values.LIREN_MODE !== 'production') return undefined;
  if (values.LIREN_PUBLIC_URL === undefined) {
    return invalid(
      'LIREN_PUBLIC_URL',
      '正式运行必须设置居民访问的网址。',
      'production needs the address people use.',
    );
  }
  if (values.LIREN_SMS_URL === undefined) {
    return invalid(
      'LIREN_SMS_URL',
      '正式运行必须接通短信，居民才能登录。',
      'production needs an SMS gateway, or residents cannot sign in.',
    );
  }
  if (values.LIREN_OIDC_ISSUER?.startsWith('http:') === true) {
    return invalid(
      'LIREN_OIDC_ISSUER',
      '正式运行时统一身份认证必须用 https，否则谁都能冒充它。',
      'in production it must be https, or anyone could pretend to be it.',
    );
  }
  return undefined;
}

function toConfig(values: Values): Config {
  const port = values.PORT ?? 8080;
  return {
    databaseUrl: values.DATABASE_URL,
    dataFolder: values.LIREN_DATA ?? usualDataFolder(),
    host: values.LIREN_HOST ?? '0.0.0.0',
    port,
    mode: values.LIREN_MODE ?? 'demo',
    publicUrl: values.LIREN_PUBLIC_URL ?? `http://localhost:${port}`,
    trustedProxies: values.LIREN_TRUSTED_PROXIES ?? [],
    key: values.LIREN_KEY,
    sms: together({ url: values.LIREN_SMS_URL, token: values.LIREN_SMS_TOKEN }),
    oidc: toProvider(values),
    s3: together({
      endpoint: values.LIREN_S3_ENDPOINT,
      bucket: values.LIREN_S3_BUCKET,
      region: values.LIREN_S3_REGION,
      accessKeyId: values.LIREN_S3_ACCESS_KEY,
      secretAccessKey: values.LIREN_S3_SECRET_KEY,
    }),
  };
}

function toProvider(values: Values): ProviderSettings | undefined {
  const { LIREN_OIDC_MATCH: match } = values;
  const provider = together({
    issuer: values.LIREN_OIDC_ISSUER,
    clientId: values.LIREN_OIDC_CLIENT_ID,
    clientSecret: values.LIREN_OIDC_CLIENT_SECRET,
    claim: values.LIREN_OIDC_CLAIM,
  });
  if (provider === undefined || match === undefined) return undefined;
  return {
    ...provider,
    match,
    scopes: (values.LIREN_OIDC_SCOPES ?? 'openid profile phone').split(' '),
    secondFactor: values.LIREN_OIDC_SECOND_FACTOR ?? 'here',
    name: values.LIREN_OIDC_NAME,
  };
}

/** The group when all of it is there; `findHalfGroup` has refused anything in between. */
function together<K extends string>(group: Record<K, string | undefined>): Record<K, string> | undefined {
  const complete = Object.values(group).every((value) => value !== undefined);
  return complete ? (group as Record<K, string>) : undefined;
}
