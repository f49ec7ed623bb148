import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { getJson, postJson, RefusalError, refusalOf } from './client.ts';

let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const answers: Record<string, [number, string]> = {
      '/good': [200, '{"number":"LR-1"}'],
      '/refused': [409, '{"error":{"code":"not-yours","message":"这一步不由你办理。","law":"第十九条"}}'],
      '/broken': [502, '<html>bad gateway</html>'],
      '/garbled': [200, '<html>'],
      '/echo': [200, ''],
    };
    const [status, text] = answers[request.url ?? ''] ?? [404, '{}'];
    let sent = '';
    request.on('data', (part) => {
      sent += String(part);
    });
    request.on('end', () => response.writeHead(status).end(request.url === '/echo' ? sent : text));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address !== null && typeof address === 'object') base = `http://127.0.0.1:${address.port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const failure = async (call: Promise<unknown>): Promise<RefusalError> => {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof RefusalError) return error;
  throw new Error('expected a refusal');
};

test('an answer is its body, and what is sent is JSON', async () => {
  expect(await getJson(`${base}/good`)).toEqual({ number: 'LR-1' });
  expect(await postJson(`${base}/echo`, { a: '楼道' })).toEqual({ a: '楼道' });
});

test('a refusal keeps code, words and article', async () => {
  const { refusal, status } = await failure(getJson(`${base}/refused`));
  expect(status).toBe(409);
  expect(refusal).toEqual({ code: 'not-yours', message: '这一步不由你办理。', law: '第十九条' });
});

test('a failure that nobody worded is told in words all the same', async () => {
  expect((await failure(getJson(`${base}/broken`))).refusal.code).toBe('server-failed');
  expect((await failure(getJson(`${base}/garbled`))).refusal.code).toBe('bad-answer');
  const silent = await failure(getJson('http://127.0.0.1:1/'));
  expect(silent.status).toBe(0);
  expect(silent.refusal.message).toContain('网络不通');
  expect(refusalOf(new TypeError('x')).code).toBe('unexpected');
});
