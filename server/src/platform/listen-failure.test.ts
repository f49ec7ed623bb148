import { createServer, type Server } from 'node:net';
import { describe, expect, it } from 'vitest';
import { explainListenFailure } from './listen-failure.ts';
import { describePlatformError } from './platform-error.ts';

const listen = (host: string, port: number) =>
  new Promise<Server | Error>((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(port, host, () => resolve(server));
  });

describe('explainListenFailure', () => {
  it('says which port is taken and how to take another', async () => {
    const first = await listen('127.0.0.1', 0);
    if (first instanceof Error) throw first;
    const address = first.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const second = explainListenFailure(await listen('127.0.0.1', port), '127.0.0.1', port);
    first.close();
    expect(second?.code).toBe('port-in-use');
    expect(second && describePlatformError(second)).toContain(`端口 ${port} 已被别的程序占用`);
  });

  it('names LIREN_HOST when the machine has no such address', async () => {
    const failure = explainListenFailure(await listen('192.0.2.1', 0), '192.0.2.1', 0);
    expect(failure && describePlatformError(failure)).toContain('LIREN_HOST');
  });

  it('leaves other errors to others', () => {
    expect(explainListenFailure(new Error('bug'), '127.0.0.1', 1)).toBeUndefined();
  });
});
