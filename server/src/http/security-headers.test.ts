import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { addSecurityHeaders } from './security-headers.ts';

function appOn(isHttps: boolean) {
  const app = fastify();
  addSecurityHeaders(app, isHttps);
  app.get('/plain', async () => ({}));
  app.get('/own', async (_request, reply) => reply.header('content-security-policy', 'sandbox').send({}));
  app.get('/broken', async () => {
    throw new Error('on purpose');
  });
  return app;
}

describe('what browsers are told to refuse', () => {
  it.each([
    ['/plain', 200],
    ['/broken', 500],
    ['/nowhere', 404],
  ])('stands on the answer of %s', async (url, status) => {
    const { headers, statusCode } = await appOn(true).inject(url);
    expect(statusCode).toBe(status);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
    });
    expect(headers['content-security-policy']).toMatch(/^default-src 'self';.*script-src 'self';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('ties nobody to https where there is none', async () => {
    const { headers } = await appOn(false).inject('/plain');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('gives way to what a route says for itself', async () => {
    const { headers } = await appOn(true).inject('/own');
    expect(headers['content-security-policy']).toBe('sandbox');
  });
});
