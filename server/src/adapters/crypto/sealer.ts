import { createCipheriv, createDecipheriv } from 'node:crypto';
import { err, ok, type Result } from '@liren/core/basics/result.ts';
import { fewRandomBytes } from './random-bytes.ts';

/** One key of the ring. `id` (1–16 of a–z, 0–9) is written into every ciphertext; `key` is 32 bytes. */
export interface SealingKey {
  readonly id: string;
  readonly key: Uint8Array;
}

/** Where a ciphertext lives. It is authenticated with the text, so a value moved to another row or column no longer opens. */
export interface SealedPlace {
  readonly table: string;
  readonly row: string;
  readonly column: string;
}

/** `malformed`: not written by a sealer; `unknown-key`: its key left the ring; `tampered`: changed, or moved from its place. */
export type OpenFailure = 'malformed' | 'unknown-key' | 'tampered';

export interface Sealer {
  /** Text `s1.<key id>.<base64url of iv, tag and ciphertext>`; sealing the same text twice gives two values. */
  readonly seal: (place: SealedPlace, text: string) => string;
  readonly open: (place: SealedPlace, sealed: string) => Result<string, OpenFailure>;
  /** True when another key than the newest sealed it: re-seal at the next write. */
  readonly isStale: (sealed: string) => boolean;
}

const ivBytes = 12;
const tagBytes = 16;
const shape = /^s1\.([a-z0-9]{1,16})\.([A-Za-z0-9_-]+)$/;

const associatedData = (place: SealedPlace, keyId: string): Buffer =>
  Buffer.from(JSON.stringify([keyId, place.table, place.row, place.column]), 'utf8');

function sealWith(newest: SealingKey, place: SealedPlace, text: string): string {
  const iv = fewRandomBytes(ivBytes);
  const cipher = createCipheriv('aes-256-gcm', newest.key, iv);
  cipher.setAAD(associatedData(place, newest.id));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `s1.${newest.id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
}

function openWith(known: SealingKey, place: SealedPlace, packed: Buffer): Result<string, OpenFailure> {
  const decipher = createDecipheriv('aes-256-gcm', known.key, packed.subarray(0, ivBytes), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(associatedData(place, known.id));
  decipher.setAuthTag(packed.subarray(ivBytes, ivBytes + tagBytes));
  try {
    const text = Buffer.concat([decipher.update(packed.subarray(ivBytes + tagBytes)), decipher.final()]);
    return ok(text.toString('utf8'));
  } catch {
    // Node reports a failed authentication tag only by throwing.
    return err('tampered');
  }
}

/** @param keys newest first; the first seals, all open. Throws on a ring that could not be used safely. */
export function createSealer(keys: readonly SealingKey[]): Sealer {
  const [newest] = keys;
  if (!newest) throw new Error('a sealer needs at least one key');
  const ring = new Map(keys.map((entry) => [entry.id, entry]));
  if (ring.size !== keys.length) throw new Error('two sealing keys share an id');
  for (const { id, key } of keys) {
    if (!/^[a-z0-9]{1,16}$/.test(id)) throw new Error(`sealing key id ${id} is not 1–16 of a–z, 0–9`);
    if (key.length !== 32) throw new Error(`sealing key ${id} is not 32 bytes`);
  }
  return {
    seal: (place, text) => sealWith(newest, place, text),
    open: (place, sealed) => {
      const [, keyId, body] = shape.exec(sealed) ?? [];
      if (!keyId || !body) return err('malformed');
      const packed = Buffer.from(body, 'base64url');
      if (packed.length < ivBytes + tagBytes) return err('malformed');
      const known = ring.get(keyId);
      return known ? openWith(known, place, packed) : err('unknown-key');
    },
    isStale: (sealed) => !sealed.startsWith(`s1.${newest.id}.`),
  };
}
