import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { type CommunityId, communityId, instant, matterId, personId } from '@liren/core/basics/ids.ts';
import Fastify, { type FastifyInstance, type LightMyRequestResponse } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../testing/postgres.ts';
import { createDiskStore } from './disk-store.ts';
import { attachFiles, expireUploads, findFile, listMatterFiles, removeFile } from './file-records.ts';
import type { FileStore } from './file-store.ts';
import { filesPlugin, photoLimitBytes, uploadExpiryMilliseconds } from './files-plugin.ts';
import { settleUpload } from './settle-upload.ts';
import { heicBytes, photoWithGps, plainPhoto } from './testing-photos.ts';
import { findUpload, getUploadBytes, UploadStaging } from './upload-staging.ts';

const database = testDatabase<unknown>();
const community = communityId('0199d000-0000-7000-8000-000000000001');
const matter = matterId('0199d000-0000-7000-8000-00000000aaaa');
const ann = personId('0199d000-0000-7000-8000-00000000000a');
const bob = personId('0199d000-0000-7000-8000-00000000000b');
const dayMilliseconds = 24 * 3_600_000;
const start = Date.parse('2026-11-22T08:00:00Z');

let app: FastifyInstance;
let root: string;
let store: FileStore;
let now = instant(start);

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'liren-photos-'));
  store = createDiskStore(root);
  app = Fastify();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await app.register((scope) =>
    filesPlugin(scope, {
      pool: database.pool,
      store,
      now: () => now,
      // The session itself is another module's: here a header names the person.
      findSession: async (request) => {
        const who = request.headers['x-person'];
        return typeof who === 'string' ? { personId: personId(who) } : undefined;
      },
      mayUpload: async (_session, where: CommunityId) => where === community,
      mayReadFile: async (session, file) => session?.personId === file.uploadedBy,
      limitOpenUploads: 3,
    }),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  now = instant(start);
  await database.pool.query('delete from upload');
  await database.pool.query('delete from file');
});

const tus = (who: string): Record<string, string> => ({ 'tus-resumable': '1.0.0', 'x-person': who });
const metadata = (where: string): string => `community ${Buffer.from(where).toString('base64')}`;

function open(who: string, bytes: number, where: string = community): Promise<LightMyRequestResponse> {
  const headers = { ...tus(who), 'upload-length': String(bytes), 'upload-metadata': metadata(where) };
  return app.inject({ method: 'POST', url: '/api/uploads', headers });
}

function append(
  who: string,
  location: string,
  offset: number,
  body: Buffer,
): Promise<LightMyRequestResponse> {
  const headers = {
    ...tus(who),
    'upload-offset': String(offset),
    'content-type': 'application/offset+octet-stream',
  };
  return app.inject({ method: 'PATCH', url: location, headers, payload: body });
}

async function upload(who: string, bytes: Buffer): Promise<{ id: string; response: LightMyRequestResponse }> {
  const location = String((await open(who, bytes.length)).headers.location);
  return { id: location.split('/').at(-1) ?? '', response: await append(who, location, 0, bytes) };
}

const see = (who: string | undefined, id: string, query = ''): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'GET', url: `/api/files/${id}${query}`, headers: who ? { 'x-person': who } : {} });

describe('a photo', () => {
  it('is uploaded, loses its place, and is served safely', async () => {
    const taken = await photoWithGps(640, 480, 6);
    const { id, response } = await upload(ann, taken);
    expect(response.statusCode).toBe(204);
    const served = await see(ann, id);
    expect(served.statusCode).toBe(200);
    expect(served.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=3600',
      'content-disposition': `inline; filename="${id}.jpg"`,
    });
    const shown = await sharp(served.rawPayload).metadata();
    expect([shown.width, shown.height, shown.exif]).toEqual([480, 640, undefined]);
    expect(served.rawPayload.toString('latin1')).not.toContain('SECRET-CAMERA');
    const thumbnail = await sharp((await see(ann, id, '?size=thumbnail')).rawPayload).metadata();
    expect(thumbnail.height).toBe(320);
    const file = await findFile(database.pool, id);
    expect(file).toMatchObject({ communityId: community, matterId: null, uploadedBy: ann, createdAt: start });
    expect(file?.bytes).toBe(served.rawPayload.length);
    const again = await app.inject({
      method: 'GET',
      url: `/api/files/${id}`,
      headers: { 'x-person': ann, 'if-none-match': String(served.headers.etag) },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    // Nothing of the original remains anywhere.
    expect((await database.pool.query('select 1 from upload_part')).rowCount).toBe(0);
  });

  it('resumes after the line was cut, without sending again what arrived', async () => {
    const taken = await plainPhoto('png', 700, 700);
    expect(taken.length).toBeGreaterThan(1_200_000);
    const location = String((await open(ann, taken.length)).headers.location);
    const sent = httpRequest({
      port: (app.server.address() as AddressInfo).port,
      host: '127.0.0.1',
      method: 'PATCH',
      path: location,
      headers: {
        ...tus(ann),
        'upload-offset': '0',
        'content-length': String(taken.length),
        'content-type': 'application/offset+octet-stream',
      },
    });
    sent.on('error', () => undefined);
    sent.write(taken.subarray(0, 700_000));
    const received = async (): Promise<number> =>
      Number((await database.pool.query('select received_bytes from upload')).rows[0].received_bytes);
    await vi.waitFor(async () => expect(await received()).toBeGreaterThan(0), 10_000);
    sent.destroy();
    const head = await app.inject({ method: 'HEAD', url: location, headers: tus(ann) });
    const offset = Number(head.headers['upload-offset']);
    expect(offset).toBeGreaterThanOrEqual(512 * 1024);
    expect(offset).toBeLessThanOrEqual(700_000);
    expect((await append(ann, location, 0, taken)).statusCode).toBe(409);
    const rest = await append(ann, location, offset, taken.subarray(offset));
    expect([rest.statusCode, rest.body]).toEqual([204, '']);
    const served = await see(ann, location.split('/').at(-1) ?? '');
    expect((await sharp(served.rawPayload).metadata()).width).toBe(700);
  });

  it('resumed on two servers at once is written by one of them', async () => {
    const taken = await plainPhoto('jpeg', 60, 60);
    const id =
      String((await open(ann, taken.length)).headers.location)
        .split('/')
        .at(-1) ?? '';
    const servers = [1, 2].map(() => new UploadStaging(database.pool, uploadExpiryMilliseconds, () => now));
    const written = await Promise.allSettled(servers.map((one) => one.write(Readable.from([taken]), id, 0)));
    expect(written.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(written.find((outcome) => outcome.status === 'rejected')?.reason).toMatchObject({
      status_code: 409,
    });
    const stored = await getUploadBytes(database.pool, id);
    expect(stored.equals(taken)).toBe(true);
    expect((await findUpload(database.pool, id))?.receivedBytes).toBe(taken.length);
  });

  it('is finished when the phone asks again, if the server died after the last byte', async () => {
    const taken = await plainPhoto('jpeg', 40, 40);
    const location = String((await open(ann, taken.length)).headers.location);
    const id = location.split('/').at(-1) ?? '';
    // What a server killed right after the last piece leaves behind.
    await database.pool.query('insert into upload_part values ($1, 0, $2)', [id, taken]);
    await database.pool.query('update upload set received_bytes = size_bytes where id = $1', [id]);
    expect((await see(ann, id)).statusCode).toBe(404);
    const head = await app.inject({ method: 'HEAD', url: location, headers: tus(ann) });
    expect(head.headers['upload-offset']).toBe(String(taken.length));
    expect((await see(ann, id)).statusCode).toBe(200);
    expect(await settleUpload(database.pool, store, id, now)).toEqual({ ok: true, value: 'stored' });
  });
});

describe('refused', () => {
  it.each([
    ['a program named like a photo', Buffer.from('MZ'.padEnd(500, '.')), 415, 'not-a-photo'],
    ['a page', Buffer.from('<script>alert(1)</script>'), 415, 'not-a-photo'],
    ['HEIC', heicBytes, 415, 'heic-not-readable'],
    [
      'a broken photo',
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)]),
      422,
      'broken-photo',
    ],
  ])('%s', async (_name, bytes, status, code) => {
    const { id, response } = await upload(ann, bytes);
    expect([response.statusCode, response.json().error.code]).toEqual([status, code]);
    expect((await see(ann, id)).statusCode).toBe(404);
    expect(
      (await database.pool.query('select 1 from file union all select 1 from upload_part')).rowCount,
    ).toBe(0);
  });

  it('what is too large, before a byte of it is sent', async () => {
    const response = await open(ann, photoLimitBytes + 1);
    expect([response.statusCode, response.json().error.code]).toEqual([413, 'too-large']);
    expect((await open(ann, photoLimitBytes)).statusCode).toBe(201);
  });

  it('more bytes than were announced', async () => {
    const location = String((await open(ann, 10)).headers.location);
    expect((await append(ann, location, 0, Buffer.alloc(11))).statusCode).toBe(413);
  });

  it('too many at once, and more again once they expired', async () => {
    for (let count = 0; count < 3; count += 1) expect((await open(ann, 10)).statusCode).toBe(201);
    const fourth = await open(ann, 10);
    expect([fourth.statusCode, fourth.json().error.code]).toEqual([429, 'too-many-uploads']);
    expect((await open(bob, 10)).statusCode).toBe(201);
    now = instant(start + uploadExpiryMilliseconds + 1);
    expect((await open(ann, 10)).statusCode).toBe(201);
  });

  it('visitors, strangers, and other communities', async () => {
    const visitor = await app.inject({
      method: 'POST',
      url: '/api/uploads',
      headers: { 'tus-resumable': '1.0.0' },
    });
    expect(visitor.statusCode).toBe(401);
    expect((await open(ann, 10, '0199d000-0000-7000-8000-000000000002')).statusCode).toBe(403);
    const location = String((await open(ann, 10)).headers.location);
    for (const method of ['HEAD', 'DELETE'] as const)
      expect((await app.inject({ method, url: location, headers: tus(bob) })).statusCode).toBe(404);
    expect((await append(bob, location, 0, Buffer.alloc(10))).statusCode).toBe(404);
    expect((await append(ann, '/api/uploads/not-an-id', 0, Buffer.alloc(10))).statusCode).toBe(404);
    const { id } = await upload(ann, await plainPhoto('jpeg', 20, 20));
    for (const who of [bob, undefined]) expect((await see(who, id)).statusCode).toBe(404);
    expect((await see(ann, 'not-an-id')).statusCode).toBe(400);
  });
});

describe('attaching and expiry', () => {
  const attach = async (person: typeof ann, fileIds: readonly string[], to = matter): Promise<boolean> => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const attached = await attachFiles(client, { community, matter: to, person, fileIds });
      await client.query(attached.ok ? 'commit' : 'rollback');
      return attached.ok;
    } finally {
      client.release();
    }
  };

  it('only by the uploader, only to one matter, all or none', async () => {
    const first = (await upload(ann, await plainPhoto('jpeg', 20, 20))).id;
    const second = (await upload(bob, await plainPhoto('jpeg', 21, 21))).id;
    expect(await attach(bob, [first])).toBe(false);
    expect(await attach(ann, [first, second])).toBe(false);
    expect(await listMatterFiles(database.pool, community, matter)).toEqual([]);
    expect(await attach(ann, [first, first])).toBe(true);
    expect(await attach(ann, [first])).toBe(true);
    expect(await attach(ann, [first], matterId('0199d000-0000-7000-8000-00000000bbbb'))).toBe(false);
    expect((await listMatterFiles(database.pool, community, matter)).map((file) => file.id)).toEqual([first]);
  });

  it('removes what nobody attached, keeps what somebody did', async () => {
    const kept = (await upload(ann, await plainPhoto('jpeg', 20, 20))).id;
    const dropped = (await upload(ann, await plainPhoto('jpeg', 21, 21))).id;
    await attach(ann, [kept]);
    expect(await expireUploads(database.pool, store, instant(start))).toBe(0);
    // The dropped photo, and the two finished uploads.
    expect(await expireUploads(database.pool, store, instant(start + dayMilliseconds))).toBe(3);
    expect((await see(ann, kept)).statusCode).toBe(200);
    expect((await see(ann, dropped)).statusCode).toBe(404);
    const left = await readdir(root, { recursive: true });
    expect(left.filter((name) => name.includes(dropped))).toEqual([]);
    expect(await removeFile(database.pool, store, kept)).toBe(true);
    expect(await removeFile(database.pool, store, kept)).toBe(false);
    expect((await see(ann, kept)).statusCode).toBe(404);
  });
});
