import type { CommunityId, Instant, MatterId, PersonId } from '@liren/core/basics/ids.ts';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import type { Pool, PoolClient } from 'pg';
import { type FileStore, photoKey, thumbnailKey } from './file-store.ts';

/** A row of `file`. `matterId` is null while nobody attached it. */
export interface FileRecord {
  readonly communityId: CommunityId;
  readonly id: string;
  readonly matterId: MatterId | null;
  readonly bytes: number;
  /** Of the stored bytes, after re-encoding. */
  readonly sha256: string;
  readonly mediaType: string;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly uploadedBy: PersonId;
  readonly createdAt: Instant;
}

const columns = `community_id as "communityId", id, matter_id as "matterId", bytes, sha256,
  media_type as "mediaType", width_pixels as "widthPixels", height_pixels as "heightPixels",
  uploaded_by as "uploadedBy", created_at as "createdAt"`;

export async function findFile(pool: Pool, id: string): Promise<FileRecord | undefined> {
  const { rows } = await pool.query<FileRecord>(`select ${columns} from file where id = $1`, [id]);
  return rows[0];
}

export async function listMatterFiles(
  pool: Pool | PoolClient,
  community: CommunityId,
  matter: MatterId,
): Promise<readonly FileRecord[]> {
  const { rows } = await pool.query<FileRecord>(
    `select ${columns} from file where community_id = $1 and matter_id = $2 order by created_at, id`,
    [community, matter],
  );
  return rows;
}

export interface Attachment {
  readonly community: CommunityId;
  readonly matter: MatterId;
  readonly person: PersonId;
  readonly fileIds: readonly string[];
}

/**
 * Ties photos to a matter inside the command's own transaction. All or none: a photo that somebody else uploaded, or
 * that already belongs to another matter, refuses the whole; attaching again to the same matter is no change.
 */
export async function attachFiles(
  transaction: PoolClient,
  attachment: Attachment,
): Promise<Result<readonly FileRecord[], 'file-not-yours'>> {
  const { community, matter, person, fileIds } = attachment;
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return ok([]);
  const { rows } = await transaction.query<FileRecord>(
    `update file set matter_id = $2
     where community_id = $1 and id = any($3::uuid[]) and uploaded_by = $4 and (matter_id is null or matter_id = $2)
     returning ${columns}`,
    [community, matter, wanted, person],
  );
  return rows.length === wanted.length ? ok(rows) : err('file-not-yours');
}

/**
 * Removes the row and the bytes if `condition` still holds. The row goes in a transaction that ends after the bytes:
 * killed between, the row is still there and the next run removes again; attached in this very moment, nothing goes.
 */
async function removeWhere(pool: Pool, store: FileStore, id: string, condition: string): Promise<boolean> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query(`delete from file where id = $1 and ${condition}`, [id]);
    if (rowCount === 1) {
      await store.remove(photoKey(id));
      await store.remove(thumbnailKey(id));
    }
    await client.query('commit');
    return rowCount === 1;
  } catch (failure) {
    await client.query('rollback');
    throw failure;
  } finally {
    client.release();
  }
}

/** Erases one photo, attached or not; false when there was none. */
export const removeFile = (pool: Pool, store: FileStore, id: string): Promise<boolean> =>
  removeWhere(pool, store, id, 'true');

/** How many uploads and unattached photos older than `before` were removed; run it from a job. */
export async function expireUploads(pool: Pool, store: FileStore, before: Instant): Promise<number> {
  const { rows } = await pool.query<{ id: string }>(
    'select id from file where matter_id is null and created_at < $1 order by created_at limit 1000',
    [before],
  );
  let removed = 0;
  for (const { id } of rows) {
    if (await removeWhere(pool, store, id, 'matter_id is null')) removed += 1;
  }
  const uploads = await pool.query('delete from upload where created_at < $1', [before]);
  return removed + (uploads.rowCount ?? 0);
}
