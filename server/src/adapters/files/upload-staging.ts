import type { Readable } from 'node:stream';
import type { Instant } from '@liren/core/basics/ids.ts';
import { DataStore, ERRORS, Upload } from '@tus/server';
import type { Pool } from 'pg';

/** A row of `upload`. */
export interface UploadRow {
  readonly id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly sizeBytes: number;
  readonly receivedBytes: number;
  readonly state: 'receiving' | 'stored' | 'refused';
  readonly createdAt: Instant;
}

/** Written in pieces of about this size: what is lost by a cut is never more. */
const pieceBytes = 512 * 1024;

export async function findUpload(pool: Pool, id: string): Promise<UploadRow | undefined> {
  const { rows } = await pool.query<UploadRow>(
    `select id, community_id as "communityId", person_id as "personId", size_bytes as "sizeBytes",
            received_bytes as "receivedBytes", state, created_at as "createdAt"
     from upload where id = $1`,
    [id],
  );
  return rows[0];
}

export async function getUploadBytes(pool: Pool, id: string): Promise<Buffer> {
  const { rows } = await pool.query<{ body: Buffer }>(
    'select body from upload_part where upload_id = $1 order by start_byte',
    [id],
  );
  return Buffer.concat(rows.map((row) => row.body));
}

async function appendPiece(pool: Pool, id: string, offset: number, body: Buffer): Promise<number> {
  // The offset is checked in the same statement: of two servers that resume at once, one is refused.
  const { rowCount } = await pool.query(
    `with moved as (
       update upload set received_bytes = received_bytes + $3
       where id = $1 and received_bytes = $2 and state = 'receiving' returning id)
     insert into upload_part (upload_id, start_byte, body) select id, $2, $4 from moved`,
    [id, offset, body.length, body],
  );
  if (rowCount !== 1) throw ERRORS.INVALID_OFFSET;
  return offset + body.length;
}

/** Keeps resumable uploads in PostgreSQL, so that any server of several can take up what another began. */
export class UploadStaging extends DataStore {
  readonly #pool: Pool;
  readonly #expiryMilliseconds: number;
  readonly #now: () => Instant;
  /** Writes of this server that still have a piece to store, though the library has given up on a cut line. */
  readonly #unfinished = new Map<string, Promise<unknown>>();

  constructor(pool: Pool, expiryMilliseconds: number, now: () => Instant) {
    super();
    this.#pool = pool;
    this.#now = now;
    this.#expiryMilliseconds = expiryMilliseconds;
    this.extensions = ['creation', 'creation-with-upload', 'termination', 'expiration'];
  }

  /** The row is written by the plugin, which knows the person and the community. */
  override create(file: Upload): Promise<Upload> {
    return Promise.resolve(file);
  }

  override write(stream: Readable, id: string, offset: number): Promise<number> {
    const writing = this.#append(stream, id, offset);
    const settled = writing.then(
      () => undefined,
      () => undefined,
    );
    this.#unfinished.set(id, settled);
    settled.then(() => {
      if (this.#unfinished.get(id) === settled) this.#unfinished.delete(id);
    });
    return writing;
  }

  async #append(stream: Readable, id: string, offset: number): Promise<number> {
    let written = offset;
    let held: Buffer[] = [];
    let heldBytes = 0;
    const flush = async (): Promise<void> => {
      if (heldBytes === 0) return;
      const body = Buffer.concat(held);
      held = [];
      heldBytes = 0;
      written = await appendPiece(this.#pool, id, written, body);
    };
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        held.push(chunk);
        heldBytes += chunk.length;
        if (heldBytes >= pieceBytes) await flush();
      }
    } finally {
      // Also when the line was cut: what arrived is kept, so that the phone need not send it again.
      await flush();
    }
    return written;
  }

  override async getUpload(id: string): Promise<Upload> {
    // The offset that a phone is told must not move by what its own cut line left behind.
    await this.#unfinished.get(id);
    const row = await findUpload(this.#pool, id);
    if (!row) throw ERRORS.FILE_NOT_FOUND;
    if (row.state === 'refused') throw ERRORS.FILE_NO_LONGER_EXISTS;
    // The library reads the machine's clock; what counts is the upload's age by ours.
    const began = Date.now() - (this.#now() - row.createdAt);
    return new Upload({
      id,
      size: row.sizeBytes,
      offset: row.receivedBytes,
      creation_date: new Date(began).toISOString(),
    });
  }

  override async remove(id: string): Promise<void> {
    await this.#pool.query(`delete from upload where id = $1 and state <> 'stored'`, [id]);
  }

  override getExpiration(): number {
    return this.#expiryMilliseconds;
  }
}
