import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import {
  type CommunityId,
  communityId,
  type Instant,
  isUuid,
  type PersonId,
} from '@liren/core/basics/ids.ts';
import { Server, type Upload } from '@tus/server';
import type { Pool } from 'pg';
import type { FileStore } from './file-store.ts';
import { type SettleRefusal, settleUpload } from './settle-upload.ts';
import { findUpload, UploadStaging } from './upload-staging.ts';

/** Who sends the request that the tus server is handling. */
export interface Uploader {
  readonly personId: PersonId;
  readonly mayUpload: (community: CommunityId) => Promise<boolean>;
}

export interface UploadServerSettings {
  readonly pool: Pool;
  readonly store: FileStore;
  readonly now: () => Instant;
  readonly limitBytes: number;
  /** Unfinished and unattached uploads that one person may have at once. */
  readonly limitOpenUploads: number;
  readonly expiryMilliseconds: number;
}

export const uploadPath = '/api/uploads';

/** What a refused upload tells: a code, and words that say what to do instead. */
const refusalTexts: Readonly<Record<SettleRefusal | UploadRefusal, readonly [status: number, text: string]>> =
  {
    'not-a-photo': [415, '这不是照片。请选 JPEG、PNG 或 WebP 图片。'],
    'heic-not-readable': [415, '暂时读不了 HEIC 照片。请在相机设置里选“兼容性最佳”，或先存成 JPEG 再传。'],
    'too-many-pixels': [413, '照片像素太大。请缩小后再传。'],
    'broken-photo': [422, '照片打不开，可能没有存完整。请换一张再传。'],
    'storage-full': [507, '服务器放不下更多照片了。请稍后再传，或者先不带照片提交。'],
    'too-large': [413, '照片超过大小限制。请压缩后再传。'],
    'too-many-uploads': [429, '还没提交的照片太多。请先提交或删掉几张。'],
    'not-allowed-here': [403, '你不能在这个社区上传照片。'],
    'unknown-upload': [404, '找不到这次上传。请重新选择照片。'],
  };
export type UploadRefusal = 'too-large' | 'too-many-uploads' | 'not-allowed-here' | 'unknown-upload';

/** The shape in which the tus server takes a refusal: by throwing. */
const refusal = (code: SettleRefusal | UploadRefusal): { status_code: number; body: string } => {
  const [status, text] = refusalTexts[code];
  return { status_code: status, body: JSON.stringify({ error: { code, message: text } }) };
};

const uploaders = new AsyncLocalStorage<Uploader>();

function getUploader(): Uploader {
  const uploader = uploaders.getStore();
  if (!uploader) throw new Error('an upload request was handled without its uploader');
  return uploader;
}

async function openUpload(settings: UploadServerSettings, upload: Upload): Promise<void> {
  const uploader = getUploader();
  const community = communityId(upload.metadata?.community ?? '');
  if (!(await uploader.mayUpload(community))) throw refusal('not-allowed-here');
  if (!upload.size) throw refusal('not-a-photo');
  const now = settings.now();
  // Counted and inserted in one statement; two at once may pass the bound by one, which harms nobody.
  const { rowCount } = await settings.pool.query(
    `insert into upload (id, community_id, person_id, size_bytes, received_bytes, state, created_at)
     select $1, $2, $3, $4, 0, 'receiving', $5
     where (select count(*) from upload where person_id = $3 and state = 'receiving' and created_at > $6)
         + (select count(*) from file where uploaded_by = $3 and matter_id is null and created_at > $6) < $7`,
    [
      upload.id,
      community,
      uploader.personId,
      upload.size,
      now,
      now - settings.expiryMilliseconds,
      settings.limitOpenUploads,
    ],
  );
  if (rowCount !== 1) throw refusal('too-many-uploads');
}

async function settle(settings: UploadServerSettings, id: string): Promise<void> {
  const settled = await settleUpload(settings.pool, settings.store, id, settings.now());
  if (!settled.ok) throw refusal(settled.error);
}

/** Only who began an upload may see, continue or drop it; to others it does not exist. */
async function checkOwner(settings: UploadServerSettings, method: string, id: string): Promise<void> {
  if (method === 'POST') return;
  const row = isUuid(id) ? await findUpload(settings.pool, id) : undefined;
  if (row?.personId !== getUploader().personId) throw refusal('unknown-upload');
  // The server may have died after the last byte and before the photo was made: asking again finishes it.
  if (method === 'HEAD' && row.state === 'receiving') await settle(settings, id);
}

export interface UploadServer {
  readonly handle: (request: Request, uploader: Uploader) => Promise<Response>;
}

/**
 * tus 1.0.0 at `/api/uploads`: POST with `Upload-Metadata: community <base64>`, then PATCH until complete. The id in
 * `Location` is the file's id once the last byte is acknowledged.
 */
export function createUploadServer(settings: UploadServerSettings): UploadServer {
  const server = new Server({
    path: uploadPath,
    relativeLocation: true,
    datastore: new UploadStaging(settings.pool, settings.expiryMilliseconds, settings.now),
    maxSize: settings.limitBytes,
    // Our own pages only: no other origin gets a CORS header.
    allowedOrigins: () => false,
    namingFunction: () => randomUUID(),
    onIncomingRequest: (request, id) => checkOwner(settings, request.method, id),
    onUploadCreate: async (_request, upload) => {
      await openUpload(settings, upload);
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      await settle(settings, upload.id);
      return {};
    },
    onResponseError: (_request, failure) => {
      if (!('status_code' in failure)) return undefined;
      return failure.body.startsWith('Maximum size exceeded') ? refusal('too-large') : failure;
    },
  });
  return { handle: (request, uploader) => uploaders.run(uploader, async () => server.handleWeb(request)) };
}
