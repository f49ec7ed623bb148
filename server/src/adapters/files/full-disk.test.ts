import { randomUUID } from 'node:crypto';
import { instant } from '@liren/core/basics/ids.ts';
import { expect, it } from 'vitest';
import { testDatabase } from '../../testing/postgres.ts';
import type { FileStore } from './file-store.ts';
import { settleUpload } from './settle-upload.ts';
import { plainPhoto } from './testing-photos.ts';

const database = testDatabase();

/** A store with room for so many files. */
function storeFor(room: number): { store: FileStore; kept: Map<string, Uint8Array>; grow: () => void } {
  const kept = new Map<string, Uint8Array>();
  let left = room;
  const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  const store: FileStore = {
    put: async (key, bytes) => {
      if (kept.size >= left) throw full();
      kept.set(key, bytes);
    },
    get: async () => undefined,
    remove: async (key) => {
      kept.delete(key);
    },
  };
  return {
    store,
    kept,
    grow: () => {
      left = 100;
    },
  };
}

it.each([0, 1])(
  'with room for %i of its two files a photo is refused whole, and finished once there is room',
  async (room) => {
    const { pool } = database;
    const { store, kept, grow } = storeFor(room);
    const id = randomUUID();
    const body = await plainPhoto('jpeg', 40, 40);
    await pool.query(
      `INSERT INTO upload (id, community_id, person_id, size_bytes, received_bytes, state, created_at)
     VALUES ($1, 'c1', $2, $3, $3, 'receiving', 0)`,
      [id, randomUUID(), body.length],
    );
    await pool.query('INSERT INTO upload_part (upload_id, start_byte, body) VALUES ($1, 0, $2)', [id, body]);
    expect(await settleUpload(pool, store, id, instant(0))).toEqual({ ok: false, error: 'storage-full' });
    expect(kept.size).toBe(0);
    expect((await pool.query('SELECT 1 FROM file WHERE id = $1', [id])).rowCount).toBe(0);
    grow();
    expect(await settleUpload(pool, store, id, instant(0))).toEqual({ ok: true, value: 'stored' });
    expect(kept.size).toBe(2);
  },
);
