import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { AwsV4Signer } from 'aws4fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskStore } from './disk-store.ts';
import { type FileStore, photoKey } from './file-store.ts';
import { createS3Store, type S3Settings } from './s3-store.ts';

const id = '018f3c2a-0000-7000-8000-0000000000ab';

/** What every store promises, whatever lies behind it. */
async function keepsItsPromises(store: FileStore): Promise<void> {
  const key = photoKey(id);
  expect(await store.get(key)).toBeUndefined();
  await store.put(key, Buffer.from('first'), 'image/jpeg');
  await store.put(key, Buffer.from('second, longer'), 'image/jpeg');
  const found = await store.get(key);
  expect(found && (await buffer(found)).toString()).toBe('second, longer');
  await store.remove(key);
  await store.remove(key);
  expect(await store.get(key)).toBeUndefined();
  for (const bad of ['../etc/passwd', 'a//b', '/a', 'a/', 'A', 'a b', '']) {
    await expect((async () => store.put(bad, Buffer.from('x'), 'image/jpeg'))()).rejects.toThrow(
      'not a file key',
    );
  }
}

describe('disk store', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'liren-files-'));
  });
  afterAll(() => rm(root, { recursive: true, force: true }));

  it('keeps its promises', () => keepsItsPromises(createDiskStore(join(root, 'a'))));

  it('is private to the server and leaves no half-written file', async () => {
    const store = createDiskStore(join(root, 'b'));
    await store.put(photoKey(id), Buffer.from('x'), 'image/jpeg');
    const folder = join(root, 'b', 'photo', 'ab');
    expect(await readdir(folder)).toEqual([id]);
    expect((await stat(join(folder, id))).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    // A folder stands where the file should go: the rename fails, and the part must go too.
    const clash = photoKey(`${id.slice(0, -4)}01ab`);
    await store.put(`${clash}/inner`, Buffer.from('x'), 'image/jpeg');
    await expect(store.put(clash, Buffer.from('y'), 'image/jpeg')).rejects.toThrow();
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

/** A small S3: checks the signature of every request as the real service does, and keeps objects in memory. */
function startFakeS3(settings: Omit<S3Settings, 'endpoint'>): Promise<{ server: Server; endpoint: string }> {
  const objects = new Map<string, Buffer>();
  const signed = async (request: IncomingMessage, body: Buffer): Promise<boolean> => {
    const given = request.headers.authorization ?? '';
    const names = /SignedHeaders=([^,]+)/.exec(given)?.[1]?.split(';') ?? [];
    const headers = new Headers();
    for (const name of names) if (name !== 'host') headers.set(name, String(request.headers[name] ?? ''));
    const signer = new AwsV4Signer({
      method: request.method ?? '',
      url: `http://${request.headers.host}${request.url}`,
      headers,
      body: new Uint8Array(body),
      accessKeyId: settings.accessKeyId,
      secretAccessKey: settings.secretAccessKey,
      region: settings.region,
      service: 's3',
      datetime: String(request.headers['x-amz-date']),
    });
    return (await signer.sign()).headers.get('authorization') === given;
  };
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (!(await signed(request, body))) return response.writeHead(403).end();
    const key = request.url ?? '';
    const held = objects.get(key);
    if (request.method === 'PUT') objects.set(key, body);
    if (request.method === 'DELETE') objects.delete(key);
    if (request.method !== 'GET') return response.writeHead(request.method === 'PUT' ? 200 : 204).end();
    return held ? response.writeHead(200).end(held) : response.writeHead(404).end('<Error/>');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve({ server, endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
  });
}

describe('S3 store', () => {
  const settings = { bucket: 'liren', region: 'cn-beijing', accessKeyId: 'AK', secretAccessKey: 'SK' };
  let started: Awaited<ReturnType<typeof startFakeS3>>;
  beforeAll(async () => {
    started = await startFakeS3(settings);
  });
  afterAll(() => new Promise((resolve) => started.server.close(resolve)));

  it('keeps its promises over signed requests', () =>
    keepsItsPromises(createS3Store({ ...settings, endpoint: started.endpoint })));

  it('says so when the service refuses', async () => {
    const store = createS3Store({ ...settings, endpoint: started.endpoint, secretAccessKey: 'wrong' });
    await expect(store.put(photoKey(id), Buffer.from('x'), 'image/jpeg')).rejects.toThrow('HTTP 403');
    await expect(store.get(photoKey(id))).rejects.toThrow('HTTP 403');
    await expect(store.remove(photoKey(id))).rejects.toThrow('HTTP 403');
  });
});
