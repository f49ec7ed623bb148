import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { unwrap } from '@liren/core/basics/result.ts';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { normalisePhone } from '../crypto/phone.ts';
import { createDemoGateway } from './demo-gateway.ts';
import { createWebhookGateway } from './webhook-gateway.ts';

const message = { phone: unwrap(normalisePhone('13812345678')), code: '012345', validMinutes: 5 };
let server: Server;
let url: string;
let answer: number | 'silence';
let received: unknown[];

beforeEach(async () => {
  received = [];
  server = createServer(async (request, response) => {
    received.push(request.headers.authorization, await json(request));
    if (answer !== 'silence') response.writeHead(answer).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sms`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('the webhook gets the code and its answer decides', async () => {
  const gateway = createWebhookGateway({ url, token: 'secret' });
  answer = 204;
  expect(await gateway.send(message)).toEqual({ ok: true, value: {} });
  expect(received).toEqual(['Bearer secret', { phone: '+8613812345678', code: '012345', validMinutes: 5 }]);
  answer = 403;
  expect(await gateway.send(message)).toEqual({ ok: false, error: 'refused' });
});

it('silence and nobody there are unreachable, within the limit', async () => {
  answer = 'silence';
  const gateway = createWebhookGateway({ url, token: 'secret', limitMilliseconds: 100 });
  expect(await gateway.send(message)).toEqual({ ok: false, error: 'unreachable' });
  const nobody = createWebhookGateway({ url: 'http://127.0.0.1:1/', token: 'secret' });
  expect(await nobody.send(message)).toEqual({ ok: false, error: 'unreachable' });
});

it('the demonstration shows the code', async () => {
  const gateway = createDemoGateway();
  expect(gateway.isDemo).toBe(true);
  expect(await gateway.send(message)).toEqual({ ok: true, value: { shownCode: '012345' } });
});
