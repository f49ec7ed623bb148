import { createHash } from 'node:crypto';
import type { Instant } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Pool } from 'pg';
import { type FileStore, photoKey, thumbnailKey } from './file-store.ts';
import { type PhotoRefusal, type PreparedPhoto, photoMediaType, preparePhoto } from './photo.ts';
import { findUpload, getUploadBytes, type UploadRow } from './upload-staging.ts';

async function recordPhoto(pool: Pool, upload: UploadRow, photo: PreparedPhoto, now: Instant): Promise<void> {
  const sha256 = createHash('sha256').update(photo.full).digest('hex');
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(
      `insert into file (community_id, id, matter_id, bytes, sha256, media_type, width_pixels, height_pixels,
                         uploaded_by, created_at)
       values ($1, $2, null, $3, $4, $5, $6, $7, $8, $9) on conflict (community_id, id) do nothing`,
      [
        upload.communityId,
        upload.id,
        photo.full.length,
        sha256,
        photoMediaType,
        photo.width,
        photo.height,
        upload.personId,
        now,
      ],
    );
    await client.query(`update upload set state = 'stored' where id = $1`, [upload.id]);
    await client.query('delete from upload_part where upload_id = $1', [upload.id]);
    await client.query('commit');
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  } finally {
    client.release();
  }
}

/** `storage-full`: the photo is sound, and there is no room for it now. */
export type SettleRefusal = PhotoRefusal | 'storage-full';

const isFull = (failure: unknown): boolean =>
  failure instanceof Error && 'code' in failure && (failure.code === 'ENOSPC' || failure.code === 'EDQUOT');

/**
 * Turns a complete upload into a file with the upload's id. May be repeated at any point: killed half-way, the next
 * call writes the same keys and the same row again. The original bytes are dropped in every case.
 */
export async function settleUpload(
  pool: Pool,
  store: FileStore,
  id: string,
  now: Instant,
): Promise<Result<'stored' | 'incomplete', SettleRefusal>> {
  const upload = await findUpload(pool, id);
  if (!upload || upload.receivedBytes < upload.sizeBytes) return ok('incomplete');
  if (upload.state === 'stored') return ok('stored');
  const photo = await preparePhoto(await getUploadBytes(pool, id));
  if (!photo.ok) {
    await pool.query(`update upload set state = 'refused' where id = $1`, [id]);
    await pool.query('delete from upload_part where upload_id = $1', [id]);
    return err(photo.error);
  }
  try {
    await store.put(photoKey(id), photo.value.full, photoMediaType);
    await store.put(thumbnailKey(id), photo.value.thumbnail, photoMediaType);
  } catch (failure) {
    if (!isFull(failure)) throw failure;
    // Nothing half stands; what was received waits, so that asking again finishes it once there is room.
    await store.remove(photoKey(id));
    await store.remove(thumbnailKey(id));
    return err('storage-full');
  }
  await recordPhoto(pool, upload, photo.value, now);
  return ok('stored');
}
