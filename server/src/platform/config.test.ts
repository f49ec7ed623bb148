import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';
import { describePlatformError } from './platform-error.ts';

const problemOf = (environment: NodeJS.ProcessEnv): string => {
  const config = readConfig(environment);
  return config.ok ? 'none' : describePlatformError(config.error);
};

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      ok: true,
      value: {
        port: 8080,
        dataFolder: expect.stringMatching(/liren/),
        mode: 'demo',
        publicUrl: 'http://localhost:8080',
        s3: undefined,
        trustedProxies: [],
      },
    });
  });

  it('treats an empty variable as absent', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toEqual(readConfig({}));
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db/liren'],
    ['LIREN_MODE', 'test'],
    ['LIREN_PUBLIC_URL', 'liren.example.cn'],
    ['LIREN_TRUSTED_PROXIES', 'proxy.example.cn'],
    ['LIREN_TRUSTED_PROXIES', '10.0.0.1,'],
    ['LIREN_TRUSTED_PROXIES', '0.0.0.0/0'],
    ['LIREN_TRUSTED_PROXIES', '2'],
  ])('names %s when it is %s', (name, value) => {
    expect(problemOf({ [name]: value })).toContain(name);
  });

  it('reads the trusted proxies as a list', () => {
    expect(readConfig({ LIREN_TRUSTED_PROXIES: '127.0.0.1, 10.0.8.0/24,fd00::/8' })).toMatchObject({
      value: { trustedProxies: ['127.0.0.1', '10.0.8.0/24', 'fd00::/8'] },
    });
  });

  it('refuses a misspelt name and lists the known ones', () => {
    expect(problemOf({ LIREN_DATE: '/data' })).toMatch(/LIREN_DATE[\s\S]*LIREN_DATA/);
  });

  it('wants groups whole', () => {
    expect(problemOf({ LIREN_S3_BUCKET: 'photos' })).toContain('LIREN_S3_ENDPOINT');
    const whole = { LIREN_SMS_URL: 'https://sms.example.cn/', LIREN_SMS_TOKEN: 't' };
    expect(readConfig(whole)).toMatchObject({
      value: { sms: { url: 'https://sms.example.cn', token: 't' } },
    });
  });

  it('reads the identity provider, whole or not at all', () => {
    const provider = {
      LIREN_OIDC_ISSUER: 'http://id.example.cn',
      LIREN_OIDC_CLIENT_ID: 'liren',
      LIREN_OIDC_CLIENT_SECRET: 's',
      LIREN_OIDC_CLAIM: 'employee_number',
    };
    expect(problemOf(provider)).toContain('LIREN_OIDC_MATCH');
    const whole = { ...provider, LIREN_OIDC_MATCH: 'login-name' };
    expect(readConfig(whole)).toMatchObject({
      value: { oidc: { claim: 'employee_number', match: 'login-name', secondFactor: 'here' } },
    });
    const production = { LIREN_MODE: 'production', LIREN_PUBLIC_URL: 'https://liren.example.cn' };
    const sms = { LIREN_SMS_URL: 'https://sms.example.cn', LIREN_SMS_TOKEN: 't' };
    expect(problemOf({ ...whole, ...production, ...sms })).toMatch(/LIREN_OIDC_ISSUER[\s\S]*https/);
  });

  it('runs in production only with an address and a way to send codes', () => {
    expect(problemOf({ LIREN_MODE: 'production' })).toContain('LIREN_PUBLIC_URL');
    const addressed = { LIREN_MODE: 'production', LIREN_PUBLIC_URL: 'https://liren.example.cn' };
    expect(problemOf(addressed)).toContain('LIREN_SMS_URL');
    const complete = { ...addressed, LIREN_SMS_URL: 'https://sms.example.cn', LIREN_SMS_TOKEN: 't' };
    expect(readConfig(complete)).toMatchObject({ ok: true });
  });
});
